"""Departments. Source: Department.json. There is no deletion: the API cannot delete a department."""

from __future__ import annotations

from pulumi_zohodesk.actions._action import administrative
from pulumi_zohodesk.resources.department import DISABLE, ENABLE, KIND, LIST

__all__ = ["ACTIONS"]


ACTIONS = (
    administrative(KIND.create, "departments.add", "Add a department"),
    administrative(KIND.get, "departments.get", "Read one department"),
    administrative(LIST, "departments.list", "List the departments that the agent can see"),
    administrative(KIND.update, "departments.update", "Change fields of a department"),
    administrative(ENABLE, "departments.enable", "Bring a disabled department back"),
    administrative(DISABLE, "departments.disable", "Disable a department; others can take over mailboxes and agents"),
)
