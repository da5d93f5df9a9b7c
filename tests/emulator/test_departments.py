from __future__ import annotations

import pytest

from .conftest import Api, code, errors


def test_a_new_department_has_its_defaults(api: Api) -> None:
    made = api.department("Field Sales & Co")
    assert made["nameInCustomerPortal"] == "Field Sales & Co"
    assert made["sanitizedName"] == "field-sales-co"
    assert (made["isEnabled"], made["isDefault"], made["associatedAgentIds"]) == (True, False, [])


def test_a_department_needs_a_name(api: Api) -> None:
    assert errors(api.post("/departments", {"description": "x"})) == {("/name", "missing")}


@pytest.mark.parametrize("name", ["SALES", "sales"])
def test_a_name_is_taken_whatever_its_case(api: Api, name: str) -> None:
    api.department("Sales")
    assert errors(api.post("/departments", {"name": name})) == {("/name", "duplicate")}


def test_the_name_of_a_disabled_department_is_taken(api: Api) -> None:
    made = api.department("Sales")
    api.post(f"/departments/{made['id']}/disable", {})
    assert errors(api.post("/departments", {"name": "Sales"})) == {("/name", "duplicate")}


def test_the_same_name_is_free_in_the_other_organisation(api: Api) -> None:
    api.emulator.edit("sandbox", "departments", "create", values={"name": "Sales"})
    assert api.post("/departments", {"name": "Sales"}).status_code == 200


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "x" * 151),
        ("name", "a*b"),
        ("nameInCustomerPortal", "a;b"),
        ("description", "x" * 501),
        ("isVisibleInCustomerPortal", "true"),
        ("isDefault", True),
        ("createdTime", "2026-01-05T08:00:00.000Z"),
        ("associatedAgentIds", "1"),
    ],
)
def test_a_value_outside_its_rules_is_refused_at_its_pointer(api: Api, field: str, value: object) -> None:
    assert errors(api.post("/departments", {"name": "Sales", field: value})) == {(f"/{field}", "invalid")}


def test_a_name_may_hold_any_character_outside_ascii(api: Api) -> None:
    assert api.department("Отдел продаж – 東京")["name"] == "Отдел продаж – 東京"


def test_lists_leave_the_agents_out(api: Api) -> None:
    assert "associatedAgentIds" not in api.get("/departments").json()["data"][0]
    assert "associatedAgentIds" in api.get(f"/departments/{api.default_department()}").json()


def test_a_change_touches_only_what_it_names(api: Api) -> None:
    made = api.department("Sales", description="Sells")
    after = api.patch(f"/departments/{made['id']}", {"isVisibleInCustomerPortal": False}).json()
    assert {key for key in after if after[key] != made[key]} == {"isVisibleInCustomerPortal"}


def test_a_department_can_be_renamed_to_another_case(api: Api) -> None:
    made = api.department("sales")
    assert api.patch(f"/departments/{made['id']}", {"name": "Sales"}).json()["name"] == "Sales"


def test_a_rename_to_a_taken_name_is_refused(api: Api) -> None:
    api.department("Sales")
    other = api.department("Support")
    assert errors(api.patch(f"/departments/{other['id']}", {"name": "sales"})) == {("/name", "duplicate")}


def test_the_agents_of_a_change_replace_the_others(api: Api) -> None:
    sales, home = api.department()["id"], api.default_department()
    ann = api.agent("ann@example.com", [home, sales])["id"]
    bob = api.agent("bob@example.com", [home])["id"]
    assert api.patch(f"/departments/{sales}", {"associatedAgentIds": [bob]}).json()["associatedAgentIds"] == [bob]
    assert api.get(f"/agents/{ann}").json()["associatedDepartmentIds"] == [home]


def test_the_agents_of_a_change_can_be_switched_to_add(api: Api) -> None:
    api.emulator.switch(department_agents_add=True)
    sales, home = api.department()["id"], api.default_department()
    ann = api.agent("ann@example.com", [home, sales])["id"]
    bob = api.agent("bob@example.com", [home])["id"]
    after = api.patch(f"/departments/{sales}", {"associatedAgentIds": [bob]}).json()
    assert after["associatedAgentIds"] == [ann, bob]


@pytest.mark.parametrize("ids", [[], [str(number) for number in range(101)]])
def test_a_change_takes_one_to_a_hundred_agents(api: Api, ids: list[str]) -> None:
    answer = api.patch(f"/departments/{api.default_department()}", {"associatedAgentIds": ids})
    assert ("/associatedAgentIds", "invalid") in errors(answer)


def test_agents_are_associated_and_dissociated(api: Api) -> None:
    sales, ann = api.department()["id"], api.agent()["id"]
    assert api.post(f"/departments/{sales}/associateAgents", {"agentIds": [int(ann)]}).status_code == 204
    assert api.get(f"/departments/{sales}").json()["associatedAgentIds"] == [ann]
    assert api.post(f"/departments/{sales}/dissociateAgents", {"agentIds": [ann]}).status_code == 204
    assert api.get(f"/departments/{sales}").json()["associatedAgentIds"] == []


