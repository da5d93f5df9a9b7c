"""Departments. Source: Department.json. There is no deletion: the API cannot delete a department."""

from __future__ import annotations

from functools import partial

from pulumi_zohodesk.actions._action import administrative
from pulumi_zohodesk.resources.department import DISABLE, ENABLE, KIND, LIST

__all__ = ["ACTIONS"]

_needs = partial(administrative, "setup.department")

ACTIONS = (
    _needs(KIND.create, "departments.add", "Add a department"),
    _needs(KIND.get, "departments.get", "Read one department"),
    _needs(LIST, "departments.list", "List the departments that the agent can see"),
    _needs(KIND.update, "departments.update", "Change fields of a department"),
    _needs(ENABLE, "departments.enable", "Bring a disabled department back"),
    _needs(DISABLE, "departments.disable", "Disable a department; others can take over mailboxes and agents"),
)
