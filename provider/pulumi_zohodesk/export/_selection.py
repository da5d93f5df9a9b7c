"""Which objects of an inventory are exported. What is cut off is looked up by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from pulumi_zohodesk.engine import Kind, scalar
from pulumi_zohodesk.errors import AmbiguousMatch, InputError
from pulumi_zohodesk.inventory import Inventory, Item

__all__ = ["Selection", "select"]

SCOPE = "Department"
"""The kind that an organisation is divided by."""


@dataclass(frozen=True)
class Selection:
    """What is wanted; an empty tuple or text wants everything.

    Attributes:
        kinds: names of kinds.
        departments: names of departments, letter case ignored: these, what lies in them, and who belongs to them.
        name: a pattern with ``*`` and ``?`` for the last part of the natural key, letter case ignored.
    """

    kinds: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    name: str = ""


def select(inventory: Inventory, selection: Selection) -> tuple[Item, ...]:
    """The objects that are wanted, in the order in which they can be declared.

    Raises:
        InputError: there is no department of a name.
        AmbiguousMatch: two of the objects have one natural key, so that no program could tell them apart.
    """
    homes = frozenset(_departments(inventory, selection.departments))
    pattern = selection.name.casefold().replace("[", "[[]")  # a bracket is just a letter
    chosen = tuple(
        item
        for name in selection.kinds or inventory.kinds
        for item in inventory.items(name)
        if (not selection.departments or not homes.isdisjoint(_homes(item)))
        and (not pattern or fnmatchcase(item.key[-1].casefold(), pattern))
    )
    _refuse_duplicates(inventory, chosen)
    return tuple(item for name in inventory.kinds for item in chosen if item.kind.name == name)


def _departments(inventory: Inventory, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        found = inventory.ids_of(SCOPE, (name,))
        if not found:
            known = ", ".join(f'"{item.key[-1]}"' for item in inventory.items(SCOPE))
            raise InputError(
                f'Organisation {inventory.organization_id} has no department "{name}" that this token can see. '
                f"It has: {known}."
            )
        yield from found


def _homes(item: Item) -> Iterator[str]:
    """The departments an object is, lies in, or belongs to."""
    if item.kind.name == SCOPE:
        yield item.id
    elif item.kind.within:
        yield scalar(item.row.get(item.kind.within[1]))
    else:
        yield from _members(item.kind, item)


def _members(kind: Kind, item: Item) -> Iterator[str]:
    for field in kind.managed:
        if field.ref == SCOPE:
            value = item.values.get(field.wire)
            yield from (scalar(one) for one in (value if isinstance(value, list) else [value]))


def _refuse_duplicates(inventory: Inventory, chosen: tuple[Item, ...]) -> None:
    wanted = {(item.kind.name, item.id) for item in chosen}
    for group in inventory.duplicates:
        if any((item.kind.name, item.id) in wanted for item in group):
            ids = ", ".join(item.id for item in group)
            title = " in ".join(f'"{part}"' for part in reversed(group[0].key))
            raise AmbiguousMatch(
                f"{len(group)} objects of kind {group[0].kind.words} are named {title}, letter case aside: ids {ids}. "
                "Rename all but one of them in Zoho Desk, or leave them out with --kind, --department or --name."
            )
