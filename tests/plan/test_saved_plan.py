"""A plan that was reviewed is held against what a run would do now."""

from __future__ import annotations

import copy
import json
import re

import pytest

from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.plan import is_applied, load_plan, misfits, plan_of, save_plan
from tests.engine.service import ORGANIZATION

from .previews import agents, departments, preview, state, step, wanted

WHOSE = (ORGANIZATION,)
UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9"
INPUTS = {"lastName": "Doe", "emailId": "jo@example.com", "associatedDepartmentIds": ["1", "2"], "status": "ACTIVE"}


def steps():
    agent = state("Agent", "jo", "7", INPUTS, cf={"cf_a": "1"})
    return [
        step("update", agent, wanted("Agent", "jo", {**INPUTS, "lastName": "Roe", "phone": "1"})),
        step("delete", state("SkillType", "t", "8", {"departmentId": "1", "name": "T"})),
        step("create", None, wanted("SkillType", "u", {"departmentId": UNKNOWN, "name": "U"})),
        *departments(2),
    ]


@pytest.fixture
def saved(tmp_path):
    save_plan(plan_of(preview(*steps())), WHOSE, tmp_path / "plan.json")
    return load_plan(tmp_path / "plan.json")


def reasons(saved, now, whose=WHOSE):
    return list(misfits(saved, plan_of(preview(*now)), whose))


def test_the_same_preview_fits(saved):
    assert reasons(saved, steps()) == []


def test_order_of_sets_letter_case_and_unmanaged_fields_do_not_count(saved):
    now = steps()
    for part in ("inputs", "outputs"):
        now[0]["oldState"][part]["associatedDepartmentIds"] = ["2", "1"]
        now[0]["oldState"][part]["emailId"] = "JO@example.com"
    now[0]["oldState"]["outputs"]["cf"] = {"cf_a": "2"}
    assert reasons(saved, now) == []


def change(place, part, **values):
    def made():
        now = copy.deepcopy(steps())
        for one in ("inputs", "outputs") if part == "oldState" else ("inputs",):
            now[place][part][one] |= values
        return now

    return made


CASES = {
    "a live value moved": (change(0, "oldState", lastName="Poe"), "moved since the plan was made: last_name"),
    "a set moved": (change(0, "oldState", associatedDepartmentIds=["1"]), "moved .*associated_department_ids"),
    "what is to be removed moved": (change(1, "oldState", name="V"), "moved since the plan was made: name"),
    "a first value was given by hand": (change(0, "oldState", phone="2"), "moved since the plan was made: phone"),
    "the program wants another value": (change(0, "newState", lastName="Zoe"), "wants something else: last_name"),
    "the program wants a further field": (change(0, "newState", mobile="2"), "wants something else: mobile"),
    "an option changed": (change(0, "newState", onDestroy="delete"), "wants something else: on_destroy"),
    "what is created is another": (change(2, "newState", name="W"), "wants something else: name"),
    "one step less": (lambda: steps()[1:], "it is gone"),
    "one step more": (lambda: [*steps(), *agents(1, "delete")], "not in the plan, but a run would delete it"),
    "not any more": (lambda: [*steps()[:2], *steps()[3:]], "would create it, a run now would not"),
    "another operation": (lambda: [{**steps()[0], "op": "replace"}, *steps()[1:]], "would update it, .* replace it"),
    "unchanged now": (lambda: [{**steps()[0], "op": "same"}, *steps()[1:]], "a run now would not"),
}


@pytest.mark.parametrize("name", CASES)
def test_what_no_longer_fits_is_named(name, saved):
    now, words = CASES[name]
    (reason,) = reasons(saved, now())
    assert re.search(words, reason), reason


def test_another_stack_and_another_organisation_are_refused_first(saved):
    assert "for organisation 7001, but the stack is connected to 9" in reasons(saved, steps(), ("9",))[0]
    now = preview(*steps())
    text = json.dumps(now).replace("urn:pulumi:dev::", "urn:pulumi:prod::")
    (reason,) = misfits(saved, plan_of(json.loads(text)), WHOSE)
    assert reason == "The plan is of the stack desk/dev, not of desk/prod."


