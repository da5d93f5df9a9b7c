"""Objects in an order in which they can be declared: what others refer to comes first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pulumi_zohodesk.engine import scalar
from pulumi_zohodesk.inventory._item import Item


def references_of(item: Item) -> Iterator[tuple[str, str]]:
    """Kinds and ids of what an object lives in and refers to, at any depth."""
    if item.kind.within:
        name, wire = item.kind.within
        yield name, scalar(item.row.get(wire))
    for field in item.kind.managed:
        yield from field.type.references(item.values.get(field.wire))


def in_order(items: Iterable[Item]) -> list[Item]:
    """The objects in the order given, but each after those that it refers to; a circle is cut where it closes."""
    waiting = {(item.kind.name, item.id): item for item in items}
    seen: set[tuple[str, str]] = set()
    result: list[Item] = []

    def place(item: Item) -> None:
        seen.add((item.kind.name, item.id))
        for other in references_of(item):
            if other in waiting and other not in seen:
                place(waiting[other])
        result.append(item)

    for key, item in waiting.items():
        if key not in seen:
            place(item)
    return result
