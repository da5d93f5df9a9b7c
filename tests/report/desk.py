"""A small organisation made by hand: just the rows that a test names."""

from __future__ import annotations

import itertools
from typing import Any

from pulumi_zohodesk.inventory import Inventory, Item, item_of
from pulumi_zohodesk.kinds import kind_named


class Desk:
    """Objects are added in an order in which each finds what it refers to."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1000)
        self.rows: dict[tuple[str, str], dict[str, Any]] = {}

    def add(self, kind_name: str, **row: Any) -> str:
        id = str(next(self._numbers))
        self.rows[kind_name, id] = {"id": id, "status": "ACTIVE", "isEnabled": True, **row}
        return id

    def edit(self, kind_name: str, id: str, **values: Any) -> None:
        self.rows[kind_name, id].update(values)

    def remove(self, kind_name: str, id: str) -> None:
        del self.rows[kind_name, id]

    def ids(self, kind_name: str) -> list[str]:
        return [id for name, id in self.rows if name == kind_name]

    def inventory(self) -> Inventory:
        items: dict[tuple[str, str], Item] = {}
        for (name, id), row in self.rows.items():
            items[name, id] = item_of(kind_named(name), row, lambda *key: items[key].key if key in items else None)
        return Inventory("7001", items.values())


def filled() -> Desk:
    """Two departments, two agents of both, a skill type in each, and a skill of both agents."""
    desk = Desk()
    sales, billing = desk.add("Department", name="Sales"), desk.add("Department", name="Billing")
    people = [
        desk.add("Agent", lastName="Doe", emailId=f"{name}@example.com", associatedDepartmentIds=[billing, sales])
        for name in ("jo", "kim")
    ]
    language = desk.add("SkillType", departmentId=sales, name="Language")
    desk.add("SkillType", departmentId=billing, name="Products")
    desk.add("Skill", departmentId=sales, skillTypeId=language, name="French", agentIds=people)
    return desk
