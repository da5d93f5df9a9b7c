"""Roles: agents refer to them, programs look them up; nobody manages them yet. Source: Role.json (getRoles)."""

from __future__ import annotations

from pulumi_zohodesk.engine import ID, Crud, Flag, NamedKind, Output, Text

__all__ = ["KIND"]

CALLS = Crud("/roles", "Role", ("basic", "permissions", "settings"), "setup.permission", page_size=500)

KIND = NamedKind(
    "Role",
    "role",
    CALLS.list,
    (
        Output("name", Text(100), always=True),
        Output("description", Text(500)),
        Output("isDefault", Flag()),
        Output("isVisible", Flag()),
        Output("reportsTo", ID),
        Output("shareDataWithPeers", Flag()),
    ),
)
