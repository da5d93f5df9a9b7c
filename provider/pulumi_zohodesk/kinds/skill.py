"""Skills: what an agent can do, and which tickets need it.

Source: Skill.json (createSkill, getSkills, getSkill, updateSkill, deleteSkill). A skill lives in the department of
its skill type; ``agent_ids`` here is the one owner of the relation between agents and skills.
"""

from __future__ import annotations

from pulumi_zohodesk.engine import ID, Choice, Crud, Field, Kind, Many, Number, Output, Reference
from pulumi_zohodesk.kinds._criteria import CRITERIA
from pulumi_zohodesk.kinds._fields import STAMPS, name_text
from pulumi_zohodesk.kinds._related_rules import related_rules, unused

CALLS = Crud("/skills", "Skill", ("automations", "settings"), "setup.automation", page_size=100)
RELATED_RULES = related_rules(CALLS, page_size=100)

TYPE_HINT = (
    "A skill stays in its department, so a skill type of another one means another skill: `pulumi up --replace URN` "
    "makes it. (Declared in the program, a type tells its department, and the preview shows the replacement.)"
)


KIND = Kind(
    "Skill",
    "skill",
    "What an agent can do. ``destroy`` deletes it, unless automation rules use it.",
    own_fields=(
        Field(
            "skillTypeId",
            Reference("SkillType"),
            "the skill type; one in another department replaces the skill",
            required=True,
            follows="departmentId",
            hint=TYPE_HINT,
        ),
        Field("name", name_text(50), "unique in its skill type", required=True),
        Field("description", name_text(200, least=0), "what it is for"),
        Field("status", Choice(("ACTIVE", "INACTIVE")), "whether tickets are assigned by it", required=True),
        Field("criteria", CRITERIA, "which tickets need it", required=True),
        Field("agentIds", Many(Reference("Agent")), "the agents who have it; ``[]`` takes it from all of them"),
    ),
    outputs=(
        Output("departmentId", ID, "the department of its skill type", always=True),
        Output("orderId", Number(), "its place among the skills of the department", always=True),
        *STAMPS,
    ),
    key=("skillTypeId", "name"),
    calls=CALLS,
    within=("Department", "departmentId"),
    guards=(unused(RELATED_RULES),),
    counted="Skills",
)
