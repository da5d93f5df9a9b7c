"""The kinds that the emulator knows, in the order in which an organisation is founded, and objects of a seed are made:
references point backwards."""

from __future__ import annotations

from pulumi_zohodesk.emulator._kind import Kind
from pulumi_zohodesk.emulator.kinds import (
    account,
    agent,
    business_hour,
    contact,
    department,
    email_template,
    feature_count,
    holiday_list,
    license,
    organization,
    product,
    profile,
    role,
    routing_preference,
    sharing_rule,
    skill,
    skill_configuration,
    skill_type,
    sla,
    support_plan,
    team,
    template_folder,
    ticket,
    ticket_tag,
    view,
    webhook,
)

KINDS: tuple[Kind, ...] = (
    organization.KIND,
    role.KIND,
    profile.KIND,
    sharing_rule.KIND,
    department.KIND,
    sla.KIND,
    agent.KIND,
    skill_type.KIND,
    skill.KIND,
    feature_count.KIND,
    account.KIND,
    contact.KIND,
    ticket.KIND,
    team.KIND,
    template_folder.KIND,
    email_template.KIND,
    product.KIND,
    webhook.KIND,
    support_plan.KIND,
    routing_preference.KIND,
    skill_configuration.KIND,
    holiday_list.KIND,
    business_hour.KIND,
    license.KIND,
    view.KIND,
    ticket_tag.KIND,
)
"""Adding a kind: its module here, its contract table beside the others."""
