"""What was read of one organisation: its objects, each with its natural key in names, and all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from pulumi_zohodesk.engine import Kind, Row, scalar
from pulumi_zohodesk.kinds import kind_named

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


class Inventory:
    """What an organisation holds. It never changes and asks nothing of the service.

    Attributes:
        organization_id: whose it is.
        kinds: names of the kinds that were asked for, what is referred to first. What they refer to was read as
            well and can be named and found.
        gaps: what could not be listed.
        blind: these, and kinds some of whose objects have no natural key since what they lie in could not be listed.
    """

    def __init__(
        self,
        organization_id: str,
        items: Iterable[Item],
        *,
        kinds: Iterable[str] | None = None,
        gaps: Iterable[Gap] = (),
    ) -> None:
        """Args:
        items: in any order.
        kinds: what was asked for; by default the kinds of the items, in their order.
        """
        self.organization_id = organization_id
        self._items: dict[str, dict[str, Item]] = {}
        for item in sorted(items, key=lambda item: (folded(item.key), len(item.id), item.id)):
            self._items.setdefault(item.kind.name, {})[item.id] = item
        self.kinds = tuple(self._items if kinds is None else kinds)
        self.gaps = tuple(map(self._located, gaps))
        self._hidden = frozenset(gap.kind for gap in self.gaps)
        self._by_key: dict[tuple[str, Key], list[Item]] = {}
        for name, found in self._items.items():
            for item in found.values():
                self._by_key.setdefault((name, folded(item.key)), []).append(item)

    def items(self, kind_name: str) -> tuple[Item, ...]:
        """Every object of a kind, by natural key whatever its letter case, then by id."""
        return tuple(self._items.get(kind_name, {}).values())

    def item(self, kind_name: str, id: str) -> Item | None:
        """The object with this id."""
        return self._items.get(kind_name, {}).get(id)

    def find(self, kind_name: str, key: Key) -> list[Item]:
        """The objects with this natural key; letter case does not count. Several are an error of the organisation."""
        return list(self._by_key.get((kind_name, folded(key)), ()))

    def name_of(self, kind_name: str, id: str) -> Key | None:
        """The natural key of what a reference means; None when it cannot be seen."""
        item = self.item(kind_name, id)
        return item.key if item else None

    def ids_of(self, kind_name: str, key: Key) -> list[str]:
        """The ids that a natural key means; letter case does not count."""
        return [item.id for item in self.find(kind_name, key)]

    def nameless(self, item: Item) -> bool:
        """Whether the natural key of an object cannot be told, since what it lies in could not be listed."""
        return bool(self._hidden) and any(
            self._unseen(item.kind.by_wire[wire].ref, scalar(item.row.get(wire))) for wire in item.kind.key
        )

    def _located(self, gap: Gap) -> Gap:
        within = kind_named(gap.kind).within if gap.scope else None
        return replace(gap, home=self.name_of(within[0], gap.scope) or ()) if within and gap.scope else gap

    def _unseen(self, ref: str | None, id: str) -> bool:
        if not ref:
            return False
        parent = self.item(ref, id)
        return self.nameless(parent) if parent else ref in self._hidden and self.name_of(ref, id) is None

    @cached_property
    def blind(self) -> tuple[Gap, ...]:
        nameless = [name for name, items in self._items.items() if any(map(self.nameless, items.values()))]
        return self.gaps + tuple(
            Gap(name, None, f"What it lies in cannot be seen ({', '.join(sorted(self._hidden))}).", "parent")
            for name in nameless
        )

    @property
    def duplicates(self) -> tuple[tuple[Item, ...], ...]:
        """Groups of objects that share one natural key, among the kinds that were asked for."""
        return tuple(tuple(group) for (name, _), group in self._by_key.items() if len(group) > 1 and name in self.kinds)
