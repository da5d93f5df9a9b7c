"""Teams: agents of the department, by name and by role, teams within teams, and successors."""

from __future__ import annotations

import pytest

from .calls import NO_SUCCESSORS
from .conftest import Api, code, errors


@pytest.fixture
def sales(api: Api) -> str:
    return str(api.department("Sales")["id"])


def _team(api: Api, sales: str, name: str, **more: object) -> str:
    return str(api.made("/teams", {"name": name, "departmentId": sales, **more})["id"])


def test_agents_come_by_name_by_role_and_from_the_teams_within(api: Api, sales: str) -> None:
    roles = {row["name"]: row["id"] for row in api.emulator.state("prod")["roles"]}
    profile = api.emulator.state("prod")["profiles"][1]["id"]
    low = {"rolePermissionType": "Custom", "roleId": roles["Support Agent"], "profileId": profile}
    ann, bob = api.agent(departments=[sales])["id"], api.agent("bob@example.com", [sales], **low)["id"]
    api.agent("eve@example.com", **low)
    inner = _team(api, sales, "Inner", agents=[ann])
    outer = api.get(f"/teams/{_team(api, sales, 'Outer', rolesWithSubordinates=[roles['Support Manager']])}").json()
    assert outer["derivedAgents"] == [bob]
    outer = api.patch(f"/teams/{outer['id']}", {"subTeams": [inner]}).json()
    assert outer["derivedAgents"] == sorted([ann, bob], key=int)
    rows = api.get(f"/teams/{outer['id']}/members").json()["members"]
    assert {row["id"] for row in rows} == {ann, bob}


def test_who_leaves_the_department_or_is_deleted_leaves_the_team(api: Api, sales: str) -> None:
    ann = api.agent(departments=[sales, api.default_department()])["id"]
    bob = api.agent("bob@example.com", [sales])["id"]
    team = _team(api, sales, "First", agents=[ann, bob])
    api.post(f"/departments/{sales}/dissociateAgents", {"agentIds": [ann]})
    assert api.get(f"/teams/{team}").json()["agents"] == [bob]
    api.emulator.edit("prod", "agents", "delete", id=bob)
    assert api.get(f"/teams/{team}").json()["agents"] == []


def test_strangers_and_circles_are_refused(api: Api, sales: str) -> None:
    ann = api.agent()["id"]
    body = {"name": "First", "departmentId": sales}
    assert errors(api.post("/teams", {**body, "agents": [ann]})) == {("/agents/0", "invalid")}
    assert errors(api.post("/teams", {**body, "roles": ["1"]})) == {("/roles/0", "invalid")}
    inner = _team(api, sales, "Inner")
    outer = _team(api, sales, "Outer", subTeams=[inner])
    for circle in (outer, inner):
        assert errors(api.patch(f"/teams/{inner}", {"subTeams": [circle]})) == {("/subTeams/0", "invalid")}
    assert api.get(f"/teams/{inner}/associables").json() == {"teams": []}
    assert api.get(f"/teams/{outer}/associables").json() == {"teams": [int(inner)]}
    api.post(f"/departments/{sales}/disable")
    assert errors(api.post("/teams", body)) == {("/departmentId", "invalid")}


def test_a_limit_of_nought_is_none(api: Api, sales: str) -> None:
    api.emulator.seed({"prod": {"teams": [{"name": f"T{place}", "department": "Sales"} for place in range(12)]}})
    for query in ({}, {"limit": 0}):
        assert len(api.get(f"/departments/{sales}/teams", **query).json()["teams"]) == 12
    assert [row["name"] for row in api.get("/teams", limit=2, **{"from": 10}).json()["teams"]] == ["T10", "T11"]


def test_tickets_go_to_the_successors(api: Api, sales: str) -> None:
    ann = api.agent(departments=[sales])["id"]
    first, second = _team(api, sales, "First"), _team(api, sales, "Second")
    contact = api.contact()["id"]
    open_, closed = (api.ticket(contact, sales, teamId=first, status=one)["id"] for one in ("Open", "Closed"))
    path = f"/teams/{first}/deleteTeam"
    assert errors(api.post(path, {})) == {(f"/{name}", "missing") for name in NO_SUCCESSORS}
    for wrong in ({"ticketNewTeam": first}, {"taskNewAgent": second}, {"ticketNewAgent": 1}):
        (name,) = wrong
        assert errors(api.post(path, {**NO_SUCCESSORS, **wrong})) == {(f"/{name}", "invalid")}
    assert api.post(path, {**NO_SUCCESSORS, "ticketNewTeam": second, "ticketNewAgent": ann}).status_code == 200
    moved = api.get(f"/tickets/{open_}", include="team").json()
    assert (moved["teamId"], moved["assigneeId"], moved["team"]["name"]) == (second, ann, "Second")
    assert api.get(f"/tickets/{closed}").json()["assigneeId"] is None
    assert code(api.get(f"/teams/{first}")) == (404, "URL_NOT_FOUND")


def test_a_department_has_so_many_teams(api: Api, sales: str) -> None:
    api.emulator.seed({"prod": {"limits": {"teams": 1}}})
    _team(api, sales, "First")
    answer = api.post("/teams", {"name": "Second", "departmentId": sales})
    assert code(answer) == (403, "LICENSE_ACCESS_LIMITED")
