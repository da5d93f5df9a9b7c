"""Holiday lists: days that recur or are those of a year; never deleted, only set inactive.

Which business hours a list belongs to is kept with the business hours and can be set from both sides.
"""

from __future__ import annotations

from datetime import date

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import texts, unknown_ids
from pulumi_zohodesk.emulator._errors import FieldError, invalid
from pulumi_zohodesk.emulator._kind import Answer, Portal, Record
from pulumi_zohodesk.emulator._plain import Plain

HOURS, HOUR_IDS = "businessHours", "associatedBusinessHourIds"
MOST = 2
"""Holiday lists of one set of business hours."""
LEAP_YEAR = 2000


def _shown(portal: Portal, record: Record) -> Record:
    hours = [row for row in portal.table(HOURS) if record["id"] in row["holidayListIds"]]
    brief = {"businessHourId": "id", "businessHourName": "name", "businessHourStatus": "status"}
    entries = [{name: row[field] for name, field in brief.items()} for row in hours]
    return {**record, "year": record["year"] and str(record["year"]), "associatedBusinessHours": entries}


def _stored(_portal: Portal, body: Record) -> Record:
    return {name: value for name, value in body.items() if name != HOUR_IDS}


def _check(call: Call, candidate: Record, _current: Record | None) -> list[FieldError]:
    """The days exist, in the year if there is one; only lists of a year have one."""
    errors = [
        invalid(f"/holidays/{place}/{name}", "There is no such day.")
        for place, day in enumerate(candidate["holidays"])
        for name in ("from", "to")
        if not _is_day(day[name], candidate["year"] or LEAP_YEAR)
    ]
    if (candidate["holidayListType"] == "YEAR_SPECIFIC") != (candidate["year"] is not None):
        errors.insert(0, invalid("/year", "Lists of the type YEAR_SPECIFIC have a year, and only these."))
    asked = texts(call.body.get(HOUR_IDS))
    return errors + unknown_ids(call.portal, HOURS, asked, f"/{HOUR_IDS}", lambda row: _has_room(row, candidate))


def _has_room(hours: Record, record: Record) -> bool:
    return record.get("id") in hours["holidayListIds"] or len(hours["holidayListIds"]) < MOST


def _is_day(text: str, year: int) -> bool:
    try:
        return bool(date(year, *(int(part) for part in text.split("-"))))
    except ValueError:
        return False


PLAIN = Plain(
    name="holidayLists",
    contract="holiday_list",
    permission="setup.automation",
    blank={"name": "", "status": "ACTIVE", "holidayListType": "RECURRING", "year": None, "holidays": []},
    needed=("name",),
    most="holiday_lists",
    shown=_shown,
    stored=_stored,
    check=_check,
)


def _linked(call: Call, answer: Answer) -> Answer:
    """The answer after the business hours of the body have the list, and no others."""
    if HOUR_IDS not in call.body or not isinstance(answer, dict):
        return answer
    record, wanted = answer, texts(call.body[HOUR_IDS])
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
