"""What a clone has to do in the target."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pulumi_zohodesk.clone._people import PERSON
from pulumi_zohodesk.clone._target import Place, TargetObject, TargetState
from pulumi_zohodesk.engine import scalar
from pulumi_zohodesk.inventory import Inventory, Item
from pulumi_zohodesk.kinds import KINDS

__all__ = ["Excess", "Work", "work"]

HOME = "Department"
"""What nothing can be put into while it is disabled (docs/api-notes.md)."""


@dataclass(frozen=True)
class Excess:
    """An object that only the target has.

    Attributes:
        reason: why it stays; empty when it will be removed.
    """

    item: Item
    reason: str


@dataclass(frozen=True)
class Work:
    """Attributes:
    objects: what the target shall hold.
    creates, updates: those that are missing, and those that differ.
    enabled_meanwhile: departments that must be enabled while something is put into them, and are disabled afterwards.
    excess: what only the target has.
    """

    objects: Sequence[TargetObject]
    creates: Sequence[TargetObject]
    updates: Sequence[TargetObject]
    enabled_meanwhile: frozenset[Place]
    excess: Sequence[Excess]

    @property
    def removals(self) -> list[Item]:
        return [one.item for one in self.excess if not one.reason]

    @property
    def nothing(self) -> bool:
        """Whether nothing has to be written."""
        return not (self.creates or self.updates or self.removals)

    @property
    def writes(self) -> int:
        """How many objects are written, those twice that are written twice."""
        return len(self.creates) + len(self.updates) + len(self.removals) + 2 * len(self.enabled_meanwhile)

    def first(self) -> list[TargetObject]:
        """The first of two passes, for an order that one cannot have: departments are enabled while something is
        put into them, and what will be removed is known with all that depends on it. Empty when one pass is enough."""
        if not self.enabled_meanwhile and not self.removals:
            return []
        enabled_meanwhile = [
            _switched_on(target_object) if target_object.place in self.enabled_meanwhile else target_object
            for target_object in self.objects
        ]
        more = [TargetObject(item, None, item) for item in self.removals]
        return sorted([*enabled_meanwhile, *more], key=lambda target_object: KINDS.place(target_object.item.kind.name))


def work(
    target_state: TargetState, source: Inventory, target: Inventory, *, prune: bool, spared: Mapping[Place, str]
) -> Work:
    """What has to be done so that the target is as it shall be.

    Args:
        prune: remove what only the target has.
        spared: kind and id of what must stay all the same, with the reason.
    """
    creates = [target_object for target_object in target_state.objects if target_object.live is None]
    updates = [target_object for target_object in target_state.objects if target_object.changed]
    held = {
        (target_object.live.kind.name, target_object.live.id)
        for target_object in target_state.objects
        if target_object.live
    }
    held |= {(kind, id) for kind, ids in target_state.ids.items() for id in ids.values()}
    unseen = {gap.kind for gap in source.blind}  # what only the target seems to have may be there
    excess = [
        Excess(item, _stays(item, spared) if prune else "Only the target has it; nothing is removed without --prune.")
        for name in source.kinds
        if name in target.kinds and name not in unseen
        for item in target.items(name)
        if (name, item.id) not in held and not item.given
    ]
    excess += [
        Excess(target_object.live, "Stands for others.")
        for target_object in target_state.objects
        if target_object.source is None and target_object.live
    ]
    return Work(target_state.objects, creates, updates, frozenset(_enabled_meanwhile(target_state.objects)), excess)


def _stays(item: Item, spared: Mapping[Place, str]) -> str:
    if item.kind.off(item.row) and (item.kind.undeletable or item.kind.name == PERSON):
        return "It is out of service already; Zoho Desk does no more than that."
    if item.row.get("isDefault"):
        return "The default department cannot be disabled."
    if next(iter(item.kind.removals.values())).needs:
        return f"Zoho Desk deletes no {item.kind.words} without a successor, and nobody named one."
    return spared.get((item.kind.name, item.id), "")


def _enabled_meanwhile(objects: Sequence[TargetObject]) -> Iterator[Place]:
    off = {
        target_object.item.id: target_object
        for target_object in objects
        if target_object.item.kind.name == HOME and target_object.item.kind.off(target_object.item.values)
    }
    for target_object in objects:
        yield from (off[id].place for id in _put_into(target_object) if id in off)


def _put_into(target_object: TargetObject) -> Iterator[str]:
    """The departments that an object is newly put into, or made in."""
    kind, item = target_object.item.kind, target_object.item
    for field in kind.managed:
        if target_object.live is None or field.wire in target_object.changed:
            yield from (id for name, id in field.type.references(item.values.get(field.wire)) if name == HOME)
    if target_object.live is None and kind.within and kind.within[0] == HOME:
        yield scalar(item.row.get(kind.within[1]))


def _switched_on(target_object: TargetObject) -> TargetObject:
    of = target_object.item.kind.switch
    if of is None or of.switch is None:
        return target_object
    return replace(
        target_object, item=replace(target_object.item, values={**target_object.item.values, of.wire: of.switch.on})
    )
