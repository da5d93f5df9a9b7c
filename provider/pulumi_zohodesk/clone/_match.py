"""Which objects of two organisations are the same: by natural key, letter case aside."""

from __future__ import annotations

from collections.abc import Mapping

from pulumi_zohodesk.inventory import Inventory, Item, folded

__all__ = ["Ids", "matches"]

Ids = Mapping[str, Mapping[str, str]]
"""Kinds to ids in the source to ids in the target, as an earlier clone left them."""


def matches(source: Inventory, target: Inventory, known: Ids) -> dict[tuple[str, str], Item]:
    """By kind and id in the source, the object of the target that is the same; disabled ones count.

    An object whose name changed in the source since an earlier clone is still the one that the clone made of it, as
    long as nothing else has the new name and it stays where it was.
    """
    found: dict[tuple[str, str], Item] = {}
    for kind in source.kinds:
        for item in source.items(kind):
            same = target.find(kind, item.key)
            if len(same) == 1:
                found[kind, item.id] = same[0]
    taken = {(kind, item.id) for (kind, _), item in found.items()}
    for kind in source.kinds:
        for item in source.items(kind):
            old = target.item(kind, known.get(kind, {}).get(item.id, ""))
            if (kind, item.id) in found or old is None or (kind, old.id) in taken or not _stays(item, old):
                continue
            if not target.find(kind, item.key) and not source.find(kind, old.key):
                found[kind, item.id] = old
                taken.add((kind, old.id))
    return found


def _stays(item: Item, old: Item) -> bool:
    """Whether at most the last part of the natural key differs: what lies elsewhere is another object."""
    return folded(item.key[:-1]) == folded(old.key[:-1])
