"""A program with everything that type checkers must take."""

from __future__ import annotations

import pulumi

import pulumi_zohodesk as desk

sales = desk.Department("sales", name="Sales", is_enabled=True)
kind = desk.SkillType("kind", department_id=sales, name=pulumi.Output.from_input("Language"))
jo = desk.Agent(
    "jo",
    last_name="Doe",
    email_id="jo@example.com",
    role_permission_type="AgentPublic",
    associated_department_ids=[sales, sales.id, "123"],
    role_id=desk.get_role(name="CEO").id,
    cf={"cf_floor": 3, "cf_room": pulumi.Output.from_input("a")},
    channel_expert=["PHONE"],
    on_destroy="keep",
    opts=pulumi.ResourceOptions(protect=True),
)
typed = desk.Skill(
    "typed",
    skill_type_id=kind,
    name="French",
    status="ACTIVE",
    criteria=desk.Criteria(
        field_conditions=[
            desk.FieldCondition(field_module="tickets", field_name="Language", condition="is", value=["French", 5])
        ],
        pattern="1",
    ),
    agent_ids=[jo, "7"],
)
mapped = desk.Skill(
    "mapped",
    skill_type_id="12",
    name="German",
    status="INACTIVE",
    criteria={
        "field_conditions": [
            {"field_module": "contacts", "field_name": "Language", "condition": "is", "value": ["German"]},
        ],
        "pattern": "1",
    },
    agent_ids=pulumi.Output.from_input(["7"]),
)
later = desk.get_department_output(name=sales.name).apply(lambda found: found.id)
order: pulumi.Output[int] = typed.order_id
length: pulumi.Output[int] = typed.name.apply(len)
pulumi.export("department", later)
