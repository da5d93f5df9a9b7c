"""Which objects of an inventory are exported. What is cut off is looked up by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatchcase

from pulumi_zohodesk.engine import scalar
from pulumi_zohodesk.errors import AmbiguousMatch, InputError
from pulumi_zohodesk.inventory import Inventory, Item, in_order, references_of

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
        InputError: there is no department of a name, or nothing fits all that is wanted.
        AmbiguousMatch: two of the objects have one natural key, so that no program could tell them apart.
    """
    homes = frozenset(_departments(inventory, selection.departments))
    pattern = selection.name.casefold().replace("[", "[[]")  # a bracket is just a letter
    chosen = tuple(
        item
        for name in selection.kinds or inventory.kinds
        for item in inventory.items(name)
        if (selection.kinds or selection.name or not item.given)
        and not _says_nothing(item)
        and (not selection.departments or not homes.isdisjoint(_homes(item)))
        and (not pattern or fnmatchcase(item.key[-1].casefold(), pattern))
    )
    if not chosen and selection != Selection():
        raise InputError(_nothing(inventory, selection, homes))
    _refuse_duplicates(inventory, chosen)
    return tuple(in_order(item for name in inventory.kinds for item in chosen if item.kind.name == name))


def _departments(inventory: Inventory, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        found = inventory.ids_of(SCOPE, (name,))
        if not found:
            raise InputError(
                f'Organisation {inventory.organization_id} has no department "{name}" that this token can see. '
                f"{_nearest(name, (item.key[-1] for item in inventory.items(SCOPE)))}"
            )
        yield from found


def _nothing(inventory: Inventory, selection: Selection, homes: frozenset[str]) -> str:
    """Why nothing is left, as far as one option alone is the reason."""
    kinds = selection.kinds or tuple(inventory.kinds)
    what = " or ".join(f"--kind {name}" for name in selection.kinds) or "any kind"
    within = [
        item
        for name in kinds
        for item in inventory.items(name)
        if (not selection.departments or not homes.isdisjoint(_homes(item))) and not _says_nothing(item)
    ]
    where = f" in {', '.join(selection.departments)}" if selection.departments else ""
    if not within:
        return f"Organisation {inventory.organization_id} has nothing of {what}{where} that this token can see."
    near = _nearest(selection.name, (item.key[-1] for item in within))
    return f'Nothing of {what}{where} is named like "{selection.name}" in {inventory.organization_id}. {near}'


def _nearest(name: str, known: Iterable[str]) -> str:
    names = {text.casefold(): text for text in known}
    close = get_close_matches(name.casefold(), names, n=5, cutoff=0.5) or sorted(names)[:10]
    more = ", ..." if len(close) < len(names) else ""
    listed = ", ".join(f'"{names[low]}"' for low in close)
    return f"There are: {listed}{more}." if close else "There is none."


def _says_nothing(item: Item) -> bool:
    """Whether it is always there, and has nothing that a program could say: an order of fewer than two."""
    required = [field for field in item.kind.managed if field.required and field.wire in item.values]
    return item.kind.always and any(
        next(field.type.problems(item.values[field.wire]), None) is not None for field in required
    )


def _homes(item: Item) -> Iterator[str]:
    """The departments an object is, lies in, or belongs to."""
    if item.kind.name == SCOPE:
        yield item.id
    elif item.kind.within:
        yield scalar(item.row.get(item.kind.within[1]))
    else:
        yield from (id for kind, id in references_of(item) if kind == SCOPE)


def _refuse_duplicates(inventory: Inventory, chosen: tuple[Item, ...]) -> None:
    wanted = {item.place for item in chosen}
    for group in inventory.duplicates:
        if any(item.place in wanted for item in group):
            ids = ", ".join(item.id for item in group)
            titles = dict.fromkeys(" in ".join(f'"{part}"' for part in reversed(item.key)) for item in group)
            raise AmbiguousMatch(
                f"{len(group)} objects of kind {group[0].kind.words} are named {' and '.join(titles)}, which is one "
                f"name, letter case aside: ids {ids}. "
                "Rename all but one of them in Zoho Desk, or leave them out with --kind, --department or --name."
            )
