from __future__ import annotations

from typing import Any

import pytest

from .conftest import Api, code, errors, skill_body


@pytest.fixture
def sales(api: Api) -> str:
    return str(api.department()["id"])


@pytest.fixture
def languages(api: Api, sales: str) -> str:
    return str(api.skill_type(sales)["id"])


def _criteria(pattern: str, conditions: int = 2) -> dict[str, Any]:
    return {"fieldConditions": skill_body("1")["criteria"]["fieldConditions"] * conditions, "pattern": pattern}


def test_a_skill_type_needs_a_department_and_a_name(api: Api) -> None:
    assert errors(api.post("/skillTypes", {})) == {("/departmentId", "missing"), ("/name", "missing")}


def test_the_name_of_a_skill_type_is_unique_in_its_department(api: Api, sales: str, languages: str) -> None:
    body = {"departmentId": sales, "name": "LANGUAGES"}
    assert errors(api.post("/skillTypes", body)) == {("/name", "duplicate")}
    assert api.post("/skillTypes", {**body, "departmentId": api.default_department()}).status_code == 201


def test_a_skill_type_cannot_be_made_in_a_disabled_department(api: Api, sales: str) -> None:
    api.post(f"/departments/{sales}/disable", {})
    answer = api.post("/skillTypes", {"departmentId": sales, "name": "x"})
    assert errors(answer) == {("/departmentId", "invalid")}


@pytest.mark.parametrize("name", ["", "x" * 51, "a&b", "a+b", "(a)"])
def test_a_name_outside_its_rules_is_refused(api: Api, sales: str, name: str) -> None:
    answer = api.post("/skillTypes", {"departmentId": sales, "name": name})
    assert errors(answer) == {("/name", "invalid")}


def test_a_skill_type_cannot_move(api: Api, languages: str) -> None:
    answer = api.patch(f"/skillTypes/{languages}", {"name": "x", "departmentId": api.default_department()})
    assert errors(answer) == {("/departmentId", "invalid")}


def test_a_skill_type_with_skills_cannot_be_deleted(api: Api, languages: str) -> None:
    skill = api.skill(languages)["id"]
    assert errors(api.delete(f"/skillTypes/{languages}")) == {("/skillTypeId", "invalid")}
    assert api.delete(f"/skills/{skill}").status_code == 204
    assert api.delete(f"/skillTypes/{languages}").status_code == 204
    assert api.get(f"/skillTypes/{languages}").status_code == 404


def test_the_list_shows_the_status_of_the_skills(api: Api, sales: str, languages: str) -> None:
    api.skill(languages)
    api.skill(languages, "French", status="INACTIVE")
    (row,) = api.get("/skillTypes", departmentId=sales).json()["data"]
    assert row["mappedSkillsStatus"] == ["ACTIVE", "INACTIVE"]
    assert "mappedSkillsStatus" not in api.get(f"/skillTypes/{languages}").json()


def test_skill_types_are_filtered_by_the_status_of_their_skills(api: Api, sales: str, languages: str) -> None:
    api.skill_type(sales, "Empty")
    api.skill(languages)
    assert [row["id"] for row in api.get("/skillTypes", mappedSkillsStatus="ACTIVE").json()["data"]] == [languages]
    assert api.get("/skillTypes", mappedSkillsStatus="INACTIVE").json() == {"data": []}


@pytest.mark.parametrize("field", ["skillTypeId", "name", "status", "criteria"])
def test_a_skill_needs_four_fields(api: Api, languages: str, field: str) -> None:
    body = skill_body(languages)
    del body[field]
    assert errors(api.post("/skills", body)) == {(f"/{field}", "missing")}


def test_the_department_follows_from_the_skill_type(api: Api, sales: str, languages: str) -> None:
    made = api.skill(languages)
    assert made["departmentId"] == sales
    assert made["skillType"] == {"skillTypeId": languages, "skillTypeName": "Languages"}


def test_a_department_is_not_taken_on_write(api: Api, sales: str, languages: str) -> None:
    answer = api.post("/skills", {**skill_body(languages), "departmentId": sales})
    assert errors(answer) == {("/departmentId", "invalid")}


def test_answers_add_display_values_that_writes_refuse(api: Api, languages: str) -> None:
    made = api.skill(languages)
    assert made["criteria"]["fieldConditions"][0]["displayValue"] == ["hola"]
    answer = api.patch(f"/skills/{made['id']}", {"criteria": made["criteria"]})
    assert errors(answer) == {("/criteria/fieldConditions/0/displayValue", "invalid")}


def test_an_unknown_skill_type_is_refused(api: Api) -> None:
    assert errors(api.post("/skills", skill_body("1"))) == {("/skillTypeId", "invalid")}


