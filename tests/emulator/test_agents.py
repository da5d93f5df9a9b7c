from __future__ import annotations

from typing import Any

import pytest

from .conftest import Api, code, errors


def _body(api: Api, **changes: Any) -> dict[str, Any]:
    return {
        "emailId": "ann@example.com",
        "lastName": "Lee",
        "associatedDepartmentIds": [api.default_department()],
        "rolePermissionType": "AgentPublic",
        **changes,
    }


def _ids(api: Api, kind: str) -> dict[str, str]:
    return {row["name"]: row["id"] for row in api.emulator.state("prod")[kind]}


def _confirm(api: Api, agent: str) -> None:
    api.emulator.edit("prod", "agents", "update", id=agent, values={"isConfirmed": True})


@pytest.mark.parametrize("field", ["emailId", "lastName", "associatedDepartmentIds", "rolePermissionType"])
def test_an_agent_needs_four_fields(api: Api, field: str) -> None:
    body = _body(api)
    del body[field]
    assert (f"/{field}", "missing") in errors(api.post("/agents", body))


@pytest.mark.parametrize("email", ["x", "x@y", "x y@example.com", "a" * 100 + "@example.com"])
def test_an_address_must_be_one(api: Api, email: str) -> None:
    assert errors(api.post("/agents", _body(api, emailId=email))) == {("/emailId", "invalid")}


def test_a_new_agent_is_not_confirmed_and_has_no_zoho_account(api: Api) -> None:
    made = api.agent()
    assert (made["isConfirmed"], made["zuid"], made["status"]) == (False, None, "ACTIVE")


def test_telephone_numbers_may_hold_digits(api: Api) -> None:
    assert api.agent(phone="+1 555 0100", extn="12")["phone"] == "+1 555 0100"


def test_an_address_is_taken_whatever_its_case(api: Api) -> None:
    api.agent()
    answer = api.post("/agents", _body(api, emailId="ANN@example.com"))
    assert errors(answer) == {("/emailId", "duplicate")}


@pytest.mark.parametrize(
    ("kind", "profile", "role"),
    [
        ("Admin", "Support Administrator", "CEO"),
        ("AgentPublic", "Agent", "CEO"),
        ("AgentPersonal", "Agent", "Personal"),
        ("Light", "Light Agent", "LightAgent"),
    ],
)
def test_a_type_stands_for_a_profile_and_a_role(api: Api, kind: str, profile: str, role: str) -> None:
    made = api.agent(rolePermissionType=kind)
    assert (made["profileId"], made["roleId"]) == (_ids(api, "profiles")[profile], _ids(api, "roles")[role])
    assert made["rolePermissionType"] == kind


def test_a_custom_agent_carries_both(api: Api) -> None:
    profile, role = _ids(api, "profiles")["Supervisor"], _ids(api, "roles")["Support Manager"]
    made = api.agent(rolePermissionType="Custom", profileId=profile, roleId=int(role))
    assert (made["profileId"], made["roleId"], made["rolePermissionType"]) == (profile, role, "Custom")


def test_a_custom_agent_needs_both(api: Api) -> None:
    answer = api.post("/agents", _body(api, rolePermissionType="Custom"))
    assert errors(answer) == {("/roleId", "missing"), ("/profileId", "missing")}


def test_only_custom_may_carry_both(api: Api) -> None:
    both = {"profileId": _ids(api, "profiles")["Agent"], "roleId": _ids(api, "roles")["CEO"]}
    assert errors(api.post("/agents", _body(api, **both))) == {("/rolePermissionType", "invalid")}


def test_the_type_is_derived_from_what_an_agent_ends_up_with(api: Api) -> None:
    role = _ids(api, "roles")["Support Manager"]
    assert api.agent(roleId=role)["rolePermissionType"] == "Custom"


