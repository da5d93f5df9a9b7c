"""Skill types. Source: SkillType.json."""

from __future__ import annotations

from pulumi_zohodesk.actions._action import administrative
from pulumi_zohodesk.kinds.skill_type import CALLS

__all__ = ["ACTIONS"]


ACTIONS = (
    administrative(CALLS.create, "skill_types.create", "Create a skill type in a department"),
    administrative(CALLS.get, "skill_types.get", "Read one skill type"),
    administrative(CALLS.list, "skill_types.list", "List skill types"),
    administrative(CALLS.update, "skill_types.update", "Rename a skill type"),
    administrative(CALLS.delete, "skill_types.delete", "Delete a skill type"),
)
