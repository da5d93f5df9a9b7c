"""What the five operations of contacts, accounts and products share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pulumi_zohodesk.emulator import _records as records
from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import page
from pulumi_zohodesk.emulator._errata import NONE, Erratum
from pulumi_zohodesk.emulator._kind import Answer, Handler, Kind, Link, Portal
from pulumi_zohodesk.emulator._sharing import must_create
from pulumi_zohodesk.emulator._store import Record, copied

CUSTOM = ("cf", "customFields")
"""Fields of which an update changes what it names, and leaves the rest (unconfirmed)."""


@dataclass(frozen=True)
class Recorded:
    """Records whose operations and permissions are called by ``one``, such as ``Contact``, each with an owner.

    ``blank`` has the fields beside those of every record with their defaults, of which ``needed`` is the one that a
    new record must have, and ``key`` another one that no two share. ``check`` refuses a body, ``usable`` says what its
    ids may name, ``stored`` turns a body into fields; ``included`` adds to an answer what the query asks to include.
    ``beyond`` are query parameters of the list that are not emulated, ``keys`` orders that are no fields; ``asked``
    says whether the query of a list asks for a record, ``in_view`` whether the caller reaches it, beside what data
    sharing says.
    """

    one: str
    needed: str
    blank: Mapping[str, Any]
    check: Callable[[Call], None]
    key: str = ""
    usable: Callable[[Call], records.Usable] = lambda _call: {}
    stored: Callable[[Record], Record] = dict
    included: Callable[[Call, Record], Record] = lambda _call, _record: {}
    beyond: tuple[str, ...] = ()
    keys: Mapping[str, Callable[[Portal, Record], Any]] = field(default_factory=dict)
    in_view: Callable[[Call, Record], bool] = lambda _call, _record: True
    asked: Callable[[Call, Record], bool] = lambda _call, _record: True

    @property
    def name(self) -> str:
        return f"{self.one.lower()}s"

    def kind(
        self,
        operations: Mapping[str, Handler] | None = None,
        links: tuple[Link, ...] = (),
        errata: Mapping[str, Erratum] = NONE,
        **more: Any,
    ) -> Kind:
        """The kind, with operations of its own and what ``Kind`` knows beyond."""
        single = f"get{self.one}"
        verbs: dict[str, tuple[str, Handler]] = {
            f"{single}s": ("view", self.list),
            single: ("view", self.get),
            f"create{self.one}": ("create", self.create),
            f"update{self.one}": ("edit", self.update),
            f"delete{self.one}": (
                "delete",
                lambda call: records.move_to_trash(call, self.name, f"{self.one.lower()}Ids"),
            ),
        }
        common = {
            "A row holds the fields that are asked for, by prose, while its schema has only the usual ones.": Erratum(
                operations=f"{single}s", rows=records.declared(self.one.lower(), single)
            ),
            "The schema of a new record requires no name, but a record without a name cannot be.": Erratum(
                part="body", operations=f"create{self.one}", required=(self.needed,)
            ),
        }
        return Kind(
            name=self.name,
            contract=self.one.lower(),
            records=True,
            operations={name: handler for name, (_, handler) in verbs.items()} | {**(operations or {})},
            permissions={name: f"{self.name}.{verb}" for name, (verb, _) in verbs.items()},
            natural_key=self.natural_key,
            links=(*links, Link("ownerId", "agents", kept=True)),
            blank=self.new,
            archive=lambda portal, record: records.trash(portal, self.name, record),
            errata={**common, **errata},
            **more,
        )

    def new(self, portal: Portal, creator: str) -> Record:
        return {**records.blank(portal, self.name, creator), **copied({**self.blank}), "ownerId": creator}

    def natural_key(self, record: Record) -> str | None:
        """That of a record in the bin is free."""
        key = record.get(self.key or self.needed)
        return None if record.get("isTrashed") or not key else str(key).casefold()

    def list(self, call: Call) -> Answer:
        records.must_be_emulated(call.query, self.beyond)
        rows = [row for row in records.listed(call, self.name) if self.in_view(call, row) and self.asked(call, row)]
        rows = records.sorted_by(call, rows, self.keys)
        return [
            {**records.row(call, self.one.lower(), f"get{self.one}", row), **self.included(call, row)}
            for row in page(call, rows)
        ]

    def shown(self, call: Call, record: Record) -> Record:
        return {**records.with_layout(call.portal, record), **self.included(call, record)}

    def get(self, call: Call) -> Answer:
        record = records.readable(call, self.name, f"{self.one.lower()}Id")
        call.must_reach(self.in_view(call, record))
        return self.shown(call, record)

    def create(self, call: Call) -> Answer:
        must_create(call, self.name)
        return self.shown(call, call.portal.add(self.name, self._values(call), call.caller.agent))

    def update(self, call: Call) -> Answer:
        record = records.writable(call, self.name, f"{self.one.lower()}Id")
        call.must_reach(self.in_view(call, record))
        values = self._values(call)
        for name in (name for name in CUSTOM if values.get(name)):
            values[name] = {**(record[name] or {}), **values[name]}
        record.update(values, **call.stamp())
        call.portal.save(self.name, record)
        return self.shown(call, record)

    def _values(self, call: Call) -> Record:
        self.check(call)
        records.must_know_layout(call, self.name)
        named = records.referring(call, {**self.usable(call), "ownerId": ("agents", records.active)})
        return {**self.stored(call.body), **named}
