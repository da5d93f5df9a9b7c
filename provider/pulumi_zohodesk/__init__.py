"""Zoho Desk as code: departments, agents, skill types and skills of a help desk as Pulumi resources.

import pulumi_zohodesk as desk

billing = desk.Department("billing", name="Billing")
languages = desk.SkillType("languages", department_id=billing, name="Languages")
jo = desk.Agent(
    "jo",
    last_name="Doe",
    email_id="jo@example.com",
    role_permission_type="AgentPublic",
    associated_department_ids=[billing],
)
french = desk.Skill(
    "french",
    skill_type_id=languages,
    name="French",
    status="ACTIVE",
    criteria=desk.Criteria(
        field_conditions=[
            desk.FieldCondition(field_module="tickets", field_name="Language", condition="is", value=["French"])
        ],
        pattern="1",
    ),
    agent_ids=[jo],
)
"""

from pulumi_zohodesk.resources import *  # noqa: F403
from pulumi_zohodesk.resources import __all__ as __all__
