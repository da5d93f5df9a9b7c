"""How people read the value of a field."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.cli._printable import value_words
from tests.cli.test_up import create, home, says

__all__ = ["home"]

SLOTS = [{"startTime": "08:00", "endTime": "12:00"}, {"startTime": "13:00", "endTime": "17:30"}]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"day": "FRIDAY", "start": "08:00"}, "day: FRIDAY, start: 08:00"),
        ([{"a": 1}, {"a": None}], "a: 1; a: -"),
        ({"day": "MONDAY", "slots": [{"a": "x"}, {"a": "y"}]}, "day: MONDAY, slots: (a: x; a: y)"),
        ({"cf": {}}, "cf: {}"),
        ("plain\x1b[31m", "plain\\x1b[31m"),
        ({"name": "\x1b[31m"}, "name: \\x1b[31m"),
    ],
)
def test_structures_are_read_as_sentences(value, words):
    assert value_words(value) == words


def test_the_page_of_a_plan_has_nested_values_in_the_words_of_the_program(home, capsys):
    days = [{"day": "MONDAY", "timeSlots": SLOTS}]
    says(home, create("hours", kind="BusinessHours", type="CUSTOM", timeZoneId="Europe/Berlin", businessTimes=days))
    assert run(["preview", "--html", "plan.html"]) == 0
    text = (home.parent / "home" / "plan.html").read_text(encoding="utf-8")
    slots = "time_slots: (start_time: 08:00, end_time: 12:00; start_time: 13:00, end_time: 17:30)"
    assert f"day: MONDAY, {slots}" in text
    assert "{" not in text.partition("<body>")[2]
