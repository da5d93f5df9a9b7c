"""Every operation is answered within its schema, and refused within the shapes of errors.

The errata table is the only thing that stands between an answer and its schema.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator, ValidationError

from pulumi_zohodesk.emulator import _contract
from pulumi_zohodesk.emulator._schema import python_pattern
from pulumi_zohodesk.emulator.kinds import KINDS

from .conftest import Api, skill_body

ROWS = {row["id"]: (kind, row) for kind in KINDS for row in _contract.table(kind.contract).values()}
UNSUPPORTED = {name for kind in KINDS for name in kind.unsupported}
SUPPORTED = sorted(set(ROWS) - UNSUPPORTED)


def _anchored(node: Any, names: bool = False) -> Any:
    """The schema with patterns that mean the whole value, in Python's dialect."""
    if isinstance(node, list):
        return [_anchored(one) for one in node]
    if not isinstance(node, dict):
        return node
    result = {key: _anchored(value, names=key in ("properties", "patternProperties")) for key, value in node.items()}
    if not names and "patternProperties" in result:
        result["patternProperties"] = {_whole(name): one for name, one in result["patternProperties"].items()}
    if not names and isinstance(result.get("pattern"), str):
        result["pattern"] = _whole(result["pattern"])
    return result


def _whole(java: str) -> str:
    return rf"(?a:^(?:{python_pattern(java)})\Z)"


@cache
def _validator(operation: str, status: int) -> Draft202012Validator | None:
    kind, row = ROWS[operation]
    schema = _contract.answer_schema(row, status, kind.errata)
    return None if schema is None else Draft202012Validator(_anchored(schema))


@cache
def _error_validator() -> Draft202012Validator:
    return Draft202012Validator({"anyOf": list(_anchored(_contract.error_schemas()).values())})


def _hold(operation: str, answer: httpx.Response) -> None:
    """Fails unless the answer is one that the contract declares."""
    assert str(answer.status_code) in ROWS[operation][1]["answers"], answer.text
    validator = _validator(operation, answer.status_code)
    if validator is None:
        assert answer.content == b""
        return
    found = [reason for one in validator.iter_errors(answer.json()) for reason in _reasons(one)]
    assert found == []


def _reasons(error: ValidationError) -> list[str]:
    """What is wrong; of alternatives, what keeps the nearest one from fitting."""
    if not error.context:
        return [f"{error.json_path}: {error.message[-200:]}"]
    branches: dict[Any, list[str]] = {}
    for one in error.context:
        branches.setdefault(one.schema_path[0], []).extend(_reasons(one))
    return min(branches.values(), key=len)


