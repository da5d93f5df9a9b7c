"""Records: tickets, contacts, accounts. Source: Ticket.json, Contact.json, Account.json.

The contract gives the lists of tickets no largest page; 100 is what others found. Accounts, the companies that contacts
belong to, have the scopes of contacts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pulumi_zohodesk.actions._action import GUIDE, Action, Layer
from pulumi_zohodesk.engine import level_for, plural, single
from pulumi_zohodesk.transport import Operation

_HELP = "Zoho's help on data sharing rules"
_CALLS: Mapping[str, tuple[str, str]] = {
    "view": ("READ", "GET"),
    "create": ("CREATE", "POST"),
    "edit": ("UPDATE", "PATCH"),
    "delete": ("DELETE", "POST"),
}
"""Permissions of a module, with the verb of their scopes and the method of nearly all their calls."""


def _record(name: str, title: str, permission: str, operation: str, path: str, **more: Any) -> Action:
    """An action on records: three layers. ``more`` is said of its operation."""
    module = name.partition(".")[0]
    verb, method = _CALLS[permission]
    usual: dict[str, Any] = {
        "method": method,
        "scopes": (f"Desk.{'tickets' if module == 'tickets' else 'contacts'}.{verb}",),
        "repeatable": permission != "create",
        "permission": f"{module}.{permission}",
    }
    made = Operation(name=operation, path=path, **{**usual, **more})
    source = f"{_HELP}: {'lists hold what the agent may see' if made.page_size else 'records of others'}"
    if permission == "create":
        source = f"{GUIDE}: the module needs it for every action; that creating is refused is unconfirmed"
    return Action(
        name,
        made,
        title,
        profile=Layer("refused", made.permission, f"{GUIDE}: View, Create, Edit, Delete per module"),
        sharing=Layer("filtered" if made.page_size else "refused", level_for(made.permission), source),
    )


def _customers(noun: str) -> tuple[Action, ...]:
    """Contacts or accounts."""
    many, one, what = plural(noun), single(noun), noun.capitalize()
    path, listed = f"/{many}", {"page_size": 100, "first_row": 1}
    each = f"{path}/{{{noun}Id}}"
    return (
        _record(f"{many}.create", f"Create {one}", "create", f"create{what}", path),
        _record(f"{many}.get", f"Read one {noun}", "view", f"get{what}", each),
        _record(f"{many}.list", f"List {many}", "view", f"get{what}s", path, **listed),
        _record(f"{many}.update", f"Change fields of {one}", "edit", f"update{what}", each),
        _record(f"{many}.delete", f"Move {many} to the recycle bin", "delete", f"delete{what}", f"{path}/moveToTrash"),
    )


_TICKET = "/tickets/{ticketId}"
_BY_CONTACT = ("Desk.contacts.READ", "Desk.search.READ", "Desk.tickets.READ")

ACTIONS = (
    _record("tickets.create", "Create a ticket in a department, for a contact", "create", "createTicket", "/tickets"),
    _record("tickets.get", "Read one ticket", "view", "getTicket", _TICKET),
    _record("tickets.list", "List tickets, of a department or of all", "view", "getTickets", "/tickets", page_size=100),
    _record(
        "tickets.list_associated",
        "List all tickets associated with the caller, as the service defines it",
        "view",
        "getAssociatedTickets",
        "/associatedTickets",
        page_size=100,
    ),
    _record(
        "tickets.list_by_contact",
        "List the tickets of a contact",
        "view",
        "getTicketsByContact",
        "/contacts/{contactId}/tickets",
        scopes=_BY_CONTACT,
        page_size=100,
    ),
    _record("tickets.update", "Change fields of a ticket", "edit", "updateTicket", _TICKET),
    _record(
        "tickets.move", "Move a ticket to another department", "edit", "moveTicket", f"{_TICKET}/move", method="POST"
    ),
    _record(
        "tickets.move_to_trash", "Move tickets to the recycle bin", "delete", "deleteTicket", "/tickets/moveToTrash"
    ),
    *_customers("contact"),
    *_customers("account"),
)
