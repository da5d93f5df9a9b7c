"""A skill with criteria: which tickets need it, and who has it."""

import pulumi

import pulumi_zohodesk as desk

service = desk.Department("service", name="Service")
languages = desk.SkillType("languages", department_id=service, name="Languages")
claire = desk.Agent(
    "claire",
    first_name="Claire",
    last_name="Dubois",
    email_id="claire.dubois@example.com",
    role_permission_type="AgentPublic",
    associated_department_ids=[service],
)

french = desk.Skill(
    "french",
    skill_type_id=languages,
    name="French",
    description="Writes and speaks French",
    status="ACTIVE",
    criteria=desk.Criteria(
        field_conditions=[
            desk.FieldCondition(field_module="tickets", field_name="Language", condition="is", value=["French"]),
            desk.FieldCondition(field_module="contacts", field_name="Country", condition="is", value=["France"]),
        ],
        pattern="(1or2)",
    ),
    agent_ids=[claire],
)

pulumi.export("french_id", french.id)
