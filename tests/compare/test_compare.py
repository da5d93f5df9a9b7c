"""Two organisations by natural key: what differs is told in names, and nothing else differs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from pulumi_zohodesk.compare import Excuse, Sort, compare, excuses_from
from pulumi_zohodesk.engine import Many
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.inventory import Gap, Inventory, folded
from pulumi_zohodesk.inventory._inventory import item_of
from pulumi_zohodesk.kinds import KINDS
from tests.export.generated import organisations

from .desks import another, criteria, filled, of, one_of

SLOWLY = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


FOUR = ("Department", "Agent", "SkillType", "Skill")


def both():
    return filled(), filled(5000, "7002")


def skill(desk):
    return next(id for kind, id in desk.items if kind == "Skill")


def test_the_same_under_other_ids_is_the_same():
    a, b = both()
    found = compare(a.inventory(), b.inventory())
    assert not found
    assert found.compared == {**{kind.name: 2 - kind.always for kind in KINDS}, "Skill": 1, "Role": 4, "Profile": 4}


def test_order_letter_case_of_addresses_times_and_server_fields_never_count():
    a, b = both()
    for (kind, id), item in list(b.items.items()):
        b.edit(kind, id, modifiedTime="2026-01-01T00:00:00Z", orderId=9, sanitizedName="x")
        if kind == "Agent":
            b.edit(kind, id, emailId=item.row["emailId"].upper())
        if kind == "Skill":
            b.edit(kind, id, agentIds=item.row["agentIds"][::-1])
    assert not compare(a.inventory(), b.inventory())


def test_fields_are_told_old_and_new_in_names():
    a, b = both()
    kim = next(id for (kind, id), item in b.items.items() if item.key == ("kim@example.com",))
    b.edit("Skill", skill(b), agentIds=[kim], criteria=criteria("French", "German", pattern="1or2"), description="new")
    (found,) = of(compare(a.inventory(), b.inventory()), Sort.CHANGED)
    assert found.key == ("Sales", "Language", "French")
    edits = {edit.field: edit for edit in found.edits}
    assert edits["description"].old is None
    assert edits["description"].new == "new"
    assert (edits["agent_ids"].old, edits["agent_ids"].new) == (
        ["jo@example.com", "kim@example.com"],
        ["kim@example.com"],
    )
    assert edits["criteria"].new["field_conditions"][1]["field_name"] == "Language"


def test_another_letter_case_of_a_name_is_a_change_of_the_name_and_of_nothing_that_refers_to_it():
    a, b = both()
    sales = next(id for (kind, id), item in b.items.items() if item.key == ("Sales",))
    b.edit("Department", sales, name="SALES")
    found = compare(a.inventory(), b.inventory())
    assert [(one.kind, one.edits[0].field, one.edits[0].old, one.edits[0].new) for one in found.findings] == [
        ("Department", "name", "Sales", "SALES")
    ]


def test_what_only_one_has():
    a, b = both()
    a.add("Department", name="Only A")
    b.remove("Skill", skill(b))
    found = compare(a.inventory(), b.inventory())
    assert [one.key for one in of(found, Sort.ONLY_IN_A)] == [("Only A",), ("Sales", "Language", "French")]
    assert [one.key for one in of(compare(b.inventory(), a.inventory()), Sort.ONLY_IN_B)] == [
        ("Only A",),
        ("Sales", "Language", "French"),
    ]


def test_disabled_in_one_only_says_where_and_what_else_differs_is_told_apart():
    a, b = both()
    sales = next(id for (kind, id), item in b.items.items() if item.key == ("Sales",))
    b.edit("Department", sales, isEnabled=False, description="x")
    found = compare(a.inventory(), b.inventory())
    assert [(one.key, one.side) for one in of(found, Sort.DISABLED)] == [(("Sales",), "b")]
    assert [edit.field for edit in of(found, Sort.CHANGED)[0].edits] == ["description"]
    assert of(compare(b.inventory(), a.inventory()), Sort.DISABLED)[0].side == "a"


def test_two_objects_of_one_key_are_named_with_their_ids_and_not_compared():
    a, b = both()
    other = b.add("Department", name="SALES", description="x")
    found = compare(a.inventory(), b.inventory())
    (group,) = of(found, Sort.DUPLICATES)
    assert group.side == "b"
    assert other in group.ids
    assert len(group.ids) == 2
    assert not of(found, Sort.CHANGED)
    assert not of(found, Sort.ONLY_IN_A)


def test_only_some_kinds():
    a, b = both()
    a.add("Department", name="Only A")
    assert not compare(a.inventory(), b.inventory(), kinds=["Skill"])


def test_what_follows_from_other_fields_is_not_compared():
    a, b = both()
    jo = next(id for (kind, id), item in b.items.items() if item.key == ("jo@example.com",))
    b.edit("Agent", jo, roleId=b.role("CEO"))
    assert not compare(a.inventory(), b.inventory())
    mine = next(id for (kind, id), item in a.items.items() if item.key == ("jo@example.com",))
    a.edit("Agent", mine, rolePermissionType="Custom", roleId=a.role("Support"))
    b.edit("Agent", jo, rolePermissionType="Custom")
    (found,) = of(compare(a.inventory(), b.inventory()), Sort.CHANGED)
    assert [(edit.field, edit.old, edit.new) for edit in found.edits] == [("role_id", "Support", "CEO")]


def test_nothing_is_said_of_what_could_not_be_listed():
    a, b = both()
    sales = next(id for (kind, id), item in b.items.items() if item.key == ("Sales",))
    b.remove("Skill", skill(b))
    blind = b.inventory(gaps=[Gap("Skill", sales, "no")])
    found = compare(a.inventory(), blind)
    assert not found
    assert found.gaps[0][0] == "b"
    assert compare(a.inventory(), b.inventory(gaps=[Gap("Skill", "404", "no"), Gap("Agent", None, "no")])).gaps


def test_references_that_nobody_may_name_are_not_compared():
    a, b = both()
    without = Inventory(
        "7002",
        b.inventory().items("Skill"),
        kinds=["Skill"],
        gaps=[Gap("Agent", None, "no"), Gap("SkillType", None, "no")],
    )
    assert not of(compare(a.inventory(), without, kinds=["Skill"]), Sort.CHANGED)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_of_every_kind_is_found_and_nothing_else(kind, capsys):
    """The matrix, derived from the declarations and printed."""
    found_as: dict[str, str] = {}
    for field in kind.answered:
        a, b = both()
        values = {"rolePermissionType": "Custom"} if field.wire in ("roleId", "profileId") else {}
        for desk in (a, b):
            desk.edit(kind.name, one_of(desk, kind).id, **values)
        mine = one_of(b, kind)
        b.edit(kind.name, mine.id, **{field.wire: another(b, kind, field.wire)})
        found = [one for one in compare(a.inventory(), b.inventory()).findings if one.kind == kind.name]
        if field.wire in kind.key:
            missed = set() if kind.always else {Sort.ONLY_IN_A, Sort.ONLY_IN_B}
            assert {one.sort for one in found} == missed, field.wire
        else:
            assert [edit.field for one in found for edit in one.edits] == [field.snake]
            assert found[0].sort is (Sort.DISABLED if field.switch else Sort.CHANGED)
        found_as[field.snake] = " + ".join(sorted({str(one.sort) for one in found}))
    with capsys.disabled():
        print("\n" + "\n".join(f"diff {kind.name}.{name}: {sorts}" for name, sorts in found_as.items()))


def renumbered(inventory):
    """The same organisation under other ids, in another order."""
    ids = {item.id: f"9{item.id}" for kind in KINDS for item in inventory.items(kind.name)}
    made = {}

    def name_of(kind, id):
        return made[kind, id].key if (kind, id) in made else None

    for kind in KINDS:
        for item in reversed(inventory.items(kind.name)):
            row = {**item.row, "id": ids[item.id]}
            for field in (field for field in kind.managed if item.row.get(field.wire)):
                moved = field.type.with_references(item.row[field.wire], lambda _kind, id: ids.get(id, id))
                row[field.wire] = moved[::-1] if isinstance(field.type, Many) and not field.type.ordered else moved
            if kind.within:
                row[kind.within[1]] = ids[item.row[kind.within[1]]]
            made[kind.name, row["id"]] = item_of(kind, row, name_of)
    return Inventory("7002", made.values(), kinds=inventory.kinds)


@SLOWLY
@given(organisations())
def test_an_organisation_is_the_same_as_itself_under_other_ids(inventory):
    assert not compare(inventory, renumbered(inventory))


@SLOWLY
@given(organisations(), organisations())
def test_the_other_way_round_tells_the_same(a, b):
    def told(found, flip):
        sides = {"a": "b", "b": "a", "": ""}
        sorts = {Sort.ONLY_IN_A: Sort.ONLY_IN_B, Sort.ONLY_IN_B: Sort.ONLY_IN_A}
        return {
            (
                sorts.get(one.sort, one.sort) if flip else one.sort,
                one.kind,
                folded(one.key),
                sides[one.side] if flip else one.side,
                tuple(edit.field for edit in one.edits),
            )
            for one in found.findings
        }

    assert told(compare(a, b), False) == told(compare(b, a), True)


def test_what_a_clone_left_out_is_excused_exactly():
    a, b = both()
    jo = next(id for (kind, id), item in b.items.items() if item.key == ("jo@example.com",))
    b.remove("Agent", jo)
    b.edit("Skill", skill(b), agentIds=[], description="new")
    b.add("Department", name="Kept")
    found = compare(a.inventory(), b.inventory(), kinds=FOUR)
    report = {
        "omitted": [
            {"kind": "Agent", "key": ["JO@example.com"]},
            {
                "kind": "Skill",
                "key": ["Sales", "Language", "French"],
                "field": "agentIds",
                "leftOut": [["jo@example.com"]],
            },
        ],
        "kept": [{"kind": "Department", "key": ["Kept"]}],
    }
    left = found.without(excuses_from(report))
    (rest,) = left.findings
    assert [edit.field for edit in rest.edits] == ["description", "agent_ids"]
    report["omitted"][1]["leftOut"].append(["Kim@example.com"])
    (rest,) = found.without(excuses_from(report)).findings
    assert [edit.field for edit in rest.edits] == ["description"]
    assert found.without([Excuse("Skill", ("x",), "description")]).findings == found.findings
    b.edit("Skill", skill(b), description="")
    assert not compare(a.inventory(), b.inventory(), kinds=FOUR).without(excuses_from(report))


def test_an_excuse_for_what_came_in():
    a, b = both()
    kim = next(id for (kind, id), item in a.items.items() if item.key == ("kim@example.com",))
    a.edit("Skill", skill(a), agentIds=[kim])
    found = compare(a.inventory(), b.inventory())
    excuse = Excuse("Skill", ("sales", "language", "french"), "agent_ids", put_in=(("jo@example.com",),))
    assert not found.without([excuse])
    assert found.without([replace(excuse, put_in=())])


@pytest.mark.parametrize("report", [{}, {"omitted": [1]}, {"omitted": [{}]}, {"omitted": None}, []])
def test_what_is_no_report_is_refused(report):
    with pytest.raises(InputError, match="no report"):
        excuses_from(report)
