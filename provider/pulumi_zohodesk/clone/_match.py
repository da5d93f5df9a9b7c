"""Which objects of two organisations are the same: by natural key, letter case aside. What is given may differ."""

from __future__ import annotations

from collections.abc import Mapping

from pulumi_zohodesk.clone._people import PERSON
from pulumi_zohodesk.clone._target import Omission, TargetState
from pulumi_zohodesk.compare import compare
from pulumi_zohodesk.engine import scalar
from pulumi_zohodesk.inventory import Inventory, Item, Key, Place, folded
from pulumi_zohodesk.kinds import kind_named

Ids = Mapping[str, Mapping[str, str]]
"""Kinds to ids in the source to ids in the target, as an earlier clone left them."""


def matches(source: Inventory, target: Inventory, known: Ids) -> dict[Place, Item]:
    """By kind and id in the source, the object of the target that is the same; disabled ones count.

    What an earlier clone made of an object is that object still, whatever either is called now, as long as both exist
    and it stays where it was; people aside, since another address is another person. All else goes by name.
    """
    found: dict[Place, Item] = {}
    taken: set[Place] = set()
    for kind in source.kinds:  # what is referred to comes first
        items = source.items(kind)
        fields = kind_named(kind).by_wire
        # What lies elsewhere is another object; a skill may change its type, but not its department.
        lies = slice(-1 - sum(bool(fields[wire].follows) for wire in kind_named(kind).key))
        for item in items if kind != PERSON else ():
            old = target.item(kind, known.get(kind, {}).get(item.id, ""))
            if old and old.place not in taken and folded(old.key[lies]) == folded(_expected(item, found)[lies]):
                found[item.place] = old
                taken.add(old.place)
        for item in items:
            if item.place in found:
                continue
            same = target.find(kind, item.key) or target.find(kind, _expected(item, found))
            if len(same) == 1 and same[0].place not in taken:
                found[item.place] = same[0]
                taken.add(same[0].place)
    return found


def _expected(item: Item, found: Mapping[Place, Item]) -> Key:
    """The natural key that an object has in the target if just what it lies in has another name there."""
    key = item.key
    for wire in item.kind.key:
        ref = item.kind.by_wire[wire].ref
        if ref and (home := found.get((ref, scalar(item.row.get(wire))))):
            key = (*home.key, *key[len(home.key) :])
    return key


REASON = "It comes with Zoho Desk, and is left as the target has it."


def leave_given(out: TargetState, source: Inventory, target: Inventory) -> None:
    """An omission for each field in which an object that comes with Zoho Desk differs, and a note for each object."""
    kinds = [name for name in source.kinds if any(item.given for item in source.items(name))]
    for finding in compare(source, target, kinds=kinds).findings if kinds else ():
        item = source.item(finding.kind, finding.ids[0]) if finding.edits else None
        if item and item.given:
            fields = [item.kind.by_snake[edit.field] for edit in finding.edits]
            out.omissions += [Omission(finding.kind, item.key, REASON, field.wire) for field in fields]
            names = ", ".join(field.snake for field in fields)
            out.notes.append(f"{item.label} comes with Zoho Desk, and is left as the target has it: {names}.")
