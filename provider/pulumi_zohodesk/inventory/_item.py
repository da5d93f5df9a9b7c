"""One object of an organisation, its natural key in names, and the order in which several can be declared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.engine import Kind, Row, scalar

Key = tuple[str, ...]
Place = tuple[str, str]
"""Name of the kind, and id."""


@dataclass(frozen=True)
class Item:
    """One object, as the service has it.

    Attributes:
        kind: what it is.
        id: its id in this organisation.
        key: its natural key with references resolved to names, outermost scope first, letter case kept:
            ``("Sales",)``, ``("jo@example.com",)``, ``("Sales", "Language", "French")``. An object that cannot be
            seen stands there as ``#ID``.
        values: wire names of the writable fields to what Pulumi would have as inputs; ids are still ids. A field
            that the service did not answer is missing; one that it answered as empty is empty.
        row: everything that the service answered.
    """

    kind: Kind
    id: str
    key: Key
    values: Mapping[str, Any]
    row: Row

    @property
    def place(self) -> Place:
        return self.kind.name, self.id

    @property
    def given(self) -> bool:
        """Whether it comes with Zoho Desk, so that nobody makes or removes it."""
        return self.kind.given(self.row)

    @property
    def label(self) -> str:
        """How messages name it: ``skill "French" in "Language" in "Sales" (id 12)``."""
        path = " in ".join(f'"{part}"' for part in reversed(self.key))
        return f"{self.kind.words} {path} (id {self.id})"


@dataclass(frozen=True)
class Gap:
    """Something that could not be listed, so that nothing can be said about it.

    Attributes:
        kind: name of the kind.
        scope: id of the scope (a department) that was refused; None for the whole kind.
        reason: what the service said, as a sentence.
        layer: what hides it: ``scope`` (of the token), ``profile`` (of its agent), ``edition``, ``connection`` (it is
            not for that kind), or ``parent``: what its objects lie in is hidden.
        home: natural key of the scope; empty for the whole kind.
    """

    kind: str
    scope: str | None
    reason: str
    layer: str = ""
    home: Key = ()

    @property
    def where(self) -> str:
        """`` of the department "Sales"``; empty for the whole kind."""
        return f' of the department "{self.home[-1]}"' if self.home else ""


def folded(key: Key) -> Key:
    """The key as the service compares it: letter case does not count."""
    return tuple(part.casefold() for part in key)


def item_of(kind: Kind, row: Row, name_of: Callable[[str, str], Key | None]) -> Item:
    """A live row as an item; ``name_of`` names what it refers to."""
    values = {
        field.wire: value
        for field in kind.managed
        if field.wire in row and (value := field.type.shown(row[field.wire], None)) is not None
    }
    return Item(kind, scalar(row.get("id")), _key(kind, row, name_of), values, row)


def _key(kind: Kind, row: Row, name_of: Callable[[str, str], Key | None]) -> Key:
    parts: list[str] = []
    for wire in kind.key:
        text = scalar(row.get(wire))
        ref = kind.by_wire[wire].ref
        parts += (name_of(ref, text) or (f"#{text}",)) if ref else (text,)
    return kind.key_in_names(parts)


def references_of(item: Item) -> Iterator[tuple[str, str]]:
    """Kinds and ids of what an object lives in and refers to, at any depth."""
    if item.kind.within:
        name, wire = item.kind.within
        yield name, scalar(item.row.get(wire))
    for field in item.kind.managed:
        yield from field.type.references(item.values.get(field.wire))


def in_order(items: Iterable[Item]) -> list[Item]:
    """The objects in the order given, but each after those that it refers to; a circle is cut where it closes."""
    waiting = {item.place: item for item in items}
    seen: set[Place] = set()

    def placed(places: Iterable[Place]) -> Iterator[Item]:
        for place in places:
            if place in waiting and place not in seen:
                seen.add(place)
                yield from placed(references_of(waiting[place]))
                yield waiting[place]

    return list(placed(waiting))
