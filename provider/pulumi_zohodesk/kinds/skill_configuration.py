"""How skills are put on the tickets of a department; there is one in each.

Source: SkillConfiguration.json (getSkillConfiguration, updateSkillConfiguration). What its words do, no text explains.
"""

from __future__ import annotations

from pulumi_zohodesk.engine import Choice, Field, Setting
from pulumi_zohodesk.kinds._always import setting

CALLS = Setting(
    "/skillConfiguration", "SkillConfiguration", ("automations", "settings"), "setup.automation", home="departmentId"
)

KIND = setting(
    "SkillConfiguration",
    "skill configuration",
    "How skills are put on the tickets of a department. There is one in each; ``destroy`` leaves it as it is.",
    CALLS,
    Field("autoSkillStamping", Choice(("ACTIVE", "INACTIVE")), "whether tickets get skills by themselves"),
    Field(
        "attachSkillsOption",
        Choice(("AT_FIRST", "AT_THE_END", "BY_SKILL_ORDER")),
        "where new skills go among those that a ticket has",
    ),
)
