"""How many objects of a kind there are and may be, as the service counts them. Source: AutomationFeatureCount.json."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pulumi_zohodesk.engine import Kind, plural, scalar
from pulumi_zohodesk.errors import APIError, Refused
from pulumi_zohodesk.transport import Operation

if TYPE_CHECKING:
    from pulumi_zohodesk.transport import Client

__all__ = ["FEATURE_COUNT", "counted"]

FEATURE_COUNT = Operation(
    "getUsedCountForAutomationFeature",
    "GET",
    "/automationFeatureCount",
    ("Desk.automations.READ", "Desk.basic.READ", "Desk.settings.READ"),
    permission="setup.automation",
)


def counted(client: Client, kind: Kind, home: str = "") -> tuple[int, int | None]:
    """How many objects of a kind (`Kind.counted`) a department has and may have; of what departments share, all.

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
