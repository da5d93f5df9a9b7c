"""Settings: what every department and the organisation have, set but neither made nor removed."""

import pulumi

import pulumi_zohodesk as desk

service = desk.Department("service", name="Service")
languages = desk.SkillType("languages", department_id=service, name="Languages")
french, german = (
    desk.Skill(
        name.lower(),
        skill_type_id=languages,
        name=name,
        status="ACTIVE",
        criteria=desk.Criteria(
            field_conditions=[
                desk.FieldCondition(field_module="tickets", field_name="Language", condition="is", value=[name]),
            ],
            pattern="1",
        ),
    )
    for name in ("French", "German")
)

order = desk.SkillOrder("order", department_id=service, skill_ids=[german, french])
desk.SkillConfiguration(
    "stamping", department_id=service, auto_skill_stamping="ACTIVE", attach_skills_option="BY_SKILL_ORDER"
)
desk.RoutingPreference(
    "routing",
    department_id=service,
    is_immediate_assignment_enabled=True,
    is_threshold_enabled=True,
    threshold_limit=20,
    assign_backlog=True,
    assign_backlogs_by="DUEDATE",
)
desk.DataSharing("sharing", tickets="public read only", contacts="public")

pulumi.export("order", order.skill_ids)
