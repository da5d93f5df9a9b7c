"""The classes of the kinds. Made by `make generate` from kinds/_register.py."""

from __future__ import annotations

from typing import Any

from pulumi_zohodesk.resources.agent import Agent
from pulumi_zohodesk.resources.business_hours import BusinessHours
from pulumi_zohodesk.resources.data_sharing import DataSharing
from pulumi_zohodesk.resources.department import Department
from pulumi_zohodesk.resources.email_template import EmailTemplate
from pulumi_zohodesk.resources.holiday_list import HolidayList
from pulumi_zohodesk.resources.mail_reply_address import MailReplyAddress
from pulumi_zohodesk.resources.product import Product
from pulumi_zohodesk.resources.profile import Profile
from pulumi_zohodesk.resources.role import Role
from pulumi_zohodesk.resources.routing_preference import RoutingPreference
from pulumi_zohodesk.resources.skill import Skill
from pulumi_zohodesk.resources.skill_configuration import SkillConfiguration
from pulumi_zohodesk.resources.skill_order import SkillOrder
from pulumi_zohodesk.resources.skill_type import SkillType
from pulumi_zohodesk.resources.support_plan import SupportPlan
from pulumi_zohodesk.resources.team import Team
from pulumi_zohodesk.resources.template_folder import TemplateFolder
from pulumi_zohodesk.resources.webhook import Webhook

__all__ = ["CLASSES"]

CLASSES: dict[str, Any] = {
    "Department": Department,
    "Profile": Profile,
    "Role": Role,
    "Agent": Agent,
    "HolidayList": HolidayList,
    "BusinessHours": BusinessHours,
    "DataSharing": DataSharing,
    "Team": Team,
    "TemplateFolder": TemplateFolder,
    "EmailTemplate": EmailTemplate,
    "MailReplyAddress": MailReplyAddress,
    "Product": Product,
    "RoutingPreference": RoutingPreference,
    "SkillType": SkillType,
    "Skill": Skill,
    "SkillConfiguration": SkillConfiguration,
    "SkillOrder": SkillOrder,
    "SupportPlan": SupportPlan,
    "Webhook": Webhook,
}
"""By the names of their kinds."""
