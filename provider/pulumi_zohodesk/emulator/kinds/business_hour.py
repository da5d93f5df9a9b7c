"""Business hours: when work is done in a week, in which time zone, without which holidays."""

from __future__ import annotations

from collections.abc import Iterator

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import page
from pulumi_zohodesk.emulator._contract import answer_schema, table
from pulumi_zohodesk.emulator._errors import FieldError, invalid, unprocessable
from pulumi_zohodesk.emulator._kind import Answer, Erratum, Link, Portal, Record
from pulumi_zohodesk.emulator._plain import Plain
from pulumi_zohodesk.emulator._schema import Schema

NOTHING = {"holidayListId": None, "holidayListName": None, "holidayListStatus": None}


def _shown(portal: Portal, record: Record) -> Record:
    lists = portal.those("holidayLists", record["holidayListIds"])
    brief = [{name: row[name] for name in ("id", "name", "status")} for row in lists]
    first = {f"holidayList{name.capitalize()}": value for name, value in brief[0].items()} if brief else NOTHING
    zone = {"id": record["timeZoneId"], "name": record["timeZoneId"]}
    return {**record, "timeZone": zone, "holidayLists": brief, "associatedHolidayList": first}


def _stored(_portal: Portal, body: Record) -> Record:
    """One holiday list may be sent by itself; sent with several, these count."""
    single = {"holidayListIds": [body["holidayListId"]]} if "holidayListId" in body else {}
    return {name: value for name, value in {**single, **body}.items() if name != "holidayListId"}


def _check(call: Call, candidate: Record, _current: Record | None) -> list[FieldError]:
    if not call.switches.slots_checked:
        return []
    days = [one["day"] for one in candidate["businessTimes"]]
    errors = [invalid(f"/businessTimes/{place}/day") for place, day in enumerate(days) if day in (*days[:place], None)]
    for place, day in enumerate(candidate["businessTimes"]):
        errors += [invalid(f"/businessTimes/{place}{where}", why) for where, why in _wrong(day)]
    return errors


def _wrong(day: Record) -> Iterator[tuple[str, str]]:
    """Slots that end before they begin, or begin before another has ended; a day may have its times by itself."""
    slots = [(f"/timeSlots/{place}", slot) for place, slot in enumerate(day.get("timeSlots") or [])] or [("", day)]
    times = [(slot.get("startTime") or "", slot.get("endTime") or "", where) for where, slot in slots]
    last = ""
    for start, end, where in sorted(times):
        if start >= end and (start or end):
            yield f"{where}/endTime", "The end must be after the start."
        elif start < last:
            yield f"{where}/startTime", "The slot overlaps another one."
        last = end


def _must_be_unused(call: Call, record: Record) -> None:
    if record["relatedRules"] and call.switches.hours_in_use_refused:
        raise unprocessable("The business hours are used by automation rules.")


PLAIN = Plain(
    name="businessHours",
    contract="business_hour",
    permission="setup.automation",
    blank={
        "name": "",
        "type": "SPECIFIC",
        "status": "ACTIVE",
        "timeZoneId": "UTC",
        "businessTimes": [],
        "holidayListIds": [],
        "relatedRules": [],
    },
    needed=("name", "type", "status", "timeZoneId"),
    links=(Link("holidayListIds", "holidayLists", seed="holidayLists", many=True),),
    most="business_hours",
    filters={"businessHourIds": "id"},
    shown=_shown,
    stored=_stored,
    check=_check,
    removable=_must_be_unused,
)


def _list(call: Call) -> Answer:
    """A header that leaves the holidays out is special to this list."""
    hidden = ("associatedHolidayList", "holidayLists") if call.headers.get("exclude_holiday_list") == "true" else ()
    shown = [_shown(call.portal, row) for row in page(call, PLAIN.rows(call))]
    return [{name: value for name, value in row.items() if name not in hidden} for row in shown]


def _rows() -> Schema:
    row = answer_schema(table("business_hour")["getBusinessHour"], 200)
    plain = {**row, "required": [name for name in row["required"] if "oliday" not in name]}
    return {"type": "object", "required": ["data"], "properties": {"data": {"type": "array", "items": plain}}}


KIND = PLAIN.kind(
    {"getBusinessHours": _list},
    errata={
        "The list has no schema, only a discriminator that names schemas that are not there.": Erratum(
            operations="getBusinessHours", schema=_rows
        ),
    },
)
