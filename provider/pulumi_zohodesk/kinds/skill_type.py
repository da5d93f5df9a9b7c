"""Skill types: groups of skills within one department.

Source: SkillType.json (createSkillType, getSkillTypes, getSkillType, updateSkillType, deleteSkillType). An update
takes only the name, so another department means another skill type, and other skills in it.
"""

from __future__ import annotations

from pulumi_zohodesk.engine import Change, Crud, Desk, Field, Guard, Kind, Listing, Reference, scalar
from pulumi_zohodesk.kinds._fields import STAMPS, name_text
from pulumi_zohodesk.kinds._related_rules import rules_using
from pulumi_zohodesk.kinds.skill import CALLS as SKILLS
from pulumi_zohodesk.kinds.skill import KIND as SKILL
from pulumi_zohodesk.kinds.skill import RELATED_RULES

CALLS = Crud("/skillTypes", "SkillType", ("automations", "settings"), "setup.automation", page_size=100)


def _used_by_rules(desk: Desk, change: Change) -> str | None:
    """A type whose skills are named by automation rules must stay."""
    if change.action != "delete":
        return None
    query = {"departmentId": scalar(change.old.get("departmentId")), "skillTypeId": change.id}
    for page in desk.client.pages(SKILLS.list, query=query):
        for skill in page:
            if rules := rules_using(desk, RELATED_RULES, scalar(skill.get("id"))):
                return (
                    f"The {change.label} cannot be deleted: its {desk.label(SKILL, skill)} "
                    f"is used by {rules}. Take the skill out of these rules first."
                )
    return None


KIND = Kind(
    "SkillType",
    "skill type",
    "A group of skills within one department. ``destroy`` deletes it.",
    own_fields=(
        Field(
            "departmentId",
            Reference("Department"),
            "the department; another one replaces the skill type and its skills",
            required=True,
            fixed=True,
        ),
        Field("name", name_text(50), "unique in the department", required=True),
    ),
    outputs=STAMPS,
    key=("departmentId", "name"),
    calls=CALLS,
    listing=Listing(CALLS.list),
    within=("Department", "departmentId"),
    guards=(Guard(_used_by_rules, (SKILLS.list, RELATED_RULES)),),
    counted="SkillType",
)
