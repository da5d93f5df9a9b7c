"""The kinds that there are. A kind is registered by its lines here."""

from __future__ import annotations

from pulumi_zohodesk.engine import Kinds, NamedKind
from pulumi_zohodesk.kinds.agent import KIND as AGENT
from pulumi_zohodesk.kinds.business_hours import KIND as BUSINESS_HOURS
from pulumi_zohodesk.kinds.department import KIND as DEPARTMENT
from pulumi_zohodesk.kinds.holiday_list import KIND as HOLIDAY_LIST
from pulumi_zohodesk.kinds.profile import KIND as PROFILE
from pulumi_zohodesk.kinds.role import KIND as ROLE
from pulumi_zohodesk.kinds.skill import KIND as SKILL
from pulumi_zohodesk.kinds.skill_type import KIND as SKILL_TYPE

__all__ = ["KINDS", "NAMED", "kind_named"]

KINDS = Kinds(AGENT, BUSINESS_HOURS, DEPARTMENT, HOLIDAY_LIST, SKILL, SKILL_TYPE)
NAMED: dict[str, NamedKind] = {named.name: named for named in (ROLE, PROFILE)}
"""What fields refer to and is no kind."""

kind_named = KINDS.named
