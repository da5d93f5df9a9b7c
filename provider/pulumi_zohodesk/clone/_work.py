"""What a clone has to do in the target."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pulumi_zohodesk.clone._people import PERSON
from pulumi_zohodesk.clone._target import TargetObject, TargetState
from pulumi_zohodesk.engine import scalar
from pulumi_zohodesk.inventory import Inventory, Item, Place
from pulumi_zohodesk.kinds import KINDS

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
        return [excess.item for excess in self.excess if not excess.reason]

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
        objects = [_switched_on(shall) if shall.place in self.enabled_meanwhile else shall for shall in self.objects]
        more = [TargetObject(item, None, item) for item in self.removals]
        return sorted([*objects, *more], key=lambda shall: KINDS.place(shall.kind.name))


def work(
    target_state: TargetState, source: Inventory, target: Inventory, *, prune: bool, spared: Mapping[Place, str]
) -> Work:
    """What has to be done so that the target is as it shall be.

    Args:
        prune: remove what only the target has.
        spared: kind and id of what must stay all the same, with the reason.
    """
    objects = list(target_state.objects.values())
    creates = [shall for shall in objects if shall.live is None]
    updates = [shall for shall in objects if shall.changed]
    held = {shall.live.place for shall in objects if shall.live}
    held |= {(kind, id) for kind, ids in target_state.ids.items() for id in ids.values()}
    unseen = {gap.kind for gap in source.blind}  # what only the target seems to have may be there
    excess = [
        Excess(item, _stays(item, spared) if prune else "Only the target has it; nothing is removed without --prune.")
        for name in source.kinds
        if name in target.kinds and name not in unseen
        for item in target.items(name)
        if item.place not in held and not item.given
    ]
    excess += [Excess(shall.live, "Stands for others.") for shall in objects if shall.source is None and shall.live]
    return Work(objects, creates, updates, frozenset(_enabled_meanwhile(objects)), excess)


def _stays(item: Item, spared: Mapping[Place, str]) -> str:
    if item.kind.off(item.row) and (item.kind.undeletable or item.kind.name == PERSON):
        return "It is out of service already; Zoho Desk does no more than that."
    if item.row.get("isDefault"):
        return "The default department cannot be disabled."
    if next(iter(item.kind.removals.values())).needs:
        return f"Zoho Desk deletes no {item.kind.words} without a successor, and nobody named one."
    return spared.get(item.place, "")


def _enabled_meanwhile(objects: Sequence[TargetObject]) -> Iterator[Place]:
    off = {shall.place for shall in objects if shall.kind.name == HOME and shall.kind.off(shall.item.values)}
    for shall in objects:
        yield from off & {(HOME, id) for id in _put_into(shall)}


def _put_into(shall: TargetObject) -> Iterator[str]:
    """The departments that an object is newly put into, or made in."""
    kind, item = shall.kind, shall.item
    for field in kind.managed:
        if shall.writes(field.wire):
            yield from (id for name, id in field.type.references(item.values.get(field.wire)) if name == HOME)
    if shall.live is None and kind.within and kind.within[0] == HOME:
        yield scalar(item.row.get(kind.within[1]))


def _switched_on(shall: TargetObject) -> TargetObject:
    """Enabled; what differs from the target is what it was, so that the program says as much of it."""
    of = shall.kind.switch
    if of is None or of.switch is None:
        return shall
    return replace(shall.having(of.wire, of.switch.on), changed=shall.changed)