def test_an_id_as_a_number_is_refused_for_skills(api: Api, languages: str) -> None:
    answer = api.post("/skills", {**skill_body(languages), "skillTypeId": int(languages)})
    assert errors(answer) == {("/skillTypeId", "invalid")}


def test_criteria_need_a_condition(api: Api, languages: str) -> None:
    answer = api.post("/skills", {**skill_body(languages), "criteria": _criteria("1", 0)})
    assert errors(answer) == {("/criteria/fieldConditions", "invalid")}


@pytest.mark.parametrize("pattern", ["1", "(1or2)", "1 and 2", "((1) or (2))", "(1OR2)"])
def test_a_pattern_joins_conditions_by_number(api: Api, languages: str, pattern: str) -> None:
    made = api.skill(languages, criteria=_criteria(pattern))
    assert made["criteria"]["pattern"] == pattern


@pytest.mark.parametrize("pattern", ["", "3", "0", "1or3", "(1or2", "1 2", "1 xor 2", "or", "1or", "()"])
def test_a_pattern_over_anything_else_is_refused(api: Api, languages: str, pattern: str) -> None:
    answer = api.post("/skills", {**skill_body(languages), "criteria": _criteria(pattern)})
    assert errors(answer) == {("/criteria/pattern", "invalid")}


@pytest.mark.parametrize(("sent", "kept"), [("(1)", "1"), ("( 1 or 2 )", "1or2"), ("(1)or(2)", "1or2")])
def test_patterns_can_be_normalized(api: Api, languages: str, sent: str, kept: str) -> None:
    api.emulator.switch(normalized_pattern=True)
    assert api.skill(languages, criteria=_criteria(sent))["criteria"]["pattern"] == kept


def test_agents_of_a_skill_belong_to_its_department(api: Api, sales: str, languages: str) -> None:
    outside = api.agent("a@example.com")["id"]
    inside = api.agent("b@example.com", [sales])["id"]
    answer = api.post("/skills", {**skill_body(languages), "agentIds": [inside, outside]})
    assert errors(answer) == {("/agentIds/1", "invalid")}


def test_the_name_of_a_skill_is_unique_in_its_type(api: Api, sales: str, languages: str) -> None:
    api.skill(languages)
    assert errors(api.post("/skills", skill_body(languages, "SPANISH"))) == {("/name", "duplicate")}
    assert api.post("/skills", skill_body(api.skill_type(sales, "Other")["id"])).status_code == 201


def test_the_name_of_a_skill_can_be_unique_in_its_department(api: Api, sales: str, languages: str) -> None:
    api.emulator.switch(skill_name_scope="department")
    api.skill(languages)
    other = api.skill_type(sales, "Other")["id"]
    assert errors(api.post("/skills", skill_body(other, "Spanish"))) == {("/name", "duplicate")}


def test_a_skill_moves_only_within_its_department(api: Api, sales: str, languages: str) -> None:
    skill = api.skill(languages)["id"]
    near, far = api.skill_type(sales, "Near")["id"], api.skill_type(api.default_department(), "Far")["id"]
    assert api.patch(f"/skills/{skill}", {"skillTypeId": near}).json()["skillTypeId"] == near
    assert errors(api.patch(f"/skills/{skill}", {"skillTypeId": far})) == {("/skillTypeId", "invalid")}


def test_a_change_is_dated(api: Api, languages: str) -> None:
    made = api.skill(languages)
    api.emulator.advance(60)
    after = api.patch(f"/skills/{made['id']}", {"status": "INACTIVE"}).json()
    assert after["modifiedTime"] > made["modifiedTime"] == after["createdTime"]


def test_a_skill_in_use_cannot_be_deleted(api: Api, languages: str) -> None:
    skill = api.skill(languages)["id"]
    rule = {"ruleId": "1", "ruleName": "Escalate", "ruleType": "SLA"}
    api.emulator.edit("prod", "skills", "update", id=skill, values={"relatedRules": [rule]})
    assert api.get(f"/skills/{skill}/relatedRules").json() == {"data": [rule]}
    assert code(api.delete(f"/skills/{skill}")) == (422, "UNPROCESSABLE_ENTITY")


def test_order_ids_follow_creation_and_can_be_changed(api: Api, sales: str, languages: str) -> None:
    ids = [api.skill(languages, name)["id"] for name in ("A", "B", "C")]
    body = {"departmentId": sales, "skillIds": [ids[2], ids[0]]}
    assert api.post("/skills/order", body).status_code == 204
    rows = api.get("/skills", departmentId=sales).json()["data"]
    assert [(row["name"], row["orderId"]) for row in rows] == [("C", 1), ("B", 2), ("A", 3)]


@pytest.mark.parametrize("ids", [[], ["1"], ["1", "1"]])
def test_an_order_names_two_distinct_skills_at_least(api: Api, sales: str, ids: list[str]) -> None:
    answer = api.post("/skills/order", {"departmentId": sales, "skillIds": ids})
    assert ("/skillIds", "invalid") in errors(answer)


