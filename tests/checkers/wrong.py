"""Fifteen mistakes, each in one line."""

import pulumi

import pulumi_zohodesk as desk

sales = desk.Department("sales", name="Sales")
criteria = desk.Criteria(field_conditions=[], pattern="1")
kind = desk.SkillType("kind", department_id=sales, name="Language")
desk.SkillType("a", department_id=sales)  # wrong
desk.Department("b", name=5)  # wrong
desk.Department("c", nmae="x", name="y")  # wrong
desk.Skill("d", skill_type_id=sales, name="x", status="ACTIVE", criteria=criteria)  # wrong
desk.Department("e", "Sales")  # wrong
desk.Agent("f", last_name="x", email_id="x", role_permission_type="Boss", associated_department_ids=[sales])  # wrong
desk.Agent("g", last_name="x", email_id="x", role_permission_type="Light", associated_department_ids=[5])  # wrong
desk.Criteria(pattern="1")  # wrong
desk.FieldCondition(field_module="tickets", field_nam="x", field_name="y", condition="is", value=[])  # wrong
number: int = "a" + sales.is_default  # wrong
desk.SkillType("h", department_id=sales, name="x", created_by="7")  # wrong
desk.Department("i", name=None)  # wrong
desk.Agent("j", last_name="x", email_id="x", role_permission_type="Light", associated_department_ids=[kind])  # wrong
desk.SkillType(department_id=sales, name="x")  # wrong
desk.Department("k", name="x", opts="protect")  # wrong
pulumi.export("x", sales.id)
