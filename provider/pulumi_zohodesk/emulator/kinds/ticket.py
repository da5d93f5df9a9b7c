"""Tickets: raised by a contact, in a department, for an agent or for nobody yet. Source: Ticket.json."""

from __future__ import annotations

from pulumi_zohodesk.emulator import _records as records
from pulumi_zohodesk.emulator._errata import TICKETS, Erratum
from pulumi_zohodesk.emulator._kind import Kind, Link, Portal, Record
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


KIND = Kind(
    name=NAME,
    contract="ticket",
    links=(
        Link("contactId", "contacts", kept=True),
        Link("accountId", "accounts", kept=True),
        Link("departmentId", "departments", owner=True),
        Link("assigneeId", "agents", kept=True),
        Link("followers", "agents", "followedBy", many=True, kept=True),
        Link("commenters", "agents", "commentedBy", many=True, kept=True),
    ),
    blank=_blank,
    settle=_settle,
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
    errata={
        "The prose takes a contact in place of the id of one, the schema requires the id all the same.": Erratum(
            part="body", operations="createTicket", fields=("contactId",), optional=True
        ),
        "A contact with an address, a last name or a telephone number is enough, the schema requires two.": Erratum(
            part="body",
            operations="createTicket",
            fields=("contact",),
            drop=("required",),
            set={"properties": {"phone": {"type": ["string", "null"]}}},
        ),
        "An empty classification is taken for none, the pattern wants a letter.": Erratum(
            part="body", operations="createTicket|updateTicket", fields=("classification",), drop=("pattern",)
        ),
        "Recorded answers have neither lockedTime nor sourceTicket, which the schema requires.": Erratum(
            operations=f"createTicket|updateTicket|getTicket|{TICKETS}",
            fields=("lockedTime", "sourceTicket"),
            optional=True,
        ),
        "Clients include isRead, which the enum of the list lacks.": Erratum(
            part="query",
            operations=TICKETS,
            fields=("include",),
            set={"items": {"type": ["string"], "enum": [*INCLUDED, "isRead"]}},
        ),
        "The lists have no largest page in the schema; others found 100, and elsewhere more is refused.": Erratum(
            part="query", operations=TICKETS, fields=("limit",), set={"minimum": 1, "maximum": 100}
        ),
        "The prose takes Unassigned for an agent, the schema of the entries has integers only.": Erratum(
            part="query",
            operations=TICKETS,
            fields=("assignee",),
            set={"items": {"type": ["string"], "pattern": "[0-9]+|Unassigned"}},
        ),
        "The pattern of the order takes nearly any text, the enum beside it only three names.": Erratum(
            part="query",
            operations="getTickets",
            fields=("sortBy",),
            set={"pattern": "-?(dueDate|createdTime|modifiedTime|recentThread)"},
        ),
        "The prose lets fields and include name more of a ticket than the schema of a row has.": Erratum(
            operations=TICKETS, rows=records.declared("ticket", "getTicket")
        ),
    },
)
