"""Business hours: when an organisation works. ``destroy`` deletes them, unless automation rules use them.

Source: BusinessHour.json (createBusinessHour, getBusinessHours, getBusinessHour, updateBusinessHour,
deleteBusinessHour, getRelatedRulesForBusinessHour). The contract has no schema of the list's rows; an older version of
it has the object of the get. Written and read names differ (``timeZoneId``, ``timeZone.id``). The link to holiday lists
can be set from both sides: here is its one owner, by ``holidayListIds`` (``holidayListId`` is the older way).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pulumi_zohodesk.engine import Choice, Crud, Field, Kind, Many, Part, Problem, Reference, Row, Struct, Text
from pulumi_zohodesk.kinds._fields import STAMPS, name_text
from pulumi_zohodesk.kinds._related_rules import related_rules, unused

CALLS = Crud("/businessHours", "BusinessHour", ("settings",), "setup.automation", page_size=50)
RELATED_RULES = related_rules(CALLS, page_size=50)
TIME_OF_DAY = Text(
    100, least=1, pattern=r"([01][0-9]|2[0-3]):[0-5][0-9]", meaning="a time of the day such as 08:30 or 17:00"
)
DAYS = ("SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY")


def _ordered(slot: Row) -> Iterator[Problem]:
    if slot["startTime"] >= slot["endTime"]:
        yield ".end_time", f"is {slot['endTime']}, which is not after start_time, {slot['startTime']}"


def _apart(day: Row) -> Iterator[Problem]:
    """No two slots of a day overlap."""
    slots = sorted((slot["startTime"], slot["endTime"]) for slot in day.get("timeSlots") or ())
    for (_, end), (start, _) in pairwise(slots):
        if start < end:
            yield ".time_slots", f"has a slot from {start} on, while the one before it lasts until {end}"


TIME_SLOT = Struct(
    "TimeSlot",
    "A stretch of working time.",
    (
        Part("startTime", TIME_OF_DAY, "when it begins: ``08:30``", required=True),
        Part("endTime", TIME_OF_DAY, "when it ends", required=True),
    ),
    _ordered,
)
BUSINESS_DAY = Struct(
    "BusinessDay",
    "The working time of a day of the week.",
    (
        Part("day", Choice(DAYS), "the day of the week", required=True),
        Part("startTime", TIME_OF_DAY, "when work begins, where there is one stretch"),
        Part("endTime", TIME_OF_DAY, "when it ends"),
        Part("timeSlots", Many(TIME_SLOT, most=10), "the stretches, where there are several"),
    ),
    _apart,
)

KIND = Kind(
    "BusinessHours",
    "business hours",
    "When an organisation works. ``destroy`` deletes them, unless automation rules use them.",
    own_fields=(
        Field("name", name_text(100), "unique in the organisation", required=True),
        Field(
            "type",
            Choice(("24X7", "SPECIFIC", "CUSTOM")),
            "around the clock, the same hours on some days, or hours of each day",
            required=True,
        ),
        Field("businessTimes", Many(BUSINESS_DAY, key="day", least=1, most=7), "the days", required=True),
        Field(
            "timeZoneId", name_text(100), "IANA name, for example ``Europe/Berlin``", required=True, read="timeZone.id"
        ),
        Field(
            "holidayListIds",
            Many(Reference("HolidayList"), most=2),
            "the holiday lists on whose days nobody works",
            read="holidayLists[].id",
        ),
        Field("status", Choice(("ACTIVE", "INACTIVE")), "whether they are in use", required=True),
    ),
    outputs=STAMPS,
    key=("name",),
    calls=CALLS,
    guards=(unused(RELATED_RULES),),
    counted="businesshours",
)
