"""What a caller may do and see: profiles, departments, organisations."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Api, code, errors, skill_body


@pytest.fixture
def sales(api: Api) -> str:
    return str(api.department()["id"])


@pytest.fixture
def ann(api: Api, connect: Any, sales: str) -> Api:
    """A client of an ordinary agent of the sales department, where reading settings is open to everybody."""
    api.emulator.switch(reading_needs_permission=False)
    api.agent(departments=[sales])
    client: Api = connect(agent="ann@example.com")
    return client


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/departments", {"name": "x"}),
        ("POST", "/agents", {"lastName": "x"}),
        ("POST", "/skillTypes", {"departmentId": "1", "name": "x"}),
        ("POST", "/skills", skill_body("1")),
        ("PATCH", "/organizations/1", {"alias": "x"}),
        ("DELETE", "/agents/1", None),
    ],
)
def test_a_profile_without_the_permission_is_forbidden(ann: Api, method: str, path: str, body: Any) -> None:
    assert code(ann(method, path, body)) == (403, "FORBIDDEN")


def test_a_permission_given_in_the_user_interface_is_enough(api: Api, ann: Api) -> None:
    api.emulator.edit(
        "prod", "profiles", "update", key={"name": "Agent"}, values={"permissions": {"setup": {"department": True}}}
    )
    assert ann.post("/departments", {"name": "x"}).status_code == 200


def test_invisible_departments_are_missing_from_lists(ann: Api, sales: str) -> None:
    assert [row["id"] for row in ann.get("/departments").json()["data"]] == [sales]
    assert ann.get("/departments/count").json() == {"count": "1"}


def test_an_invisible_department_is_forbidden_unless_switched(api: Api, ann: Api) -> None:
    path = f"/departments/{api.default_department()}"
    assert code(ann.get(path)) == (403, "FORBIDDEN")
    api.emulator.switch(invisible_as_404=True)
    assert code(ann.get(path)) == (404, "URL_NOT_FOUND")


def test_what_is_in_an_invisible_department_is_forbidden_too(api: Api, ann: Api) -> None:
    kind = api.skill_type(api.default_department())["id"]
    skill = api.skill(kind)["id"]
    for path in (f"/skillTypes/{kind}", f"/skills/{skill}", f"/skills?departmentId={api.default_department()}"):
        assert code(ann.get(path)) == (403, "FORBIDDEN")


def test_skill_types_of_invisible_departments_are_missing_from_lists(api: Api, ann: Api, sales: str) -> None:
    api.skill_type(api.default_department())
    own = api.skill_type(sales)["id"]
    assert [row["id"] for row in ann.get("/skillTypes").json()["data"]] == [own]


def test_a_token_can_see_fewer_departments_than_its_agent(api: Api, connect: Any, sales: str) -> None:
    narrow = connect(departments=["Sales"])
    assert [row["id"] for row in narrow.get("/departments").json()["data"]] == [sales]


def test_the_token_of_an_inactive_agent_is_refused(api: Api, ann: Api) -> None:
    own = ann.get("/myinfo").json()["id"]
    api.post(f"/agents/{own}/deactivate")
    assert code(ann.get("/myinfo")) == (401, "INVALID_OAUTH")


def test_a_person_belongs_to_both_organisations_but_the_token_reaches_one(api: Api) -> None:
    belongs = {row["id"] for row in api.get("/organizations").json()["data"]}
    reached = {row["id"] for row in api.get("/accessibleOrganizations").json()["data"]}
    env = api.emulator.env()
    assert belongs == {env["ZOHODESK_PROD_ORG_ID"], env["ZOHODESK_SANDBOX_ORG_ID"]}
    assert reached == {env["ZOHODESK_PROD_ORG_ID"]}


def test_an_organisation_tells_its_edition_and_whether_it_is_a_sandbox(connect: Any) -> None:
    rows = [
        connect(name).get(f"/organizations/{connect(name).credentials['org_id']}").json()
        for name in ("prod", "sandbox")
    ]
    assert [(row["edition"], row["isSandboxPortal"]) for row in rows] == [("ENTERPRISE", False), ("ENTERPRISE", True)]


def test_the_organisation_of_another_token_is_a_mismatch(api: Api) -> None:
    other = api.emulator.env()["ZOHODESK_SANDBOX_ORG_ID"]
    assert code(api.get(f"/organizations/{other}")) == (403, "OAUTH_ORG_MISMATCH")
    assert code(api.get("/organizations/1")) == (404, "URL_NOT_FOUND")


def test_the_custom_domain_comes_only_when_asked_for(api: Api) -> None:
    path = f"/organizations/{api.credentials['org_id']}"
    assert "customDomain" not in api.get(path).json()
    assert "customDomain" in api.get(path, includeCustomDomain=True).json()


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"portalName": "examplesandbox"}, ("/portalName", "duplicate")),
        ({"portalName": "Not Legal"}, ("/portalName", "invalid")),
        ({"primaryContact": "nobody@example.com"}, ("/primaryContact", "invalid")),
        ({"edition": "GOLD"}, ("/edition", "invalid")),
        ({"id": "1"}, ("/id", "invalid")),
    ],
)
def test_an_organisation_refuses_what_cannot_be(api: Api, body: dict[str, str], error: tuple[str, str]) -> None:
    assert errors(api.patch(f"/organizations/{api.credentials['org_id']}", body)) == {error}


def test_an_organisation_keeps_a_change(api: Api) -> None:
    path = f"/organizations/{api.credentials['org_id']}"
    assert api.patch(path, {"companyName": "Acme", "referrerFrom": "Google"}).json()["companyName"] == "Acme"
    assert api.get(path).json()["companyName"] == "Acme"


def test_profiles_show_optional_fields_when_asked_for(api: Api) -> None:
    row = api.get("/profiles", fields="type").json()["data"][0]
    assert row == {"id": row["id"], "name": "Support Administrator", "type": "Administrator"}


@pytest.mark.parametrize(("text", "found"), [("Support%", 1), ("%agent%", 2), ("Agent", 1), ("Agent*", 0)])
def test_profiles_are_searched_with_percent_signs(api: Api, text: str, found: int) -> None:
    answer = api.get("/profiles", searchStr=text)
    assert len(answer.json()["data"] if answer.content else []) == found


def test_hidden_roles_are_told_apart(api: Api) -> None:
    names = {row["name"] for row in api.get("/roles", isVisible=False).json()["data"]}
    assert {"Personal", "LightAgent"} <= names
    assert api.get("/personalRole").json()["name"] == "Personal"


def test_roles_form_a_tree(api: Api) -> None:
    rows = {row["name"]: row for row in api.get("/roles").json()["data"]}
    assert rows["CEO"]["immediateSubRoles"] == [rows["Support Manager"]["id"]]
    assert rows["Support Agent"]["reportsTo"] == rows["Support Manager"]["id"]
