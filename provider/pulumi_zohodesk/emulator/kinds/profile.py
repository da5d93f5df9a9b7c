"""Profiles: read through the API; cloning and changing them is not emulated yet."""

from __future__ import annotations

from functools import cache
from typing import Any

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import page, searched, where
from pulumi_zohodesk.emulator._contract import answer_schema, table
from pulumi_zohodesk.emulator._errata import Erratum
from pulumi_zohodesk.emulator._kind import Answer, Kind, Portal
from pulumi_zohodesk.emulator._schema import property_names
from pulumi_zohodesk.emulator._store import Record

LATER = "Writing profiles is not emulated yet."
PLAIN = frozenset({"id", "name"})
OPTIONAL = ("type", "isVisible", "default", "modifiedBy", "modifiedTime", "permissions", "description")
READING = ("view", "overview")


def _found(portal: Portal) -> None:
    portal.add("profiles", _profile("Support Administrator", "Administrator", default=True, permissions=permissions()))
    portal.add("profiles", _profile("Agent", "Standard", default=True, permissions=permissions(setup=False)))
    portal.add("profiles", _profile("Light Agent", "Light", default=True, permissions=permissions(writing=False)))
    portal.add("profiles", _profile("Supervisor", "Custom", default=False, permissions=permissions(setup=False)))


def _profile(name: str, kind: str, *, default: bool, permissions: Record) -> Record:
    return {"name": name, "type": kind, "default": default, "permissions": permissions}


def permissions(*, setup: bool = True, writing: bool = True) -> dict[str, dict[str, bool]]:
    """Every permission of the contract, granted or not. Without ``setup`` agents cannot be managed either."""
    return {group: {flag: _granted(group, flag, setup, writing) for flag in flags} for group, flags in _flags().items()}


@cache
def _flags() -> dict[str, list[str]]:
    schema = answer_schema(table("profile")["getProfile"], 200)
    groups = schema["properties"]["permissions"]["properties"]
    return {group: sorted(property_names(one)) for group, one in groups.items()}


def _granted(group: str, flag: str, setup: bool, writing: bool) -> bool:
    if flag in READING:
        return True
    return writing and (setup or group not in ("setup", "agents"))


def _blank(portal: Portal, creator: str) -> Record:
    now = portal.clock.milliseconds()
    return {
        "name": "",
        "description": "",
        "type": "Custom",
        "default": False,
        "isVisible": True,
        "modifiedBy": creator or None,
        "modifiedTime": now,
        "permissions": permissions(setup=False),
    }


def _list(call: Call) -> Answer:
    rows = where(call.portal.table("profiles"), default=call.query.get("default"), isVisible=call.query.get("visible"))
    rows = searched(rows, call.query.get("searchStr"), ("name", "description"), "%")
    wanted = PLAIN | {name for name in (call.query.get("fields") or "").split(",") if name in OPTIONAL}
    if not call.query.get("fields"):
        wanted = PLAIN | frozenset(OPTIONAL) - {"permissions"}
    return [{name: row[name] for name in row if name in wanted} for row in page(call, rows, 250)]


def _get(call: Call) -> Answer:
    return call.fetch("profiles", "profileId")


def _mine(call: Call) -> Answer:
    agent: Any = call.portal.get("agents", call.caller.agent)
    return call.portal.get("profiles", agent["profileId"])


def _light(call: Call) -> Answer:
    return next((row for row in call.portal.table("profiles") if row["type"] == "Light"), None)


def _agents(call: Call) -> Answer:
    profile = call.fetch("profiles", "profileId")
    rows = where(call.portal.table("agents"), profileId=profile["id"], isConfirmed=call.query.get("confirmed"))
    wanted = {True: ("ACTIVE",), False: ("DISABLED",), None: ("ACTIVE", "DISABLED")}[call.query.get("active")]
    return [row for row in rows if row["status"] in wanted]


KIND = Kind(
    name="profiles",
    contract="profile",
    natural_key=lambda record: record["name"].casefold(),
    blank=_blank,
    found=_found,
    operations={
        "getProfileList": _list,
        "getProfile": _get,
        "getMyProfile": _mine,
        "getLightAgentProfile": _light,
        "getAgentsByProfile": _agents,
    },
    permission="setup.permission",
    permissions={"getMyProfile": ""},
    unsupported={"updateProfile": LATER, "cloneProfile": LATER, "deleteProfile": LATER},
    errata=(
        Erratum(
            "The prose makes % the wildcard of this search, the pattern of the parameter does not allow it.",
            part="query",
            operations="getProfileList",
            fields=("searchStr",),
            drop=("pattern",),
        ),
        Erratum(
            "The prose calls these fields optional extras of the list, the schema requires them.",
            operations="getProfileList",
            fields=OPTIONAL,
            optional=True,
        ),
    ),
)
