"""One file per kind. A kind is registered by its line here."""

from pulumi_zohodesk.resources._lookups import *  # noqa: F403
from pulumi_zohodesk.resources._lookups import __all__ as _lookup_names
from pulumi_zohodesk.resources.agent import Agent
from pulumi_zohodesk.resources.department import Department
from pulumi_zohodesk.resources.skill import Criteria, FieldCondition, Skill
from pulumi_zohodesk.resources.skill_type import SkillType

__all__ = ["Agent", "Criteria", "Department", "FieldCondition", "Skill", "SkillType", *_lookup_names]
