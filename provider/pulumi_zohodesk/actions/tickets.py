"""Tickets. Source: Ticket.json. The contract gives their lists no largest page; 100 is what others found."""

from __future__ import annotations

from pulumi_zohodesk.actions._action import record
from pulumi_zohodesk.transport import Operation

__all__ = ["ACTIONS"]

PATH = "/tickets/{ticketId}"
READ = ("Desk.tickets.READ",)
UPDATE = ("Desk.tickets.UPDATE",)
BY_CONTACT = ("Desk.contacts.READ", "Desk.search.READ", "Desk.tickets.READ")

ACTIONS = (
    record(
        "create",
        Operation("createTicket", "POST", "/tickets", ("Desk.tickets.CREATE",), repeatable=False),
        "tickets.create",
        "Create a ticket in a department, for a contact",
    ),
    record("view", Operation("getTicket", "GET", PATH, READ), "tickets.get", "Read one ticket"),
    record(
        "view",
        Operation("getTickets", "GET", "/tickets", READ, page_size=100),
        "tickets.list",
        "List tickets, of a department or of all",
    ),
    record(
        "view",
        Operation("getAssociatedTickets", "GET", "/associatedTickets", READ, page_size=100),
        "tickets.list_associated",
        "List all tickets associated with the caller, as the service defines it",
    ),
    record(
        "view",
        Operation("getTicketsByContact", "GET", "/contacts/{contactId}/tickets", BY_CONTACT, page_size=100),
        "tickets.list_by_contact",
        "List the tickets of a contact",
    ),
    record("edit", Operation("updateTicket", "PATCH", PATH, UPDATE), "tickets.update", "Change fields of a ticket"),
    record(
        "edit",
        Operation("moveTicket", "POST", f"{PATH}/move", UPDATE),
        "tickets.move",
        "Move a ticket to another department",
    ),
    record(
        "delete",
        Operation("deleteTicket", "POST", "/tickets/moveToTrash", ("Desk.tickets.DELETE",)),
        "tickets.move_to_trash",
        "Move tickets to the recycle bin",
    ),
)
