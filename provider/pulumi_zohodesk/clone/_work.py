"""What a clone has to do in the target."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pulumi_zohodesk.clone._aim import Aim, Aims, Place
from pulumi_zohodesk.clone._people import PERSON
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
    aims: what the target shall hold.
    creates, updates: those that are missing, and those that differ.
    lifted: departments that must be enabled while something is put into them, and are disabled afterwards.
    excess: what only the target has.
    """

    aims: Sequence[Aim]
    creates: Sequence[Aim]
    updates: Sequence[Aim]
    lifted: frozenset[Place]
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
        return len(self.creates) + len(self.updates) + len(self.removals) + 2 * len(self.lifted)

    def first(self) -> list[Aim]:
        """The first of two passes, for an order that one cannot have: departments are enabled while something is
        put into them, and what will be removed is known with all that depends on it. Empty when one pass is enough."""
        if not self.lifted and not self.removals:
            return []
        lifted = [_lift(aim) if aim.place in self.lifted else aim for aim in self.aims]
        more = [Aim(item, None, item) for item in self.removals]
        return sorted([*lifted, *more], key=lambda aim: KINDS.place(aim.item.kind.name))


def work(aims: Aims, source: Inventory, target: Inventory, *, prune: bool, spared: Mapping[Place, str]) -> Work:
    """The work for some aims.

    Args:
        prune: remove what only the target has.
        spared: kind and id of what must stay all the same, with the reason.
    """
    creates = [aim for aim in aims.aims if aim.live is None]
    updates = [aim for aim in aims.aims if aim.changed]
    held = {(aim.live.kind.name, aim.live.id) for aim in aims.aims if aim.live}
    held |= {(kind, id) for kind, ids in aims.ids.items() for id in ids.values()}
    unseen = {gap.kind for gap in source.blind}  # what only the target seems to have may be there
    excess = [
        Excess(item, _stays(item, spared) if prune else "Only the target has it; nothing is removed without --prune.")
        for name in source.kinds
        if name in target.kinds and name not in unseen
        for item in target.items(name)
        if (name, item.id) not in held and not item.given
    ]
    excess += [Excess(aim.live, "Stands for others.") for aim in aims.aims if aim.source is None and aim.live]
    return Work(aims.aims, creates, updates, frozenset(_lifted(aims.aims)), excess)


def _stays(item: Item, spared: Mapping[Place, str]) -> str:
    if item.kind.off(item.row) and (item.kind.undeletable or item.kind.name == PERSON):
        return "It is out of service already; Zoho Desk does no more than that."
    if item.row.get("isDefault"):
        return "The default department cannot be disabled."
    if next(iter(item.kind.removals.values())).needs:
        return f"Zoho Desk deletes no {item.kind.words} without a successor, and nobody named one."
    return spared.get((item.kind.name, item.id), "")


def _lifted(aims: Sequence[Aim]) -> Iterator[Place]:
    off = {aim.item.id: aim for aim in aims if aim.item.kind.name == HOME and aim.item.kind.off(aim.item.values)}
    for aim in aims:
        yield from (off[id].place for id in _put_into(aim) if id in off)


def _put_into(aim: Aim) -> Iterator[str]:
    """The departments that an object is newly put into, or made in."""
    kind, item = aim.item.kind, aim.item
    for field in kind.managed:
        if aim.live is None or field.wire in aim.changed:
            yield from (id for name, id in field.type.references(item.values.get(field.wire)) if name == HOME)
    if aim.live is None and kind.within and kind.within[0] == HOME:
        yield scalar(item.row.get(kind.within[1]))


def _lift(aim: Aim) -> Aim:
    of = aim.item.kind.switch
    if of is None or of.switch is None:
        return aim
    return replace(aim, item=replace(aim.item, values={**aim.item.values, of.wire: of.switch.on}))
