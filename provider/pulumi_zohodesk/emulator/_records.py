"""Tickets, contacts and accounts: who may read and change a record, the recycle bin, what a record refers to.

What the kinds have in common; data sharing decides in ``_sharing``. A record in the bin is missing from lists, can
be read by its id for 60 days and cannot be changed; then it is gone (notes on Ticket.json).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import refuse, texts, unknown_ids
from pulumi_zohodesk.emulator._contract import answer_schema, table
from pulumi_zohodesk.emulator._errors import (
    INTERNAL,
    NOT_USABLE,
    Refusal,
    invalid,
    invalid_data,
    not_found,
    unprocessable,
)
from pulumi_zohodesk.emulator._kind import Portal, Record
from pulumi_zohodesk.emulator._schema import envelope, property_names
from pulumi_zohodesk.emulator._sharing import allows, must_allow

IN_BIN = 60 * 24 * 60 * 60 * 1000
"""Milliseconds that a record stays in the recycle bin."""
NOBODY = (None, "", "null", "undefined")
"""Values of an id that take away what was there, by the pattern of the contract."""
HAPPINESS = {"badPercentage": "0", "okPercentage": "0", "goodPercentage": "0"}
LAYOUTS = ("accounts", "contacts", "tickets", "products")


def blank(portal: Portal, kind: str, creator: str) -> Record:
    """What every new record has."""
    now = portal.clock.milliseconds()
    return {
        "cf": {},
        "customFields": {},
        "isTrashed": False,
        "trashedTime": None,
        "isDeleted": False,
        "isFollowing": False,
        "createdTime": now,
        "modifiedTime": now,
        "layoutId": layout(portal, kind),
        "createdBy": creator,
        "modifiedBy": creator,
    }


def layout(portal: Portal, kind: str) -> str:
    """The id of the one layout that a module has."""
    return f"{portal.id}{LAYOUTS.index(kind) + 1:09d}"


def with_layout(portal: Portal, record: Record) -> Record:
    """With its layout, which has the name of the department or, without one, of the organisation."""
    department = portal.get("departments", record.get("departmentId"))
    name = department["name"] if department else portal.organization["companyName"]
    return {**record, "layoutDetails": {"id": record["layoutId"], "layoutName": name}}


def address(portal: Portal, kind: str, record: Record) -> str:
    """Where the record is in the user interface."""
    name = portal.organization["portalName"]
    module = "Cases" if kind == "tickets" else kind.capitalize()
    return f"https://desk.zoho.com/support/{name}/ShowHomePage.do#{module}/dv/{record['id']}"


def listed(call: Call, kind: str) -> list[Record]:
    """The records that the caller may read: not in the bin, of its departments, shared or its own."""
    return [row for row in call.portal.table(kind) if _in_view(call, row) and allows(call, kind, row, write=False)]


def _in_view(call: Call, record: Record) -> bool:
    return not record["isTrashed"] and ("departmentId" not in record or _sees(call, record["departmentId"]))


def _sees(call: Call, department: str) -> bool:
    """Whether the caller reaches the records of a department; nobody does in a disabled one."""
    return call.sees(department) and not (call.switches.disabled_departments_closed and _disabled(call, department))


def _disabled(call: Call, department: str) -> bool:
    found = call.portal.get("departments", department)
    return found is not None and not found["isEnabled"]


def may_read(call: Call, kind: str, record: Record) -> bool:
    """Whether the caller may read a record that another one names: by its profile and by data sharing."""
    if not call.switches.related_records_guarded:
        return True
    return call.caller.is_permitted(call.portal, f"{kind}.view") and allows(call, kind, record, write=False)


def readable(call: Call, kind: str, parameter: str) -> Record:
    return _reached(call, kind, call.fetch(kind, parameter), write=False)


def writable(call: Call, kind: str, parameter: str) -> Record:
    """The record of a path, for changing; refused when it is in the bin (unconfirmed)."""
    record = _reached(call, kind, call.fetch(kind, parameter), write=True)
    if record["isTrashed"]:
        raise unprocessable("The record is in the recycle bin.")
    return record


def _reached(call: Call, kind: str, record: Record, *, write: bool) -> Record:
    if record["isTrashed"] and call.now() - record["trashedTime"] >= IN_BIN:
        raise not_found()
    if "departmentId" in record:
        call.must_reach(_sees(call, record["departmentId"]))
    must_allow(call, kind, record, write=write)
    return record


def move_to_trash(call: Call, kind: str, field: str) -> None:
    """Puts the records of a body's list into the bin: all of them or none (unconfirmed)."""
    ids = texts(call.body[field])
    if not ids:
        raise invalid_data(invalid(f"/{field}", "At least one id is required."))
    refuse(unknown_ids(call.portal, kind, ids, f"/{field}", present))
    for row in [_reached(call, kind, row, write=True) for row in call.portal.those(kind, ids)]:
        trash(call.portal, kind, row)


