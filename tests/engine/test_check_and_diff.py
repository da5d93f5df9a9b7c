"""Inputs in normal form, and what differs from state."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.engine import MARKS, UNKNOWN, check, diff, note_scope
from pulumi_zohodesk.kinds import kind_named

DEPARTMENT, AGENT = kind_named("Department"), kind_named("Agent")
SKILL_TYPE, SKILL = kind_named("SkillType"), kind_named("Skill")

PERSON = {
    "lastName": "Doe",
    "emailId": "jo@example.com",
    "rolePermissionType": "AgentPublic",
    "associatedDepartmentIds": ["1", "2"],
}


def reasons(kind, news, olds=None):
    return {problem.argument: problem.reason for problem in check(kind, olds or {}, news).problems}


def test_defaults_are_filled_in_and_always_managed():
    assert check(DEPARTMENT, {}, {"name": "A"}).inputs == {"name": "A", "isEnabled": True}
    assert check(AGENT, {}, PERSON).inputs["status"] == "ACTIVE"


def test_a_missing_required_argument_is_named_in_python_spelling():
    found = reasons(AGENT, {})
    assert set(found) == {"last_name", "email_id", "role_permission_type", "associated_department_ids"}
    assert found["last_name"] == "Agent needs last_name (text); it is missing."


def test_what_no_argument_brings_is_refused_with_the_nearest_name():
    found = reasons(DEPARTMENT, {"name": "A", "descripton": "x", "creatorId": "1", "gone": None, "later": UNKNOWN})
    assert set(found) == {"descripton", "creatorId", "later"}
    assert found["descripton"] == (
        "Department has no argument 'descripton', which a transform may have added; nearest: description."
    )
    # Also when state holds it already: an earlier version let it in.
    assert "descripton" in reasons(DEPARTMENT, {"name": "A", "descripton": "x"}, {"name": "A", "descripton": "x"})


def test_what_is_no_part_of_criteria_is_refused():
    condition = {"fieldModule": "tickets", "fieldName": "Subject", "condition": "is", "value": ["a"]}
    skill = {"name": "S", "skillTypeId": "1", "status": "ACTIVE"}
    live = {"fieldConditions": [{**condition, "displayValue": ["A"]}], "pattern": "1"}
    assert not reasons(SKILL, {**skill, "criteria": live})
    strange = {"fieldConditions": [{**condition, "values": ["b"]}], "pattern": "1", "patern": "2"}
    said = [problem.reason for problem in check(SKILL, {}, {**skill, "criteria": strange}).problems]
    assert len(said) == 2
    assert "criteria.patern of the skill is no entry of a Criteria; nearest: pattern" in said[0]
    assert "field_conditions[0].values of the skill is no entry of a FieldCondition; nearest: value" in said[1]


def test_old_spelling_comes_back_for_the_same_meaning():
    news = {**PERSON, "emailId": "JO@example.com", "associatedDepartmentIds": ["2", "1"]}
    assert check(AGENT, {**PERSON, "status": "ACTIVE"}, news).inputs == {**PERSON, "status": "ACTIVE"}


def test_what_is_live_already_passes_whatever_it_is():
    hostile = {"name": "A<B>" * 60, "isEnabled": True}
    assert not reasons(DEPARTMENT, hostile, hostile)
    assert "name" in reasons(DEPARTMENT, {"name": "A<B>" * 61}, hostile)


def test_a_part_that_is_live_already_passes_beside_one_that_is_new():
    olds = {"cf": {"cf_long": "x" * 200, "cf_b": "1"}, "channelExpert": ["x" * 200]}
    news = {"cf": {**olds["cf"], "cf_b": "2"}, "channelExpert": ["EMAIL", *olds["channelExpert"]]}
    assert not check(AGENT, {**PERSON, **olds}, {**PERSON, **news}).problems
    worse = {"cf": {**olds["cf"], "cf_b": "y" * 101}, "channelExpert": [*olds["channelExpert"], "y" * 121]}
    problems = check(AGENT, {**PERSON, **olds}, {**PERSON, **worse}).problems
    assert [problem.argument for problem in problems] == ["channel_expert", "cf"]
    assert "cf['cf_b'] of the agent is 101 characters long" in problems[1].reason


def test_a_condition_that_is_live_already_passes_beside_one_that_is_new():
    def criteria(*modules):
        conditions = [
            {"fieldModule": one, "fieldName": "Subject", "condition": "is", "value": ["a"]} for one in modules
        ]
        return {"fieldConditions": conditions, "pattern": "or".join(map(str, range(1, len(modules) + 1)))}

    skill = {"name": "S", "skillTypeId": "1", "status": "ACTIVE"}
    olds = {**skill, "criteria": criteria("customs")}
    assert not check(SKILL, olds, {**skill, "criteria": criteria("customs", "tickets")}).problems
    (problem,) = check(SKILL, olds, {**skill, "criteria": criteria("customs", "others")}).problems
    assert "criteria.field_conditions[1].field_module of the skill is 'others'" in problem.reason


def test_a_number_that_cannot_be_sent_is_said_before():
    (problem,) = check(AGENT, {}, {**PERSON, "cf": {"cf_a": float("nan")}}).problems
    assert "cf['cf_a'] of the agent is nan" in problem.reason


def test_every_unknown_element_is_shown():
    olds, news = {**PERSON}, {**PERSON, "associatedDepartmentIds": ["1", UNKNOWN, UNKNOWN]}
    olds["associatedDepartmentIds"] = ["1"]
    assert check(AGENT, olds, news).inputs["associatedDepartmentIds"] == ["1", UNKNOWN, UNKNOWN]


def test_unknown_values_pass_and_stay_unknown():
    checked = check(SKILL_TYPE, {}, {"name": UNKNOWN, "departmentId": UNKNOWN})
    assert not checked.problems
    assert checked.inputs["name"] is UNKNOWN


@pytest.mark.parametrize(
    ("extra", "words"),
    [
        ({"rolePermissionType": "Custom", "roleId": "1"}, "needs role_id and profile_id; profile_id is missing"),
        ({"roleId": "1", "profileId": "2"}, "may have role_id or profile_id, not both"),
    ],
)
def test_role_and_profile_rules_are_told_before_anything_is_sent(extra, words):
    assert words in " ".join(reasons(AGENT, {**PERSON, **extra}).values())


def test_custom_with_both_ids_passes():
    assert not reasons(AGENT, {**PERSON, "rolePermissionType": "Custom", "roleId": "1", "profileId": "2"})


def state(kind, values, **marks):
    inputs = check(kind, {}, values).inputs
    return {**inputs, "id": "9", MARKS: {"managed": sorted(inputs), **marks}}


def test_equal_meanings_do_not_differ():
    news = {**PERSON, "emailId": "JO@EXAMPLE.COM", "associatedDepartmentIds": ["2", "1"], "status": "ACTIVE"}
    assert not diff(AGENT, state(AGENT, PERSON), news)


def test_exactly_the_changed_field_differs():
    assert diff(AGENT, state(AGENT, PERSON), {**PERSON, "lastName": "Roe", "status": "ACTIVE"}).changed == ("lastName",)


def test_a_left_out_argument_is_not_compared():
    before = state(AGENT, {**PERSON, "phone": "123"})
    assert not diff(AGENT, before, {**PERSON, "status": "ACTIVE"})


def test_an_empty_argument_clears():
    before = state(AGENT, {**PERSON, "phone": "123", "channelExpert": ["Web"]})
    news = {**PERSON, "status": "ACTIVE", "phone": "", "channelExpert": []}
    assert diff(AGENT, before, news).changed == ("phone", "channelExpert")


def test_no_field_of_an_agent_ever_replaces():
    news = check(AGENT, {}, {**PERSON, "emailId": "other@example.com", "associatedDepartmentIds": ["3"]}).inputs
    assert diff(AGENT, state(AGENT, PERSON), news).replaces == ()


def test_another_department_replaces_a_skill_type():
    before = state(SKILL_TYPE, {"name": "A", "departmentId": "1"})
    assert diff(SKILL_TYPE, before, {"name": "A", "departmentId": "2"}).replaces == ("departmentId",)
    assert diff(SKILL_TYPE, before, {"name": "A", "departmentId": UNKNOWN}).replaces == ("departmentId",)
    assert diff(SKILL_TYPE, before, {"name": "B", "departmentId": "1"}).replaces == ()


@pytest.mark.parametrize(
    ("new_type", "replaces"), [(UNKNOWN, True), ("near", False), ("far", True), ("never seen", False)]
)
def test_a_skill_is_replaced_exactly_when_its_new_type_is_unknown_or_elsewhere(new_type, replaces):
    note_scope("SkillType", "near", "1")
    note_scope("SkillType", "far", "2")
    values = {"skillTypeId": "5", "name": "A", "status": "ACTIVE"}
    before = {**values, "departmentId": "1"}
    found = diff(SKILL, before, {**values, "skillTypeId": new_type})
    assert found.changed == ("skillTypeId",)
    assert bool(found.replaces) is replaces


def test_what_was_left_undone_counts_as_a_difference():
    before = state(DEPARTMENT, {"name": "A"}, incomplete=["isEnabled"])
    found = diff(DEPARTMENT, before, {"name": "A", "isEnabled": True})
    assert found
    assert found.changed == ()
