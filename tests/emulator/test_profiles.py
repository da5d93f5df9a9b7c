"""Profiles: cloned, changed in part, deleted with a successor; those that the system made are given."""

from __future__ import annotations

import pytest

from .conftest import Api, code, errors

UNMET = (422, "UNPROCESSABLE_ENTITY")


@pytest.fixture
def named(api: Api) -> dict[str, str]:
    return {row["name"]: row["id"] for row in api.emulator.state("prod")["profiles"]}


def test_a_clone_may_what_the_other_may_and_is_changed_in_part(api: Api, named: dict[str, str]) -> None:
    made = api.made(f"/profiles/{named['Agent']}/clone", {"name": "Lead", "description": "Leads"})
    source = api.get(f"/profiles/{named['Agent']}").json()
    assert (made["type"], made["default"], made["permissions"]) == ("Custom", False, source["permissions"])
    changed = api.patch(f"/profiles/{made['id']}", {"permissions": {"reports": {"view": False}}}).json()
    assert changed["permissions"] == {
        **source["permissions"],
        "reports": {**source["permissions"]["reports"], "view": False},
    }
    assert api.get(f"/profiles/{named['Agent']}").json()["permissions"] == source["permissions"]
    assert errors(api.patch(f"/profiles/{made['id']}", {"permissions": {"reports": {"banana": True}}})) == {
        ("/permissions/reports/banana", "invalid")
    }
    assert errors(api.patch(f"/profiles/{made['id']}", {"name": "AGENT"})) == {("/name", "duplicate")}


def test_given_profiles_stay_as_they_are(api: Api, named: dict[str, str]) -> None:
    transfer = {"transferToProfileId": named["Supervisor"]}
    assert code(api.post(f"/profiles/{named['Agent']}/delete", transfer)) == UNMET
    assert code(api.patch(f"/profiles/{named['Agent']}", {"name": "Other"})) == UNMET
    api.emulator.switch(default_profiles_fixed=False)
    assert api.patch(f"/profiles/{named['Agent']}", {"description": "All"}).json()["description"] == "All"


def test_the_successor_takes_over_the_agents(api: Api, named: dict[str, str]) -> None:
    supervisor, role = named["Supervisor"], api.emulator.state("prod")["roles"][0]["id"]
    agent = api.agent(rolePermissionType="Custom", roleId=role, profileId=supervisor)["id"]
    path = f"/profiles/{supervisor}/delete"
    for wrong in ("1", supervisor):
        assert errors(api.post(path, {"transferToProfileId": wrong})) == {("/transferToProfileId", "invalid")}
    assert api.post(path, {"transferToProfileId": named["Agent"]}).status_code == 204
    assert api.get(f"/agents/{agent}").json()["profileId"] == named["Agent"]
