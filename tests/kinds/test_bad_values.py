"""What each kind refuses in the preview, with the place in the value: beside types and limits, which every kind has."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.engine import check
from pulumi_zohodesk.kinds import kind_named

from .objects import FEAST, OBJECTS, right

SLOT = {"startTime": "08:00", "endTime": "12:00"}
DAY = {"day": "FRIDAY", "timeSlots": [SLOT]}
HOURS = "BusinessHours"


def refused(name, **values):
    """What `check` says of an object that is right but for these values."""
    kind = kind_named(name)
    found = check(kind, {}, {**right(kind, lambda _kind: ["1", "2"], 1), **values})
    return [problem.reason for problem in found.problems]


@pytest.mark.parametrize("name", sorted(OBJECTS))
def test_what_is_right_is_not_refused(name):
    assert refused(name) == []


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        (
            HOURS,
            {"businessTimes": [{**DAY, "timeSlots": [SLOT, {**SLOT, "startTime": "11:00"}]}]},
            "[0].time_slots of the business hours has a slot from 11:00 on",
        ),
        (
            HOURS,
            {"businessTimes": [{**DAY, "timeSlots": [{**SLOT, "endTime": "07:00"}]}]},
            "time_slots[0].end_time of the business hours is 07:00",
        ),
        (HOURS, {"businessTimes": [DAY, DAY]}, "names FRIDAY twice"),
        (HOURS, {"businessTimes": [{**DAY, "day": "FRYDAY"}]}, "FRIDAY"),
        ("HolidayList", {"holidays": [{**FEAST, "from": "02-30"}]}, "a day of the year, month first"),
        ("HolidayList", {"holidays": [{**FEAST, "holidayName": f"Day {n}"} for n in range(101)]}, "at most 100"),
        ("HolidayList", {"holidays": []}, "at least 1"),
        ("EmailTemplate", {"folderId": None}, "folder_id"),
        ("Webhook", {"url": "example.com/desk"}, "url"),
        ("Webhook", {"subscriptions": []}, "at least 1"),
        ("Product", {"unitPrice": "cheap"}, "unit_price"),
        ("RoutingPreference", {"thresholdLimit": 501}, "500"),
        ("DataSharing", {"tickets": "publik"}, "public"),
        ("SkillOrder", {"skillIds": ["1"]}, "at least 2"),
        ("SkillOrder", {"skillIds": ["1", "1"]}, "names 1 twice"),
        ("Profile", {"permissions": {"tickets": {"veiw": True}}}, "view"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(name, values, words):
    found = refused(name, **values)
    assert len(found) == 1, found
    assert words in found[0]
