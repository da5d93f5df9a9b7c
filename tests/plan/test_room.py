"""What the service has no room for is refused in the preview, as far as it counts; it is asked once for each place."""

from __future__ import annotations

from collections import Counter
from contextlib import closing

import pytest

from pulumi_zohodesk.engine import Session
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.plan import plan_of, rehearse
from pulumi_zohodesk.settings import resolve
from pulumi_zohodesk.transport import Client

from .previews import preview, step, urn, wanted
from .test_price import UNKNOWN

COUNT = "getUsedCountForAutomationFeature"
HOLIDAYS = [{"holidayName": "Feast", "from": "12-24", "to": "12-24"}]


@pytest.fixture
def emulator(emulator):
    emulator.seed({"prod": {"limits": {"skill_types": 2, "holiday_lists": 1}, "departments": [{"name": "Sales"}]}})
    emulator.seed({"prod": {"skillTypes": [{"name": "Language", "department": "Sales"}]}})
    return emulator


def rehearsed(emulator, folder, *made):
    """Price, refusals by name, and how often the service was asked for room."""
    emulator.clear_log()
    settings = resolve(environ=emulator.env(), directory=folder)
    with closing(Client(settings, cache_dir=folder)) as client:
        session = Session(client, settings, KINDS)
        price, refusals = rehearse(plan_of(preview(*made)), lambda _connection: session)
    asked = Counter(entry["operation"] for entry in emulator.log())[COUNT]
    return price, {one.step.name: one.reason for one in refusals}, asked


def types(home, *names, **more):
    return [
        step("create", None, wanted("SkillType", one, {"departmentId": home, "name": one}, **more)) for one in names
    ]


def test_what_is_one_too_many_is_refused_and_the_rest_is_not(emulator, tmp_path):
    home = next(row["id"] for row in emulator.state("prod")["departments"] if row["name"] == "Sales")
    lists = [
        step("create", None, wanted("HolidayList", one, {"name": one, "holidays": HOLIDAYS})) for one in ("x", "y")
    ]
    price, refused, asked = rehearsed(emulator, tmp_path, *types(home, "a", "b"), *lists)
    assert refused == {
        "b": f"The department {home} would hold 3 skill types; its edition has room for 2.",
        "y": "The organisation would hold 2 holiday lists; its edition has room for 1.",
    }
    assert asked == 2
    assert price.calls == 2 * 4  # a look and a write each: what is asked for foresight is no part


def test_a_department_that_is_new_is_not_asked_for(emulator, tmp_path):
    waits = {"propertyDependencies": {"departmentId": [urn("Department", "d")]}}
    new = step("create", None, wanted("Department", "d", {"name": "D", "isEnabled": True}))
    _, refused, asked = rehearsed(emulator, tmp_path, new, *types(UNKNOWN, "a", "b", "c", **waits))
    assert (refused, asked) == ({}, 0)


def test_a_count_that_is_refused_stops_nothing(emulator, tmp_path):
    home = next(row["id"] for row in emulator.state("prod")["departments"] if row["name"] == "Sales")
    emulator.fault(operation=COUNT, count=None, status=403, body={"errorCode": "FORBIDDEN", "message": "no"})
    assert rehearsed(emulator, tmp_path, *types(home, "a", "b", "c"))[1:] == ({}, 1)
