"""Probes that only read, of the platform and its layers. Each gives the name of an answer, never what it read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain, pairwise

from pulumi_zohodesk.actions import ACTIONS
from pulumi_zohodesk.questions._asking import Asking, Open, Probe, answered, status
from pulumi_zohodesk.questions._contract import parameters
from pulumi_zohodesk.questions._made import NO_ID

THIN = frozenset({"rolePermissionType", "timeZone", "cf"})
PAGED = tuple(
    action.operation
    for action in ACTIONS
    if action.operation.page_size
    and action.operation.paged
    and {*chain(*parameters(action.operation))} <= {"departmentId"}
)


def _times(asking: Asking) -> str:
    found = asking.row("departments.get", departmentId=asking.department).get("createdTime")
    return "text" if isinstance(found, str) else "milliseconds"


def _thin(asking: Asking) -> str:
    return "thin" if THIN - set(asking.rows("agents.list")[0]) else "whole"


def _organization_in_query(asking: Asking) -> str:
    query = {"orgId": asking.client.settings.org_id, "limit": 1}
    seen = asking.send("departments.list", query=query, org_id="")
    return status(seen, s200="accepted", s422="refused")


def _range(asking: Asking) -> str:
    words = asking.look("departments.list", limit=1_000).words
    return (
        "known"
        if re.fullmatch(r"The value passed for field 'limit' exceeds the range of '[01]-\d+'\.", words)
        else "other"
    )


def _highest(asking: Asking) -> str:
    seen = asking.send("departments.list", query={"limit": 1, "from": 5_000})
    bound = re.search(r"'\d+-(\d+)'", seen.words)
    return bound[1] if bound and seen.status == 422 else status(seen, s200="none")


def _unknown_id(asking: Asking) -> str:
    asking.rows("skill_types.list")  # else a 403 would be that of the profile
    seen = asking.look("skill_types.get", {"skillTypeId": NO_ID})
    return "404" if (seen.status, seen.code) == (404, "URL_NOT_FOUND") else status(seen, s403="403", s404="other")


def _unknown_account(asking: Asking) -> str:
    asking.rows("accounts.list")
    return status(asking.look("accounts.get", {"accountId": NO_ID}), s403="403", s404="404")


def _invisible(asking: Asking) -> str:
    visible = {str(row["id"]) for row in asking.rows("departments.list")}
    if len(visible) >= 100:
        raise Open("there may be more departments than one page shows")
    used = {str(id) for row in asking.rows("agents.list") for id in row.get("associatedDepartmentIds") or ()}
    if not used - visible:
        raise Open("needs the token of an agent who does not see every department")
    return status(asking.look("departments.get", {"departmentId": min(used - visible)}), s403="403", s404="404")


def _weights(asking: Asking) -> str:
    page = asking.look("departments.list", limit=1).weight
    one = asking.look("departments.get", {"departmentId": asking.department}).weight
    if page is None or one is None:
        raise Open("the service does not tell what a call costs")
    return "3 and 1" if (page, one) == (3, 1) else "other"


def _counted_before(asking: Asking) -> str:
    path = {"departmentId": asking.department}
    calls = [seen for _ in range(2) for seen in (asking.look("departments.get", path), asking.look("departments.list"))]
    if any(seen.left is None or seen.weight is None for seen in calls):
        raise Open("the service does not tell the credits that are left")
    steps = [(this.left - then.left, this.weight, then.weight) for this, then in pairwise(calls)]  # type: ignore[operator]
    if all(spent == this for spent, this, _ in steps):
        return "before"
    if all(spent == then for spent, _, then in steps):
        return "after"
    raise Open("others spent credits meanwhile")


def _refused_credits(asking: Asking) -> str:
    return "yes" if asking.look("departments.get", {"departmentId": NO_ID}).weight else "no"


def _page_of_zero(asking: Asking) -> str:
    seen = asking.look("departments.list", limit=0)
    return "other" if seen.rows else status(seen, s200="empty page", s422="refused")


def _page_sizes(asking: Asking) -> str:
    answers = []
    for one in PAGED:
        path, query = (dict.fromkeys(names, asking.department) if names else {} for names in parameters(one))
        answers.append(asking.look(one, path, **{"limit": one.page_size, **query}))
    if not any(seen.good or seen.status == 422 for seen in answers):
        raise Open("none of the lists could be read")
    return "no" if any(seen.status == 422 for seen in answers) else "yes"


def _reading_needs(asking: Asking) -> str:
    if _allowed(asking, "setup", "department"):
        raise Open("needs the token of an agent whose profile lacks the permission Departments")
    return status(asking.look("departments.list", limit=1), s200="free", s403="needed")


def _related(asking: Asking) -> str:
    if _allowed(asking, "contacts", "view"):
        raise Open("needs the token of an agent who may view tickets and no contacts")
    rows = asking.rows("tickets.list", include="contacts")
    if not any(row.get("contactId") for row in rows):
        raise Open("no ticket in sight has a contact")
    return "shown" if any(row.get("contact") for row in rows) else "left out"


def _allowed(asking: Asking, group: str, flag: str) -> bool:
    """Whether the profile of the token's agent has a permission."""
    permissions = asking.row("profiles.mine").get("permissions") or {}
    return bool((permissions.get(group) or {}).get(flag))


READS: Mapping[str, Probe] = {
    "times-as-text": Probe(_times, ("departments.list", "departments.get")),
    "thin-agent-rows": Probe(_thin, ("agents.list",)),
    "organization-in-query": Probe(_organization_in_query, ("departments.list",)),
    "unknown-organization": answered(
        "departments.list", {"query": {"limit": 1}, "org_id": NO_ID}, s422="422", s403="403"
    ),
    "bearer": answered(
        "departments.list", {"query": {"limit": 1}, "scheme": "Bearer"}, s200="accepted", s401="refused"
    ),
    "range-words": Probe(_range, ("departments.list",)),
    "highest-from": Probe(_highest, ("departments.list",), far=2),
    "unknown-query-parameter": answered(
        "departments.list", {"query": {"limit": 1, "zohodeskProbe": 1}}, s200="passed over", s422="refused"
    ),
    "id-no-number": answered("departments.get", {"path": {"departmentId": "probe"}}, s404="404", s422="422"),
    "unknown-id": Probe(_unknown_id, ("skill_types.list", "skill_types.get")),
    "unknown-account": Probe(_unknown_account, ("accounts.list", "accounts.get")),
    "invisible-department": Probe(_invisible, ("departments.list", "agents.list", "departments.get")),
    "other-credits": Probe(_weights, ("departments.list", "departments.list", "departments.get")),
    "credits-before-call": Probe(_counted_before, ("departments.list", *("departments.get", "departments.list") * 2)),
    "refused-credits": Probe(_refused_credits, ("departments.get",)),
    "page-size-zero": Probe(_page_of_zero, ("departments.list",)),
    "page-sizes": Probe(_page_sizes, ("departments.list", *PAGED)),
    "reading-needs-permission": Probe(_reading_needs, ("profiles.mine", "departments.list")),
    "related-records-shown": Probe(_related, ("profiles.mine", "tickets.list")),
}
