"""Holiday lists: days that recur or are those of a year; never deleted, only set inactive.

Which business hours a list belongs to is kept with the business hours and can be set from both sides.
"""

from __future__ import annotations

from datetime import date

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import texts, unknown_ids
from pulumi_zohodesk.emulator._errors import FieldError, invalid
from pulumi_zohodesk.emulator._kind import Answer, Portal
from pulumi_zohodesk.emulator._plain import Plain
from pulumi_zohodesk.emulator._store import Record

HOURS = "businessHours"
MOST = 2
"""Holiday lists of one set of business hours."""
LEAP_YEAR = 2000


def _shown(portal: Portal, record: Record) -> Record:
    hours = [row for row in portal.table(HOURS) if record["id"] in row["holidayListIds"]]
    brief = {"businessHourId": "id", "businessHourName": "name", "businessHourStatus": "status"}
    entries = [{name: row[field] for name, field in brief.items()} for row in hours]
    return {**record, "year": record["year"] and str(record["year"]), "associatedBusinessHours": entries}


def _stored(_portal: Portal, body: Record) -> Record:
    return {name: value for name, value in body.items() if name != "associatedBusinessHourIds"}


def _check(call: Call, candidate: Record, _current: Record | None) -> list[FieldError]:
    """The days exist, in the year if there is one; only lists of a year have one."""
    errors: list[FieldError] = []
    if (candidate["holidayListType"] == "YEAR_SPECIFIC") != (candidate["year"] is not None):
        errors.append(invalid("/year", "Lists of the type YEAR_SPECIFIC have a year, and only these."))
    for place, day in enumerate(candidate["holidays"]):
        ends = [_day(day[name], candidate["year"] or LEAP_YEAR) for name in ("from", "to")]
        errors += [
            invalid(f"/holidays/{place}/{name}", "There is no such day.")
            for name, end in zip(("from", "to"), ends, strict=True)
            if end is None
        ]
    asked = texts(call.body.get("associatedBusinessHourIds"))
    return errors + unknown_ids(
        call.portal,
        HOURS,
        asked,
        "/associatedBusinessHourIds",
        lambda row: candidate.get("id") in row["holidayListIds"] or len(row["holidayListIds"]) < MOST,
    )


def _day(text: str, year: int) -> date | None:
    try:
        return date(year, *(int(part) for part in text.split("-")))
    except ValueError:
        return None


PLAIN = Plain(
    name="holidayLists",
    contract="holiday_list",
    permission="setup.automation",
    blank={"name": "", "status": "ACTIVE", "holidayListType": "RECURRING", "year": None, "holidays": []},
    needed=("name",),
    most="holiday_lists",
    filters={"status": "status"},
    shown=_shown,
    stored=_stored,
    check=_check,
)


def _linked(call: Call, answer: Answer) -> Answer:
    """The answer after the business hours of the body have the list, and no others."""
    if "associatedBusinessHourIds" not in call.body or not isinstance(answer, dict):
        return answer
    record, wanted = answer, texts(call.body["associatedBusinessHourIds"])
    for row in call.portal.table(HOURS):
        others = [one for one in row["holidayListIds"] if one != record["id"]]
        row["holidayListIds"] = [*others, record["id"]] if row["id"] in wanted else others
    return _shown(call.portal, record)


KIND = PLAIN.kind(
    {
        "createHolidayList": lambda call: _linked(call, PLAIN.create(call)),
        "updateHolidayList": lambda call: _linked(call, PLAIN.update(call)),
    }
)
