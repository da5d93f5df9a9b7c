"""A team names only agents and teams of its department: refused on the field where that can be known."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.engine import UNKNOWN, check, note_homes
from pulumi_zohodesk.kinds import kind_named

AGENT, TEAM = kind_named("Agent"), kind_named("Team")
WORDS = "The agents[1] of the team names Agent 8, of Department 2; the team is of Department 1, and takes only"


def problems(olds=None, **news):
    found = check(TEAM, olds or {}, {"name": "First", "departmentId": "1", **news}).problems
    return [(one.argument, one.reason) for one in found]


@pytest.fixture(autouse=True)
def agents():
    note_homes(AGENT, "7", {"associatedDepartmentIds": ["1", "2"]})
    note_homes(AGENT, "8", {"associatedDepartmentIds": ["2"]})
    note_homes(TEAM, "5", {"departmentId": "2"})


def test_an_agent_of_another_department_is_refused_with_its_place():
    ((argument, reason),) = problems(agents=["7", "8", UNKNOWN, "9"])
    assert argument == "agents"
    assert reason.startswith(WORDS)
    assert [one[0] for one in problems(subTeams=["5"])] == ["sub_teams"]


def test_what_is_not_known_and_what_is_there_already_passes():
    assert problems(agents=["7", "9", UNKNOWN]) == []
    assert problems({"departmentId": "1", "agents": ["8"]}, agents=["8", "7"]) == []
    assert problems(departmentId=UNKNOWN, agents=["8"]) == []
    assert problems(agents=UNKNOWN) == problems(agents=[UNKNOWN], subTeams=UNKNOWN) == []
    assert [one[0] for one in problems(agents=5)] == ["agents"]  # no list
    note_homes(AGENT, "8", {"associatedDepartmentIds": [UNKNOWN]})
    assert problems(agents=["7", "8"]) == []


@pytest.mark.parametrize("secret", ["agents", "departmentId"])
def test_what_is_secret_is_not_told(secret):
    inputs = {"name": "First", "departmentId": "1", "agents": ["8"]}
    (found,) = check(TEAM, {}, inputs, secret={secret}).problems
    assert "8" not in found.reason
    assert "Department 2" not in found.reason


def test_a_team_that_moves_takes_nobody_along_unseen():
    assert [one[0] for one in problems({"departmentId": "2", "agents": ["8"]}, agents=["8"])] == ["agents"]


def test_a_row_that_does_not_say_changes_nothing():
    note_homes(AGENT, "8", {"name": "Eve"})
    assert len(problems(agents=["7", "8"])) == 1
