"""The kinds that there are. A kind is registered by its line here."""

from __future__ import annotations

from pulumi_zohodesk.engine import Kinds
from pulumi_zohodesk.kinds import (
    agent,
    business_hours,
    data_sharing,
    department,
    email_template,
    holiday_list,
    mail_reply_address,
    product,
    profile,
    role,
    routing_preference,
    skill,
    skill_configuration,
    skill_order,
    skill_type,
    support_plan,
    team,
    template_folder,
    webhook,
)

KINDS = Kinds(
    agent.KIND,
    business_hours.KIND,
    data_sharing.KIND,
    department.KIND,
    email_template.KIND,
    holiday_list.KIND,
    mail_reply_address.KIND,
    product.KIND,
    profile.KIND,
    role.KIND,
    routing_preference.KIND,
    skill.KIND,
    skill_configuration.KIND,
    skill_order.KIND,
    skill_type.KIND,
    support_plan.KIND,
    team.KIND,
    template_folder.KIND,
    webhook.KIND,
)

kind_named = KINDS.named
