"""What belongs to what: objects as nodes, each at the places where people look for it, with all that they refer to.

Everything follows from the declarations of the kinds: a kind that comes later is drawn as well, none is named here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.engine import Many, scalar
from pulumi_zohodesk.inventory import Inventory, Item
from pulumi_zohodesk.kinds import KINDS

NodeKey = tuple[str, str]
"""Kind and id."""


@dataclass(frozen=True)
class Node:
    """One object.

    Attributes:
        key: kind and id.
        name: what people call it.
        detail: what tells it from others of the name; may be empty.
        off: it is out of service.
        refers: what it refers to, with the words of the field.
    """

    key: NodeKey
    name: str
    detail: str
    off: bool
    refers: tuple[tuple[str, NodeKey], ...]


@dataclass(frozen=True)
class Place:
    """A node where it is drawn, with what lies in it there. What belongs to several things has several places."""

    node: NodeKey
    inside: tuple[Place, ...]


@dataclass(frozen=True)
class Map:
    """Attributes:
    kinds: names of the kinds that have nodes, to their words.
    nodes: by kind and id.
    areas: what the organisation is divided by (departments), with what lies in each and belongs to it.
    others: by kind, what belongs to none of these.
    """

    kinds: dict[str, str]
    nodes: dict[NodeKey, Node]
    areas: tuple[Place, ...]
    others: dict[str, tuple[Place, ...]]


def map_of(inventory: Inventory, called: Callable[[Item], tuple[str, str]]) -> Map:
    """The map of an inventory.

    Args:
        called: name and detail of an object, as far as these may be told.
    """
    return _Drawing(inventory, called).map()


class _Drawing:
    def __init__(self, inventory: Inventory, called: Callable[[Item], tuple[str, str]]) -> None:
        self.inventory = inventory
        self.area = next((kind.within[0] for kind in KINDS if kind.within), "")
        self.items = {(kind.name, item.id): item for kind in KINDS for item in inventory.items(kind.name)}
        self.nodes = {
            key: Node(key, *called(item), item.kind.off(item.row), tuple(self._refers(item)))
            for key, item in self.items.items()
        }
        for key in [key for node in self.nodes.values() for _, key in node.refers if key not in self.nodes]:
            self.nodes[key] = Node(key, self._name(key)[-1], "", False, ())
        self._holders: dict[NodeKey, list[NodeKey]] = {}  # those that name others of their kind as lying in them
        for key, item in self.items.items():
            for field in item.kind.managed:
                if field.ref == key[0] and isinstance(field.type, Many):
                    for one in self._known(key[0], item.values.get(field.wire)):
                        self._holders.setdefault(one, []).append(key)
        self.children: dict[NodeKey, list[NodeKey]] = {}
        for key, item in self.items.items():
            for parent in self._parents(item):
                self.children.setdefault(parent, []).append(key)
        self._drawn: set[NodeKey] = set()

    def map(self) -> Map:
        areas = tuple(self._place(key) for key in self.nodes if key[0] == self.area)
        below = {child for children in self.children.values() for child in children}
        others: dict[str, list[Place]] = {}
        roots = [key for key in self.nodes if key not in below]
        for key in (*roots, *self.nodes):  # the second time: what lies in each other, which no reading can rule out
            if key not in self._drawn:
                others.setdefault(key[0], []).append(self._place(key))
        words = {kind.name: kind.words for kind in KINDS}
        present = {key[0] for key in self.nodes}
        kinds = {name: said for name, said in words.items() if name in present}
        return Map(kinds, self.nodes, areas, {name: tuple(others[name]) for name in kinds if name in others})

    def _place(self, key: NodeKey, above: frozenset[NodeKey] = frozenset()) -> Place:
        self._drawn.add(key)
        above |= {key}
        return Place(key, tuple(self._place(one, above) for one in self.children.get(key, ()) if one not in above))

    def _refers(self, item: Item) -> Iterator[tuple[str, NodeKey]]:
        """What can be seen of what it refers to."""
        for field in item.kind.managed:
            for kind, id in field.type.references(item.values.get(field.wire)):
                if self._name((kind, id)):
                    yield field.yaml_name.replace("_", " "), (kind, id)

    def _name(self, key: NodeKey) -> tuple[str, ...]:
        return self.inventory.name_of(*key) or ()

    def _parents(self, item: Item) -> list[NodeKey]:
        """What it lies in: some of its own kind, what its name is unique in, or its areas, whichever comes first."""
        kind = item.kind
        if kind.name == self.area:
            return []
        single = [field.wire for field in kind.managed if field.ref == kind.name and not isinstance(field.type, Many)]
        above = self._known(kind.name, [item.values.get(wire) for wire in single])
        keyed = [wire for wire in kind.key if kind.by_wire[wire].ref]
        place = [key for wire in keyed for key in self._known(kind.by_wire[wire].ref, item.row.get(wire))]
        if kind.within:
            place += self._known(kind.within[0], item.row.get(kind.within[1]))
        member = next((field.wire for field in kind.managed if field.ref == self.area), "")
        return (
            above
            or self._holders.get((kind.name, item.id))
            or place[:1]
            or self._known(self.area, item.values.get(member))
        )

    def _known(self, kind: str | None, value: Any) -> list[NodeKey]:
        """Those of some ids, or of one, that were read."""
        ids = dict.fromkeys(map(scalar, value if isinstance(value, (list, tuple)) else [value]))
        return [(kind, id) for id in ids if kind and (kind, id) in self.items]
