"""What an organisation looks like as a whole: who has which skill, and what refers to what. Works on an inventory.

Nothing here knows how it is printed.
"""

from pulumi_zohodesk.report._map import Map, Node, Place, map_of
from pulumi_zohodesk.report._skills import AgentRow, DepartmentSkills, SkillFacts, department_skills, matrix_csv

__all__ = [
    "AgentRow",
    "DepartmentSkills",
    "Map",
    "Node",
    "Place",
    "SkillFacts",
    "department_skills",
    "map_of",
    "matrix_csv",
]
