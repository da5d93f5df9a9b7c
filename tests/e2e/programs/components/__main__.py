"""A help desk of components in components; below a department lie its skill type and its skill."""

import pulumi

import pulumi_zohodesk as desk

CONDITION = desk.FieldCondition(field_module="tickets", field_name="Subject", condition="contains", value=["bonjour"])


class Team(pulumi.ComponentResource):
    """A department with a skill type and a skill, all of the same logical name."""

    def __init__(self, name: str, title: str, parent: pulumi.Resource) -> None:
        super().__init__("acme:desk:Team", name, None, pulumi.ResourceOptions(parent=parent))
        home = desk.Department(name, name=title, description="As declared.", opts=_in(self))
        kind = desk.SkillType(name, department_id=home, name="Language", opts=_in(home))
        desk.Skill(
            name,
            skill_type_id=kind,
            name="French",
            status="ACTIVE",
            criteria=desk.Criteria(field_conditions=[CONDITION], pattern="1"),
            opts=_in(kind),
        )


class Desk(pulumi.ComponentResource):
    """Two teams."""

    def __init__(self, name: str) -> None:
        super().__init__("acme:desk:Desk", name)
        Team("sales", "Sales", self)
        Team("billing", "Billing", self)


def _in(parent: pulumi.Resource) -> pulumi.ResourceOptions:
    return pulumi.ResourceOptions(parent=parent)


Desk("desk")
