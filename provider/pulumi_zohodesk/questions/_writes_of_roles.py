"""Probes that make roles and profiles, which nobody gets."""

from __future__ import annotations

from collections.abc import Mapping

from pulumi_zohodesk.questions._asking import Asking, Open, Probe, Row, status
from pulumi_zohodesk.questions._made import POWERFUL, PREFIX, SORTS, given, good, id_of, made
from pulumi_zohodesk.transport import Seen

__all__ = ["WRITES_OF_ROLES"]


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


_PROFILE = (*SORTS["profile"].uses, "profiles.get")
WRITES_OF_ROLES: Mapping[str, Probe] = {
    "duplicate-role-names": Probe(_same_role, (*SORTS["role"].uses, "roles.create"), writes=True),
    "successor-of-role": Probe(_successor_below, (*SORTS["role"].uses, "roles.create", "roles.delete"), writes=True),
    "type-of-clone": Probe(_type_of_clone, _PROFILE, writes=True),
    "patch-of-permissions": Probe(_rest_of_permissions, (*_PROFILE, "profiles.update", "profiles.get"), writes=True),
}
"""By the name of the question."""
