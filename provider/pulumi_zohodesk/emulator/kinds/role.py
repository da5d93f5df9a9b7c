"""Roles: a tree. What everybody has is given: the one at the top, and the roles that no list of the UI shows."""

from __future__ import annotations

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import reached, texts, where
from pulumi_zohodesk.emulator._errors import NOT_USABLE, FieldError, invalid, invalid_data, unprocessable
from pulumi_zohodesk.emulator._kind import Answer, Link, Portal, Record
from pulumi_zohodesk.emulator._plain import Plain
from pulumi_zohodesk.emulator.kinds._agent_rules import change

HIDDEN = ("Personal", "Team Personal", "LightAgent")
"""System roles that no list of the user interface shows. The name of the second is unconfirmed."""


def _found(portal: Portal) -> None:
    top = portal.add("roles", {"name": "CEO", "isDefault": True, "shareDataWithPeers": True})
    for name in HIDDEN:
        portal.add("roles", {"name": name, "isDefault": True, "isVisible": False})
    manager = portal.add("roles", {"name": "Support Manager", "reportsTo": top["id"]})
    portal.add("roles", {"name": "Support Agent", "reportsTo": manager["id"]})


def _forget(portal: Portal, kind: str, record: Record) -> None:
    """Those below a role that goes are then below the one above it."""
    if kind == "roles":
        for role in where(portal.table("roles"), reportsTo=record["id"]):
            role["reportsTo"] = record["reportsTo"]


def below(portal: Portal, role: str) -> set[str]:
    """The role and all that report to it, at any distance."""
    return reached(role, lambda ids: {row["id"] for row in portal.table("roles") if row["reportsTo"] in ids})


def _shown(portal: Portal, record: Record) -> Record:
    return {**record, "immediateSubRoles": [row["id"] for row in where(portal.table("roles"), reportsTo=record["id"])]}


def _check(call: Call, candidate: Record, current: Record | None) -> list[FieldError]:
    if current is None:
        return []
    if not current["isVisible"]:
        raise unprocessable("A system role cannot be changed.")
    circle = candidate["reportsTo"] in below(call.portal, current["id"])
    return [invalid("/reportsTo", "A role cannot report to itself or to a role below it.")] if circle else []


PLAIN = Plain(
    name="roles",
    contract="role",
    permission="setup.permission",
    blank={
        "name": "",
        "description": None,
        "reportsTo": None,
        "shareDataWithPeers": False,
        "isDefault": False,
        "isVisible": True,
    },
    needed=("name", "shareDataWithPeers"),
    links=(Link("reportsTo", "roles", seed="reportsToRole"),),
    search=("searchStr", ("name", "description"), "*"),
    stamps=(),
    shown=_shown,
    check=_check,
)


def _by_ids(call: Call) -> Answer:
    return [_shown(call.portal, row) for row in call.portal.those("roles", texts(call.query["roleIds"]))]


def _personal(call: Call) -> Answer:
    role = call.portal.table("roles").by_key("personal")
    return _shown(call.portal, role) if role else None


def _agents(call: Call) -> Answer:
    rows = where(call.portal.table("agents"), roleId=PLAIN.one(call)["id"])
    return [row["id"] for row in rows if row["status"] in ("ACTIVE", "DISABLED")]


def _delete(call: Call) -> Answer:
    """The successor takes over the roles below and, as far as is switched on, the agents."""
    portal, role, successor = call.portal, PLAIN.one(call), call.portal.get("roles", call.body["transferToRoleId"])
    if role["isDefault"]:
        raise unprocessable("A system role cannot be deleted.")
    unusable = {role["id"]} if call.switches.role_successor_below else below(portal, role["id"])
    if successor is None or successor["id"] in unusable:
        raise invalid_data(invalid("/transferToRoleId", NOT_USABLE))
    agents = where(portal.table("agents"), roleId=role["id"])
    if agents and not call.switches.role_agents_move:
        raise unprocessable("The role still has agents.")
    if successor["id"] in below(portal, role["id"]):
        successor["reportsTo"] = role["reportsTo"]
    for row in where(portal.table("roles"), reportsTo=role["id"]):
        row["reportsTo"] = successor["id"]
    for agent in agents:
        change(portal, agent, roleId=successor["id"])
    portal.delete("roles", role)
    return None


KIND = PLAIN.kind(
    {
        "getRolesByIds": _by_ids,
        "getPersonalRole": _personal,
        "getRoleCount": lambda call: {"count": str(len(PLAIN.rows(call)))},
        "getAgentsByRole": _agents,
        "deleteRole": _delete,
    },
    forget=_forget,
    found=_found,
)
