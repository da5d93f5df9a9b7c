"""What an edition holds, as far as that is known, how many seats are taken, and what the service counts.

Figures: docs/api-notes.md. Seats are what the licence tells under the one code that the contract has, in examples
that call it Agent (LicenseFeaturePlan.json, featureInfo; unconfirmed); else the table's. No call tells the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pulumi_zohodesk.engine import Kind, Row, plural, scalar
from pulumi_zohodesk.errors import APIError, Refused
from pulumi_zohodesk.kinds._agent_calls import CALLS
from pulumi_zohodesk.kinds._looked_up import FEATURE_COUNT, LICENSE_FEATURES

if TYPE_CHECKING:
    from pulumi_zohodesk.transport import Client

SEAT, LIGHT = "agents in service", "light agents in service"
"""The sorts of seats, as messages call them."""
SEATS_CODE, UNIT = "AGNT01", "ORG"


@dataclass(frozen=True)
class Edition:
    """The most of each; None is no limit that is known."""

    departments: int | None = None
    seats: int | None = None
    light_seats: int | None = None


_ENTERPRISE = Edition(departments=50, light_seats=50)
_FREE = Edition(departments=1, seats=3, light_seats=0)
EDITIONS = {
    **dict.fromkeys(("FREE", "FREE_2019", "NEW_FREE"), _FREE),
    **dict.fromkeys(("EXPRESS", "STANDARD"), Edition(departments=1, light_seats=0)),
    "PROFESSIONAL": Edition(departments=10, light_seats=0),
    **dict.fromkeys(("ENTERPRISE", "ULTIMATE", "ZOHOONE", "CRMPLUS"), _ENTERPRISE),
}


def edition_of(name: str) -> Edition:
    """What the edition of that name holds."""
    return EDITIONS.get(name.upper(), Edition())


def licensed(client: Client, known: Edition) -> Edition:
    """The same, with the seats of the connected organisation's own licence, where that tells them."""
    try:
        answer = client.call(LICENSE_FEATURES, query={"featureCodes": SEATS_CODE}, about="the seats of the licence")
    except (APIError, Refused):  # a check that cannot be made must not stop what may be possible
        return known
    rows = answer.get("data") or () if isinstance(answer, Mapping) else ()
    limits = [limit for row in rows if row.get("featureCode") == SEATS_CODE for limit in row.get("limits") or ()]
    told = [scalar(limit.get("maxValue")) for limit in limits if limit.get("unitCode") == UNIT]
    return replace(known, seats=int(told[0]) if told[0].isdigit() else None) if told else known


def seats_taken(client: Client, sort: str) -> int:
    """How many agents are in service. By list pages: the count of agents costs 50 credits."""
    pages = client.pages(CALLS.list, query={"status": "ACTIVE", "isLightAgent": sort == LIGHT}, about=f"the {sort}")
    return sum(len(page) for page in pages)


def seat(agent: Row) -> str:
    """The sort of seat that an agent in service takes."""
    return LIGHT if agent.get("rolePermissionType") == "Light" else SEAT


def counted(client: Client, kind: Kind, home: str = "") -> tuple[int, int | None]:
    """How many objects of a kind (`Kind.counted`) a department has and may have; of what departments share, all.

    Source: AutomationFeatureCount.json.
    No limit where the service tells none, or does not answer: a check that cannot be made must not stop what may be
    possible.
    """
    query = {"feature": kind.counted, **({"departmentId": home} if home else {})}
    try:
        answer = client.call(FEATURE_COUNT, query=query, about=f"the number of {plural(kind.words)}")
    except (APIError, Refused):
        return 0, None
    if not isinstance(answer, Mapping):
        return 0, None
    used = scalar((answer.get("usedCountInfo") or {}).get("usedTotalCount"))
    limit = scalar(answer.get("maxTotalCount"))
    return int(used or 0), int(limit) if limit.isdigit() else None
