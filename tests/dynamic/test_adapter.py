"""The adapter without a plugin process: unknowns, floats, answers of diff and check."""

from __future__ import annotations

import pulumi
import pytest

import pulumi_zohodesk as desk
from pulumi_zohodesk.dynamic import DeskProvider
from pulumi_zohodesk.dynamic._configuration import Configuration
from pulumi_zohodesk.dynamic._inputs import holds_output
from pulumi_zohodesk.engine import MARKS
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.kinds import KINDS

SKILL_TYPE = DeskProvider("SkillType")
AGENT = DeskProvider("Agent")
PROVIDER = {"__provider": "gAS"}
PERSON = {
    "lastName": "Doe",
    "emailId": "jo@example.com",
    "rolePermissionType": "AgentPublic",
    "associatedDepartmentIds": ["1"],
}


@pytest.fixture(autouse=True)
def _connected(monkeypatch):
    """A stack whose environment names an organisation."""
    monkeypatch.setattr("pulumi_zohodesk.dynamic._provider.CONFIGURATION", Configuration())
    for name, value in {"ORG_ID": "1", "CLIENT_ID": "c", "CLIENT_SECRET": "s", "REFRESH_TOKEN": "r"}.items():
        monkeypatch.setenv(f"ZOHODESK_{name}", value)


def test_check_keeps_unknowns_and_takes_the_float_from_numbers():
    result = SKILL_TYPE.check({}, {**PROVIDER, "name": "A", "departmentId": pulumi.output.UNKNOWN})
    assert isinstance(result.inputs["departmentId"], pulumi.output.Unknown)
    assert result.failures == []
    assert SKILL_TYPE.check({}, {"name": "A", "departmentId": 12.0}).inputs["departmentId"] == 12


def test_check_reports_each_field_in_a_sentence():
    result = AGENT.check({}, {**PROVIDER, "emailId": "nobody", "rolePermissionType": "Boss"})
    found = {failure.property: failure.reason for failure in result.failures}
    assert set(found) == {"email_id", "role_permission_type", "last_name", "associated_department_ids"}
    assert all(reason.endswith(".") for reason in found.values())


OUTPUT = pulumi.Output.from_input("x")
NO_VALUES = {"an output": f"for {OUTPUT}", "its repr": f"for {OUTPUT!r}", "an object": f"for {object()}"}


@pytest.mark.parametrize("text", NO_VALUES.values(), ids=NO_VALUES)
@pytest.mark.parametrize(
    ("argument", "wrap"),
    [
        ("last_name", lambda text: {"lastName": text}),
        ("phone", lambda text: {"phone": text}),
        ("channel_expert", lambda text: {"channelExpert": ["EMAIL", text]}),
        ("cf", lambda text: {"cf": {"cf_a": text}}),
        ("cf", lambda text: {"cf": {text: "a"}}),
    ],
)
def test_a_text_that_an_output_was_written_into_is_refused(argument, wrap, text):
    failures = AGENT.check({}, {**PERSON, **wrap(text)}).failures
    said = [one.reason for one in failures if "f-string" in one.reason]
    assert said == [
        f"The {argument} of the agent holds a text that Python makes of an object in place of its value: an output or "
        "a resource in an f-string, str() or +. Write pulumi.Output.concat(...) or output.apply(lambda value: ...)."
    ]
    assert argument in [one.property for one in failures]
    # What is live already, whoever wrote it, can be imported and refreshed.
    assert not [one for one in AGENT.check(wrap(text), {**PERSON, **wrap(text)}).failures if "f-string" in one.reason]


def test_it_is_found_in_conditions_too():
    condition = {"fieldModule": "tickets", "fieldName": "Subject", "condition": "is", "value": ["a", f"{OUTPUT}"]}
    criteria = {"fieldConditions": [condition], "pattern": "1"}
    failures = DeskProvider("Skill").check({}, {"name": "S", "skillTypeId": "1", "criteria": criteria}).failures
    assert [one.property for one in failures if "f-string" in one.reason] == ["criteria"]


def test_check_never_hands_the_provider_back():
    assert "__provider" not in SKILL_TYPE.check({}, {**PROVIDER, "name": "A", "departmentId": "1"}).inputs


STATE = {**PROVIDER, "name": "A", "departmentId": "1", "id": "5", MARKS: {"managed": ["departmentId", "name"]}}


