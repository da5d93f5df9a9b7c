"""Tickets: raised by a contact, in a department, for an agent or for nobody yet. Source: Ticket.json."""

from __future__ import annotations

from pulumi_zohodesk.emulator import _records as records
from pulumi_zohodesk.emulator._errata import Erratum
from pulumi_zohodesk.emulator._kind import Kind, Portal, Reference
from pulumi_zohodesk.emulator._store import Record
from pulumi_zohodesk.emulator.kinds import _ticket_reads as reads
from pulumi_zohodesk.emulator.kinds import _ticket_writes as writes
from pulumi_zohodesk.emulator.kinds._ticket_reads import NAME

EMPTY = (
    *("accountId", "assigneeId", "productId", "slaId", "teamId", "email", "phone", "description"),
    *("category", "subCategory", "classification", "priority", "resolution", "sentiment"),
    *("channelCode", "channelRelatedInfo", "lastThread"),
    *("closedTime", "dueDate", "onholdTime", "responseDueDate"),
)
COUNTS = ("approval", "attachment", "comment", "tag", "task", "thread", "timeEntry")
FLAGS = ("isArchived", "isEscalated", "isOverDue", "isResponseOverdue", "isSpam")
STATUS_TYPES = {"closed": "Closed", "on hold": "On Hold"}
"""Status to its type; every other status counts as open."""
FIRST_NUMBER = 101
INCLUDED = ("contacts", "products", "departments", "team", "assignee")
LISTS = "getTickets|getAssociatedTickets|getTicketsByContact"


def _found(portal: Portal) -> None:
    contact = next(iter(portal.table("contacts")))
    department = next(iter(portal.table("departments")))
    shared = {
        "contactId": contact["id"],
        "accountId": contact["accountId"],
        "email": contact["email"],
        "departmentId": department["id"],
        "channel": "Email",
    }
    portal.add(NAME, {**shared, "subject": "The parcel is late", "assigneeId": portal.administrator})
    portal.add(NAME, {**shared, "subject": "Where is my invoice?"})


def _blank(portal: Portal, creator: str) -> Record:
    return {
        **records.blank(portal, NAME, creator),
        **dict.fromkeys(EMPTY),
        **dict.fromkeys(FLAGS, False),
        **{f"{name}Count": "0" for name in COUNTS},
        "channel": "Phone",
        "language": "English",
        "relationshipType": "None",
        "source": {**dict.fromkeys(("extId", "appName", "appPhotoURL", "permalink")), "type": "SYSTEM"},
        "subject": "",
        "status": "Open",
        "contactId": next((row["id"] for row in portal.table("contacts")), None),
        "departmentId": next(row["id"] for row in portal.table("departments")),
        "customerResponseTime": portal.clock.milliseconds(),
        "entitySkills": [],
        "secondaryContacts": [],
        "sharedDepartments": [],
        "followers": [],
        "commenters": [],
        "ticketNumber": str(FIRST_NUMBER + len(portal.table(NAME))),
    }


def _settle(portal: Portal, record: Record) -> None:
    """What follows from the rest: the type of the status, since when, where the ticket is to be seen."""
    record["statusType"] = STATUS_TYPES.get(record["status"].casefold(), "Open")
    for name, kind in (("closedTime", "Closed"), ("onholdTime", "On Hold")):
        since = record[name] or portal.clock.milliseconds()
        record[name] = since if record["statusType"] == kind else None
    record["webUrl"] = records.address(portal, NAME, record)


def _forget(portal: Portal, kind: str, record: Record) -> None:
    if kind == "departments":
        for row in [row for row in portal.table(NAME) if row["departmentId"] == record["id"]]:
            portal.delete(NAME, row)


KIND = Kind(
    name=NAME,
    contract="ticket",
    references=(
        Reference("contact", "contactId", "contacts"),
        Reference("account", "accountId", "accounts"),
        Reference("department", "departmentId", "departments"),
        Reference("assignee", "assigneeId", "agents"),
        Reference("followedBy", "followers", "agents", many=True),
        Reference("commentedBy", "commenters", "agents", many=True),
    ),
    blank=_blank,
    settle=_settle,
    forget=_forget,
    found=_found,
    archive=lambda portal, record: records.trash(portal, NAME, record),
    records=True,
    beside=(reads.CONVERSATIONS,),
    operations={**reads.OPERATIONS, **writes.OPERATIONS},
    permissions={
        **dict.fromkeys(reads.OPERATIONS, "tickets.view"),
        "createTicket": "tickets.create",
        "updateTicket": "tickets.edit",
        "moveTicket": "tickets.edit",
        "deleteTicket": "tickets.delete",
    },
    errata=(
        Erratum(
            "The prose takes a contact in place of the id of one, the schema requires the id all the same.",
            part="body",
            operations="createTicket",
            fields=("contactId",),
            optional=True,
        ),
        Erratum(
            "A contact with an address, a last name or a telephone number alone is taken, the schema requires two.",
            part="body",
            operations="createTicket",
            fields=("contact",),
            drop=("required",),
            set={"properties": {"phone": {"type": ["string", "null"]}}},
        ),
        Erratum(
            "An empty classification is taken for none, the pattern wants a letter.",
            part="body",
            operations="createTicket|updateTicket",
            fields=("classification",),
            drop=("pattern",),
        ),
        Erratum(
            "Recorded answers have neither lockedTime nor sourceTicket, which the schema requires.",
            operations=f"createTicket|updateTicket|getTicket|{LISTS}",
            fields=("lockedTime", "sourceTicket"),
            optional=True,
        ),
        Erratum(
            "Clients include isRead, which the enum of the list lacks.",
            part="query",
            operations=LISTS,
            fields=("include",),
            set={"items": {"type": ["string"], "enum": [*INCLUDED, "isRead"]}},
        ),
        Erratum(
            "The lists have no largest page in the schema; others found 100, and a larger page is refused elsewhere.",
            part="query",
            operations=LISTS,
            fields=("limit",),
            set={"minimum": 1, "maximum": 100},
        ),
        Erratum(
            "The prose takes up to 30 names in fields, the schema any number.",
            part="query",
            operations=LISTS,
            fields=("fields",),
            set={"maxItems": 30},
        ),
        Erratum(
            "The prose takes Unassigned for an agent, the schema of the entries has integers only.",
            part="query",
            operations=LISTS,
            fields=("assignee",),
            set={"items": {"type": ["string"], "pattern": "[0-9]+|Unassigned"}},
        ),
        Erratum(
            "The enum of the order has no form with -, which its pattern takes.",
            part="query",
            operations=LISTS,
            fields=("sortBy",),
            drop=("enum",),
        ),
        Erratum(
            "The pattern of the order takes nearly any text, the enum beside it only three names.",
            part="query",
            operations="getTickets",
            fields=("sortBy",),
            set={"pattern": "-?(dueDate|createdTime|modifiedTime|recentThread)"},
        ),
        Erratum(
            "Filters are an object in a query, for which the source gives no spelling: any text is taken.",
            part="query",
            operations="getTickets",
            fields=("filters",),
            drop=("properties",),
            set={"type": ["string"]},
        ),
        Erratum(
            "The prose lets fields and include name more of a ticket than the schema of a row has.",
            operations=LISTS,
            rows=records.declared("ticket", "getTicket"),
        ),
    ),
)
