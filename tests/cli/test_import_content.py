"""What an import file says of components and parents."""

from __future__ import annotations

from pulumi_zohodesk.cli._adopt_choice import chosen
from pulumi_zohodesk.cli._import_content import ImportContent, declared_in
from pulumi_zohodesk.cli._matching import Match, pending_creates

from .test_matching import STACK, TYPE_PREFIX, step, urn

TEAM, GROUP = "urn:pulumi:dev::p::acme:Team::same", "urn:pulumi:dev::p::acme:Team$acme:Group::same"


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


def test_components_come_before_what_lies_in_them_and_every_entry_has_its_own_name():
    made = content(preview(GROUP, urn("Department", "same"))).as_file()
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
    made = content(preview(there, STACK)).as_file()
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
