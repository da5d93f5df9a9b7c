"""Roles: not among the forty, but programs look them up. Source: Role.json."""

from __future__ import annotations

from pulumi_zohodesk.actions._action import administrative
from pulumi_zohodesk.resources._lookups import ROLES

__all__ = ["ACTIONS"]

ACTIONS = (administrative(ROLES, "roles.list", "List roles", connector=False),)
