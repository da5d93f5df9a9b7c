"""What the service has no room for is refused in the preview, as far as it counts; it is asked once for each place."""

from __future__ import annotations

from collections import Counter
from contextlib import closing

import pytest

from pulumi_zohodesk.engine import MARKS, Session
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.plan import plan_of, rehearse
from pulumi_zohodesk.settings import resolve
from pulumi_zohodesk.transport import Client

from .previews import preview, state, step, urn, wanted
from .test_price import UNKNOWN

FORCE = "If that figure is wrong: zohodesk up --force."
COUNT = "getUsedCountForAutomationFeature"
HOLIDAYS = [{"holidayName": "Feast", "from": "12-24", "to": "12-24"}]


@pytest.fixture
def emulator(emulator):
    emulator.seed({"prod": {"limits": {"skill_types": 2, "holiday_lists": 1}, "departments": [{"name": "Sales"}]}})
    emulator.seed({"prod": {"skillTypes": [{"name": "Language", "department": "Sales"}]}})
    return emulator


def rehearsed(emulator, folder, *made, room=True):
    """Price, refusals by name, and how often the service was asked for room."""
    emulator.clear_log()
    settings = resolve(environ=emulator.env(), directory=folder)
    with closing(Client(settings, cache_dir=folder)) as client:
        session = Session(client, settings, KINDS)
        price, refusals = rehearse(plan_of(preview(*made)), lambda _connection: session, room=room)
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
        "b": f"The department {home} would hold 3 skill types; its edition has room for 2. {FORCE}",
        "y": f"The organisation would hold 2 holiday lists; its edition has room for 1. {FORCE}",
    }
    assert asked == 2
    assert rehearsed(emulator, tmp_path, *types(home, "a", "b"), room=False)[1:] == ({}, 0)
    assert price.calls == 2 * 4  # a look and a write each: what is asked for foresight is no part


def test_a_department_that_is_new_is_not_asked_for(emulator, tmp_path):
    waits = {"propertyDependencies": {"departmentId": [urn("Department", "d")]}}
    new = step("create", None, wanted("Department", "d", {"name": "D", "isEnabled": True}))
    _, refused, asked = rehearsed(emulator, tmp_path, new, *types(UNKNOWN, "a", "b", "c", **waits))
    assert (refused, asked) == ({}, 0)


def people(home, sort="AgentPublic", **more):
    def one(name, status="ACTIVE"):
        return {
            "lastName": name,
            "emailId": f"{name}@example.com",
            "rolePermissionType": sort,
            "associatedDepartmentIds": [home],
            "status": status,
            **more,
        }

    return one


def test_an_agent_for_whom_the_licence_has_no_seat_is_refused(emulator, tmp_path):
    """Where the licence tells its seats, they count; whoever leaves service by an update frees one."""
    emulator.seed({"prod": {"limits": {"seats": 3}, "agents": [{"emailId": "gone@example.com"}]}})
    there = emulator.state("prod")
    home, id = there["departments"][0]["id"], there["agents"][-1]["id"]
    person = people(home)
    old = state("Agent", "gone", id, person("gone"))
    old["outputs"][MARKS] |= {"organization": there["id"]}
    new = [step("create", None, wanted("Agent", name, person(name))) for name in ("a", "b", "c")]
    off = step("create", None, wanted("Agent", "d", person("d", "DISABLED")))
    _, refused, _ = rehearsed(emulator, tmp_path, *new, off)
    words = "The organisation would hold {} agents in service; its edition has room for 3. " + FORCE
    assert refused == {"b": words.format(4), "c": words.format(5)}
    freed = step("update", old, wanted("Agent", "gone", {**person("gone"), "rolePermissionType": "Light"}))
    _, refused, _ = rehearsed(emulator, tmp_path, new[0], freed, new[1])
    assert refused == {}
    _, refused, _ = rehearsed(emulator, tmp_path, freed, *new)
    assert refused == {"c": words.format(4)}


def test_seats_and_departments_are_those_of_the_edition_where_no_call_tells(emulator, tmp_path):
    emulator.seed({"prod": {"edition": "STANDARD", "departments": []}})
    emulator.fault(operation="featureInfo", count=None, status=403, body={"errorCode": "FORBIDDEN", "message": "no"})
    (home, *_) = (row["id"] for row in emulator.state("prod")["departments"])
    light = step("create", None, wanted("Agent", "l", people(home, "Light")("l")))
    more = step("create", None, wanted("Department", "m", {"name": "More", "isEnabled": True}))
    _, refused, _ = rehearsed(emulator, tmp_path, light, more)
    assert refused == {
        "l": f"The organisation would hold 1 light agents in service; its edition has room for 0. {FORCE}"
    }
    emulator.edit("prod", "departments", "delete", id=emulator.state("prod")["departments"][1]["id"])
    _, refused, _ = rehearsed(emulator, tmp_path, more)
    assert refused == {"m": f"The organisation would hold 2 departments; its edition has room for 1. {FORCE}"}


def test_a_count_that_is_refused_stops_nothing(emulator, tmp_path):
    home = next(row["id"] for row in emulator.state("prod")["departments"] if row["name"] == "Sales")
    emulator.fault(operation=COUNT, count=None, status=403, body={"errorCode": "FORBIDDEN", "message": "no"})
    assert rehearsed(emulator, tmp_path, *types(home, "a", "b", "c"))[1:] == ({}, 1)


def test_a_team_with_an_agent_of_another_department_is_refused(emulator, tmp_path):
    """Of an agent of the plan by what it will be, of any other by what it is, which is read beside the price."""
    name = emulator.state("prod")["departments"][0]["name"]
    emulator.seed({"prod": {"agents": [{"emailId": "else@example.com", "departments": [name]}]}})
    there = emulator.state("prod")
    home, other = (row["id"] for row in there["departments"])
    outsider = there["agents"][-1]["id"]
    new = step("create", None, wanted("Agent", "new", people(other)("new")))
    waits = {"propertyDependencies": {"agents": [urn("Agent", "new")]}}
    teams = [
        step("create", None, wanted("Team", f"{name}", {"departmentId": place, "name": name, "agents": agents}, **more))
        for name, place, agents, more in (
            ("right", other, [UNKNOWN], waits),
            ("wrong", home, [UNKNOWN], waits),
            ("live", other, [outsider], {}),
        )
    ]
    _, refused, _ = rehearsed(emulator, tmp_path, new, *teams)
    assert refused.keys() == {"wrong", "live"}
    words = "The agents[0] of the team names agent {}, of department (id {}); the team is of department (id {}), and"
    assert refused["wrong"].startswith(words.format('"new@example.com"', other, home))
    assert refused["live"].startswith(words.format(f"(id {outsider})", home, other))