@pytest.mark.parametrize(("field", "pointer"), [("roleId", "/roleId"), ("profileId", "/profileId")])
def test_an_unknown_role_or_profile_is_refused(api: Api, field: str, pointer: str) -> None:
    assert errors(api.post("/agents", _body(api, **{field: "1"}))) == {(pointer, "invalid")}


def test_an_unknown_department_is_refused(api: Api) -> None:
    answer = api.post("/agents", _body(api, associatedDepartmentIds=["1"]))
    assert errors(answer) == {("/associatedDepartmentIds/0", "invalid")}


def test_a_disabled_department_is_refused(api: Api) -> None:
    sales = api.department()["id"]
    api.post(f"/departments/{sales}/disable", {})
    answer = api.post("/agents", _body(api, associatedDepartmentIds=[sales]))
    assert errors(answer) == {("/associatedDepartmentIds/0", "invalid")}


@pytest.mark.parametrize("empty", [[], None])
def test_an_agent_needs_a_department(api: Api, empty: Any) -> None:
    answer = api.post("/agents", _body(api, associatedDepartmentIds=empty))
    assert errors(answer) == {("/associatedDepartmentIds", "invalid")}


@pytest.mark.parametrize("field", ["isConfirmed", "zuid", "name", "id"])
def test_a_field_that_only_answers_have_is_refused(api: Api, field: str) -> None:
    assert errors(api.post("/agents", _body(api, **{field: "1"}))) == {(f"/{field}", "invalid")}


def test_custom_fields_come_back_as_text(api: Api) -> None:
    made = api.agent(cf={"cf_a": 1, "cf_b": True, "cf_c": None, "cf_d": "x"})
    assert made["cf"] == {"cf_a": "1", "cf_b": "true", "cf_c": None, "cf_d": "x"}


def test_the_seats_of_the_edition_are_the_limit(api: Api) -> None:
    api.emulator.seed({"prod": {"edition": "FREE"}})
    api.agent("a@example.com")
    api.agent("b@example.com")
    answer = api.post("/agents", _body(api))
    assert code(answer) == (403, "LICENSE_ACCESS_LIMITED")
    expected = {"feature": "AGENTS", "editionType": "FREE", "maxAllowedEntity": "3", "isTrial": False}
    assert expected.items() <= answer.json().items()


def test_a_disabled_agent_takes_no_seat_until_activated(api: Api) -> None:
    api.emulator.seed({"prod": {"limits": {"seats": 1}}})
    ann = api.agent(status="DISABLED")["id"]
    assert code(api.post("/agents/activate", {"agentIds": [ann]})) == (403, "LICENSE_ACCESS_LIMITED")


def test_a_light_agent_takes_a_light_seat(api: Api) -> None:
    api.emulator.seed({"prod": {"limits": {"seats": 1, "light_seats": 1}}})
    api.agent(rolePermissionType="Light")
    answer = api.post("/agents", _body(api, emailId="b@example.com", rolePermissionType="Light"))
    assert answer.json()["feature"] == "LIGHT_AGENTS"


def test_list_fields_replace(api: Api) -> None:
    sales, home = api.department()["id"], api.default_department()
    ann = api.agent(departments=[home, sales])["id"]
    after = api.patch(f"/agents/{ann}", {"associatedDepartmentIds": [sales]}).json()
    assert after["associatedDepartmentIds"] == [sales]


def test_an_agent_that_leaves_a_department_loses_its_skills_there(api: Api) -> None:
    sales, home = api.department()["id"], api.default_department()
    ann = api.agent(departments=[home, sales])["id"]
    skill = api.skill(api.skill_type(sales)["id"], agentIds=[ann])["id"]
    api.patch(f"/agents/{ann}", {"associatedDepartmentIds": [home]})
    assert api.get(f"/skills/{skill}").json()["agentIds"] == []


def test_the_address_of_a_confirmed_agent_is_fixed_unless_switched(api: Api) -> None:
    ann = api.agent()["id"]
    _confirm(api, ann)
    body = {"emailId": "anna@example.com"}
    assert errors(api.patch(f"/agents/{ann}", body)) == {("/emailId", "invalid")}
    api.emulator.switch(email_change=True)
    assert api.patch(f"/agents/{ann}", body).json()["emailId"] == "anna@example.com"


