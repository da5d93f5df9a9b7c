"""What the engine masks is shown by nothing that is made of a plan: every field of every kind."""

from __future__ import annotations

import json

import pytest

from pulumi_zohodesk.cli.up._planned import Planned
from pulumi_zohodesk.cli.up._planned_page import as_markdown
from pulumi_zohodesk.cli.up._words import label, what
from pulumi_zohodesk.engine import Live
from pulumi_zohodesk.kinds import KINDS, kind_named
from pulumi_zohodesk.plan import (
    load_plan,
    load_snapshot,
    misfits,
    plan_of,
    rehearse,
    save_plan,
    save_snapshot,
    snapshot_of,
    with_live_values,
    with_wanted_values,
)
from pulumi_zohodesk.plan._secrets import MASK
from tests.engine.service import ORGANIZATION, session_on
from tests.kinds.values import text_value

from .asked import Asked
from .previews import preview, state, step, urn, wanted
from .test_secrets import secret

WHOSE = (ORGANIZATION,)


def value_of(field, mark):
    """A value of the field's sort that nothing else holds."""
    return text_value(field.type, f"canary{mark}", flag=mark == "new")


def masked_plan(kind, *, mark="new", op="update"):
    """An object all of whose fields are secret and change, as the engine says it and as it becomes readable."""
    fields = [field for field in kind.fields if field.compared]
    old = {field.wire: value_of(field, "old") for field in fields}
    new = {field.wire: value_of(field, mark) for field in fields}
    hidden = dict.fromkeys(old, MASK)
    was = state(kind.name, "thing", "7", hidden)
    said = preview(step(op, was, None if op == "delete" else wanted(kind.name, "thing", hidden)))
    told = {urn(kind.name, "thing"): {"state": {wire: secret(value) for wire, value in new.items()}}}
    readable = state(kind.name, "thing", "7", {wire: secret(value) for wire, value in old.items()})
    opened = with_live_values(with_wanted_values(said, {"resourcePlans": told}), {"resources": [readable]}, live(old))
    return plan_of(opened)


def live(inputs):
    return lambda _kind, _id, known: Live(inputs, {**known, **inputs})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_is_shown_masked(kind):
    plan = masked_plan(kind)
    (one,) = plan.steps
    assert set(one.new) == {field.wire for field in kind.fields if field.compared}
    assert label(one) == f"{kind.words} thing (id 7)"
    assert what(one) == ", ".join(f"{kind.by_wire[wire].snake}: [secret]" for wire in one.changed)
    assert {*one.changed} == set(one.new)
    service = Asked()
    price, refusals = rehearse(plan, lambda _name: session_on(service))
    page = as_markdown(Planned(plan, price, refusals, (), WHOSE))
    assert "[secret]" in page
    assert "canary" not in page + str([one.reason for one in refusals])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_saved_plan_has_seals_and_is_compared_by_them(kind, tmp_path):
    file = tmp_path / "plan.json"
    save_plan(masked_plan(kind), WHOSE, file)
    assert "canary" not in file.read_text()
    saved = load_plan(file)
    assert list(misfits(saved, masked_plan(kind), WHOSE)) == []
    (moved,) = misfits(saved, masked_plan(kind, mark="newer"), WHOSE)
    names = ", ".join(field.snake for field in kind.fields if field.compared)
    assert moved == f"{kind.words} (id 7) (thing): the program now wants something else: {names}."


def test_two_files_have_other_seals_for_the_same_value(tmp_path):
    files = [tmp_path / "a.json", tmp_path / "b.json"]
    for file in files:
        save_plan(masked_plan(kind_named("Agent")), WHOSE, file)
    one, other = (json.loads(file.read_text())["steps"][0]["new"] for file in files)
    assert not {*map(str, one.values())} & {*map(str, other.values())}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_snapshot_remembers_what_is_not_shown(kind, tmp_path):
    kept = snapshot_of(masked_plan(kind, op="delete"))
    save_snapshot(kept, tmp_path / "s.json")
    (entry,) = load_snapshot(tmp_path / "s.json").entries
    assert entry.hidden == {field.wire for field in kind.fields if field.compared}


def test_people_are_hidden_by_the_same_means():
    inputs = {"lastName": "Canary", "emailId": "canary@example.com", "status": "ACTIVE"}
    said = preview(step("update", state("Agent", "jo", "7", inputs), wanted("Agent", "jo", {**inputs, "phone": "1"})))
    (shown,) = plan_of(said).steps
    assert label(shown) == 'agent "canary@example.com" (jo)'
    (hidden,) = plan_of(said, hides_people=True).steps
    assert (label(hidden), what(hidden)) == ("agent jo (id 7)", "phone: [secret]")


def test_a_refusal_does_not_name_what_is_secret():
    service = Asked()
    service.add("departments", name="Canary", isEnabled=True)
    said = preview(step("create", None, wanted("Department", "home", {"name": MASK, "isEnabled": True})))
    plan = {"resourcePlans": {urn("Department", "home"): {"state": {"name": secret("Canary")}}}}
    _, (refused,) = rehearse(plan_of(with_wanted_values(said, plan)), lambda _name: session_on(service))
    assert refused.reason.startswith("The department (id 101) exists already")
    assert "Canary" not in refused.reason


def test_an_object_that_is_secret_is_not_named_by_a_change_of_another():
    """The skill itself is no secret; the department that it would lie in is, and out of service."""
    plan = masked_plan(kind_named("Department"))
    session = session_on(Asked())
    session.note_secret("7", plan.hidden[urn("Department", "thing")])
    assert session.label(kind_named("Department"), {"id": "7", "name": "Canary"}) == "department (id 7)"
    with session.hiding("7", ()):
        assert "Canary" in session.label(kind_named("Department"), {"id": "7", "name": "Canary"})


def test_what_a_plan_knows_of_objects_that_stay_counts():
    kept = masked_plan(kind_named("Department"), op="same")
    assert kept.steps == ()
    assert "name" in kept.hidden[urn("Department", "thing")]
