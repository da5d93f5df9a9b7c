"""The order of the skills of a department, in which they are tried; there is one in each.

Source: Skill.json (reorderSkills; getSkills, whose rows have ``orderId``). Whether all skills must be listed is not
said, so all are: those that a program does not name keep their place.
"""

from __future__ import annotations

from pulumi_zohodesk.engine import Field, Many, Order, Reference
from pulumi_zohodesk.kinds import skill
from pulumi_zohodesk.kinds._always import setting

CALLS = Order(
    "/skills",
    "Skills",
    ("automations", "settings"),
    "setup.automation",
    names={"update": "reorderSkills"},
    home="departmentId",
    members=skill.CALLS.list,
    place="orderId",
    wire="skillIds",
)

KIND = setting(
    "SkillOrder",
    "skill order",
    "The order of a department's skills. There is one in each; ``destroy`` leaves it as it is.",
    CALLS,
    Field(
        "skillIds",
        Many(Reference("Skill"), ordered=True, least=2, most=200, relative=True),
        "skills in their order; others keep their place",
        required=True,
    ),
)