class World:
    """Some of everything, for the calls below."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.home = api.default_department()
        self.sales = api.department("Sales", description="Sells")["id"]
        self.agent = api.agent(departments=[self.home, self.sales], cf={"cf_shift": "early"}, phone="+1 555")["id"]
        self.skill_type = api.skill_type(self.sales)["id"]
        self.empty_type = api.skill_type(self.sales, "Products")["id"]
        self.skill = api.skill(self.skill_type, agentIds=[self.agent])["id"]
        self.other_skill = api.skill(self.skill_type, "French")["id"]
        state = api.emulator.state("prod")
        self.organization = state["id"]
        self.administrator = state["agents"][0]
        self.role = state["roles"][0]["id"]
        self.profile = state["profiles"][0]["id"]

    def confirmed(self) -> str:
        self.api.emulator.edit("prod", "agents", "update", id=self.agent, values={"isConfirmed": True})
        return str(self.agent)

    def deleted(self) -> str:
        assert self.api.delete(f"/agents/{self.confirmed()}").status_code == 204
        return str(self.agent)

    def disabled(self) -> str:
        assert self.api.post(f"/agents/{self.agent}/deactivate").status_code == 204
        return str(self.agent)

    def related(self) -> str:
        rule = {"ruleId": "123", "ruleName": "Escalate", "ruleType": "SLA"}
        self.api.emulator.edit("prod", "skills", "update", id=self.skill, values={"relatedRules": [rule]})
        return str(self.skill)

    def zuid(self) -> str:
        return str(self.administrator["zuid"])

    def reassignment(self) -> dict[str, Any]:
        owner = self.administrator["id"]
        return {"agentReassignment": [{"departmentId": self.home, "ticketNewOwner": owner, "taskNewOwner": None}]}


CallIt = Callable[[Api, World], httpx.Response]

GOOD: dict[str, CallIt] = {
    "getOrganizations": lambda a, w: a.get("/organizations"),
    "getAccessibleOrganizationsForUser": lambda a, w: a.get("/accessibleOrganizations"),
    "getOrganization": lambda a, w: a.get(f"/organizations/{w.organization}", includeCustomDomain=True),
    "updateOrganization": lambda a, w: a.patch(f"/organizations/{w.organization}", {"alias": "Desk"}),
    "getRoles": lambda a, w: a.get("/roles"),
    "getRole": lambda a, w: a.get(f"/roles/{w.role}"),
    "getRolesByIds": lambda a, w: a.get("/rolesByIds", roleIds=w.role),
    "getPersonalRole": lambda a, w: a.get("/personalRole"),
    "getRoleCount": lambda a, w: a.get("/roles/count", isVisible=True),
    "getAgentsByRole": lambda a, w: a.get(f"/roles/{w.role}/agents"),
    "getProfileList": lambda a, w: a.get("/profiles", fields="type,isVisible,permissions"),
    "getProfile": lambda a, w: a.get(f"/profiles/{w.profile}"),
    "getMyProfile": lambda a, w: a.get("/myProfile"),
    "getLightAgentProfile": lambda a, w: a.get("/lightAgentProfile"),
    "getAgentsByProfile": lambda a, w: a.get(f"/profiles/{w.profile}/agents", active=True),
    "getDataSharingRules": lambda a, w: a.get("/dataSharingRules"),
    "updateDataSharingRules": lambda a, w: a.patch("/dataSharingRules", {"tickets": "public read only"}),
    "getDepartments": lambda a, w: a.get("/departments"),
    "getMyDepartments": lambda a, w: a.get("/myDepartments", isEnabled=True),
    "getDepartmentsByIds": lambda a, w: a.get("/departmentsByIds", departmentIds=f"{w.home},{w.sales}"),
    "getDepartment": lambda a, w: a.get(f"/departments/{w.sales}"),
    "getDepartmentsCount": lambda a, w: a.get("/departments/count"),
    "checkDepartmentNameExist": lambda a, w: a.get("/departments/checkExists", departmentName="Sales"),
    "addDepartment": lambda a, w: a.post("/departments", {"name": "R|D & more", "associatedAgentIds": [w.agent]}),
    "updateDepartment": lambda a, w: a.patch(f"/departments/{w.sales}", {"description": "x" * 500}),
    "associateAgentsToDepartment": lambda a, w: a.post(
        f"/departments/{w.sales}/associateAgents", {"agentIds": [w.administrator["id"]]}
    ),
    "dissociateAgents": lambda a, w: a.post(f"/departments/{w.sales}/dissociateAgents", {"agentIds": [w.agent]}),
    "enableDepartment": lambda a, w: a.post(f"/departments/{w.sales}/enable"),
    "disableDepartment": lambda a, w: a.post(f"/departments/{w.sales}/disable", {"agentNewDepartment": w.home}),
    "getAgentsInDepartment": lambda a, w: a.get(f"/departments/{w.sales}/agents"),
    "getAssociableAgents": lambda a, w: a.get(f"/departments/{w.sales}/associableAgents"),
    "getAgents": lambda a, w: a.get("/agents", include="profile,role"),
    "getAgentsByIds": lambda a, w: a.get("/agentsByIds", agentIds=w.agent),
    "getAgent": lambda a, w: a.get(
        f"/agents/{w.agent}",
        include="profile,role,associatedDepartments,associatedChatDepartments,verifiedEmails",
    ),
    "getMyInfo": lambda a, w: a.get("/myinfo", include="profile,role,associatedDepartments"),
    "getAgentByEmail": lambda a, w: a.get("/agents/email/ann@example.com"),
    "getAgentByZuid": lambda a, w: a.get(f"/agents/zuid/{w.zuid()}"),
    "getDeletedAgents": lambda a, w: (w.deleted(), a.get("/deletedAgents"))[1],
    "getAgentsCount": lambda a, w: a.get("/agents/count"),
    "getAllAgentsCount": lambda a, w: a.get("/agents/allCounts"),
    "addAgent": lambda a, w: a.post(
        "/agents",
        {
            "emailId": "new@example.com",
            "lastName": "New",
            "associatedDepartmentIds": [w.home],
            "rolePermissionType": "Admin",
        },
    ),
    "updateAgent": lambda a, w: a.patch(f"/agents/{w.agent}", {"firstName": "Ann"}),
    "activateAgents": lambda a, w: a.post("/agents/activate", {"agentIds": [w.agent]}),
    "deactivateAgents": lambda a, w: a.post(f"/agents/{w.agent}/deactivate"),
    "deleteAgent": lambda a, w: a.delete(f"/agents/{w.confirmed()}"),
    "deleteUnconfirmedAgent": lambda a, w: a.post("/agents/deleteUnconfirmed", {"agentIds": [w.agent]}),
    "reInviteAgents": lambda a, w: a.post("/agents/reinvite", {"agentIds": [w.agent]}),
    "anonymizeDeletedAgent": lambda a, w: a.post(
        f"/deletedAgents/{w.deleted()}/anonymize", {"anonymizedName": "Nobody"}
    ),
    "scheduleAgentReassignment": lambda a, w: a.post(f"/agents/{w.disabled()}/reassignment", w.reassignment()),
    "getSkillTypes": lambda a, w: a.get("/skillTypes"),
    "getSkillType": lambda a, w: a.get(f"/skillTypes/{w.skill_type}"),
    "createSkillType": lambda a, w: a.post("/skillTypes", {"departmentId": w.sales, "name": "Regions"}),
    "updateSkillType": lambda a, w: a.patch(f"/skillTypes/{w.skill_type}", {"name": "Tongues"}),
    "deleteSkillType": lambda a, w: a.delete(f"/skillTypes/{w.empty_type}"),
    "getSkills": lambda a, w: a.get("/skills", departmentId=w.sales),
    "getSkill": lambda a, w: a.get(f"/skills/{w.skill}"),
    "createSkill": lambda a, w: a.post("/skills", {**skill_body(w.skill_type, "Latin"), "description": "x" * 200}),
    "updateSkill": lambda a, w: a.patch(f"/skills/{w.skill}", {"status": "INACTIVE"}),
    "deleteSkill": lambda a, w: a.delete(f"/skills/{w.skill}"),
    "getRelatedRulesForSkill": lambda a, w: a.get(f"/skills/{w.related()}/relatedRules"),
    "reorderSkills": lambda a, w: a.post(
        "/skills/order", {"departmentId": w.sales, "skillIds": [w.other_skill, w.skill]}
    ),
    "getCriteriaFieldsForSkills": lambda a, w: a.get("/skills/criteriaFields", departmentId=w.sales, module="tickets"),
    "getSkillsOfAgent": lambda a, w: a.get(f"/agents/{w.agent}/skills", departmentIds=w.sales),
    "mapSkillsWithAgent": lambda a, w: a.post(
        f"/agents/{w.agent}/mapSkills", {"departmentId": w.sales, "skillIds": [w.other_skill]}
    ),
    "getUsedCountForAutomationFeature": lambda a, w: a.get(
        "/automationFeatureCount", feature="Skills", departmentId=w.sales
    ),
}
"""A call of each operation that must succeed."""


def test_every_operation_that_is_emulated_has_a_call_that_succeeds() -> None:
    assert sorted(GOOD) == SUPPORTED


@pytest.mark.parametrize("operation", SUPPORTED)
def test_a_success_is_within_its_schema(operation: str, api: Api) -> None:
    answer = GOOD[operation](api, World(api))
    assert api.emulator.log()[-1]["operation"] == operation
    assert 200 <= answer.status_code < 300, answer.text
    _hold(operation, answer)


@pytest.mark.parametrize("operation", SUPPORTED)
def test_an_unknown_query_parameter_is_refused_in_the_shape_of_errors(operation: str, api: Api) -> None:
    path = ROWS[operation][1]["path"].removeprefix("/api/v1").replace("{emailId}", "a@b.co")
    for name in ROWS[operation][1]["path_parameters"]:
        path = path.replace(f"{{{name}}}", "1")
    answer = api(ROWS[operation][1]["method"], path, params={"sortBanana": "1"})
    assert answer.status_code == 422
    assert answer.json()["message"] == "Extra query parameter 'sortBanana' is present in the input."
    assert _error_validator().is_valid(answer.json())


@pytest.mark.parametrize("operation", sorted(name for name in SUPPORTED if "body" in ROWS[name][1]))
def test_an_unknown_body_key_is_refused_with_its_pointer(operation: str, api: Api) -> None:
    row = ROWS[operation][1]
    path = row["path"].removeprefix("/api/v1")
    for name in row["path_parameters"]:
        path = path.replace(f"{{{name}}}", "1")
    answer = api(row["method"], path, {"banana": 1})
    assert answer.status_code == 422
    assert {"fieldName": "/banana", "errorType": "invalid"}.items() <= answer.json()["errors"][-1].items()
    assert _error_validator().is_valid(answer.json())


@pytest.mark.parametrize("operation", sorted(UNSUPPORTED))
def test_what_is_not_emulated_says_so_with_a_reason(operation: str, api: Api, connect: Any) -> None:
    row = ROWS[operation][1]
    path = row["path"].removeprefix("/api/v1")
    for name in row["path_parameters"]:
        path = path.replace(f"{{{name}}}", "1")
    answer = connect(scopes=row["scopes"])(row["method"], path)
    assert answer.status_code == 501
    assert answer.json()["errorCode"] == "NOT_IMPLEMENTED"
    assert answer.json()["message"].endswith(".")


@pytest.mark.parametrize("operation", SUPPORTED)
def test_every_operation_asks_for_one_of_its_scopes(operation: str, connect: Any) -> None:
    row = ROWS[operation][1]
    path = row["path"].removeprefix("/api/v1").replace("{emailId}", "a@b.co")
    for name in row["path_parameters"]:
        path = path.replace(f"{{{name}}}", "1")
    answer = connect(scopes=["Desk.articles.ALL"])(row["method"], path)
    assert (answer.status_code, answer.json()["errorCode"]) == (403, "SCOPE_MISMATCH")


@pytest.mark.parametrize("operation", ["getAgent", "getDepartment", "getSkill", "getSkillTypes", "getProfile"])
def test_times_as_numbers_are_within_the_schema_too(operation: str, api: Api) -> None:
    api.emulator.switch(epoch_times=True)
    _hold(operation, GOOD[operation](api, World(api)))


def test_a_deleted_agent_is_still_answered_within_the_schema(api: Api) -> None:
    agent = World(api).deleted()
    answer = api.get(f"/agents/{agent}")
    assert answer.json()["status"] == "DELETED"
    _hold("getAgent", answer)


def test_every_erratum_has_a_reason_that_is_a_sentence() -> None:
    for kind in KINDS:
        for erratum in kind.errata:
            assert erratum.reason.endswith(".")
            assert len(erratum.reason) > 20
