"""Reading tickets: one, the lists, what ``include`` adds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pulumi_zohodesk.emulator import _records as records
from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import page, texts, where
from pulumi_zohodesk.emulator._contract import Operation
from pulumi_zohodesk.emulator._errors import Refusal, invalid, invalid_data
from pulumi_zohodesk.emulator._kind import Answer, Handler, Record, nothing
from pulumi_zohodesk.emulator._plain import usable_department
from pulumi_zohodesk.emulator._records import brief, related
from pulumi_zohodesk.emulator._validate import QueryReader

NAME = "tickets"
PAGE = 25
BEYOND = ("filters", "teamIds", "isShared", "sharedDepartmentId")
UNASSIGNED = "Unassigned"
DAY = 24 * 60 * 60 * 1000
ANY_TIME = "-1"
"""A value of ``receivedInDays`` that nothing explains: taken for no bound."""
PEOPLE = ("id", "firstName", "lastName", "photoURL")
CONTACT = ("id", "firstName", "lastName", "email", "phone", "mobile", "type", "isSpam")


def shown(call: Call, record: Record) -> Record:
    followers = record["followers"]
    answer: Record = {
        **records.with_layout(call.portal, record),
        "source": {**record["source"], "uuid": None},  # rows of lists have it without
        "isFollowing": call.caller.agent in followers,
        "followerCount": str(len(followers)),
    }
    return {**answer, **_included(call, record)}


def _included(call: Call, record: Record) -> Record:
    portal = call.portal
    makers: dict[str, tuple[str, Callable[[], Any]]] = {
        "contacts": ("contact", lambda: _contact(call, record)),
        "departments": ("department", lambda: brief(portal.get("departments", record["departmentId"]), "id", "name")),
        "assignee": ("assignee", lambda: _assignee(call, record)),
        "products": ("product", lambda: brief(related(call, "products", record["productId"]), "id", "productName")),
        "team": ("team", lambda: brief(portal.get("teams", record["teamId"]), "id", "name", "logoUrl")),
        "contract": ("contractId", nothing),
        "skills": ("skillsInfo", nothing),
        "isRead": ("isRead", bool),
    }
    chosen = [makers[name] for name in call.query.get("include", ())]
    return {name: make() for name, make in chosen}


def _contact(call: Call, record: Record) -> Record | None:
    contact = related(call, "contacts", record["contactId"])
    if contact is None:
        return None
    account = related(call, "accounts", contact["accountId"])
    return {**{name: contact[name] for name in CONTACT}, "account": brief(account, "id", "accountName", "website")}


def _assignee(call: Call, record: Record) -> Record | None:
    agent = call.portal.get("agents", record["assigneeId"])
    return None if agent is None else {**{name: agent[name] for name in PEOPLE}, "email": agent["emailId"]}


def _get(call: Call) -> Answer:
    return shown(call, records.readable(call, NAME, "ticketId"))


def _list(call: Call) -> Answer:
    return _rows(call, _filtered(call))


def _associated(call: Call) -> Answer:
    """Tickets that an agent follows, else has commented on; without either all that the caller sees (unconfirmed)."""
    name = next((one for one in ("follower", "commenter") if one in call.query), None)
    return _rows(call, [row for row in _filtered(call) if name is None or call.query[name] in row[f"{name}s"]])


def _of_contact(call: Call) -> Answer:
    contact = call.fetch("contacts", "contactId")
    return _rows(call, where(_filtered(call), contactId=contact["id"], isSpam=call.query.get("isSpam", False)))


def _rows(call: Call, rows: list[Record]) -> Answer:
    keys = {"recentThread": lambda _portal, row: row["customerResponseTime"]}
    newest_first = rows if "sortBy" in call.query else rows[::-1]
    chosen = page(call, records.sorted_by(call, newest_first, keys), PAGE)
    return [{**records.row(call, "ticket", "getTicket", row), **_included(call, row)} for row in chosen]


def _filtered(call: Call) -> list[Record]:
    """The rows that the call's filters leave; several values of one filter are alternatives."""
    query = call.query
    records.must_be_emulated(query, BEYOND)
    if "viewId" in query:
        if call.portal.get("views", query["viewId"]) is None:
            raise invalid_data(invalid("/viewId"))
        records.must_be_emulated(query, ("viewId",))
    places = texts([*query.get("departmentIds", ()), *([query["departmentId"]] if "departmentId" in query else ())])
    for place in places:
        usable_department(call, place)
    found = [row for row in records.listed(call, NAME) if not places or row["departmentId"] in places]
    if "assignee" in query:
        found = [row for row in found if (row["assigneeId"] or UNASSIGNED) in query["assignee"]]
    for name in ("status", "priority", "channel"):
        if name in query:
            wanted = {one.casefold() for one in query[name]}
            found = [row for row in found if str(row[name]).casefold() in wanted]
    days = query.get("receivedInDays", ANY_TIME)
    if days != ANY_TIME:
        found = [row for row in found if call.now() - row["customerResponseTime"] <= int(days) * DAY]
    return found


def _conversations(call: Call) -> Answer:
    """Of no ticket none, as was seen (HITL); a ticket's own are not emulated."""
    if call.portal.get(NAME, call.path["ticketId"]) is not None:
        raise Refusal(501, "NOT_IMPLEMENTED", "Threads and comments are not emulated.")
    return []


CONVERSATIONS = Operation(
    id="getConversations",
    method="GET",
    path="/api/v1/tickets/{ticketId}/conversations",
    scopes=("Desk.tickets.READ",),
    query=QueryReader({name: {"schema": {"type": ["integer"]}} for name in ("from", "limit")}),
    body=None,
    media="",
    statuses=frozenset({200}),
    success=200,
    envelope="data",
    keys=frozenset(),
)
"""Not in the contract."""
OPERATIONS: Mapping[str, Handler] = {
    CONVERSATIONS.id: _conversations,
    "getTicket": _get,
    "getTickets": _list,
    "getAssociatedTickets": _associated,
    "getTicketsByContact": _of_contact,
}
