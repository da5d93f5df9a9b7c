"""A kind from data: what plain kinds share, so that one declares its fields, what they refer to, and what is special.

Shared are lists with filters, search and pages; the object of a path, or 404; departments that must be seen, and
enabled for what is new; names that are free, ids that name something; stamps; and what becomes of references to an
object that goes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import must_be_free, page, refuse, searched, texts, unknown_ids
from pulumi_zohodesk.emulator._contract import table
from pulumi_zohodesk.emulator._errors import NOT_USABLE, FieldError, invalid, invalid_data, missing
from pulumi_zohodesk.emulator._kind import Answer, Handler, Kind, Link, Portal, nothing
from pulumi_zohodesk.emulator._limits import edition_exceeded
from pulumi_zohodesk.emulator._store import Record, copied
from pulumi_zohodesk.emulator._switches import Switches

STAMPS = ("createdBy", "createdTime", "modifiedBy", "modifiedTime")


@dataclass(frozen=True)
class Plain:
    """A plain kind; its methods are handlers, beside which a kind has its own.

    ``blank`` has every field of a record with its default; one with a ``departmentId`` belongs to a department.
    ``needed`` are the fields that are never empty. ``key`` names the fields that no two records share, the
    name last; ``names`` says how they are compared: ``any case``, ``case`` or ``no``.
    A query parameter with the name of a field filters by it, a list by any of its values; ``filters`` are those that
    have another name. ``search``
    names a query parameter, the fields it looks in, and its wildcard.
    ``size`` is the rows of a page that nobody limits; 0 means that there is no limit then. ``most`` names the limit
    of an edition. ``shown`` makes the record what the API answers; ``check`` finds what is wrong with a record to be,
    beside what schema and links say; ``stored`` turns a body into fields of the record; ``removable`` refuses.
    """

    name: str
    contract: str
    permission: str
    blank: Mapping[str, Any]
    key: tuple[str, ...] = ("name",)
    names: Callable[[Switches], str] = lambda switches: "no" if switches.duplicate_names else "any case"
    needed: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    filters: Mapping[str, str] = field(default_factory=dict)
    search: tuple[str, tuple[str, ...], str] = ("searchStr", ("name",), "*")
    size: int = 10
    most: str = ""
    stamps: tuple[str, ...] = STAMPS
    shown: Callable[[Portal, Record], Record] = lambda _portal, record: record
    check: Callable[[Call, Record, Record | None], list[FieldError]] = lambda _call, _candidate, _current: []
    stored: Callable[[Portal, Record], Record] = lambda _portal, record: record
    removable: Callable[[Call, Record], None] = nothing

    @property
    def by_department(self) -> bool:
        return "departmentId" in self.blank

    @property
    def _links(self) -> tuple[Link, ...]:
        home = (Link("departmentId", "departments", owner=True),) if self.by_department else ()
        return home + self.links

    def kind(self, operations: Mapping[str, Handler] | None = None, **more: Any) -> Kind:
        """The kind, with operations of its own and what ``Kind`` knows beyond.

        What all plain kinds have, the contract names: the operations of the collection, whose path is the shortest,
        and of one object in it.
        """
        rows = table(self.contract)
        path = min((row["path"] for row in rows.values()), key=len, default="")
        verbs = {
            name: row["method"] + re.sub("{.*?}", "id", row["path"].removeprefix(path)) for name, row in rows.items()
        }
        common: Mapping[str, Handler] = {
            "GET": self.list,
            "POST": self.create,
            "GET/id": self.get,
            **dict.fromkeys(("PUT/id", "PATCH/id"), self.update),
            "DELETE/id": self.delete,
            "GET/id/relatedRules": lambda call: page(call, self.one(call)["relatedRules"]),
        }
        handlers = {name: common[verb] for name, verb in verbs.items() if verb in common} | {**(operations or {})}
        given: dict[str, Any] = {"natural_key": self.natural_key, "links": self._links, **more}
        return Kind(self.name, self.contract, handlers, permission=self.permission, blank=self.new, **given)

    def new(self, portal: Portal, creator: str) -> Record:
        """A record with nothing but defaults."""
        record = copied(dict(self.blank))
        now = portal.clock.milliseconds()
        return record | {name: creator if name.endswith("By") else now for name in self.stamps}

    def natural_key(self, record: Record) -> Hashable | None:
        values = [record.get(name) for name in self.key]
        folded = tuple(value.casefold() if isinstance(value, str) else value for value in values)
        if not folded or folded[-1] is None:
            return None
        return folded[0] if len(folded) == 1 else folded

    def one(self, call: Call) -> Record:
        """The record of the path: 404 when there is none, refused in a department that the caller cannot see."""
        (parameter,) = call.path
        record = call.fetch(self.name, parameter)
        if self.by_department:
            call.must_see(record["departmentId"])
        return record

    def rows(self, call: Call) -> list[Record]:
        """The records that the caller sees and the query asks for."""
        if "departmentId" in call.query:
            usable_department(call, call.query["departmentId"])
        rows: Iterable[Record] = call.portal.table(self.name)
        if self.by_department:
            rows = [row for row in rows if call.sees(row["departmentId"])]
        names = {**{name: name for name in self.blank}, **self.filters}
        wanted = [(names[name], value) for name, value in call.query.items() if name in names]
        rows = [row for row in rows if all(_fits(row[name], value) for name, value in wanted)]
        parameter, fields, wild = self.search
        return searched(rows, call.query.get(parameter), fields, wild)

    def paged(self, call: Call, rows: list[Record]) -> Answer:
        return [self.shown(call.portal, row) for row in page(call, rows, self.size)]

    def list(self, call: Call) -> Answer:
        return self.paged(call, self.rows(call))

    def get(self, call: Call) -> Answer:
        return self.shown(call.portal, self.one(call))

    def create(self, call: Call) -> Answer:
        portal, values = call.portal, self._values(call)
        if self.by_department:
            usable_department(call, call.body["departmentId"], new=True)
        self._must_fit(call, {**self.new(portal, call.caller.agent), **values}, None)
        if self.most and self._peers(portal, values) >= portal.limits.objects(self.most):
            raise edition_exceeded()
        return self.shown(portal, portal.add(self.name, values, call.caller.agent))

    def update(self, call: Call) -> Answer:
        record, values = self.one(call), self._values(call)
        if self.by_department and "departmentId" in values:
            usable_department(call, values["departmentId"], new=values["departmentId"] != record["departmentId"])
        self._must_fit(call, {**record, **values}, record)
        now = {"modifiedBy": call.caller.agent}
        stamps = {name: now.get(name, call.now()) for name in self.stamps if name.startswith("modified")}
        record.update(values, **stamps)
        call.portal.save(self.name, record)
        return self.shown(call.portal, record)

    def delete(self, call: Call) -> Answer:
        record = self.one(call)
        self.removable(call, record)
        call.portal.delete(self.name, record)
        return None

    def _values(self, call: Call) -> Record:
        """The body as fields of a record, ids as text."""
        refuse([error for link in self._links for error in _link_errors(call, link)])
        values = dict(self.stored(call.portal, call.body))
        for link in self._links:
            if values.get(link.field) is not None:
                values[link.field] = texts(values[link.field]) if link.many else str(values[link.field])
        return values

    def _must_fit(self, call: Call, candidate: Record, current: Record | None) -> None:
        empty = [missing(f"/{name}") for name in self.needed if not candidate[name] and candidate[name] is not False]
        refuse([*empty, *_strays(call.portal, self._links, candidate), *self.check(call, candidate, current)])
        how = self.names(call.switches)
        if self.key and how != "no":
            must_be_free(call.portal, self.name, candidate, f"/{self.key[-1]}", case=how == "case")

    def _peers(self, portal: Portal, values: Record) -> int:
        """How many records count against the limit of an edition with it: those of its department, or all."""
        department = values.get("departmentId")
        return sum(row.get("departmentId") == department for row in portal.table(self.name))


def _fits(value: Any, wanted: Any) -> bool:
    return value in wanted if isinstance(wanted, list) else bool(value == wanted)


def _link_errors(call: Call, link: Link) -> list[FieldError]:
    """One for each id of the body that names nothing usable."""
    named, pointer = call.body.get(link.field), f"/{link.field}"
    if link.many:
        return unknown_ids(call.portal, link.kind, texts(named), pointer, link.usable)
    record = call.portal.get(link.kind, named)
    return [] if named is None or (record is not None and link.usable(record)) else [invalid(pointer, NOT_USABLE)]


def _strays(portal: Portal, links: Iterable[Link], candidate: Record) -> Iterator[FieldError]:
    """One for each object that is not of the same department, or whatever else it must lie within."""
    for link in (link for link in links if link.within and not link.many):
        record = portal.get(link.kind, candidate[link.field])
        if record is None or record[link.within] != candidate[link.within]:
            yield invalid(f"/{link.field}", NOT_USABLE)


def usable_department(call: Call, department: Any, *, new: bool = False) -> None:
    """Refuses a department that does not exist, that the caller cannot see, or, for what is ``new``, a disabled one."""
    record = call.portal.get("departments", department)
    if record is None:
        raise invalid_data(invalid("/departmentId"))
    call.must_see(record["id"])
    if new and not record["isEnabled"]:
        raise invalid_data(invalid("/departmentId", "The department is disabled."))
