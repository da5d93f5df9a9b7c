"""Skills. Source: Skill.json."""

from __future__ import annotations

from functools import partial

from pulumi_zohodesk.actions._action import administrative
from pulumi_zohodesk.resources._related_rules import RELATED_RULES
from pulumi_zohodesk.resources.skill import DELETE, KIND

__all__ = ["ACTIONS"]

_needs = partial(administrative, "setup.automation")

ACTIONS = (
    _needs(KIND.create, "skills.create", "Create a skill in a skill type"),
    _needs(KIND.get, "skills.get", "Read one skill"),
    _needs(KIND.listing.operation, "skills.list", "List the skills of a department"),
    _needs(KIND.update, "skills.update", "Change fields of a skill"),
    _needs(DELETE, "skills.delete", "Delete a skill"),
    _needs(RELATED_RULES, "skills.related_rules", "List the automation rules that name a skill", connector=False),
)
