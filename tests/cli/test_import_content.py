"""What an import file says of components and parents."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.cli.adopt._choice import chosen, refuse_unfitting
from pulumi_zohodesk.cli.adopt._import_content import ImportContent, declared_in
from pulumi_zohodesk.cli.adopt._matching import Match, pending_creates
from pulumi_zohodesk.dynamic import urn_within
from pulumi_zohodesk.errors import InputError, Refused

from . import test_matching
from .test_matching import STACK, TYPE_PREFIX

TEAM, GROUP = "urn:pulumi:dev::p::acme:Team::same", "urn:pulumi:dev::p::acme:Team$acme:Group::same"


def urn(kind, name="same", parent=STACK):
    return urn_within(parent, TYPE_PREFIX + kind, name)


def step(kind, name, inputs, parent=STACK):
    """As in a preview; the URN is made of those of its parents, as Pulumi makes it."""
    made = test_matching.step(kind, name, inputs, parent=parent)
    made["urn"] = made["newState"]["urn"] = urn(kind, name, parent)
    return made


def component(urn, parent):
    state = {"urn": urn, "type": urn.split("::")[2].split("$")[-1], "custom": False, "parent": parent, "inputs": {}}
    return {"op": "create", "urn": urn, "newState": state}


def preview(*parents):
    """A department and a skill type of one logical name, below these."""
    home, kind = parents
    return {
        "steps": [
            component(TEAM, STACK),
            component(GROUP, TEAM),
            step("SkillType", "same", {"name": "T"}, parent=kind),
            step("Department", "same", {"name": "D"}, parent=home),
        ]
    }


def content(report, *kinds):
    found = [Match(one, "1", {}, {}) for one in pending_creates(report) if not kinds or one.kind.name in kinds]
    return ImportContent(found, declared_in(report))


def whole(content):
    """All of it as one file."""
    [(_, file)] = content.parts(protect=False)
    return file


def test_components_come_before_what_lies_in_them_and_every_entry_has_its_own_name():
    made = whole(content(preview(GROUP, urn("Department", "same", GROUP))))
    entries = made["resources"]
    assert made["nameTable"] == {}
    types = [entry["type"].removeprefix(TYPE_PREFIX) for entry in entries]
    assert types == ["acme:Team", "acme:Group", "Department", "SkillType"]
    names = [entry["name"] for entry in entries]
    assert len(set(names)) == 4
    assert {entry["logicalName"] for entry in entries} == {"same"}
    by_type = dict(zip(types, entries, strict=True))
    assert by_type["acme:Group"]["parent"] == by_type["acme:Team"]["name"]
    assert by_type["SkillType"]["parent"] == by_type["Department"]["name"]
    assert [entry.get("component") for entry in entries] == [True, True, None, None]


def test_a_parent_that_the_stack_has_stands_in_the_table():
    there = "urn:pulumi:dev::p::acme:Team::there"
    made = whole(content(preview(there, STACK)))
    assert list(made["nameTable"].values()) == [there]
    assert not any(entry["type"].startswith("acme") for entry in made["resources"])


def test_what_lies_in_something_that_is_not_imported_waits():
    made = content(preview(STACK, urn("Department", "same")), "SkillType")
    assert made.matches == []
    assert [match.pending.kind.name for match in made.waiting] == ["SkillType"]


def test_patterns_are_for_logical_names_and_kinds():
    (home, kind) = pending_creates(preview(STACK, STACK))
    assert chosen(home, ["department"], [])
    assert chosen(home, ["SA*"], [])
    assert not chosen(kind, ["Dep*"], [])
    assert not chosen(kind, [], ["skill?ype"])
    assert chosen(kind, [], [])
    for spelling in ("skill-type", "SKILL_TYPE", "skill type", "SkillType"):
        assert chosen(kind, [spelling], []), spelling
        assert not chosen(home, [spelling], []), spelling


@pytest.mark.parametrize("pattern", ["department", "skill-type", "Agent", "sa?e", "*"])
def test_a_pattern_fits_a_kind_or_something_that_is_declared(pattern):
    refuse_unfitting([pattern], preview(STACK, STACK))


@pytest.mark.parametrize(("pattern", "near"), [("smae", "same"), ("skil-type", "SkillType"), ("typo*", "same")])
def test_a_pattern_that_fits_nothing_is_refused_with_what_is_near(pattern, near):
    with pytest.raises(InputError, match=near) as told:
        refuse_unfitting(["same", pattern], preview(STACK, STACK))
    assert f'"{pattern}"' in str(told.value)


def test_what_is_protected_is_imported_protected_and_nothing_else_is():
    """Components, and what lies in a protected object, go by calls of their own; a parent is always there before."""
    parts = list(content(preview(GROUP, urn("Department", "same", GROUP))).parts(protect=True))
    types = [[entry["type"].split(":")[-1] for entry in part["resources"]] for _, part in parts]
    assert types == [["Team", "Group"], ["Department"], ["SkillType"]]
    assert [guarded for guarded, _ in parts] == [False, True, False]
    report = preview(STACK, STACK)
    report["steps"][2]["newState"]["protect"] = True  # the program's own word for its skill type
    assert [guarded for guarded, _ in content(report).parts(protect=False)] == [False, True]
    for (_, part), parent in zip(parts[1:], (GROUP, urn("Department", "same", GROUP)), strict=True):
        (entry,) = part["resources"]
        assert part["nameTable"][entry["parent"]] == parent
    assert len(list(content(preview(GROUP, STACK)).parts(protect=False))) == 1


@pytest.mark.parametrize("name", ["a::b", "::", "a::", "x$y::z", "a:b"])
def test_a_logical_name_may_hold_what_divides_a_urn(name):
    report = {"steps": [component(TEAM, STACK), step("Department", name, {"name": "D"}, parent=TEAM)]}
    assert [entry["logicalName"] for entry in whole(content(report))["resources"]] == ["same", name]


def test_nothing_is_imported_under_another_urn_than_the_program_has():
    """An alias, or a parent that the preview says nothing of, must not make a second object of it."""
    one = step("Department", "same", {"name": "D"})
    one["newState"]["urn"] = urn("Department", "same", TEAM)
    with pytest.raises(Refused, match="Nothing was imported"):
        whole(content({"steps": [one]}))
