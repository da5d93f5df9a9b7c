"""Permission profiles: agents refer to them, programs look them up; nobody manages them yet.

Source: Profile.json (getProfileList).
"""

from __future__ import annotations

from pulumi_zohodesk.engine import Crud, Flag, NamedKind, Output, Text

__all__ = ["KIND"]

CALLS = Crud("/profiles", "Profile", ("basic", "permissions", "settings"), "setup.permission", page_size=250)

KIND = NamedKind(
    "Profile",
    "profile",
    CALLS.operation("getProfileList", "GET", "", page_size=CALLS.page_size),
    (
        Output("name", Text(100), always=True),
        Output("description", Text(500)),
        Output("default", Flag()),
        Output("isVisible", Flag()),
        Output("type", Text(100)),
    ),
)
