"""Which live objects the pending creates of a preview mean."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.cli.adopt._choice import refuse_held
from pulumi_zohodesk.cli.adopt._matching import match_all, pending_creates
from pulumi_zohodesk.dynamic import PULUMI_UNKNOWN, SECRET_MARK, TYPE_PREFIX, provider_string
from pulumi_zohodesk.engine import MARKS
from pulumi_zohodesk.errors import AmbiguousMatch, InputError, Refused
from pulumi_zohodesk.plan import holders_of, plan_of, with_wanted_values
from tests.engine.service import Service, session_on
from tests.plan import previews

STACK = "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev"


def step(kind, name, inputs, depends=None, op="create", parent=STACK):
    urn = f"urn:pulumi:dev::p::{TYPE_PREFIX}{kind}::{name}"
    state = {
        "urn": urn,
        "type": TYPE_PREFIX + kind,
        "inputs": {"__provider": "x", **inputs},
        "propertyDependencies": depends or {},
        "parent": parent,
    }
    return {"op": op, "urn": urn, "newState": state}


def on(service):
    """The session of every connection."""
    session = session_on(service)
    return lambda _connection: session


def urn(kind, name):
    return f"urn:pulumi:dev::p::{TYPE_PREFIX}{kind}::{name}"


@pytest.fixture
def service():
    found = Service()
    found.add("departments", id="1", name="Billing", isEnabled=True, description="live")
    found.add("skillTypes", id="2", name="Languages", departmentId="1")
    return found


PREVIEW = {
    "steps": [
        step(
            "SkillType",
            "t",
            {"name": "Languages", "departmentId": PULUMI_UNKNOWN},
            {"departmentId": [urn("Department", "d")]},
        ),
        step("Department", "d", {"name": "BILLING", "description": "wanted", "isEnabled": True}),
        step("Department", "there", {"name": "Sales"}, op="same"),
        {"op": "create", "newState": {"type": "aws:s3:Bucket", "urn": "x"}},
    ]
}


def test_parents_are_matched_first_and_their_ids_used_for_children(service):
    matches, missing = match_all(on(service), pending_creates(PREVIEW))
    assert [(match.pending.name, match.id) for match in matches] == [("d", "1"), ("t", "2")]
    assert missing == []
    assert matches[1].inputs == {"name": "Languages", "departmentId": "1"}


def test_the_imported_inputs_are_live_values_of_the_declared_arguments(service):
    (match, _), _ = match_all(on(service), pending_creates(PREVIEW))
    assert match.inputs == {"name": "Billing", "description": "live", "isEnabled": True}
    entry = match.entry()
    assert entry["inputs"]["__provider"] == entry["outputs"]["__provider"]
    assert "parent" not in entry


def test_what_does_not_exist_is_left_to_be_created(service):
    preview = {"steps": [step("Department", "n", {"name": "New", "isEnabled": True})]}
    matches, missing = match_all(on(service), pending_creates(preview))
    assert matches == []
    assert [one.name for one in missing] == ["n"]


def test_a_child_of_something_new_is_new(service):
    preview = {
        "steps": [
            step("Department", "n", {"name": "New"}),
            step(
                "SkillType",
                "t",
                {"name": "Languages", "departmentId": PULUMI_UNKNOWN},
                {"departmentId": [urn("Department", "n")]},
            ),
        ]
    }
    assert [one.name for one in match_all(on(service), pending_creates(preview))[1]] == ["n", "t"]


def test_two_candidates_are_an_error_with_both_ids(service):
    service.add("departments", id="9", name="billing", isEnabled=False)
    with pytest.raises(AmbiguousMatch, match=r"ids 1, 9"):
        match_all(on(service), pending_creates(PREVIEW))


def test_one_object_meant_twice_is_an_error(service):
    preview = {"steps": [step("Department", "a", {"name": "Billing"}), step("Department", "b", {"name": "billing"})]}
    with pytest.raises(InputError, match=r"a \(urn.*::a\) and b \(urn.*::b\) both mean the department with id 1"):
        match_all(on(service), pending_creates(preview))


def test_one_object_meant_twice_under_one_logical_name_is_an_error(service):
    """Two components may each have a department of this logical name."""
    twice = [step("Department", "a", {"name": "Billing"}) for _ in range(2)]
    twice[1]["urn"] = twice[1]["newState"]["urn"] = f"urn:pulumi:dev::p::my:Group${TYPE_PREFIX}Department::a"
    with pytest.raises(InputError, match="both mean the department with id 1"):
        match_all(on(service), pending_creates({"steps": twice}))


def test_what_the_stack_has_under_another_name_is_not_imported(service):
    """With every name at once, and what to write for it; what the stack lacks is no matter."""
    gone = [
        ("Department", "old", "1", {"name": "Billing", "isEnabled": True}),
        ("SkillType", "old", "2", {"name": "Languages", "departmentId": "1"}),
    ]
    steps = [previews.step("delete", previews.state(*one)) for one in gone]
    preview = {"steps": [*PREVIEW["steps"][:3], *steps]}
    matches, _ = match_all(on(service), pending_creates(preview))
    with pytest.raises(Refused, match="nothing was imported") as said:
        refuse_held(matches, holders_of(plan_of(preview)))
    assert str(said.value).count('aliases=[pulumi.Alias(name="old")]') == 2
    refuse_held(matches, holders_of(plan_of({"steps": PREVIEW["steps"][:3]})))


def test_personal_fields_can_be_imported_as_secrets(service):
    service.add("agents", id="5", emailId="jo@example.com", lastName="Doe", status="ACTIVE", name="Jo Doe")
    preview = {"steps": [step("Agent", "jo", {"emailId": "jo@example.com", "lastName": "Doe"})]}
    (match,), _ = match_all(on(service), pending_creates(preview), secret=True)
    entry = match.entry()
    assert set(entry["inputs"]["lastName"]) == {"4dabf18193072939515e22adb298388d", "plaintext"}
    assert set(entry["outputs"]["name"]) == {"4dabf18193072939515e22adb298388d", "plaintext"}


def test_a_parent_component_is_known(service):
    component = "urn:pulumi:dev::p::my:Group::g"
    preview = {"steps": [step("Department", "d", {"name": "Billing"}, parent=component)]}
    (match,), _ = match_all(on(service), pending_creates(preview))
    assert match.pending.parent == component


def test_adopting_writes_nothing_to_the_service(service):
    match_all(on(service), pending_creates(PREVIEW))
    assert service.writes == []


def test_an_object_is_looked_for_in_the_organisation_of_its_own_connection(service):
    other = Service()
    other.add("departments", id="9", name="Billing", isEnabled=True)
    sessions = {None: session_on(service), "sandbox": session_on(other, organization="8002")}
    preview = {
        "steps": [
            step("Department", "here", {"name": "Billing"}),
            step("Department", "there", {"name": "Billing", "connection": "sandbox"}),
        ]
    }
    matches, _ = match_all(sessions.__getitem__, pending_creates(preview))
    found = {match.pending.name: (match.id, match.outputs[MARKS]["organization"]) for match in matches}
    assert found == {"here": ("1", "7001"), "there": ("9", "8002")}


def test_what_the_program_keeps_secret_is_imported_so_and_named_to_the_plugin(service):
    service.add("agents", id="5", emailId="jo@example.com", lastName="Doe", status="ACTIVE", name="Jo Doe")
    given = {"emailId": "[secret]", "lastName": "Doe"}
    preview = {"steps": [step("Agent", "jo", given)]}
    told = {"emailId": {SECRET_MARK: "x", "plaintext": '"jo@example.com"'}}
    plan = {"resourcePlans": {urn("Agent", "jo"): {"state": told}}}
    (match,), _ = match_all(on(service), pending_creates(with_wanted_values(preview, plan)))
    entry = match.entry()
    secret = {
        part: {key for key, value in entry[part].items() if isinstance(value, dict)} for part in ("inputs", "outputs")
    }
    assert secret == {"inputs": {"emailId"}, "outputs": {"emailId", "name", "status", "__zohodesk"}}
    assert SECRET_MARK not in entry["outputs"]["__zohodesk"]
    assert entry["inputs"]["__provider"] == provider_string("Agent", ["emailId"])


def test_two_candidates_for_a_secret_are_not_named(service):
    for id in ("8", "9"):
        service.add("departments", id=id, name="Canary", isEnabled=True)
    preview = {"steps": [step("Department", "d", {"name": "[secret]"})]}
    plan = {"resourcePlans": {urn("Department", "d"): {"state": {"name": "Canary"}}}}
    with pytest.raises(AmbiguousMatch) as caught:
        match_all(on(service), pending_creates(with_wanted_values(preview, plan)))
    assert "fit its natural key: ids 8, 9" in str(caught.value)
    assert "Canary" not in str(caught.value)
