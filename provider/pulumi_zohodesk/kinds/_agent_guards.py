"""Changes of agents that would lock people out, refused before anything is written."""

from __future__ import annotations

from pulumi_zohodesk.engine import GET_ORGANIZATION, MY_INFO, Change, Desk, Guard, scalar
from pulumi_zohodesk.kinds._agent_calls import CALLS

TYPE = "rolePermissionType"
ADMINISTRATOR = "Admin"
ACCESS = (TYPE, "roleId", "profileId")
"""What decides what an agent may do."""


def _leaves(change: Change) -> bool:
    """Whether the agent is taken out of service."""
    return change.action != "update" or (
        change.new.get("status") == "DISABLED" and change.old.get("status") != "DISABLED"
    )


def _written(change: Change, wire: str) -> bool:
    """Whether the update sends another value than the state has."""
    wanted = change.new.get(wire)
    return change.action == "update" and wanted is not None and scalar(wanted) != scalar(change.old.get(wire))


def _weakens(change: Change) -> bool:
    """Whether the agent leaves service or stops being an administrator."""
    if _leaves(change):
        return True
    return _written(change, TYPE) and change.new.get(TYPE) != ADMINISTRATOR and _administrates(change)


def _administrates(change: Change) -> bool:
    """Whether the agent is an administrator now: somebody may have made it one since the last refresh."""
    return change.live.get(TYPE) in (None, ADMINISTRATOR)


def weakens(change: Change) -> bool:
    """Whether one administrator less may be left after the change."""
    return _weakens(change) and _administrates(change)


def _own_account(desk: Desk, change: Change) -> str | None:
    """The agent the token belongs to: without it, or with less access, the next call fails."""
    access = [wire for wire in ACCESS if _written(change, wire)]
    if not (_leaves(change) or access) or scalar(desk.me().get("id")) != change.id:
        return None
    if not _leaves(change) and all(scalar(change.live.get(wire)) == scalar(change.new[wire]) for wire in access):
        return None
    return (
        f"The {change.label} is the agent whose token this is; deactivating or deleting it, or changing its "
        "role permission type, role or profile, could cut off this very connection. Connect as another administrator "
        "to do that."
    )


def _primary_contact(desk: Desk, change: Change) -> str | None:
    """The primary contact must be an active administrator."""
    if not _weakens(change):
        return None
    contact = scalar(desk.organization().get("primaryContact")).casefold()
    known = {scalar(change.old.get(key)).casefold() for key in ("emailId", "name", "zuid")} | {change.id}
    if not contact or contact not in known - {""}:
        return None
    return (
        f"The {change.label} is the primary contact of the organisation and must stay an active "
        "administrator. Name another primary contact in Zoho Desk first."
    )


def _unnamed_administrators(desk: Desk, change: Change) -> bool:
    """Whether others have this administrator's profile: who made the portal may read Custom (docs/api-notes.md)."""
    profile = scalar(change.live.get("profileId"))
    query = {"rolePermissionType": "Custom", "status": "ACTIVE"}
    pages = desk.client.pages(CALLS.list, query=query) if profile else ()
    return any(scalar(row.get("profileId")) == profile for page in pages for row in page)


def _last_administrator(desk: Desk, change: Change) -> str | None:
    """Somebody must be left who can administer the organisation."""
    if not weakens(change):
        return None
    query = {"rolePermissionType": ADMINISTRATOR, "status": "ACTIVE"}
    ids = {scalar(row.get("id")) for page in desk.client.pages(CALLS.list, query=query) for row in page}
    if change.id in ids and len(ids) == 1 and not _unnamed_administrators(desk, change):
        return f"The {change.label} is the last active administrator of the organisation."
    return None


GUARDS = (Guard(_own_account, (MY_INFO,)), Guard(_primary_contact, (GET_ORGANIZATION,)), Guard(_last_administrator))
