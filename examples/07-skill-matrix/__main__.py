"""Who has which skill, from a table that a support lead edits."""

import pulumi

import pulumi_zohodesk as desk

PEOPLE = [("Noor", "Haddad"), ("Paolo", "Ricci"), ("Vera", "Novak")]
SKILLS = [
    ("Languages", "French", "Language", "French"),
    ("Languages", "Spanish", "Language", "Spanish"),
    ("Products", "Mobile app", "Subject", "app"),
]

helpline = desk.Department("helpline", name="Helpline")
agents = [
    desk.Agent(
        first.lower(),
        first_name=first,
        last_name=last,
        email_id=f"{first}.{last}@example.com".lower(),
        role_permission_type="AgentPublic",
        associated_department_ids=[helpline],
    )
    for first, last in PEOPLE
]
types = {name: desk.SkillType(name.lower(), department_id=helpline, name=name) for name in ("Languages", "Products")}

with desk.SkillMatrix("skills.csv", agents=agents) as matrix:
    skills = [
        desk.Skill(
            name.lower().replace(" ", "_"),
            skill_type_id=types[group],
            name=name,
            status="ACTIVE",
            criteria=desk.Criteria(
                field_conditions=[
                    desk.FieldCondition(field_module="tickets", field_name=field, condition="contains", value=[word])
                ],
                pattern="1",
            ),
            agent_ids=matrix.agent_ids("Helpline", group, name),
        )
        for group, name, field, word in SKILLS
    ]

pulumi.export("agents_of_skills", [skill.agent_ids for skill in skills])
