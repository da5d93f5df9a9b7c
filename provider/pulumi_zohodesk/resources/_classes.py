"""The classes of the kinds. Made by `make generate` from kinds/_register.py."""

from __future__ import annotations

from typing import Any

from pulumi_zohodesk.resources.agent import Agent
from pulumi_zohodesk.resources.business_hours import BusinessHours
from pulumi_zohodesk.resources.department import Department
from pulumi_zohodesk.resources.holiday_list import HolidayList
from pulumi_zohodesk.resources.skill import Skill
from pulumi_zohodesk.resources.skill_type import SkillType

__all__ = ["CLASSES"]

CLASSES: dict[str, Any] = {
    "Department": Department,
    "Agent": Agent,
    "HolidayList": HolidayList,
    "BusinessHours": BusinessHours,
    "SkillType": SkillType,
    "Skill": Skill,
}
"""By the names of their kinds."""
