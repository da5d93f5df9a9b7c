"""Changing tickets: create, change, move to another department, put into the bin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pulumi_zohodesk.emulator import _records as records
from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import refuse, texts, unknown_ids
from pulumi_zohodesk.emulator._errors import NOT_USABLE, invalid, invalid_data, missing
from pulumi_zohodesk.emulator._kind import Answer, Handler, Record
from pulumi_zohodesk.emulator._sharing import must_create
from pulumi_zohodesk.emulator.kinds._membership import is_member
from pulumi_zohodesk.emulator.kinds._ticket_reads import NAME, shown

BEYOND = (
    "blueprint",
    "clonedTicketId",
    "forumId",
    "parentTicket",
    "sharedDepartments",
    "sourceTicket",
    "ticketCreationType",
    "webUrl",
)
NOWHERE = ("uploads",)
"""What these name is not emulated, so that no id names anything."""


def _create(call: Call) -> Answer:
    must_create(call, NAME)
    department = _target(call, call.body["departmentId"], "/departmentId")
    contact = _contact(call)
    values = _values(call, department)
    described = contact if "contactId" not in call.body else {}
    defaults = {"accountId": contact["accountId"], **{name: described.get(name) for name in ("email", "phone")}}
    own = {"contactId": contact["id"], "departmentId": department}
    return shown(call, call.portal.add(NAME, {**defaults, **values, **own}, call.caller.agent))


def _contact(call: Call) -> Record:
    """The contact named, or the one described: found by its address, else made (that it is found is unconfirmed)."""
    body = call.body
    if "contactId" in body:
        found = call.portal.get("contacts", body["contactId"])
        if found is None or not records.referable(call, "contacts")(found):
            raise invalid_data(invalid("/contactId", NOT_USABLE))
    elif "contact" in body:
        found = call.portal.table("contacts").by_key((body["contact"].get("email") or "").casefold())
        if found is not None and not records.may_read(call, "contacts", found):
            raise invalid_data(invalid("/contact/email", "The address is that of a contact that cannot be used here."))
    else:
        raise invalid_data(missing("/contactId"))
    return found or call.portal.add("contacts", body["contact"], call.caller.agent)


def _target(call: Call, department: Any, pointer: str) -> str:
    """The enabled department that a ticket goes to, which the caller must see."""
    record = call.portal.get("departments", department)
    if record is None or not record["isEnabled"]:
        raise invalid_data(invalid(pointer, "The id does not name a department that can be used here."))
    call.must_see(record["id"])
    return str(record["id"])


def _values(call: Call, department: str) -> dict[str, Any]:
    """The fields of a body, checked. An assignee must be active in the ticket's department."""
    body = call.body
    records.must_be_emulated(body, BEYOND)
    records.must_know_layout(call, NAME)
    for name in NOWHERE:
        if body.get(name) not in (*records.NOBODY, []):
            raise invalid_data(invalid(f"/{name}", NOT_USABLE))
    may_name = records.referable(call, "products")
    named = records.referring(
        call,
        {
            "accountId": ("accounts", records.referable(call, "accounts")),
            "teamId": ("teams", lambda team: bool(team["departmentId"] == department)),
            "productId": ("products", lambda product: department in product["departmentIds"] and may_name(product)),
            "assigneeId": ("agents", lambda agent: records.active(agent) and is_member(agent, department)),
        },
    )
    usable: records.Usable = {
        "secondaryContacts": ("contacts", records.referable(call, "contacts")),
        "entitySkills": ("skills", lambda skill: bool(skill["departmentId"] == department)),
    }
    lists: dict[str, Any] = {name: texts(body[name]) for name in usable if name in body}
    for name, ids in lists.items():
        kind, fits = usable[name]
        refuse(unknown_ids(call.portal, kind, ids, f"/{name}", fits))
    words = {"dueDate": "null", "responseDueDate": "null", "classification": ""}
    empty = {name: None for name, word in words.items() if body.get(name) == word}
    plain = {name: value for name, value in body.items() if name not in (*NOWHERE, "contact", "contactId")}
    return {**plain, **named, **lists, **empty}


def _update(call: Call) -> Answer:
    record = records.writable(call, NAME, "ticketId")
    records.must_be_emulated(call.body, ("contact",))
    if str(call.body.get("departmentId", record["departmentId"])) != record["departmentId"]:
        raise invalid_data(invalid("/departmentId", "A ticket changes its department by being moved."))
    values = {**_values(call, record["departmentId"]), "departmentId": record["departmentId"]}
    if str(call.body.get("contactId", record["contactId"])) != record["contactId"]:
        values["contactId"] = _contact(call)["id"]
    record.update(values, **call.stamp())
    call.portal.save(NAME, record)
    return shown(call, record)


def _move(call: Call) -> Answer:
    """To the department of the query, which wins over the body's; who is not in it is no longer assigned."""
    record = records.writable(call, NAME, "ticketId")
    records.must_be_emulated(call.body, BEYOND)
    department = _target(call, call.query["departmentId"], "/departmentId")
    agent = call.portal.get("agents", record["assigneeId"])
    assignee = agent["id"] if agent and is_member(agent, department) else None
    record.update(departmentId=department, assigneeId=assignee, **call.stamp())
    return None


OPERATIONS: Mapping[str, Handler] = {
    "createTicket": _create,
    "updateTicket": _update,
    "moveTicket": _move,
    "deleteTicket": lambda call: records.move_to_trash(call, NAME, "ticketIds"),
}
