"""What programs use. Made by `make generate` from kinds/_register.py."""

from pulumi_zohodesk.resources._load import load
from pulumi_zohodesk.resources._organizations import (
    OrganizationInfo,
    get_organization,
    get_organization_output,
    get_organizations,
    get_organizations_output,
)
from pulumi_zohodesk.resources._skill_matrix import SkillMatrix
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
    "OrganizationInfo",
    "ProfileInfo",
    "RoleInfo",
    "Skill",
    "SkillInfo",
    "SkillMatrix",
    "SkillType",
    "SkillTypeInfo",
    "get_agent",
    "get_agent_output",
    "get_department",
    "get_department_output",
    "get_organization",
    "get_organization_output",
    "get_organizations",
    "get_organizations_output",
    "get_profile",
    "get_profile_output",
    "get_role",
    "get_role_output",
    "get_skill",
    "get_skill_output",
    "get_skill_type",
    "get_skill_type_output",
    "load",
]
