"""What the target's edition cannot hold. A target that already holds more than a figure says is believed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pulumi_zohodesk.clone._people import PERSON
from pulumi_zohodesk.clone._target import TargetObject
from pulumi_zohodesk.clone._work import HOME, Work
from pulumi_zohodesk.inventory import Inventory, Item
from pulumi_zohodesk.kinds import LIGHT, SEAT, Edition, seat

__all__ = ["edition_problems"]


def edition_problems(name: str, edition: Edition, target: Inventory, work: Work) -> Iterator[str]:
    """Why the target's edition of that name cannot hold what the clone would make."""
    wanted = _counts(target, work.creates, work.updates)
    there = _counts(target, (), ())
    for sort, most, words in (
        (HOME, edition.departments, "departments"),
        (SEAT, edition.seats, SEAT),
        (LIGHT, edition.light_seats, LIGHT),
    ):
        if most is not None and wanted[sort] > most >= there[sort]:
            yield (
                f"The target would need {wanted[sort]} {words}, and its edition {name} has {most} "
                f"(it has {there[sort]} now). If that figure is wrong, use --force."
            )


def _counts(target: Inventory, creates: Sequence[TargetObject], updates: Sequence[TargetObject]) -> Counter[str]:
    """Departments, and people in service by sort of seat."""
    changed = {(target_object.item.kind.name, target_object.item.id): target_object.item for target_object in updates}
    there = [item for name in (HOME, PERSON) for item in target.items(name)]
    items = [changed.get((item.kind.name, item.id), item) for item in there] + [
        target_object.item for target_object in creates
    ]
    return Counter(name for item in items if (name := _seat(item)))


def _seat(item: Item) -> str:
    if item.kind.name == HOME:
        return HOME
    if item.kind.name != PERSON or item.kind.off(item.values):
        return ""
    return seat(item.values)