def test_skills_of_another_department_cannot_be_ordered(api: Api, languages: str) -> None:
    ids = [api.skill(languages, name)["id"] for name in ("A", "B")]
    answer = api.post("/skills/order", {"departmentId": api.default_department(), "skillIds": ids})
    assert errors(answer) == {("/skillIds/0", "invalid"), ("/skillIds/1", "invalid")}


def test_mapping_replaces_the_skills_of_an_agent_in_the_department(api: Api, sales: str, languages: str) -> None:
    ann = api.agent(departments=[sales])["id"]
    first, second = (api.skill(languages, name)["id"] for name in ("A", "B"))
    path = f"/agents/{ann}/mapSkills"
    for ids in ([first], [second], []):
        held = api.post(path, {"departmentId": sales, "skillIds": ids}).json()["data"]
        assert [one["skillId"] for one in held[0]["associatedSkills"]] == ids
        assert api.get(f"/agents/{ann}/skills", departmentIds=sales).json()["data"] == held


def test_mapping_takes_thirty_skills_at_most(api: Api, sales: str) -> None:
    ann = api.agent(departments=[sales])["id"]
    body = {"departmentId": sales, "skillIds": [str(number) for number in range(31)]}
    assert ("/skillIds", "invalid") in errors(api.post(f"/agents/{ann}/mapSkills", body))


def test_mapping_needs_an_agent_of_the_department(api: Api, sales: str) -> None:
    ann = api.agent()["id"]
    answer = api.post(f"/agents/{ann}/mapSkills", {"departmentId": sales, "skillIds": []})
    assert errors(answer) == {("/departmentId", "invalid")}


@pytest.mark.parametrize(("query", "found"), [({"searchString": "sp"}, 1), ({"status": "INACTIVE"}, 1), ({}, 2)])
def test_skills_are_filtered(api: Api, sales: str, languages: str, query: dict[str, str], found: int) -> None:
    api.skill(languages)
    api.skill(languages, "French", status="INACTIVE")
    assert len(api.get("/skills", departmentId=sales, **query).json()["data"]) == found


def test_counts_say_what_is_used_of_the_limit(api: Api, sales: str, languages: str) -> None:
    api.skill(languages)
    api.skill(languages, "French", status="INACTIVE")
    answer = api.get("/automationFeatureCount", feature="Skills", departmentId=sales).json()
    assert answer["usedCountInfo"] == {"usedTotalCount": "2", "usedActiveCount": "1"}
    assert answer["maxTotalCount"] == "1000"


@pytest.mark.parametrize("limit", ["skills", "skill_types"])
def test_the_feature_limit_holds(api: Api, sales: str, languages: str, limit: str) -> None:
    api.skill(languages)
    api.emulator.seed({"prod": {"limits": {limit: 1}}})
    path, body = ("/skills", skill_body(languages, "x"))
    if limit == "skill_types":
        path, body = "/skillTypes", {"departmentId": sales, "name": "x"}
    assert code(api.post(path, body)) == (403, "LICENSE_ACCESS_LIMITED")


def _about(field: str, condition: str = "is") -> dict[str, Any]:
    one = {"fieldModule": "tickets", "fieldName": field, "condition": condition, "value": ["full"]}
    return {"fieldConditions": [one], "pattern": "1"}


@pytest.mark.parametrize(
    ("criteria", "pointer"),
    [
        (_about("Moon"), "fieldName"),
        (_about("Country"), "fieldName"),
        (_about("Subject", "frobs"), "condition"),
    ],
)
def test_criteria_take_what_the_organisation_lists(api: Api, criteria: dict[str, Any], pointer: str) -> None:
    kind = api.skill_type(api.default_department())["id"]
    api.emulator.switch(criteria_checked=True)
    answer = api.post("/skills", {**skill_body(kind), "criteria": criteria})
    assert errors(answer) == {(f"/criteria/fieldConditions/0/{pointer}", "invalid")}
    api.emulator.switch(criteria_checked=False)
    assert api.post("/skills", {**skill_body(kind), "criteria": criteria}).status_code == 201


def test_a_seed_gives_an_organisation_fields_of_its_own(api: Api) -> None:
    home, kind = api.default_department(), api.skill_type(api.default_department())["id"]
    api.emulator.switch(criteria_checked=True)
    api.emulator.seed({"prod": {"criteriaFields": {"tickets": ["Moon"]}}})
    listed = api.get("/skills/criteriaFields", departmentId=home, module="tickets").json()
    assert '"Moon"' in str(listed).replace("'", '"')
    assert api.skill(kind, criteria=_about("Moon"))["criteria"]["fieldConditions"][0]["fieldName"] == "Moon"
