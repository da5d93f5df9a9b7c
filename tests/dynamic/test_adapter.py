"""The adapter without a plugin process: unknowns, floats, answers of diff and check."""

from __future__ import annotations

import pulumi
import pytest

from pulumi_zohodesk.dynamic import DeskProvider
from pulumi_zohodesk.dynamic._configuration import Configuration
from pulumi_zohodesk.engine import MARKS

SKILL_TYPE = DeskProvider("SkillType")
AGENT = DeskProvider("Agent")
PROVIDER = {"__provider": "gAS"}


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
