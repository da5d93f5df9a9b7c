"""Probes that make a department, one for all of them, and roles and profiles, which nobody gets."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from pulumi_zohodesk.questions._asking import Asking, Open, Probe, Row, good, status
from pulumi_zohodesk.questions._made import LEAVE, POWERFUL, PREFIX, SORTS, department_removable, given, id_of, made
from pulumi_zohodesk.transport import Seen


def _department(asking: Asking) -> str:
    """The id of the one department that is ever made: made, or brought back."""
    for id in asking.made["department"]:
        return id  # its list may show it later
    department_removable(asking)
    row = next((row for row in asking.rows("departments.list") if row.get("name") == PREFIX), None)
    if row is None:
        id = id_of(asking.send("departments.add", body={"name": PREFIX}), "department")
        asking.forget()
    else:
        id = str(row["id"])
        if not row.get("isEnabled"):
            asking.send("departments.enable", path={"departmentId": id})
    asking.made["department"][id] = PREFIX
    return id


def _as_made(wire: str, wanted: object, asking: Asking) -> str:
    return "yes" if asking.row("departments.get", departmentId=_department(asking)).get(wire) == wanted else "no"


def _replaced(asking: Asking) -> str:
    active = [row for row in asking.rows("agents.list") if row.get("status") == "ACTIVE"]
    ids = [str(row["id"]) for row in active if row.get("associatedDepartmentIds")][:2]
    if len(ids) < 2:
        raise Open("needs two active agents with a department")
    path = {"departmentId": _department(asking)}
    for id in ids:
        good(asking.send("departments.update", path=path, body={"associatedAgentIds": [id]}), "changing the agents")
    left = asking.row("departments.get", **path).get("associatedAgentIds") or ()
    return "added" if ids[0] in map(str, left) else "replaced"


def _role(asking: Asking, name: str, above: str = "") -> Seen:
    body = {"name": f"{PREFIX} {name}", "shareDataWithPeers": False}
    reports_to = above or next((str(row["id"]) for row in given(asking, "role")), "")
    return made(asking, "role", {**body, "reportsTo": reports_to})


def _same_role(asking: Asking) -> str:
    id_of(_role(asking, "same"), "role")
    return status(_role(asking, "same"), s200="yes", s422="no")


def _successor_below(asking: Asking) -> str:
    above = id_of(_role(asking, "above"), "role")
    below = id_of(_role(asking, "below", above), "role")
    seen = asking.send("roles.delete", path={"roleId": above}, body={"transferToRoleId": below})
    if seen.good:
        asking.made["role"].pop(above)
    return status(seen, s200="yes", s422="no")


def _clone(asking: Asking, name: str) -> tuple[Row, str]:
    """The profile that came with Zoho Desk, and the id of a clone of it."""
    source = next((row for row in given(asking, "profile") if row.get("type") not in (None, *POWERFUL)), None)
    if source is None:
        raise Open("the list of profiles shows none of a type to make a clone of")
    seen = made(asking, "profile", {"name": f"{PREFIX} {name}"}, path={"profileId": str(source["id"])})
    return source, id_of(seen, "profile")


def _type_of_clone(asking: Asking) -> str:
    source, id = _clone(asking, "type")
    found = asking.row("profiles.get", profileId=id)["type"]
    return "that of its source" if found == source["type"] else "Custom" if found == "Custom" else "other"


def _rest_of_permissions(asking: Asking) -> str:
    _, id = _clone(asking, "permissions")
    before = asking.row("profiles.get", profileId=id)["permissions"]
    granted = [(group, flag) for group, flags in before.items() for flag, held in (flags or {}).items() if held is True]
    rest = [(group, flag) for group, flag in granted if group != granted[0][0]]
    if not rest:
        raise Open("the clone of a profile may do too little")
    change = {granted[0][0]: {granted[0][1]: False}}
    good(asking.send("profiles.update", path={"profileId": id}, body={"permissions": change}), "changing a permission")
    after = asking.row("profiles.get", profileId=id)["permissions"]
    return "the rest stays" if all(after[group][flag] for group, flag in rest) else "the rest is lost"


_PLACE = (
    *("departments.list", "departments.get", LEAVE, "departments.disable"),
    *("departments.add", "departments.enable", "departments.get"),
)
_PROFILE = (*SORTS["profile"].uses, "profiles.get")
WRITES_OF_STRUCTURE: Mapping[str, Probe] = {
    "teams-in-new-department": Probe(
        partial(_as_made, "isAssignToTeamEnabled", True), _PLACE, writes=True, departments=True
    ),
    "customer-portal-name": Probe(
        partial(_as_made, "nameInCustomerPortal", PREFIX), _PLACE, writes=True, departments=True
    ),
    "department-agents": Probe(
        _replaced, (*_PLACE, "agents.list", *["departments.update"] * 2), writes=True, departments=True
    ),
    "duplicate-role-names": Probe(_same_role, (*SORTS["role"].uses, "roles.create"), writes=True),
    "successor-of-role": Probe(_successor_below, (*SORTS["role"].uses, "roles.create", "roles.delete"), writes=True),
    "type-of-clone": Probe(_type_of_clone, _PROFILE, writes=True),
    "patch-of-permissions": Probe(_rest_of_permissions, (*_PROFILE, "profiles.update", "profiles.get"), writes=True),
}
"""By the name of the question."""
