"""What the target's edition cannot hold. A target that already holds more than a figure says is believed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from pulumi_zohodesk.clone._people import PERSON
from pulumi_zohodesk.clone._work import HOME, Work
from pulumi_zohodesk.inventory import Inventory, Item, Place
from pulumi_zohodesk.kinds import LIGHT, SEAT, Edition, seat


def edition_problems(name: str, edition: Edition, target: Inventory, work: Work) -> Iterator[str]:
    """Why the target's edition of that name cannot hold what the clone would make."""
    there = {item.place: item for name in (HOME, PERSON) for item in target.items(name)}
    written = {shall.place: shall.item for shall in (*work.updates, *work.creates)}
    wanted, before = _counts({**there, **written}), _counts(there)
    for sort, most, words in (
        (HOME, edition.departments, "departments"),
        (SEAT, edition.seats, SEAT),
        (LIGHT, edition.light_seats, LIGHT),
    ):
        if most is not None and wanted[sort] > most >= before[sort]:
            yield (
                f"The target would need {wanted[sort]} {words}, and its edition {name} has {most} "
                f"(it has {before[sort]} now). If that figure is wrong, use --force."
            )


def _counts(items: Mapping[Place, Item]) -> Counter[str]:
    """Departments, and people in service by sort of seat."""
    return Counter(name for item in items.values() if (name := _seat(item)))


def _seat(item: Item) -> str:
    if item.kind.name == HOME:
        return HOME
    if item.kind.name != PERSON or item.kind.off(item.values):
        return ""
    return seat(item.values)
