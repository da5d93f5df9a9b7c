"""What a kind declares, and an organisation made of kinds: its tables, its edition and limits, its credits.

A kind is one module in ``kinds`` that ends in a ``KIND``; the engine needs nothing else to know about it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pulumi_zohodesk.emulator._clock import Clock
from pulumi_zohodesk.emulator._contract import Operation, operations
from pulumi_zohodesk.emulator._errata import Erratum as Erratum
from pulumi_zohodesk.emulator._limits import Limits
from pulumi_zohodesk.emulator._store import Ids, Table, copied
from pulumi_zohodesk.emulator._store import Record as Record
from pulumi_zohodesk.emulator._switches import Switches
from pulumi_zohodesk.emulator._values import Rule

Answer = Record | list[Any] | None
"""One object, the rows of a list, or nothing (204)."""


Handler = Callable[[Any], Answer]
"""Answers a `Call`, which knows organisations and so stands above this module."""


@dataclass(frozen=True)
class Link:
    """A field that holds the id of another kind, or its ids: ``usable`` says of which objects.

    When an object goes its id is taken out, or with ``owner`` the row goes too, or with ``kept`` it stays. ``seed`` is
    the name that seeds give the field, whose objects they name by natural key; ``within`` is the field of the row that
    completes that key (a skill type's name is unique only within a department).
    """

    field: str
    kind: str
    seed: str = ""
    many: bool = False
    owner: bool = False
    kept: bool = False
    usable: Callable[[Record], bool] = bool
    within: str = ""

    @property
    def name(self) -> str:
        return self.seed or self.field.removesuffix("Id")

    def forget(self, portal: Portal, kind: str, gone: str) -> None:
        """Takes the id out of every record of the kind, or the records with it that belonged to it."""
        for row in [] if self.kept else [row for row in portal.table(kind) if gone in self._held(row)]:
            if self.owner:
                portal.delete(kind, row)
            else:
                row[self.field] = [one for one in row[self.field] if one != gone] if self.many else None

    def _held(self, row: Record) -> list[str]:
        value = row.get(self.field)
        return value or [] if self.many else [value] if value else []


def nothing(*_given: Any) -> None:
    """What a kind does, derives, finds or refuses that says nothing of it."""


@dataclass(frozen=True)
class Kind:
    """One kind of object.

    ``operations`` answers the contract's operations and those ``beside`` it, ``unsupported`` gives the reason of a 501;
    ``permission`` is what every operation needs in the caller's profile as ``group.flag``, ``permissions`` what
    single operations need instead (empty: nothing); ``records`` says that these are records, not settings, so
    that reading them always needs its permission; ``editions`` are those that have it (empty: all); ``thin`` names
    the fields that rows of a list may lack; ``blank`` gives a new record's defaults, ``settle`` derives values after
    every change, ``forget`` drops what ``links`` do not say of a record that goes, ``found`` makes the objects every
    organisation starts with, ``born`` what a new record of another kind comes with, ``archive`` replaces deletion where
    the service archives.
    """

    name: str
    contract: str
    operations: Mapping[str, Handler]
    beside: tuple[Operation, ...] = ()
    unsupported: Mapping[str, str] = field(default_factory=dict)
    permission: str = ""
    permissions: Mapping[str, str] = field(default_factory=dict)
    records: bool = False
    editions: frozenset[str] = frozenset()
    thin: Mapping[str, frozenset[str]] = field(default_factory=dict)
    natural_key: Callable[[Record], Hashable | None] = nothing
    links: tuple[Link, ...] = ()
    blank: Callable[[Portal, str], Record] = lambda _portal, _creator: {}
    settle: Callable[[Portal, Record], None] = nothing
    forget: Callable[[Portal, str, Record], None] = nothing
    found: Callable[[Portal], None] = nothing
    born: Callable[[Portal, str, Record], None] = nothing
    archive: Callable[[Portal, Record], None] | None = None
    errata: Mapping[str, Erratum] = field(default_factory=dict)

    @cached_property
    def described(self) -> Mapping[str, Operation]:
        """What the contract says of the kind's operations, by id."""
        return operations(self.contract, self.errata)

    def needed(self, operation: Operation, switches: Switches) -> str:
        """The permission that the operation needs; empty when it needs none."""
        if operation.method == "GET" and not self.records and not switches.reading_needs_permission:
            return ""
        return self.permissions.get(operation.id, self.permission)


Shape = tuple[Mapping[str, Rule], Mapping[str, str]]
"""What the fields of a kind take, and which a new record must have, with the names that seeds give them."""


class Portal:
    """The state of one organisation, and the few steps by which every change of it goes."""

    def __init__(self, name: str, seed: str, kinds: Mapping[str, Kind], clock: Clock, switches: Switches) -> None:
        self.name = name
        self.kinds = kinds
        self.clock = clock
        self.switches = switches
        self.ids = Ids(seed)
        self.id = self.ids.organization()
        self.tables = {kind.name: Table(kind.natural_key) for kind in kinds.values()}
        self.limits = Limits(clock)
        self.administrator = ""
        self.criteria_fields: dict[str, list[str]] = {}
        self.shapes: dict[str, Shape] = {}
        self._active: dict[bool, int] = {}
        self._made: dict[str, int] = {}
        for kind in kinds.values():
            kind.found(self)

    def table(self, kind: str) -> Table:
        return self.tables[kind]

    def get(self, kind: str, identity: Any) -> Record | None:
        """The record with that id, given as text or number; None when there is none."""
        return self.tables[kind].get(str(identity))

    def those(self, kind: str, identities: Iterable[Any]) -> list[Record]:
        """The records with these ids, in their order, without those that there are not."""
        return [row for one in identities if (row := self.get(kind, one))]

    @property
    def organization(self) -> Record:
        return next(iter(self.tables["organizations"]))

    @property
    def edition(self) -> str:
        return str(self.organization["edition"])

    def add(self, kind: str, values: Mapping[str, Any], creator: str = "") -> Record:
        """Makes a record from the values and the kind's defaults, without any of the API's checks."""
        declared = self.kinds[kind]
        record = declared.blank(self, creator or self.administrator)
        record.update(copied(dict(values)))
        record.setdefault("id", self.ids.next())
        if creator:  # a call of the API made it
            self._made[record["id"]] = self.clock.milliseconds()
        self.save(kind, record)
        for other in self.kinds.values():
            other.born(self, kind, record)
        return record

    def save(self, kind: str, record: Record) -> None:
        """Derives what follows from the record's own values and notes its natural key."""
        self.kinds[kind].settle(self, record)
        self.tables[kind].put(record)
        self._active.clear()

    def listed(self, rows: Sequence[Record]) -> Sequence[Record]:
        """The rows without those that lists do not show yet."""
        lag = self.switches.list_lag_seconds
        latest = self.clock.milliseconds() - lag * 1_000
        return [row for row in rows if self._made.get(row.get("id", ""), 0) <= latest] if lag else rows

    def delete(self, kind: str, record: Record) -> None:
        self.forget(kind, record)
        self.tables[kind].remove(record["id"])
        self._active.clear()

    def forget(self, kind: str, record: Record) -> None:
        """Removes every reference to the record."""
        for other in self.kinds.values():
            other.forget(self, kind, record)
            for link in other.links:
                if link.kind == kind:
                    link.forget(self, other.name, record["id"])

    def active_agents(self, *, light: bool) -> int:
        """How many agents take a seat; kept until something changes, since every call's credits ask for it."""
        if light not in self._active:
            self._active[light] = sum(
                agent["status"] == "ACTIVE" and (agent["rolePermissionType"] == "Light") == light
                for agent in self.tables["agents"]
            )
        return self._active[light]

    def credits_left(self) -> int:
        """Credits left today. Light agents bring none."""
        return self.limits.left(self.edition, lambda: self.active_agents(light=False))

    def kept(self) -> Any:
        """Which records there are and what is set beside them, for ``restore``; the records are not copied."""
        tables = {name: table.kept() for name, table in self.tables.items()}
        return tables, deepcopy(self.ids), dict(self.limits.set), copied(self.criteria_fields)

    def restore(self, kept: Any) -> None:
        tables, self.ids, self.limits.set, self.criteria_fields = kept
        for name, one in tables.items():
            self.tables[name].restore(one)
        self._active.clear()
