"""Contacts. Source: Contact.json."""

from __future__ import annotations

from pulumi_zohodesk.actions._action import record
from pulumi_zohodesk.transport import Operation

__all__ = ["ACTIONS"]

PATH = "/contacts/{contactId}"
READ = ("Desk.contacts.READ",)

ACTIONS = (
    record(
        "create",
        Operation("createContact", "POST", "/contacts", ("Desk.contacts.CREATE",), repeatable=False),
        "contacts.create",
        "Create a contact",
    ),
    record("view", Operation("getContact", "GET", PATH, READ), "contacts.get", "Read one contact"),
    record(
        "view",
        Operation("getContacts", "GET", "/contacts", READ, page_size=100, first_row=1),
        "contacts.list",
        "List contacts",
    ),
    record(
        "edit",
        Operation("updateContact", "PATCH", PATH, ("Desk.contacts.UPDATE",)),
        "contacts.update",
        "Change fields of a contact",
    ),
    record(
        "delete",
        Operation("deleteContact", "POST", "/contacts/moveToTrash", ("Desk.contacts.DELETE",)),
        "contacts.delete",
        "Move contacts to the recycle bin",
    ),
)
