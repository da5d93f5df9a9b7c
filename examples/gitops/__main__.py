"""A help desk that a repository decides: change it in a pull request."""

import pulumi_zohodesk as desk

support = desk.Department("support", name="Customer Support", description="First line for everything.")
languages = desk.SkillType("languages", department_id=support, name="Languages")
