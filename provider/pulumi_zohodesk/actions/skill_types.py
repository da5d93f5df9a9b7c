"""Skill types. Source: SkillType.json."""

from __future__ import annotations

from pulumi_zohodesk.actions._action import administrative
from pulumi_zohodesk.resources.skill_type import DELETE, KIND

__all__ = ["ACTIONS"]


ACTIONS = (
    administrative(KIND.create, "skill_types.create", "Create a skill type in a department"),
    administrative(KIND.get, "skill_types.get", "Read one skill type"),
    administrative(KIND.listing.operation, "skill_types.list", "List skill types"),
    administrative(KIND.update, "skill_types.update", "Rename a skill type"),
    administrative(DELETE, "skill_types.delete", "Delete a skill type"),
)
