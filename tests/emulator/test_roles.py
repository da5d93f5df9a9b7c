"""Roles: a tree without circles, a successor for what is below, given roles that stay."""

from __future__ import annotations

import pytest

from .conftest import Api, code, errors


@pytest.fixture
def named(api: Api) -> dict[str, str]:
    """Ids by name: Top, below it Middle, below that Low."""
    top = api.role("Top")["id"]
    middle = api.role("Middle", reportsTo=top)["id"]
    return {
        **{row["name"]: row["id"] for row in api.emulator.state("prod")["roles"]},
        "Top": top,
        "Middle": middle,
        "Low": api.role("Low", reportsTo=middle)["id"],
    }


def test_a_role_is_above_and_below_others(api: Api, named: dict[str, str]) -> None:
    middle = api.get(f"/roles/{named['Middle']}").json()
    assert (middle["reportsTo"], middle["immediateSubRoles"]) == (named["Top"], [named["Low"]])


def test_a_circle_is_refused(api: Api, named: dict[str, str]) -> None:
    for below in ("Top", "Middle", "Low"):
        answer = api.patch(f"/roles/{named['Top']}", {"reportsTo": named[below]})
        assert errors(answer) == {("/reportsTo", "invalid")}


def test_the_successor_takes_over_roles_and_agents(api: Api, named: dict[str, str]) -> None:
    profile = api.emulator.state("prod")["profiles"][1]["id"]
    agent = api.agent(rolePermissionType="Custom", roleId=named["Middle"], profileId=profile)["id"]
    for wrong in ("1", named["Middle"], named["Low"]):
        answer = api.post(f"/roles/{named['Middle']}/delete", {"transferToRoleId": wrong})
        assert errors(answer) == {("/transferToRoleId", "invalid")}
    api.emulator.switch(role_agents_move=False)
    transfer = {"transferToRoleId": named["CEO"]}
    assert code(api.post(f"/roles/{named['Middle']}/delete", transfer)) == (422, "UNPROCESSABLE_ENTITY")
    api.emulator.switch(role_agents_move=True)
    assert api.post(f"/roles/{named['Middle']}/delete", transfer).status_code == 204
    assert api.get(f"/roles/{named['Low']}").json()["reportsTo"] == named["CEO"]
    assert api.get(f"/agents/{agent}").json()["roleId"] == named["CEO"]
    assert code(api.get(f"/roles/{named['Middle']}")) == (404, "URL_NOT_FOUND")


def test_a_successor_from_below_takes_the_place_above(api: Api, named: dict[str, str]) -> None:
    api.emulator.switch(role_successor_below=True)
    assert api.post(f"/roles/{named['Top']}/delete", {"transferToRoleId": named["Low"]}).status_code == 204
    assert api.get(f"/roles/{named['Low']}").json()["reportsTo"] is None
    assert api.get(f"/roles/{named['Middle']}").json()["reportsTo"] == named["Low"]


def test_given_roles_stay(api: Api, named: dict[str, str]) -> None:
    for given in ("CEO", "Personal"):
        answer = api.post(f"/roles/{named[given]}/delete", {"transferToRoleId": named["Top"]})
        assert code(answer) == (422, "UNPROCESSABLE_ENTITY")
    assert code(api.patch(f"/roles/{named['Personal']}", {"name": "Other"})) == (422, "UNPROCESSABLE_ENTITY")
    assert api.patch(f"/roles/{named['CEO']}", {"name": "Boss"}).json()["name"] == "Boss"


def test_a_role_needs_a_name_of_its_own_and_a_role_above_that_exists(api: Api, named: dict[str, str]) -> None:
    body = {"name": "low", "shareDataWithPeers": True}
    assert errors(api.post("/roles", body)) == {("/name", "duplicate")}
    assert errors(api.post("/roles", {**body, "reportsTo": 1})) == {("/reportsTo", "invalid")}
    assert errors(api.post("/roles", {**body, "name": None})) == {("/name", "missing")}
