"""Roles: not among the forty, but programs look them up. Source: Role.json."""

from __future__ import annotations

from pulumi_zohodesk.actions._action import administrative
from pulumi_zohodesk.kinds.role import CALLS

__all__ = ["ACTIONS"]

ACTIONS = (administrative(CALLS.list, "roles.list", "List roles", connector=False),)