def test_the_address_of_an_unconfirmed_agent_can_change(api: Api) -> None:
    ann = api.agent()["id"]
    assert api.patch(f"/agents/{ann}", {"emailId": "anna@example.com"}).status_code == 200


def test_a_type_alone_brings_its_profile_and_role(api: Api) -> None:
    ann = api.agent()["id"]
    after = api.patch(f"/agents/{ann}", {"rolePermissionType": "Admin"}).json()
    assert after["profileId"] == _ids(api, "profiles")["Support Administrator"]


def test_an_unknown_address_is_204(api: Api) -> None:
    answer = api.get("/agents/email/nobody@example.com")
    assert (answer.status_code, answer.content) == (204, b"")


def test_an_address_is_found_whatever_its_case(api: Api) -> None:
    ann = api.agent("ann+desk@example.com")["id"]
    assert api.get("/agents/email/ANN%2Bdesk@example.com").json()["id"] == ann


def test_an_unknown_zuid_is_204(api: Api) -> None:
    assert api.get("/agents/zuid/1").status_code == 204


def test_myinfo_is_the_agent_of_the_token(api: Api, connect: Any) -> None:
    api.agent()
    assert connect(agent="ann@example.com").get("/myinfo").json()["emailId"] == "ann@example.com"


def test_lists_can_be_thin(api: Api) -> None:
    assert {"rolePermissionType", "timeZone", "cf"} <= api.get("/agents").json()["data"][0].keys()
    api.emulator.switch(thin_lists=True)
    assert not {"rolePermissionType", "timeZone", "cf"} & api.get("/agents").json()["data"][0].keys()
    assert "rolePermissionType" in api.get("/myinfo").json()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"isConfirmed": "false"}, {"ann", "light"}),
        ({"isLightAgent": "true"}, {"light"}),
        ({"rolePermissionType": "${NON_LIGHT}"}, {"admin", "ann"}),
        ({"rolePermissionType": "Custom"}, {"admin"}),
        ({"searchStr": "*ann*", "fieldName": "emailId"}, {"ann"}),
        ({"sortOrder": "desc", "fieldName": "emailId", "limit": "1"}, {"light"}),
        ({"cfFieldName": "cf_shift", "cfSearchStr": "ear*"}, {"ann"}),
    ],
)
def test_lists_are_filtered(api: Api, query: dict[str, str], found: set[str]) -> None:
    api.agent("ann@example.com", cf={"cf_shift": "early"})
    api.agent("light@example.com", rolePermissionType="Light")
    rows = api.get("/agents", **query).json()["data"]
    assert {row["emailId"].partition("@")[0] for row in rows} == found


def test_lists_are_filtered_by_department_role_and_profile(api: Api) -> None:
    sales = api.department()["id"]
    ann = api.agent(departments=[sales])
    for query in ({"departmentIds": sales}, {"profileIds": ann["profileId"]}):
        assert [row["id"] for row in api.get("/agents", **query).json()["data"]] == [ann["id"]]
    assert len(api.get("/agents", roleIds=ann["roleId"]).json()["data"]) == 2


def test_counts_add_up(api: Api) -> None:
    api.agent()
    counts = api.get("/agents/allCounts").json()
    assert (counts["allAgents"], counts["activeAgents"], counts["unconfirmedAgents"]) == ("2", "1", "1")
    assert api.get("/agents/count", isConfirmed=True).json() == {"count": "1"}


def test_only_unconfirmed_agents_are_invited_again(api: Api) -> None:
    ann = api.agent()["id"]
    assert api.post("/agents/reinvite", {"agentIds": [ann]}).status_code == 204
    _confirm(api, ann)
    assert api.post("/agents/reinvite", {"agentIds": [ann]}).status_code == 422
