"""Look-ups by name in an exported program, for what it refers to and does not declare."""

from __future__ import annotations

from collections.abc import Iterator

from pulumi_zohodesk.engine import Kind, scalar, snake
from pulumi_zohodesk.export._declared import Reference
from pulumi_zohodesk.export._identifiers import Names
from pulumi_zohodesk.export._syntax import Call, Code, source
from pulumi_zohodesk.inventory import Inventory
from pulumi_zohodesk.kinds import kind_named


class LookUps:
    """The module ``lookups``: a variable with the id of each object that is looked up.

    Attributes:
        lines: its statements, in an order in which they can run.
        nameless: what could not be looked up, since no name means it alone; it stands there by its id.
    """

    def __init__(self, inventory: Inventory) -> None:
        self.lines: list[str] = []
        self.nameless: list[Reference] = []
        self._inventory = inventory
        self._names = Names()
        self._known: dict[tuple[str, str], str] = {}

    def variable(self, wanted: Reference) -> str:
        """The variable that holds the id of an object."""
        place = wanted.kind, wanted.id
        if place not in self._known:
            self._known[place] = self._define(wanted)
        return self._known[place]

    def _define(self, wanted: Reference) -> str:
        if wanted.key is None:
            self.nameless.append(wanted)
            name = self._names.new((snake(wanted.kind), wanted.id), "id")
            self.lines.append("# By its id: it cannot be seen, or others have the same name.")
            self.lines.append(source(wanted.id, f"{name} = "))
            return name
        arguments = dict(self._arguments(kind_named(wanted.kind), wanted))
        name = self._names.new((snake(wanted.kind), *wanted.key), "id")
        self.lines.append(source(Call(f"desk.get_{snake(wanted.kind)}", arguments), f"{name} = ", after=".id"))
        return name

    def _arguments(self, kind: Kind, wanted: Reference) -> Iterator[tuple[str, object]]:
        """The natural key, and where the kind is listed if that does not follow from it."""
        item = self._inventory.item(kind.name, wanted.id)
        row = item.row if item else {}
        scope = [kind.listing.scope] if kind.listing.scope and kind.listing.scope not in kind.key else []
        for wire in (*scope, *kind.key):
            text = scalar(row.get(wire))
            parent = self._parent(kind, wire)
            if parent:
                yield snake(wire), Code(self.variable(Reference(parent, text, self._inventory.name_of(parent, text))))
            else:
                yield snake(wire), text

    @staticmethod
    def _parent(kind: Kind, wire: str) -> str | None:
        if kind.within and wire == kind.within[1]:
            return kind.within[0]
        return kind.by_wire[wire].ref
