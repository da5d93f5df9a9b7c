"""What a stack knows against what the organisation holds, without engine and without network."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from pulumi_zohodesk.compare import Ignore, Sort, drift, held_in, ignore_from, missing
from pulumi_zohodesk.dynamic import SECRET_MARK, import_entry
from pulumi_zohodesk.engine import MARKS
from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.export import Options, Selection, project, select
from pulumi_zohodesk.kinds import KINDS, kind_named
from tests.export.generated import organisations

from .desks import another, filled, of, one_of

SLOWLY = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
ALL = [kind.name for kind in KINDS]


def state_of(desk, **more):
    return [desk.held(kind, id, f"{kind.lower()}{id}", **more) for kind, id in desk.items]


def found_in(desk, state, **more):
    inventory = desk.inventory()
    return drift(state, inventory, **{"asked": {held.place: None for held in missing(state, inventory)}, **more})


def test_nothing_drifted():
    desk = filled()
    found = found_in(desk, state_of(desk), kinds=ALL)
    assert not found
    assert found.objects == len(desk.items)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_sort_that_a_kind_admits_is_found(kind, capsys):
    """The matrix, derived from the declarations and printed."""
    told: dict[str, str] = {}
    for field in kind.answered:
        desk = filled()
        item = one_of(desk, kind)
        before = item.row.get(field.wire, field.type.shown(None, None))
        before = another(desk, kind, field.wire) if before in (None, {}) else before
        desk.edit(kind.name, item.id, **{field.wire: before})
        state = state_of(desk)
        desk.edit(kind.name, item.id, **{field.wire: another(desk, kind, field.wire)})
        (found,) = [one for one in found_in(desk, state).findings if one.kind == kind.name]
        assert found.ids == (item.id,)
        assert [edit.field for edit in found.edits] == [field.snake]
        assert found.sort is (Sort.DISABLED if field.switch else Sort.CHANGED)
        told[field.snake] = str(found.sort)
    if not kind.always:
        told.update(_whole(kind))
    with capsys.disabled():
        print("\n" + "\n".join(f"drift {kind.name}.{name}: {sort}" for name, sort in told.items()))


def _whole(kind):
    desk = filled()
    state = state_of(desk)
    item = one_of(desk, kind)
    others = [held for held in state if held.id != item.id]
    (found,) = found_in(desk, others, kinds=ALL).findings
    assert (found.sort, found.kind, found.key, found.ids) == (Sort.APPEARED, kind.name, item.key, (item.id,))
    if kind.undeletable:
        return {"(object)": "appeared; it cannot disappear"}
    desk.remove(kind.name, item.id)
    gone = [one for one in found_in(desk, state).findings if one.sort is Sort.DISAPPEARED]
    assert [(one.kind, one.key, one.name) for one in gone] == [(kind.name, item.key, f"{kind.name.lower()}{item.id}")]
    return {"(object)": "appeared, disappeared"}


@SLOWLY
@given(organisations())
def test_what_was_exported_and_imported_has_not_drifted(inventory):
    made = project(inventory, select(inventory, Selection()), Options("x"))
    entries = json.loads(made.files["import.json"])["resources"]
    state = held_in(
        {"resources": [{**one, "urn": f"urn:pulumi:dev::p::{one['type']}::{one['name']}"} for one in entries]}
    )
    assert len(state) == sum(not item.given for name in ALL for item in inventory.items(name))
    assert not drift(state, inventory, kinds=ALL)


def test_names_do_not_depend_on_the_order_of_the_state():
    desk = filled()
    state = state_of(desk)
    desk.edit("Skill", one_of(desk, kind_named("Skill")).id, description="x")
    for order in (state, state[::-1]):
        (found,) = found_in(desk, order).findings
        assert found.key == ("Sales", "Language", "French")


def test_only_managed_fields_count():
    desk = filled()
    state = [desk.held(kind, id, id, managed=("name",)) for kind, id in desk.items if kind == "Department"]
    desk.edit("Department", state[0].id, description="by hand")
    assert not found_in(desk, state)
    desk.edit("Department", state[0].id, name="By hand")
    (found,) = found_in(desk, state).findings
    assert [(edit.field, edit.old, edit.new) for edit in found.edits] == [("name", "Sales", "By hand")]
    assert found.key == ("Sales",)


def test_what_is_managed_is_what_the_program_said_last():
    """An argument that comes or goes and changes nothing leaves the outputs, and the note in them, as they were."""
    desk = filled()
    department = next(id for kind, id in desk.items if kind == "Department")
    held = desk.held("Department", department, "sales", managed=("name", "description"))
    came = replace(held, inputs={"name": "Sales", "isVisibleInCustomerPortal": True})
    desk.edit("Department", department, description="by hand", isVisibleInCustomerPortal=False)
    fields = {
        wire: [edit.field for finding in found_in(desk, [one]).findings for edit in finding.edits]
        for wire, one in (("noted", held), ("said", came))
    }
    assert fields == {"noted": ["description"], "said": ["is_visible_in_customer_portal"]}


@pytest.mark.parametrize(
    ("kind", "wire", "whole", "named", "other", "counts"),
    [
        (
            "Profile",
            "permissions",
            {"tickets": {"view": True, "edit": True}, "tasks": {"view": True}},
            {"tickets": {"view": True}},
            {"tickets": {"view": True, "edit": False}, "tasks": {"view": False}},
            {"tickets": {"view": False, "edit": True}, "tasks": {"view": True}},
        ),
        ("SkillOrder", "skillIds", ["1", "2", "3"], ["1", "2"], ["3", "1", "2"], ["2", "1", "3"]),
    ],
)
def test_what_the_program_no_longer_names_of_a_map_or_an_order_does_not_drift(kind, wire, whole, named, other, counts):
    desk = filled()
    id = one_of(desk, kind_named(kind)).id
    desk.edit(kind, id, **{wire: whole})
    held = desk.held(kind, id, "x")
    state = [replace(held, inputs={**held.inputs, wire: named})]
    for live, fields in ((whole, []), (other, []), (counts, [kind_named(kind).by_wire[wire].snake])):
        desk.edit(kind, id, **{wire: live})
        found = found_in(desk, state).findings
        assert [edit.field for one in found for edit in one.edits] == fields


def test_what_is_enabled_again_by_hand_is_a_change():
    desk = filled()
    one = one_of(desk, kind_named("Department"))
    desk.edit("Department", one.id, isEnabled=False)
    state = state_of(desk)
    desk.edit("Department", one.id, isEnabled=True)
    (found,) = found_in(desk, state).findings
    assert (found.sort, found.edits[0].old, found.edits[0].new) == (Sort.CHANGED, False, True)


def test_a_field_that_the_service_does_not_tell_did_not_drift():
    desk = filled()
    state = state_of(desk)
    agent = next(held for held in state if held.kind.name == "Agent")
    row = {key: value for key, value in desk.items[agent.place].row.items() if key != "lastName"}
    del desk.items[agent.place]
    desk.add("Agent", **{**row, "lastName": None})
    assert found_in(desk, state)
    desk.items[agent.place] = replace(desk.items[agent.place], row=row, values={})
    assert not drift(state, desk.inventory())


def test_references_are_told_by_name_also_when_what_they_meant_is_gone():
    desk = filled()
    state = state_of(desk)
    skill = one_of(desk, kind_named("Skill"))
    jo, kim = skill.values["agentIds"]
    desk.remove("Agent", jo)
    desk.edit("Skill", skill.id, agentIds=[kim])
    changed = of(found_in(desk, state), Sort.CHANGED)
    assert (changed[0].edits[0].old, changed[0].edits[0].new) == (
        ["jo@example.com", "kim@example.com"],
        ["kim@example.com"],
    )


def test_who_and_when():
    desk = filled()
    skill = one_of(desk, kind_named("Skill"))
    desk.edit("Skill", skill.id, modifiedTime="1767225600000", modifiedBy="1", createdBy=skill.values["agentIds"][0])
    state = state_of(desk)
    jo = skill.values["agentIds"][0]
    desk.edit("Skill", skill.id, description="x", modifiedTime="2026-01-01T00:00:00Z")
    (found,) = found_in(desk, state).findings
    assert (found.who, found.when) == ("", "")  # the state knows of that moment already
    desk.edit("Skill", skill.id, modifiedTime="1767312000000", modifiedBy=jo)
    (found,) = found_in(desk, state).findings
    assert (found.who, found.when) == ("jo@example.com", "2026-01-02T00:00:00Z")
    for odd in ("yesterday", "9" * 30, "2026-01-02T01:00:00"):
        desk.edit("Skill", skill.id, modifiedTime=odd)
        assert found_in(desk, state).findings[0].when == odd
    desk.edit("Skill", skill.id, modifiedBy="404")
    assert found_in(desk, state).findings[0].who == "agent 404"
    rest = [held for held in state if held.kind.name != "Skill"]
    assert found_in(desk, rest, kinds=["Skill"]).findings[0].who == "jo@example.com"


def test_what_is_ignored_is_counted_and_not_told():
    desk = filled()
    ignore = ignore_from(["agent:*@EXAMPLE.com", "skill-type:Sales/*", "Skill:French"])
    kinds = ["Department", "Agent", "SkillType", "Skill"]
    found = found_in(desk, [], kinds=kinds, ignore=ignore)
    assert [one.key for one in found.findings] == [("Billing",), ("Sales",), ("Billing", "Products")]
    assert found.ignored == 4
    assert found_in(desk, [], kinds=ALL, ignore=ignore_from(["*:*"])).findings == ()
    assert Ignore().covers("Agent", ("x",)) is False


def test_an_ignore_list_with_a_kind_that_does_not_exist_is_refused():
    with pytest.raises(ConfigError, match='"Agnt:x": there is no kind "Agnt"'):
        ignore_from(["Agnt:x", "Agent:y"])


def test_what_nobody_asked_for_is_no_disappearance():
    desk = filled()
    state = state_of(desk)
    desk.remove("Skill", one_of(desk, kind_named("Skill")).id)
    assert [held.kind.name for held in missing(state, desk.inventory())] == ["Skill"]
    with pytest.raises(KeyError):
        drift(state, desk.inventory())


def test_an_object_that_was_asked_for_by_itself_is_compared_too():
    desk = filled()
    state = state_of(desk)
    skill = one_of(desk, kind_named("Skill"))
    desk.edit("Skill", skill.id, description="x")
    inventory = desk.inventory()
    item = inventory.item("Skill", skill.id)
    desk.remove("Skill", skill.id)
    (found,) = drift(state, desk.inventory(), asked={("Skill", skill.id): item}).findings
    assert found.edits[0].new == "x"


def resource(kind="Department", id="5", **more):
    outputs = {"name": "Sales", MARKS: {"organization": "1", "managed": ["name"]}}
    entry = import_entry(kind, "sales", id, {"name": "Sales"}, outputs)
    return {"urn": f"urn:pulumi:dev::p::{entry['type']}::sales", **entry, **more}


def test_a_deployment_is_read():
    secret = import_entry("Agent", "jo", "6", {}, {"emailId": "jo@example.com", "order": 3.0}, secret=["emailId"])
    resources = [
        {"urn": "urn:pulumi:dev::p::pulumi:pulumi:Stack::p", "type": "pulumi:pulumi:Stack"},
        resource(),
        resource(id="7", external=True),
        resource(id="8", delete=True),
        {"urn": "urn:pulumi:dev::p::my:Team$pulumi-python:dynamic/zohodesk:Agent::jo", **secret},
        {"urn": "x", "type": "aws:s3/bucket:Bucket", "id": "9"},
    ]
    sales, jo = held_in({"resources": resources})
    assert (sales.name, sales.id, sales.organization, [of.wire for of in sales.managed]) == (
        "sales",
        "5",
        "1",
        ["name"],
    )
    assert jo.secret == {"emailId"}
    assert jo.value("emailId") == "jo@example.com"
    assert jo.outputs["order"] == 3
    assert held_in({}) == held_in({"resources": None}) == []
    locked = {**resource(), "outputs": {"name": {SECRET_MARK: "x", "ciphertext": "y"}}, "inputs": {}}
    assert "name" not in held_in({"resources": [locked]})[0].outputs
    assert json.dumps(sales.outputs)


def test_a_secret_at_any_depth_is_opened_and_makes_its_field_secret():
    word = {SECRET_MARK: "1b47061264138c4ac30d75fd1eb44270", "plaintext": '"B"'}
    values = {"cf": {"cf_floor": word}, "channelExpert": ["A", word]}
    (found,) = held_in({"resources": [{**resource(), "outputs": values, "inputs": values}]})
    assert found.secret == {"cf", "channelExpert"}
    assert dict(found.outputs) == dict(found.inputs) == {"cf": {"cf_floor": "B"}, "channelExpert": ["A", "B"]}
    locked = {SECRET_MARK: "x", "ciphertext": "y"}
    (found,) = held_in({"resources": [{**resource(), "outputs": {"cf": {"cf_floor": locked}}, "inputs": {}}]})
    assert (found.secret, dict(found.outputs)) == ({"cf"}, {})


def test_what_state_keeps_secret_is_marked():
    desk = filled()
    state = [replace(held, secret=frozenset({"emailId", "lastName"})) for held in state_of(desk)]
    agent = one_of(desk, kind_named("Agent"))
    desk.edit("Agent", agent.id, lastName="Other", langCode="en")
    (found,) = found_in(desk, state).findings
    assert found.secret
    assert {edit.field: edit.secret for edit in found.edits} == {"last_name": True}


@pytest.mark.parametrize("wire", ["name", "departmentId"])
def test_what_lies_in_something_secret_is_not_named_and_neither_is_a_reference_to_it(wire):
    """A secret name of a department, or a secret home of a skill type: the keys of what lies there hold it."""
    desk = filled()
    secret = "Department" if wire == "name" else "SkillType"
    state = [replace(held, secret=frozenset([wire])) if held.kind.name == secret else held for held in state_of(desk)]
    skill, agent = (one_of(desk, kind) for kind in (kind_named("Skill"), kind_named("Agent")))
    desk.edit("Skill", skill.id, description="x")
    desk.edit("Agent", agent.id, associatedDepartmentIds=[one_of(desk, kind_named("Department")).id])
    new = desk.add("SkillType", name="New", departmentId=one_of(desk, kind_named("Department")).id)
    found = {(one.kind, *one.ids): one for one in found_in(desk, state, kinds=ALL).findings}
    assert found["Skill", skill.id].secret
    assert found["SkillType", new].secret == (wire == "name")
    edits = [edit for key, one in found.items() if key == ("Agent", agent.id) for edit in one.edits]
    if wire == "name":
        assert all(isinstance(name, dict) for edit in edits for name in edit.shown.new)


def test_a_secret_person_is_not_named_as_the_one_who_changed_something():
    desk = filled()
    agent = one_of(desk, kind_named("Agent"))
    state = [
        replace(held, secret=frozenset(["emailId"])) if held.kind.name == "Agent" else held for held in state_of(desk)
    ]
    skill = one_of(desk, kind_named("Skill"))
    for who, told in ((agent.id, f"agent {agent.id}"), ("Canary Jo", "")):
        desk.edit("Skill", skill.id, description=who, modifiedBy=who, modifiedTime="2026-01-02T03:04:05Z")
        (found,) = found_in(desk, state).findings
        assert found.who == told
