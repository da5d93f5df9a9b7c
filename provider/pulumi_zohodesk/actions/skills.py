"""Skills. Source: Skill.json, AutomationFeatureCount.json."""

from __future__ import annotations

from pulumi_zohodesk.actions._action import administrative
from pulumi_zohodesk.resources._related_rules import RELATED_RULES
from pulumi_zohodesk.resources.skill import DELETE, KIND
from pulumi_zohodesk.transport import Operation

__all__ = ["ACTIONS", "CRITERIA_FIELDS", "FEATURE_COUNT"]

_READ = ("Desk.automations.READ", "Desk.basic.READ", "Desk.settings.READ")
CRITERIA_FIELDS = Operation(
    "getCriteriaFieldsForSkills", "GET", "/skills/criteriaFields", _READ, permission="setup.automation"
)
FEATURE_COUNT = Operation(
    "getUsedCountForAutomationFeature", "GET", "/automationFeatureCount", _READ, permission="setup.automation"
)

ACTIONS = (
    administrative(KIND.create, "skills.create", "Create a skill in a skill type"),
    administrative(KIND.get, "skills.get", "Read one skill"),
    administrative(KIND.listing.operation, "skills.list", "List the skills of a department"),
    administrative(KIND.update, "skills.update", "Change fields of a skill"),
    administrative(DELETE, "skills.delete", "Delete a skill"),
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
        "Read how many skills or types a department may have; a clone asks",
        connector=False,
    ),
)
