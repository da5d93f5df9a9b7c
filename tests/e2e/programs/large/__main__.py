"""20 departments with a skill type and a skill each, and agents up to `LARGE` objects in all."""

import os

import pulumi_zohodesk as desk

CRITERIA = desk.Criteria(
    field_conditions=[
        desk.FieldCondition(field_module="tickets", field_name="Subject", condition="contains", value=["help"])
    ],
    pattern="1",
)
departments = [desk.Department(f"department{number}", name=f"Department {number}") for number in range(20)]
for number, department in enumerate(departments):
    group = desk.SkillType(f"type{number}", department_id=department, name="Languages")
    desk.Skill(f"skill{number}", skill_type_id=group, name="French", status="ACTIVE", criteria=CRITERIA)
for number in range(int(os.environ["LARGE"]) - 60):
    desk.Agent(
        f"agent{number}",
        last_name=f"Number {number}",
        email_id=f"agent{number}@example.com",
        role_permission_type="AgentPublic",
        associated_department_ids=[departments[number % 20]],
    )
