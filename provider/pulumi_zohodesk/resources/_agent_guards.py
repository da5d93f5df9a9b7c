"""Changes of agents that would lock people out, refused before anything is written."""

from __future__ import annotations

from pulumi_zohodesk.engine import Change, Guard, Session, kind_named, scalar
from pulumi_zohodesk.transport import Operation

__all__ = ["GUARDS"]

ADMINISTRATOR = "Admin"
ADMINISTRATORS = Operation(
    "getAgents",
    "GET",
    "/agents",
    ("Desk.agents.READ", "Desk.basic.READ", "Desk.settings.READ"),
    page_size=200,
    permission="setup.manageAgents",
)


def _weakens(change: Change) -> bool:
    """Whether the agent leaves service or stops being an administrator."""
    if change.action != "update":
        return True
    if change.new.get("status") == "DISABLED" and change.old.get("status") != "DISABLED":
        return True
    wanted = change.new.get("rolePermissionType")
    return change.old.get("rolePermissionType") == ADMINISTRATOR and wanted not in (None, ADMINISTRATOR)


def _label(change: Change) -> str:
    return kind_named("Agent").label(change.old, change.id)


def _own_account(session: Session, change: Change) -> str | None:
    """The agent the token belongs to: without it the next call fails."""
    if not _weakens(change) or scalar(session.me().get("id")) != change.id:
        return None
    return (
        f"The {_label(change)} is the agent whose token this is; deactivating, deleting or demoting it would cut off "
        "this very connection. Connect as another administrator to do that."
    )


def _primary_contact(session: Session, change: Change) -> str | None:
    """The primary contact must be an active administrator."""
    if not _weakens(change):
        return None
    contact = scalar(session.organization().get("primaryContact")).casefold()
    known = {scalar(change.old.get(key)).casefold() for key in ("emailId", "name", "zuid")} | {change.id}
    if not contact or contact not in known - {""}:
        return None
    return (
        f"The {_label(change)} is the primary contact of the organisation and must stay an active administrator. "
        "Name another primary contact in Zoho Desk first."
    )


def _last_administrator(session: Session, change: Change) -> str | None:
    """Somebody must be left who can administer the organisation."""
    if not _weakens(change) or change.old.get("rolePermissionType") not in (None, ADMINISTRATOR):
        return None
    query = {"rolePermissionType": ADMINISTRATOR, "status": "ACTIVE"}
    ids = {scalar(row.get("id")) for page in session.client.pages(ADMINISTRATORS, query=query) for row in page}
    if change.id in ids and len(ids) == 1:
        return f"The {_label(change)} is the last active administrator of the organisation."
    return None


GUARDS: tuple[Guard, ...] = (_own_account, _primary_contact, _last_administrator)
