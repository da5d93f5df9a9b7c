"""The kinds that there are. A kind is registered by its line here."""

from __future__ import annotations

from pulumi_zohodesk.engine import Kinds
from pulumi_zohodesk.kinds import (
    agent,
    business_hours,
    department,
    email_template,
    holiday_list,
    profile,
    role,
    skill,
    skill_type,
    support_plan,
    team,
    template_folder,
    webhook,
)

__all__ = ["KINDS", "kind_named"]

KINDS = Kinds(
    agent.KIND,
    business_hours.KIND,
    department.KIND,
    email_template.KIND,
    holiday_list.KIND,
    profile.KIND,
    role.KIND,
    skill.KIND,
    skill_type.KIND,
    support_plan.KIND,
    team.KIND,
    template_folder.KIND,
    webhook.KIND,
)

kind_named = KINDS.named