def test_diff_says_false_when_only_the_pickle_differs():
    result = SKILL_TYPE.diff("5", STATE, {"__provider": "other", "name": "A", "departmentId": "1"})
    assert result.changes is False


def test_diff_leaves_the_details_to_the_engine():
    result = SKILL_TYPE.diff("5", STATE, {**PROVIDER, "name": "B", "departmentId": "1"})
    assert result.changes is None
    assert not result.replaces


def test_diff_names_replace_keys_and_deletes_first():
    result = SKILL_TYPE.diff("5", STATE, {**PROVIDER, "name": "A", "departmentId": pulumi.output.UNKNOWN})
    assert result.replaces == ["departmentId"]
    assert result.delete_before_replace


def test_diff_insists_while_something_is_unfinished():
    state = {**STATE, MARKS: {"managed": ["departmentId", "name"], "incomplete": ["name"]}}
    assert SKILL_TYPE.diff("5", state, {**PROVIDER, "name": "A", "departmentId": "1"}).changes is True


@pytest.mark.parametrize("kind", ["Department", "Agent", "SkillType", "Skill"])
def test_the_pickle_is_no_secret(kind):
    assert DeskProvider(kind).serialize_as_secret_always is False


CANARY = {"emailId": "canary<", "rolePermissionType": "Canary", "lastName": "Canary<", "cf": {"a": "canary" * 50}}


def test_what_is_wrong_with_a_secret_is_not_said_and_its_property_not_named():
    """The engine prints the value of a property that a failure names."""
    result = DeskProvider("Agent", tuple(CANARY)).check({}, {**CANARY, "associatedDepartmentIds": ["x"]})
    found = [(failure.property, failure.reason) for failure in result.failures]
    assert [name for name, _ in found if name] == ["associated_department_ids"]
    assert len(found) == 5
    assert "canary" not in str(found).casefold()
    assert any("email_id of the agent is secret" in reason for _, reason in found)


def test_an_id_that_comes_as_an_output_is_not_quoted_when_it_is_none():
    inputs = {"name": "A", "departmentId": "canary"}
    (failure,) = DeskProvider("SkillType", ("departmentId",)).check({}, inputs).failures
    assert (failure.property, "canary" in failure.reason) == ("", False)


def test_a_rule_between_arguments_does_not_quote_a_secret():
    inputs = {"emailId": "a@b.example", "lastName": "Doe", "associatedDepartmentIds": ["1"]}
    inputs |= {"rolePermissionType": "Light", "roleId": "1", "profileId": "2"}
    (failure,) = DeskProvider("Agent", ("rolePermissionType",)).check({}, inputs).failures
    assert "Light" not in failure.reason
    (failure,) = DeskProvider("Agent", ("lastName",)).check({}, inputs).failures
    assert "Light may have role_id" in failure.reason


def test_outputs_that_may_repeat_a_secret_are_secret():
    inputs = {"lastName": "Canary", "emailId": "c@b.example"}
    outputs = {**inputs, "name": "Jo Canary", "zuid": "12", "isConfirmed": True, "id": "7", MARKS: {}}
    sealed = DeskProvider("Agent", ("lastName",))._sealed(outputs, inputs)
    assert {key for key, value in outputs.items() if sealed[key] != value} == {"name"}
    for others in ((), ("associatedDepartmentIds",)):
        assert DeskProvider("Agent", others)._sealed(outputs, inputs) == outputs


@pytest.mark.parametrize(
    ("value", "holds"),
    [
        (pulumi.Output.from_input("x"), True),
        ({"cf_a": pulumi.Output.from_input("x")}, True),
        ([pulumi.Output.from_input("x")], True),
        (desk.Criteria(field_conditions=[], pattern=pulumi.Output.from_input("1")), True),
        (desk.Agent.__new__(desk.Agent), False),
        (["x"], False),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_that_may_be_secret_is_told_from_one_that_is_not(value, holds):
    assert holds_output(value) is holds


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_reading_what_is_missing_is_one_sentence(kind, connected):
    with pytest.raises(InputError) as caught:
        DeskProvider(kind.name).read("4242", PROVIDER)
    organization = connected.env()["ZOHODESK_ORG_ID"]
    assert str(caught.value) == (
        f"Organisation {organization} has no {kind.words} with id 4242 that this token can see."
    )
