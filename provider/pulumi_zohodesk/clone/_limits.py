"""What an edition holds, as far as that is known.

Figures: docs/api-notes.md. The API tells the limits of skills and skill types; no call tells those of departments and
seats, so a target that already holds more than the table says is believed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pulumi_zohodesk.clone._aim import Aim
from pulumi_zohodesk.clone._people import PERSON
from pulumi_zohodesk.clone._work import HOME, Work
from pulumi_zohodesk.inventory import Inventory, Item

__all__ = ["edition_problems"]

LIGHT = "Light"


@dataclass(frozen=True)
class Edition:
    """The most of each; None is no limit."""

    departments: int
    seats: int | None = None
    light_seats: int = 0


ENTERPRISE = Edition(departments=50, light_seats=50)
FREE = Edition(departments=1, seats=3)
EDITIONS = {
    **dict.fromkeys(("FREE", "FREE_2019", "NEW_FREE"), FREE),
    **dict.fromkeys(("EXPRESS", "STANDARD"), Edition(departments=1)),
    "PROFESSIONAL": Edition(departments=10),
    **dict.fromkeys(("ENTERPRISE", "ULTIMATE", "ZOHOONE", "CRMPLUS"), ENTERPRISE),
}


def edition_problems(edition: str, target: Inventory, work: Work) -> Iterator[str]:
    """Why the target's edition cannot hold what the clone would make."""
    limits = EDITIONS.get(edition.upper())
    if limits is None:
        return
    wanted = _counts(target, work.creates, work.updates)
    there = _counts(target, (), ())
    for name, most, words in (
        (HOME, limits.departments, "departments"),
        (PERSON, limits.seats, "seats of agents"),
        (LIGHT, limits.light_seats, "seats of light agents"),
    ):
        if most is not None and wanted[name] > most >= there[name]:
            yield (
                f"The target would need {wanted[name]} {words}, and its edition {edition} has {most} "
                f"(it uses {there[name]}). If that figure is wrong, use --force."
            )


def _counts(target: Inventory, creates: Sequence[Aim], updates: Sequence[Aim]) -> Counter[str]:
    """Departments, and people in service by sort of seat."""
    changed = {(aim.item.kind.name, aim.item.id): aim.item for aim in updates}
    there = [item for name in (HOME, PERSON) for item in target.items(name)]
    items = [changed.get((item.kind.name, item.id), item) for item in there] + [aim.item for aim in creates]
    return Counter(name for item in items if (name := _seat(item)))


def _seat(item: Item) -> str:
    if item.kind.name == HOME:
        return HOME
    if item.kind.name != PERSON or item.kind.off(item.values):
        return ""
    return LIGHT if item.values.get("rolePermissionType") == LIGHT else PERSON
