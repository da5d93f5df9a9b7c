"""Departments. Source: Department.json. There is no deletion: the API cannot delete a department."""

from __future__ import annotations

from pulumi_zohodesk.actions._action import administrative
from pulumi_zohodesk.kinds.department import CALLS, DISABLE, ENABLE

__all__ = ["ACTIONS"]


ACTIONS = (
    administrative(CALLS.create, "departments.add", "Add a department"),
    administrative(CALLS.get, "departments.get", "Read one department"),
    administrative(CALLS.list, "departments.list", "List the departments that the agent can see"),
    administrative(CALLS.update, "departments.update", "Change fields of a department"),
    administrative(ENABLE, "departments.enable", "Bring a disabled department back"),
    administrative(DISABLE, "departments.disable", "Disable a department; others can take over mailboxes and agents"),
)