def test_a_plan_that_was_applied_is_told_from_one_that_moved(saved):
    agent = {**INPUTS, "lastName": "Roe", "phone": "1"}
    made = [
        step("same", state("Agent", "jo", "7", agent), wanted("Agent", "jo", agent)),
        step("same", state("SkillType", "u", "9", {"departmentId": "1", "name": "U"}), wanted("SkillType", "u", {})),
        *departments(2),
    ]
    assert is_applied(saved, plan_of(preview(*made)), WHOSE)
    assert not is_applied(saved, plan_of(preview(*made)), ("9",))
    assert not is_applied(saved, plan_of(preview(*made[1:])), WHOSE)
    assert not is_applied(saved, plan_of(preview(*steps())), WHOSE)
    made[0] = step("same", state("Agent", "jo", "7", {**agent, "phone": "2"}), wanted("Agent", "jo", agent))
    assert not is_applied(saved, plan_of(preview(*made)), WHOSE)


def test_other_changes_of_other_providers_are_another_plan(saved, tmp_path):
    def other(name):
        urn = f"urn:pulumi:dev::desk::random:x::{name}"
        return step("create", None, {"urn": urn, "type": "random:x", "custom": True})

    save_plan(plan_of(preview(*steps(), other("a"))), WHOSE, tmp_path / "other.json")
    with_other = load_plan(tmp_path / "other.json")
    assert reasons(with_other, [*steps(), other("a")]) == []
    (reason,) = reasons(with_other, [*steps(), other("b")])
    assert reason == "What changes of other providers is not what the plan has: a, b."


def unprotected(name="d9"):
    """A department that stays, and whose protection ends."""
    inputs = {"name": "D9", "isEnabled": True}
    return step(
        "same", {**state("Department", name, "2009", inputs), "protect": True}, wanted("Department", name, inputs)
    )


def test_a_protection_that_ends_is_part_of_the_plan(saved, tmp_path):
    (reason,) = reasons(saved, [*steps(), unprotected()])
    assert reason == "Which protections begin and end is not what the plan has: d9."
    plan = plan_of(preview(unprotected()))
    assert plan
    save_plan(plan, WHOSE, tmp_path / "other.json")
    ending = load_plan(tmp_path / "other.json")
    assert reasons(ending, [unprotected()]) == []
    assert reasons(ending, departments(1)) != []
    assert is_applied(ending, plan_of(preview(*departments(1))), WHOSE)


WRONG = {
    "a URN that is none": lambda one: one["steps"][0].update(urn="x"),
    "a text that is a map": lambda one: one["steps"][0]["new"].update(lastName={"a": 1}),
    "an operation that there is not": lambda one: one["steps"][0].update(op="x"),
    "others that are a number": lambda one: one.update(others=1),
    "a protection of nothing": lambda one: one.update(protections=[["x", "protect", True]]),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_plan_that_was_edited_is_one_sentence(name, saved, tmp_path):
    file = tmp_path / "plan.json"
    content = json.loads(file.read_text())
    WRONG[name](content)
    file.write_text(json.dumps(content))
    with pytest.raises(InputError, match="something in it was changed"):
        load_plan(file)


def test_a_snapshot_is_no_plan(tmp_path):
    (tmp_path / "x.json").write_text('{"file": "zohodesk-snapshot", "version": 1}')
    with pytest.raises(InputError, match="is no plan of zohodesk"):
        load_plan(tmp_path / "x.json")


def test_a_plan_replaces_a_plan_and_nothing_else(tmp_path):
    plan, file = plan_of(preview(*steps())), tmp_path / "x.json"
    save_plan(plan, WHOSE, file)
    save_plan(plan, WHOSE, file)
    file.write_text("precious")
    with pytest.raises(InputError, match="is there already and would be lost"):
        save_plan(plan, WHOSE, file)
    assert file.read_text() == "precious"


def test_what_is_no_file_is_refused(saved, tmp_path):
    """A device or a folder cannot be kept from others."""
    with pytest.raises(InputError, match="is no file"):
        save_plan(plan_of(preview()), (ORGANIZATION,), tmp_path)
