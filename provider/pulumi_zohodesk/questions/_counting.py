"""How a list counts its rows: told by windows of one row, so one row is enough."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from pulumi_zohodesk.actions import ACTIONS
from pulumi_zohodesk.questions._asking import Asking, Open, Probe
from pulumi_zohodesk.transport import Operation

__all__ = ["FURTHER", "READINGS", "counting"]

READINGS = ("zero", "one", "both", "window", "window_by_default")
"""Those of docs/api-notes.md."""

_DEPARTMENTS = ("Desk.basic.READ", "Desk.departments.READ", "Desk.settings.READ")
_AGENTS = ("Desk.agents.READ", "Desk.basic.READ", "Desk.settings.READ")
FURTHER: tuple[Operation, ...] = (
    Operation("getDeletedAgents", "GET", "/deletedAgents", _AGENTS, page_size=200),
    Operation("getAgentsInDepartment", "GET", "/departments/{departmentId}/agents", _DEPARTMENTS, page_size=200),
    Operation(
        "getAssociableAgents", "GET", "/departments/{departmentId}/associableAgents", _DEPARTMENTS, page_size=100
    ),
)
"""Lists that no action asks for, and of which the emulator knows that they count."""

_NEEDED: Mapping[str, tuple[str, ...]] = {
    "departmentId": ("departments.list",),
    "contactId": ("contacts.list",),
    "skillId": ("departments.list", "skills.list"),
}
"""What must be read for the id of something that a list belongs to."""


def counting(operation: Operation) -> Probe:
    """The probe of one list."""
    names = (*re.findall(r"{(\w+)}", operation.path), *_required(operation))
    uses = [use for name in names for use in _NEEDED[name]]
    return Probe(partial(_reading, operation), (*uses, *[operation] * 4))


def _required(operation: Operation) -> list[str]:
    found = next((one for one in ACTIONS if one.operation is operation), None)
    return [one.name for one in found.parameters if one.place == "query" and one.required] if found else []


def _id(asking: Asking, name: str) -> str:
    if name == "contactId":
        return str(asking.rows("contacts.list")[0]["id"])
    if name == "skillId":
        return str(asking.rows("skills.list", departmentId=asking.department)[0]["id"])
    return asking.department


def _reading(operation: Operation, asking: Asking) -> str:
    path = {name: _id(asking, name) for name in re.findall(r"{(\w+)}", operation.path)}
    query = {name: _id(asking, name) for name in _required(operation)}

    def window(start: int | None) -> list[object] | None:
        """The row at an index; None where the index is refused."""
        seen = asking.look(operation, path, **{**query, "from": start, "limit": 1})
        if not seen.good and (seen.status != 422 or start is None):
            raise Open(f"GET {operation.path} was refused: HTTP {seen.status} {seen.code}".strip())
        return [row.get("id", row) for row in seen.rows] if seen.good else None

    plain, zero, one, again = window(None), window(0), window(1), window(None)
    if not (plain or zero or one):
        raise Open(f"the list {operation.path} is empty, or shows the token's agent nothing")
    if plain != again:
        raise Open(f"the list {operation.path} changed meanwhile")
    if zero is None:
        return "one"
    if not zero:
        return "window" if plain else "window_by_default"
    return "both" if zero == one else "zero"
