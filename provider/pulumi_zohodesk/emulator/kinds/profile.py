"""Profiles: what agents may do. A new one is a clone of another; those that the system made are given."""

from __future__ import annotations

from functools import cache

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import page, where
from pulumi_zohodesk.emulator._contract import answer_schema, table
from pulumi_zohodesk.emulator._errors import NOT_USABLE, FieldError, invalid, invalid_data, unprocessable
from pulumi_zohodesk.emulator._kind import Answer, Erratum, Portal
from pulumi_zohodesk.emulator._plain import Plain
from pulumi_zohodesk.emulator._schema import property_names
from pulumi_zohodesk.emulator._store import Record, copied
from pulumi_zohodesk.emulator.kinds._agent_rules import change

PLAIN_ROW = frozenset({"id", "name"})
OPTIONAL = ("type", "isVisible", "default", "modifiedBy", "modifiedTime", "permissions", "description")
READING = ("view", "overview")
ADMINISTRATION = ("setup", "agents")


def _found(portal: Portal) -> None:
    for name, kind, granted in (
        ("Support Administrator", "Administrator", permissions()),
        ("Agent", "Standard", permissions(setup=False)),
        ("Light Agent", "Light", permissions(writing=False)),
        ("Supervisor", "Custom", permissions(setup=False)),
    ):
        given = {"name": name, "type": kind, "default": kind != "Custom", "permissions": granted}
        portal.add("profiles", given)


def permissions(*, setup: bool = True, writing: bool = True) -> dict[str, dict[str, bool]]:
    """Every permission of the contract, granted or not. Without ``setup`` agents cannot be managed either."""
    return {
        group: {flag: flag in READING or (writing and (setup or group not in ADMINISTRATION)) for flag in flags}
        for group, flags in _flags().items()
    }


@cache
def _flags() -> dict[str, list[str]]:
    schema = answer_schema(table("profile")["getProfile"], 200)
    groups = schema["properties"]["permissions"]["properties"]
    return {group: sorted(property_names(one)) for group, one in groups.items()}


def _check(call: Call, _candidate: Record, current: Record | None) -> list[FieldError]:
    if current is not None and current["default"] and call.switches.default_profiles_fixed:
        raise unprocessable("A profile that the system made cannot be changed.")
    return []


def _stored(_portal: Portal, body: Record) -> Record:
    return {name: value for name, value in body.items() if name in ("name", "description")}


PLAIN = Plain(
    name="profiles",
    contract="profile",
    permission="setup.permission",
    blank={
        "name": "",
        "description": "",
        "type": "Custom",
        "default": False,
        "isVisible": True,
        "permissions": permissions(setup=False),
    },
    filters={"visible": "isVisible"},
    search=("searchStr", ("name", "description"), "%"),
    stamps=("modifiedBy", "modifiedTime"),
    stored=_stored,
    check=_check,
)


def _list(call: Call) -> Answer:
    wanted = PLAIN_ROW | {name for name in (call.query.get("fields") or "").split(",") if name in OPTIONAL}
    if not call.query.get("fields"):
        wanted = PLAIN_ROW | frozenset(OPTIONAL) - {"permissions"}
    return [{name: row[name] for name in row if name in wanted} for row in page(call, PLAIN.rows(call), 250)]


def _update(call: Call) -> Answer:
    """Of the permissions, those that are sent change."""
    PLAIN.update(call)
    record = PLAIN.one(call)
    if call.switches.permissions_reset and call.body.get("permissions"):
        record["permissions"] = {group: dict.fromkeys(flags, False) for group, flags in record["permissions"].items()}
    for group, flags in (call.body.get("permissions") or {}).items():
        record["permissions"][group].update({flag: value for flag, value in (flags or {}).items() if value is not None})
    return record


def _clone(call: Call) -> Answer:
    """A new profile that may do what another may."""
    source, made = PLAIN.one(call), PLAIN.create(call)
    if isinstance(made, dict):
        made["permissions"] = copied(source["permissions"])
        made["type"] = source["type"] if call.switches.clone_type == "source" else made["type"]
    return made


def _delete(call: Call) -> Answer:
    """The successor takes over the agents."""
    portal, profile = call.portal, PLAIN.one(call)
    successor = portal.get("profiles", call.body["transferToProfileId"])
    if profile["default"]:
        raise unprocessable("A profile that the system made cannot be deleted.")
    if successor is None or successor is profile:
        raise invalid_data(invalid("/transferToProfileId", NOT_USABLE))
    for agent in where(portal.table("agents"), profileId=profile["id"]):
        change(portal, agent, profileId=successor["id"])
    portal.delete("profiles", profile)
    return None


def _agents(call: Call) -> Answer:
    profile = PLAIN.one(call)
    rows = where(call.portal.table("agents"), profileId=profile["id"], isConfirmed=call.query.get("confirmed"))
    wanted = {True: ("ACTIVE",), False: ("DISABLED",), None: ("ACTIVE", "DISABLED")}[call.query.get("active")]
    return [row for row in rows if row["status"] in wanted]


KIND = PLAIN.kind(
    {
        "getProfileList": _list,
        "getMyProfile": lambda call: call.portal.get("profiles", call.me["profileId"]),
        "getLightAgentProfile": lambda call: next(iter(where(call.portal.table("profiles"), type="Light")), None),
        "getAgentsByProfile": _agents,
        "updateProfile": _update,
        "cloneProfile": _clone,
        "deleteProfile": _delete,
    },
    permissions={"getMyProfile": ""},
    found=_found,
    errata={
        "The body of an update requires every group and flag, while the vendor's example sends one group.": Erratum(
            part="body",
            operations="updateProfile",
            fields=(*_flags(), *(flag for flags in _flags().values() for flag in flags)),
            optional=True,
        ),
        "The prose makes % the wildcard of this search, the pattern of the parameter does not allow it.": Erratum(
            part="query", operations="getProfileList", fields=("searchStr",), drop=("pattern",)
        ),
        "The prose calls these fields optional extras of the list, the schema requires them.": Erratum(
            operations="getProfileList", fields=OPTIONAL, optional=True
        ),
    },
)