def test_an_unknown_agent_cannot_be_associated(api: Api) -> None:
    sales = api.department()["id"]
    assert errors(api.post(f"/departments/{sales}/associateAgents", {"agentIds": ["1"]})) == {
        ("/agentIds/0", "invalid")
    }


def test_an_agents_last_department_cannot_be_taken_unless_switched(api: Api) -> None:
    sales = api.department()["id"]
    ann = api.agent(departments=[sales])["id"]
    body = {"agentIds": [ann]}
    assert errors(api.post(f"/departments/{sales}/dissociateAgents", body)) == {("/agentIds", "invalid")}
    api.emulator.switch(last_department_refused=False)
    assert api.post(f"/departments/{sales}/dissociateAgents", body).status_code == 204


def test_the_default_department_cannot_be_disabled(api: Api) -> None:
    answer = api.post(f"/departments/{api.default_department()}/disable", {})
    assert code(answer) == (422, "UNPROCESSABLE_ENTITY")


def test_disabling_moves_the_agents_to_the_successor(api: Api) -> None:
    sales, home = api.department()["id"], api.default_department()
    ann = api.agent(departments=[sales])["id"]
    body = {"agentNewDepartment": home, "emailNewDepartment": home}
    assert api.post(f"/departments/{sales}/disable", body).status_code == 204
    assert api.get(f"/agents/{ann}").json()["associatedDepartmentIds"] == [home]
    assert api.get(f"/departments/{sales}").json()["isEnabled"] is False


def test_disabling_without_successor_leaves_the_agents(api: Api) -> None:
    sales = api.department()["id"]
    ann = api.agent(departments=[sales])["id"]
    assert api.post(f"/departments/{sales}/disable", {}).status_code == 204
    assert api.get(f"/agents/{ann}").json()["associatedDepartmentIds"] == [sales]


@pytest.mark.parametrize("field", ["emailNewDepartment", "agentNewDepartment"])
def test_a_department_cannot_succeed_itself(api: Api, field: str) -> None:
    sales = api.department()["id"]
    assert errors(api.post(f"/departments/{sales}/disable", {field: sales})) == {(f"/{field}", "invalid")}


def test_a_disabled_department_can_be_enabled(api: Api) -> None:
    sales = api.department()["id"]
    api.post(f"/departments/{sales}/disable", {})
    assert api.post(f"/departments/{sales}/enable").status_code == 204
    assert api.get(f"/departments/{sales}").json()["isEnabled"] is True


def test_the_filter_tells_enabled_from_disabled(api: Api) -> None:
    sales = api.department()["id"]
    api.post(f"/departments/{sales}/disable", {})
    assert [row["id"] for row in api.get("/departments", isEnabled=False).json()["data"]] == [sales]
    assert api.get("/departments/count", isEnabled=True).json() == {"count": "1"}


@pytest.mark.parametrize(("text", "found"), [("sal*", 2), ("*les*", 2), ("sales", 1), ("sal", 0)])
def test_search_is_whole_start_or_anywhere(api: Api, text: str, found: int) -> None:
    api.department("Sales")
    api.department("Sales East")
    answer = api.get("/departments", searchStr=text)
    assert len(answer.json()["data"] if answer.content else []) == found


def test_check_exists_says_whether_a_name_is_taken(api: Api) -> None:
    api.department("Sales")
    taken = [api.get("/departments/checkExists", departmentName=name).json() for name in ("sales", "Other")]
    assert [one["isDepartmentNameExist"] for one in taken] == [True, False]


def test_agents_that_do_not_belong_yet_are_associable(api: Api) -> None:
    sales, ann = api.department()["id"], api.agent()["id"]
    rows = api.get(f"/departments/{sales}/associableAgents", status="ACTIVE", searchStr="lee").json()["data"]
    assert [row["id"] for row in rows] == [ann]
    assert api.get(f"/departments/{api.default_department()}/associableAgents").status_code == 204


def test_the_edition_limits_the_departments(api: Api) -> None:
    api.emulator.seed({"prod": {"limits": {"departments": 1}}})
    assert code(api.post("/departments", {"name": "Sales"})) == (403, "LICENSE_ACCESS_LIMITED")


def test_teams_can_be_assigned_to_unless_that_is_refused(api: Api) -> None:
    assert api.department()["isAssignToTeamEnabled"] is True
    assert api.department("Support", isAssignToTeamEnabled=False)["isAssignToTeamEnabled"] is False


def test_agents_come_back_by_their_ids_and_not_as_they_were_sent(api: Api) -> None:
    ids = [api.agent(f"{name}@example.com")["id"] for name in ("ann", "bob", "cy")]
    assert api.department(associatedAgentIds=ids[::-1])["associatedAgentIds"] == ids
