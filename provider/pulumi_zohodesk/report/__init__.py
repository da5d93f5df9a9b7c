"""What an organisation looks like as a whole: who has which skill, and what refers to what. Works on an inventory.

Nothing here knows how it is printed.
"""

from pulumi_zohodesk.report._skills import AgentRow, DepartmentSkills, SkillFacts, department_skills, matrix_csv

__all__ = ["AgentRow", "DepartmentSkills", "SkillFacts", "department_skills", "matrix_csv"]
