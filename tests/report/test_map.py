"""What belongs to what, told from the declarations alone."""

from __future__ import annotations

from dataclasses import replace

from pulumi_zohodesk.engine import Field, Kinds, Many, Reference, Text
from pulumi_zohodesk.inventory import Inventory, item_of
from pulumi_zohodesk.kinds import KINDS, kind_named
from pulumi_zohodesk.report import _map, map_of

from .desk import Desk, filled


def called(item) -> tuple[str, str]:
    return item.key[-1], ""


def told(drawn, places) -> dict:
    """Names of places to what lies in them."""
    return {drawn.nodes[one.node].name: told(drawn, one.inside) for one in places}


def test_everything_lies_where_it_belongs():
    drawn = map_of(filled().inventory(), called)
    people = {"jo@example.com": {}, "kim@example.com": {}}
    assert told(drawn, drawn.areas) == {
        "Billing": {**people, "Products": {}},
        "Sales": {**people, "Language": {"French": {}}},
    }
    assert drawn.others == {}
    assert drawn.kinds == {"Department": "department", "Agent": "agent", "SkillType": "skill type", "Skill": "skill"}


def test_what_refers_to_what_and_what_is_out_of_service():
    desk = filled()
    role = desk.add("Role", name="Support")
    jo = desk.ids("Agent")[0]
    desk.edit("Agent", jo, roleId=role, status="DISABLED")
    drawn = map_of(desk.inventory(), called)
    names = {node.name: [(words, drawn.nodes[key].name) for words, key in node.refers] for node in drawn.nodes.values()}
    assert names["jo@example.com"] == [
        ("role", "Support"),
        ("associated departments", "Billing"),
        ("associated departments", "Sales"),
    ]
    assert names["French"] == [("skill type", "Language"), ("agents", "jo@example.com"), ("agents", "kim@example.com")]
    assert {node.name for node in drawn.nodes.values() if node.off} == {"jo@example.com"}
    assert told(drawn, drawn.others["Role"]) == {"Support": {}}


def test_what_cannot_be_seen_is_no_node_and_what_has_lost_its_place_is_drawn():
    desk = Desk()
    language = desk.add("SkillType", departmentId="404", name="Language")
    desk.add("Skill", departmentId="404", skillTypeId=language, name="French", agentIds=["405"])
    drawn = map_of(desk.inventory(), called)
    assert drawn.areas == ()
    assert told(drawn, drawn.others["SkillType"]) == {"Language": {"French": {}}}
    assert len(drawn.nodes) == 2


def test_a_kind_that_comes_later_is_drawn_by_its_references(monkeypatch):
    """Squads: in a department, in each other, with agents; two that lie in each other are drawn once."""
    squad = replace(
        kind_named("SkillType"),
        name="Squad",
        words="squad",
        own_fields=(
            Field("departmentId", Reference("Department"), "x", required=True),
            Field("name", Text(50), "x", required=True),
            Field("parentId", Reference("Squad"), "x"),
            Field("inner", Many(Reference("Squad")), "x"),
            Field("agentIds", Many(Reference("Agent")), "x"),
        ),
    )
    monkeypatch.setattr(_map, "KINDS", Kinds(*KINDS, squad))
    desk = filled()
    sales = desk.ids("Department")[0]
    jo = desk.ids("Agent")[0]
    base = desk.inventory()
    rows = [
        {"id": "1", "name": "First line", "inner": ["5"]},
        {"id": "2", "name": "Night shift", "parentId": "1", "agentIds": [jo]},
        {"id": "3", "name": "Left", "parentId": "4"},
        {"id": "4", "name": "Right", "parentId": "3"},
        {"id": "5", "name": "Early shift"},
    ]
    items = [item_of(squad, {"departmentId": sales, **row}, base.name_of) for row in rows]
    everything = [item for kind in KINDS for item in base.items(kind.name)]
    drawn = map_of(Inventory("1", [*everything, *items]), called)
    inside = {drawn.nodes[area.node].name: told(drawn, area.inside) for area in drawn.areas}
    assert inside["Sales"]["First line"] == {"Early shift": {}, "Night shift": {}}
    assert told(drawn, drawn.others["Squad"]) == {"Left": {"Right": {}}}
    assert ("agents", ("Agent", jo)) in drawn.nodes["Squad", "2"].refers
