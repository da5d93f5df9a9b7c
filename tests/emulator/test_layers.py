"""The three layers over every operation: scope first, then the profile's permission, then data sharing."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from pulumi_zohodesk.emulator import Emulator

from .conftest import Api, code
from .test_contract import GOOD, ROWS, SUPPORTED, World

NOTHING = "getOrganizations getAccessibleOrganizationsForUser getOrganization getMyInfo getMyProfile getMyDepartments"
NEEDED: dict[str, str] = {
    "setup.portal": "updateOrganization",
    "setup.permission": (
        "getRoles getRole getRolesByIds getPersonalRole getRoleCount getAgentsByRole getProfileList getProfile"
        " getLightAgentProfile getAgentsByProfile getDataSharingRules updateDataSharingRules"
    ),
    "setup.department": (
        "getDepartments getDepartmentsByIds getDepartment getDepartmentsCount checkDepartmentNameExist addDepartment"
        " updateDepartment associateAgentsToDepartment dissociateAgents enableDepartment disableDepartment"
        " getAgentsInDepartment getAssociableAgents"
    ),
    "setup.manageAgents": (
        "getAgents getAgentsByIds getAgent getAgentByEmail getAgentByZuid getDeletedAgents getAgentsCount"
        " getAllAgentsCount addAgent updateAgent activateAgents deactivateAgents deleteAgent deleteUnconfirmedAgent"
        " reInviteAgents anonymizeDeletedAgent scheduleAgentReassignment"
    ),
    "setup.automation": (
        "getSkillTypes getSkillType createSkillType updateSkillType deleteSkillType getSkills getSkill createSkill"
        " updateSkill deleteSkill getRelatedRulesForSkill reorderSkills getCriteriaFieldsForSkills getSkillsOfAgent"
        " mapSkillsWithAgent getUsedCountForAutomationFeature"
    ),
}
PERMISSION = {name: permission for permission, names in NEEDED.items() for name in names.split()}
SETTINGS = sorted(name for name, permission in PERMISSION.items() if permission.startswith("setup."))
FORBIDDEN = (403, "FORBIDDEN")


def _as(connect: Any, emulator: Emulator, permissions: list[str], scopes: list[str] | None = None) -> Api:
    """A client of an agent that may do just that, in every department."""
    emulator.agent("prod", "bea@example.com", permissions=permissions)
    client: Api = connect(agent="bea@example.com", scopes=scopes)
    return client


def _call(operation: str, client: Api, world: World) -> httpx.Response:
    return GOOD[operation](client, world)


def test_the_table_names_every_operation_once() -> None:
    named = [*NOTHING.split(), *(name for names in NEEDED.values() for name in names.split())]
    assert sorted(named) == SUPPORTED


@pytest.mark.parametrize("operation", SUPPORTED)
def test_scope_comes_first(operation: str, api: Api, connect: Any) -> None:
    world = World(api)
    client = _as(connect, api.emulator, [], scopes=["Desk.articles.ALL"])
    assert code(_call(operation, client, world)) == (403, "SCOPE_MISMATCH")


@pytest.mark.parametrize("operation", sorted(PERMISSION))
def test_then_the_profile(operation: str, api: Api, connect: Any) -> None:
    world = World(api)
    client = _as(connect, api.emulator, [], scopes=ROWS[operation][1]["scopes"])
    assert code(_call(operation, client, world)) == FORBIDDEN


@pytest.mark.parametrize("operation", SUPPORTED)
def test_the_one_permission_is_enough(operation: str, api: Api, connect: Any) -> None:
    world = World(api)
    client = _as(connect, api.emulator, [PERMISSION[operation]] if operation in PERMISSION else [])
    answer = _call(operation, client, world)
    assert 200 <= answer.status_code < 300, answer.text


@pytest.mark.parametrize("operation", SETTINGS)
def test_reading_settings_can_be_opened_to_everybody(operation: str, api: Api, connect: Any) -> None:
    api.emulator.switch(reading_needs_permission=False)
    world = World(api)
    answer = _call(operation, _as(connect, api.emulator, []), world)
    assert (answer.status_code == 403) == (ROWS[operation][1]["method"] != "GET")


def test_one_permission_can_be_taken_and_given_back(api: Api, emulator: Emulator) -> None:
    emulator.permit("prod", "Support Administrator", "setup.department", False)
    assert code(api.get("/departments")) == FORBIDDEN
    assert api.get("/agents").status_code == 200
    emulator.permit("prod", "Support Administrator", "setup.department")
    assert api.get("/departments").status_code == 200


def test_an_agent_can_be_asked_for_by_its_profile(emulator: Emulator, connect: Any) -> None:
    ann = emulator.agent("prod", "ann@example.com", profile="Supervisor")
    assert connect(agent="ann@example.com").get("/myProfile").json()["name"] == "Supervisor"
    again = emulator.agent("prod", "ann@example.com", permissions=["setup.department"], departments=[])
    assert (again["id"], again["associatedDepartmentIds"]) == (ann["id"], [])
    mine = connect(agent="ann@example.com").get("/myProfile").json()["permissions"]
    granted = [f"{group}.{flag}" for group, flags in mine.items() for flag, allowed in flags.items() if allowed]
    assert granted == ["setup.department"]


def test_what_no_profile_or_module_has_is_refused(emulator: Emulator) -> None:
    with pytest.raises(ValueError, match=r"no permission named setup\.banana"):
        emulator.permit("prod", "Agent", "setup.banana")
    with pytest.raises(ValueError, match="There are 0 profiles"):
        emulator.permit("prod", "Banana", "setup.department")
    with pytest.raises(ValueError, match="no module named bananas"):
        emulator.sharing("prod", "bananas", "public")
    with pytest.raises(ValueError, match="no level of data sharing named open"):
        emulator.seed({"prod": {"sharing": {"tickets": "open"}}})


def test_the_same_over_http(api: Api, emulator: Emulator, connect: Any) -> None:
    with httpx.Client(base_url=f"{emulator.url}/_emulator", verify=False) as control:
        body = {"organization": "prod", "email": "ann@example.com", "permissions": []}
        assert control.post("/agents", json=body).json()["rolePermissionType"] == "Custom"
        flag = {"organization": "prod", "profile": "Profile of ann@example.com", "permission": "setup.department"}
        assert control.post("/permissions", json=flag).status_code == 200
        level = {"organization": "prod", "module": "tickets", "level": "public"}
        assert control.post("/sharing", json=level).json()["tickets"] == "public"
    assert connect(agent="ann@example.com").get("/departments").status_code == 200
    assert api.get("/dataSharingRules").json()["tickets"] == "public"
