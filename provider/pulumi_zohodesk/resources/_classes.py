"""All classes and look-ups of kinds. Made by `make generate` from kinds/_register.py."""

from __future__ import annotations

from typing import Any

from pulumi_zohodesk.resources._values import Criteria, CriteriaDict, FieldCondition, FieldConditionDict
from pulumi_zohodesk.resources.agent import Agent, AgentInfo, get_agent, get_agent_output
from pulumi_zohodesk.resources.department import Department, DepartmentInfo, get_department, get_department_output
from pulumi_zohodesk.resources.profile import ProfileInfo, get_profile, get_profile_output
from pulumi_zohodesk.resources.role import RoleInfo, get_role, get_role_output
from pulumi_zohodesk.resources.skill import Skill, SkillInfo, get_skill, get_skill_output
from pulumi_zohodesk.resources.skill_type import SkillType, SkillTypeInfo, get_skill_type, get_skill_type_output

__all__ = [
    "Agent",
    "AgentInfo",
    "Criteria",
    "CriteriaDict",
    "Department",
    "DepartmentInfo",
    "FieldCondition",
    "FieldConditionDict",
    "ProfileInfo",
    "RoleInfo",
    "Skill",
    "SkillInfo",
    "SkillType",
    "SkillTypeInfo",
    "get_agent",
    "get_agent_output",
    "get_department",
    "get_department_output",
    "get_profile",
    "get_profile_output",
    "get_role",
    "get_role_output",
    "get_skill",
    "get_skill_output",
    "get_skill_type",
    "get_skill_type_output",
]

CLASSES: dict[str, Any] = {"Agent": Agent, "Department": Department, "Skill": Skill, "SkillType": SkillType}
"""By the names of their kinds."""
