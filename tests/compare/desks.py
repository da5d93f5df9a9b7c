"""Organisations made by hand: objects named, ids made up, other ones in each."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

from pulumi_zohodesk.compare import Comparison, Drift, Finding, Held, Sort
from pulumi_zohodesk.engine import MARKS, Kind, Marks
from pulumi_zohodesk.inventory import Inventory, Item
from pulumi_zohodesk.inventory._item import item_of
from pulumi_zohodesk.kinds import KINDS, kind_named
from tests.kinds.values import Ids, another_value

GIVEN = (("Role", {"isDefault": True}, ("CEO", "Support")), ("Profile", {"default": True}, ("Agent", "Manager")))
"""What every organisation begins with."""


def condition(value: str) -> dict[str, Any]:
    return {"fieldModule": "tickets", "fieldName": "Language", "condition": "is", "value": [value]}


def criteria(*values: str, pattern: str = "1") -> dict[str, Any]:
    return {"fieldConditions": [condition(value) for value in values], "pattern": pattern}


class Desk:
    """An organisation in the making. ``first`` is where its ids begin."""

    def __init__(self, first: int = 1000, organization: str = "7001") -> None:
        self._numbers = itertools.count(first)
        self.organization = organization
        self.items: dict[tuple[str, str], Item] = {}
        for kind_name, row, names in GIVEN:
            for name in names:
                self.add(kind_name, **row, name=name)
        self.began = frozenset(self.items)

    def _name_of(self, kind: str, id: str) -> tuple[str, ...] | None:
        return self.items[kind, id].key if (kind, id) in self.items else None

    def role(self, name: str) -> str:
        return next(id for (kind, id), item in self.items.items() if (kind, item.key) == ("Role", (name,)))

    def add(self, kind_name: str, **row: Any) -> str:
        """An object as the service would answer it; returns its id."""
        kind = kind_named(kind_name)
        row.setdefault("id", str(next(self._numbers)))
        for wire, value in {**_required(kind, self), **DEFAULTS.get(kind_name, {})}.items():
            row.setdefault(wire, value)
        self.items[kind_name, row["id"]] = item_of(kind, row, self._name_of)
        return str(row["id"])

    def edit(self, kind_name: str, id: str, **values: Any) -> None:
        self.add(kind_name, **{**self.items[kind_name, id].row, **values})

    def remove(self, kind_name: str, id: str) -> None:
        del self.items[kind_name, id]

    def inventory(self, **more: Any) -> Inventory:
        # What is named by others is named anew: they may have been edited since.
        order = [kind.name for kind in KINDS]
        for place in sorted(self.items, key=lambda place: order.index(place[0])):
            self.items[place] = item_of(self.items[place].kind, self.items[place].row, self._name_of)
        return Inventory(self.organization, self.items.values(), **{"kinds": order, **more})

    def held(self, kind_name: str, id: str, name: str, *, managed: tuple[str, ...] | None = None) -> Held:
        """The object as a stack would hold it that manages all of it."""
        item = self.items[kind_name, id]
        inputs = {wire: value for wire, value in item.values.items() if managed is None or wire in managed}
        outputs = {**item.row, **item.values, MARKS: Marks(self.organization, "", tuple(inputs)).as_state()}
        urn = f"urn:pulumi:dev::p::pulumi-python:dynamic/zohodesk:{kind_name}::{name}"
        return Held(urn, item.kind, id, outputs, inputs)


def _ids(desk: Desk) -> Ids:
    """The ids that objects of a kind have."""
    return lambda ref: [id for name, id in desk.items if name == ref]


def _required(kind: Kind, desk: Desk) -> dict[str, Any]:
    """What every object of a kind has."""
    fields = [field for field in kind.managed if field.required or field.default is not None]
    return {field.wire: another_value(field.type, None, _ids(desk)) for field in fields}


DEFAULTS: Mapping[str, Mapping[str, Any]] = {
    "Department": {"isEnabled": True, "description": ""},
    "Agent": {"lastName": "Doe", "rolePermissionType": "AgentPublic", "status": "ACTIVE", "cf": {}},
    "Skill": {"status": "ACTIVE", "criteria": criteria("French"), "agentIds": [], "description": ""},
    "SkillOrder": {"skillIds": ["1", "2"]},
}


def filled(first: int = 1000, organization: str = "7001") -> Desk:
    """Two departments, two agents, a skill type and a skill, and two objects of every other kind."""
    desk = Desk(first, organization)
    sales, billing = desk.add("Department", name="Sales"), desk.add("Department", name="Billing")
    people = [
        desk.add("Agent", emailId=f"{name}@example.com", associatedDepartmentIds=[billing, sales])
        for name in ("jo", "kim")
    ]
    language = desk.add("SkillType", departmentId=sales, name="Language")
    desk.add("SkillType", departmentId=billing, name="Products")
    desk.add("Skill", departmentId=sales, skillTypeId=language, name="French", agentIds=people)
    made = {name for name, _ in desk.items.keys() - desk.began}
    for kind in KINDS:
        for name in ("First", "Second")[kind.always :] if kind.name not in made else ():
            home = {kind.within[1]: sales} if kind.within else {}
            desk.add(kind.name, **({kind.title: name} if kind.title else {}), **home)
    return desk


def one_of(desk: Desk, kind: Kind) -> Item:
    """Some object of a kind that the organisation did not begin with."""
    return next(item for place, item in desk.items.items() if place[0] == kind.name and place not in desk.began)


def another(desk: Desk, kind: Kind, wire: str) -> Any:
    """A value that a field of the object does not have."""
    return another_value(kind.by_wire[wire].type, one_of(desk, kind).values.get(wire), _ids(desk))


def of(found: Comparison | Drift, sort: Sort) -> list[Finding]:
    return [finding for finding in found.findings if finding.sort is sort]
