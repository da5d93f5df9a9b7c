"""Roles: read through the API; writing them is not emulated yet."""

from __future__ import annotations

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import page, searched, texts, where
from pulumi_zohodesk.emulator._kind import Answer, Kind, Portal, Reference
from pulumi_zohodesk.emulator._store import Record

LATER = "Writing roles is not emulated yet."
HIDDEN = ("Personal", "Team Personal", "LightAgent")
"""System roles that no list of the user interface shows. The name of the second is unconfirmed."""


def _found(portal: Portal) -> None:
    top = portal.add("roles", {"name": "CEO", "isDefault": True, "reportsTo": None, "shareDataWithPeers": True})
    for name in HIDDEN:
        portal.add("roles", {"name": name, "isDefault": True, "isVisible": False})
    manager = portal.add("roles", {"name": "Support Manager", "reportsTo": top["id"]})
    portal.add("roles", {"name": "Support Agent", "reportsTo": manager["id"]})


def _blank(_portal: Portal, _creator: str) -> Record:
    return {
        "name": "",
        "description": None,
        "reportsTo": None,
        "shareDataWithPeers": False,
        "isDefault": False,
        "isVisible": True,
    }


def _forget(portal: Portal, kind: str, record: Record) -> None:
    if kind == "roles":
        for role in portal.table("roles"):
            if role["reportsTo"] == record["id"]:
                role["reportsTo"] = record["reportsTo"]


def shown(portal: Portal, record: Record) -> Record:
    """The role as the API answers it."""
    below = [role["id"] for role in portal.table("roles") if role["reportsTo"] == record["id"]]
    return {**record, "immediateSubRoles": below}


def _list(call: Call) -> Answer:
    rows = where(
        call.portal.table("roles"), isDefault=call.query.get("isDefault"), isVisible=call.query.get("isVisible")
    )
    rows = searched(rows, call.query.get("searchStr"), ("name", "description"))
    return [shown(call.portal, row) for row in page(call, rows)]


def _get(call: Call) -> Answer:
    return shown(call.portal, call.fetch("roles", "roleId"))


def _by_ids(call: Call) -> Answer:
    rows = [call.portal.get("roles", one) for one in texts(call.query["roleIds"])]
    return [shown(call.portal, row) for row in rows if row is not None]


def _personal(call: Call) -> Answer:
    role = call.portal.table("roles").by_key("personal")
    return shown(call.portal, role) if role else None


def _count(call: Call) -> Answer:
    rows = where(
        call.portal.table("roles"), isDefault=call.query.get("isDefault"), isVisible=call.query.get("isVisible")
    )
    return {"count": str(len(rows))}


def _agents(call: Call) -> Answer:
    role = call.fetch("roles", "roleId")
    rows = where(call.portal.table("agents"), roleId=role["id"])
    return [row["id"] for row in rows if row["status"] in ("ACTIVE", "DISABLED")]


KIND = Kind(
    name="roles",
    contract="role",
    natural_key=lambda record: record["name"].casefold(),
    references=(Reference("reportsToRole", "reportsTo", "roles"),),
    blank=_blank,
    forget=_forget,
    found=_found,
    operations={
        "getRoles": _list,
        "getRole": _get,
        "getRolesByIds": _by_ids,
        "getPersonalRole": _personal,
        "getRoleCount": _count,
        "getAgentsByRole": _agents,
    },
    permission="setup.permission",
    unsupported={"addRole": LATER, "updateRole": LATER, "deleteRole": LATER},
)