def trash(portal: Portal, kind: str, record: Record) -> None:
    record.update(isTrashed=True, trashedTime=portal.clock.milliseconds())
    portal.save(kind, record)


def present(record: Record) -> bool:
    return not record["isTrashed"]


def active(agent: Record) -> bool:
    return bool(agent["status"] == "ACTIVE")


Usable = Mapping[str, tuple[str, Callable[[Record], bool]]]
"""Field of a body to the kind it names, and what the record must be."""


def referable(call: Call, kind: str) -> Callable[[Record], bool]:
    """What a record of the kind must be for a new reference to it: not in the bin, and not kept from the caller."""
    return lambda record: present(record) and may_read(call, kind, record)


def referring(call: Call, usable: Usable) -> dict[str, str | None]:
    """The references of a body as ids; 422 with a pointer for one that names nothing usable in the organisation."""
    values = {name: None if call.body[name] in NOBODY else str(call.body[name]) for name in usable if name in call.body}
    for name, value in values.items():
        kind, fits = usable[name]
        if value is not None and unknown_ids(call.portal, kind, [value], "", fits):
            raise invalid_data(invalid(f"/{name}", NOT_USABLE))
    return values


def must_know_layout(call: Call, kind: str) -> None:
    """Refuses a layout other than the one there is."""
    if str(call.body.get("layoutId", layout(call.portal, kind))) != layout(call.portal, kind):
        raise invalid_data(invalid("/layoutId", "The id does not name a layout of the module."))


def must_be_emulated(given: Iterable[str], beyond: Iterable[str]) -> None:
    """501 for a parameter or a field that the emulator knows from the contract but cannot act on."""
    for name in sorted(set(given) & set(beyond)):
        raise Refusal(501, "NOT_IMPLEMENTED", f"{name} is not emulated.")


def related(call: Call, kind: str, identity: str | None) -> Record | None:
    """The record that another one names, to be shown with it; None for one that is gone or kept from the caller."""
    record = call.portal.get(kind, identity)
    return record if record is not None and referable(call, kind)(record) else None


def brief(record: Record | None, *names: str) -> Record | None:
    """What is shown of a related record; nothing of one that is gone."""
    if record is None or record.get("isTrashed"):
        return None
    return {name: record[name] for name in names}


@cache
def declared(contract: str, operation: str) -> frozenset[str]:
    """The fields that the contract gives a single record, or a row of a list when nothing more is asked for."""
    schema = answer_schema(table(contract)[operation], 200)
    rows = envelope(schema)
    return property_names(rows[1] if rows else schema)


def row(call: Call, contract: str, single: str, record: Record) -> Record:
    """One row of a list: its usual fields, or those that ``fields`` names; an unknown name is refused.

    On tickets an unknown name was seen to be a 500 for the whole call, unless that is switched.
    """
    wanted = call.query.get("fields")
    if wanted is None:
        return {name: record[name] for name in declared(contract, call.operation.id) if name in record}
    unknown = [
        name for name in wanted if name not in declared(contract, single) | declared(contract, call.operation.id)
    ]
    if unknown and contract == "ticket" and call.switches.unknown_fields_status == 500:
        raise Refusal(500, "INTERNAL_SERVER_ERROR", INTERNAL)
    if unknown:
        raise unprocessable("The value passed for the 'fields' query parameter is invalid.")
    return {name: record[name] for name in ("id", *wanted) if name in record}


Key = Callable[[Portal, Record], Any]


def sorted_by(call: Call, rows: list[Record], keys: Mapping[str, Key]) -> list[Record]:
    """The rows in the order of ``sortBy``, turned round by a leading -. ``keys`` sorts by names that are no fields."""
    given = call.query.get("sortBy")
    if given is None:
        return rows
    name = given.removeprefix("-")
    key: Key = keys.get(name, lambda _portal, record: record[name])
    return sorted(rows, key=lambda row: str(key(call.portal, row) or "").casefold(), reverse=given.startswith("-"))
