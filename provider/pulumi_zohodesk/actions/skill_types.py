"""Skill types. Source: SkillType.json."""

from __future__ import annotations

from functools import partial

from pulumi_zohodesk.actions._action import administrative
from pulumi_zohodesk.resources.skill_type import DELETE, KIND

__all__ = ["ACTIONS"]

_needs = partial(administrative, "setup.automation")

ACTIONS = (
    _needs(KIND.create, "skill_types.create", "Create a skill type in a department"),
    _needs(KIND.get, "skill_types.get", "Read one skill type"),
    _needs(KIND.listing.operation, "skill_types.list", "List skill types"),
    _needs(KIND.update, "skill_types.update", "Rename a skill type"),
    _needs(DELETE, "skill_types.delete", "Delete a skill type"),
)
