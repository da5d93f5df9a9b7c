"""Skills. Source: Skill.json, AutomationFeatureCount.json."""

from __future__ import annotations

from pulumi_zohodesk.actions._action import administrative
from pulumi_zohodesk.kinds import FEATURE_COUNT
from pulumi_zohodesk.kinds.skill import CALLS, RELATED_RULES
from pulumi_zohodesk.transport import Operation

__all__ = ["ACTIONS", "CRITERIA_FIELDS"]

_READ = ("Desk.automations.READ", "Desk.basic.READ", "Desk.settings.READ")
CRITERIA_FIELDS = Operation(
    "getCriteriaFieldsForSkills", "GET", "/skills/criteriaFields", _READ, permission="setup.automation"
)

ACTIONS = (
    administrative(CALLS.create, "skills.create", "Create a skill in a skill type"),
    administrative(CALLS.get, "skills.get", "Read one skill"),
    administrative(CALLS.list, "skills.list", "List the skills of a department"),
    administrative(CALLS.update, "skills.update", "Change fields of a skill"),
    administrative(CALLS.delete, "skills.delete", "Delete a skill"),
    administrative(
        RELATED_RULES, "skills.related_rules", "List the automation rules that name a skill", connector=False
    ),
    administrative(
        CRITERIA_FIELDS,
        "skills.criteria_fields",
        "List the fields that criteria can name; a clone asks",
        connector=False,
    ),
    administrative(
        FEATURE_COUNT,
        "skills.feature_count",
        "Read how many objects of a sort there may be; a plan that makes some asks",
        connector=False,
    ),
)
