"""Which automation rules name a skill. Source: Skill.json, getRelatedRulesForSkill."""

from __future__ import annotations

from pulumi_zohodesk.engine import Desk
from pulumi_zohodesk.transport import Operation

__all__ = ["RELATED_RULES", "rules_using"]

RELATED_RULES = Operation(
    "getRelatedRulesForSkill",
    "GET",
    "/skills/{skillId}/relatedRules",
    ("Desk.automations.READ", "Desk.settings.READ"),
    page_size=100,
    permission="setup.automation",
)


def rules_using(desk: Desk, skill_id: str) -> str:
    """The rules in words, for messages; an empty string when there is none."""
    rows = desk.client.page(RELATED_RULES, start=0, path={"skillId": skill_id})
    return ", ".join(f'{row.get("ruleType")} rule "{row.get("ruleName")}"' for row in rows)
