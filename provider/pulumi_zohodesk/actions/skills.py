"""Skills. Source: Skill.json."""

from __future__ import annotations

from pulumi_zohodesk.actions._action import administrative
from pulumi_zohodesk.resources._related_rules import RELATED_RULES
from pulumi_zohodesk.resources.skill import DELETE, KIND

__all__ = ["ACTIONS"]


ACTIONS = (
    administrative(KIND.create, "skills.create", "Create a skill in a skill type"),
    administrative(KIND.get, "skills.get", "Read one skill"),
    administrative(KIND.listing.operation, "skills.list", "List the skills of a department"),
    administrative(KIND.update, "skills.update", "Change fields of a skill"),
    administrative(DELETE, "skills.delete", "Delete a skill"),
    administrative(
        RELATED_RULES, "skills.related_rules", "List the automation rules that name a skill", connector=False
    ),
)
