"""One organisation: its tables, its edition and limits, its credits."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pulumi_zohodesk.emulator._clock import Clock
from pulumi_zohodesk.emulator._limits import Limits
from pulumi_zohodesk.emulator._store import Ids, Record, Table
from pulumi_zohodesk.emulator._switches import Switches
from pulumi_zohodesk.emulator._values import Rule

if TYPE_CHECKING:
    from pulumi_zohodesk.emulator._kind import Kind

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
        for kind in kinds.values():
            kind.found(self)

    def table(self, kind: str) -> Table:
        return self.tables[kind]

    def get(self, kind: str, identity: Any) -> Record | None:
        """The record with that id, given as text or number; None when there is none."""
        return self.tables[kind].get(str(identity))

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
        record.update(values)
        record.setdefault("id", self.ids.next())
        self.save(kind, record)
        return record

    def save(self, kind: str, record: Record) -> None:
        """Derives what follows from the record's own values and notes its natural key."""
        self.kinds[kind].settle(self, record)
        self.tables[kind].put(record)
        self._active.clear()

    def delete(self, kind: str, record: Record) -> None:
        """Removes the record and every reference to it."""
        for other in self.kinds.values():
            other.forget(self, kind, record)
        self.tables[kind].remove(record["id"])
        self._active.clear()

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
        return tables, self.ids.kept(), dict(self.limits.set), copy.deepcopy(self.criteria_fields)

    def restore(self, kept: Any) -> None:
        """Back to what there was."""
        tables, ids, limits, self.criteria_fields = kept
        for name, one in tables.items():
            self.tables[name].restore(one)
        self.ids.restore(ids)
        self.limits.set = limits
        self._active.clear()
