"""Skill types group skills within one department."""

import pulumi

import pulumi_zohodesk as desk

service = desk.Department("service", name="Service")

languages = desk.SkillType("languages", department_id=service, name="Languages")
products = desk.SkillType("products", department_id=service, name="Products")

pulumi.export("skill_type_ids", [languages.id, products.id])
