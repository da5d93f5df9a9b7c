"""Probes that make a department, one for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from pulumi_zohodesk.questions._asking import Asking, Open, Probe
from pulumi_zohodesk.questions._made import LEAVE, PREFIX, department_removable, good, id_of

__all__ = ["WRITES_OF_DEPARTMENTS"]


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


_PLACE = (
    *("departments.list", "departments.get", LEAVE, "departments.disable"),
    *("departments.add", "departments.enable", "departments.get"),
)
WRITES_OF_DEPARTMENTS: Mapping[str, Probe] = {
    "teams-in-new-department": Probe(
        partial(_as_made, "isAssignToTeamEnabled", True), _PLACE, writes=True, departments=True
    ),
    "customer-portal-name": Probe(
        partial(_as_made, "nameInCustomerPortal", PREFIX), _PLACE, writes=True, departments=True
    ),
    "department-agents": Probe(
        _replaced, (*_PLACE, "agents.list", *["departments.update"] * 2), writes=True, departments=True
    ),
}
"""By the name of the question."""
