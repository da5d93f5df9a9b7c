"""Tags of tickets, listed and searched in a department. Source: TicketTag.json. Seeds make them: which
tickets have one is not emulated."""

from __future__ import annotations

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import page, where
from pulumi_zohodesk.emulator._kind import Answer, Portal, Record
from pulumi_zohodesk.emulator._plain import Plain, usable_department

SIZE = 100
"""Rows of a page that nobody limits (unconfirmed)."""


def _of_department(call: Call) -> list[Record]:
    usable_department(call, call.query["departmentId"])
    return where(call.portal.table(PLAIN.name), departmentId=str(call.query["departmentId"]))


def _shown(_portal: Portal, record: Record) -> Record:
    return {name: record[name] for name in ("id", "name", "tagType", "ticketCount")}


def _list(call: Call) -> Answer:
    """The newest first, or those of most tickets; a ``-`` turns it round (unconfirmed)."""
    asked = call.query.get("sortBy", "createdTime")
    by = {"createdTime": "id", "count": "ticketCount"}[asked.removeprefix("-")]
    rows = sorted(_of_department(call), key=lambda row: int(row[by]), reverse=not asked.startswith("-"))
    return PLAIN.paged(call, rows)


def _search(call: Call) -> Answer:
    """Those that have the text anywhere (unconfirmed), without counts."""
    wanted = call.query.get("searchVal", "").casefold()
    rows = [row for row in _of_department(call) if wanted in row["name"].casefold()]
    return [{name: row[name] for name in ("id", "name", "tagType")} for row in page(call, rows, SIZE)]


PLAIN = Plain(
    name="ticketTags",
    contract="ticket_tag",
    permission="",
    blank={"name": "", "departmentId": "", "tagType": "MANUAL", "ticketCount": "1"},
    key=("departmentId", "name"),
    size=SIZE,
    stamps=(),
    shown=_shown,
)
KIND = PLAIN.kind(
    {"listTicketTags": _list, "searchTags": _search},
    errata={},
)
