"""All that was read of one organisation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from pulumi_zohodesk.engine import scalar
from pulumi_zohodesk.inventory._item import Gap, Item, Key, folded
from pulumi_zohodesk.kinds import kind_named


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
