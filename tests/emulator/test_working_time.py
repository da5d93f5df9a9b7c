"""Holiday lists and business hours: linked from both sides, days that exist, slots that do not overlap."""

from __future__ import annotations

from typing import Any

import pytest

from .calls import holidays, hours
from .conftest import Api, code, errors, ids


def test_the_link_is_set_from_both_sides(api: Api) -> None:
    day = api.made("/businessHours", hours("Day"))["id"]
    bavaria = api.made("/holidayList", holidays("Bavaria", associatedBusinessHourIds=[day]))
    assert [one["businessHourName"] for one in bavaria["associatedBusinessHours"]] == ["Day"]
    assert api.get(f"/businessHours/{day}").json()["associatedHolidayList"]["holidayListId"] == bavaria["id"]
    saxony = api.made("/holidayList", holidays("Saxony"))["id"]
    both = api.patch(f"/businessHours/{day}", {"holidayListIds": [saxony, bavaria["id"]]}).json()
    assert [one["name"] for one in both["holidayLists"]] == ["Saxony", "Bavaria"]
    third = holidays("Third", associatedBusinessHourIds=[day])
    assert errors(api.post("/holidayList", third)) == {("/associatedBusinessHourIds/0", "invalid")}
    api.patch(f"/holidayList/{saxony}", {"associatedBusinessHourIds": []})
    assert [one["name"] for one in api.get(f"/businessHours/{day}").json()["holidayLists"]] == ["Bavaria"]
    single = api.patch(f"/businessHours/{day}", {"holidayListId": saxony}).json()
    assert [one["name"] for one in single["holidayLists"]] == ["Saxony"]


def test_a_header_leaves_the_holidays_out_of_the_list(api: Api) -> None:
    day = api.made("/businessHours", hours("Day"))["id"]
    api.made("/businessHours", hours("Off", status="INACTIVE"))
    (row,) = api.get("/businessHours", businessHourIds=day).json()["data"]
    (bare,) = api("GET", "/businessHours?status=ACTIVE", headers={"exclude_holiday_list": "true"}).json()["data"]
    assert row.keys() - bare.keys() == {"associatedHolidayList", "holidayLists"}


@pytest.mark.parametrize(
    ("more", "pointer"),
    [
        ({"holidays": [{"holidayName": "x", "from": "02-30", "to": "03-01"}]}, "/holidays/0/from"),
        ({"holidays": [{"holidayName": "x", "from": "00-01", "to": "01-01"}]}, "/holidays/0/from"),
        (
            {
                "year": 2027,
                "holidayListType": "YEAR_SPECIFIC",
                "holidays": [{"holidayName": "x", "from": "02-28", "to": "02-29"}],
            },
            "/holidays/0/to",
        ),
        ({"holidayListType": "YEAR_SPECIFIC"}, "/year"),
        ({"year": 2027}, "/year"),
        ({"holidays": []}, "/holidays"),
        ({"holidays": [{"holidayName": "x", "from": "01-01", "to": "01-01"}] * 101}, "/holidays"),
    ],
)
def test_days_that_do_not_exist_are_refused(api: Api, more: dict[str, Any], pointer: str) -> None:
    assert errors(api.post("/holidayList", holidays("Odd", **more))) == {(pointer, "invalid")}


def _slots(*times: str) -> list[dict[str, str]]:
    return [dict(zip(("startTime", "endTime"), one.split("-"), strict=True)) for one in times]


@pytest.mark.parametrize(
    ("days", "pointer"),
    [
        (
            [{"day": "MONDAY", "timeSlots": _slots("08:00-12:00", "11:00-13:00")}],
            "/businessTimes/0/timeSlots/1/startTime",
        ),
        ([{"day": "MONDAY", "startTime": "12:00", "endTime": "08:00"}], "/businessTimes/0/endTime"),
        ([{"day": "MONDAY"}, {"day": "MONDAY"}], "/businessTimes/1/day"),
    ],
)
def test_slots_that_do_not_fit_are_refused(api: Api, days: list[dict[str, Any]], pointer: str) -> None:
    assert errors(api.post("/businessHours", hours("Odd", businessTimes=days))) == {(pointer, "invalid")}


def test_hours_in_use_stay_unless_that_is_switched(api: Api) -> None:
    api.emulator.seed(
        {
            "prod": {
                "holidayLists": [{"name": "Bavaria"}],
                "businessHours": [{"name": "Day", "holidayLists": ["Bavaria"]}],
            }
        }
    )
    (day,) = ids(api.get("/businessHours"))
    rule = {"ruleId": "1", "ruleName": "Late", "ruleType": "SLA"}
    api.emulator.edit("prod", "businessHours", "update", id=day, values={"relatedRules": [rule]})
    assert api.get(f"/businessHours/{day}/relatedRules").json() == {"data": [rule]}
    assert code(api.delete(f"/businessHours/{day}")) == (422, "UNPROCESSABLE_ENTITY")
    api.emulator.switch(hours_in_use_refused=False)
    assert api.delete(f"/businessHours/{day}").status_code == 204
    assert code(api.get(f"/businessHours/{day}")) == (404, "URL_NOT_FOUND")


def test_a_name_is_taken_once_unless_that_is_switched(api: Api) -> None:
    api.made("/holidayList", holidays("Bavaria"))
    assert errors(api.post("/holidayList", holidays("BAVARIA"))) == {("/name", "duplicate")}
    api.emulator.switch(duplicate_names=True)
    assert api.post("/holidayList", holidays("BAVARIA")).status_code == 201
