"""Who belongs where: what lies in a department can name only people who belong to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from pulumi_zohodesk.clone._aim import Aims, Key, Omission, changed
from pulumi_zohodesk.clone._people import PERSON
from pulumi_zohodesk.clone._work import HOME
from pulumi_zohodesk.engine import Field, Kind, Many, scalar
from pulumi_zohodesk.inventory import Inventory

__all__ = ["members_only", "required_sets"]


def required_sets(kind: Kind) -> list[Field]:
    """The references of which there must be one at least: the departments of people."""
    return [of for of in kind.managed if of.required and of.ref and isinstance(of.type, Many)]


def members_only(aims: Aims, target: Inventory, key_of: Callable[[str, str], Key]) -> None:
    """Take strangers out of what would be written. The source has them from before, and Zoho Desk takes none anew.

    Args:
        key_of: the natural key of an id of an aim.
    """
    belongs = _homes(aims, target)
    for place, aim in enumerate(aims.aims):
        kind = aim.item.kind
        if kind.within is None or kind.within[0] != HOME:
            continue
        home = scalar(aim.item.row.get(kind.within[1]))
        for of in (of for of in kind.managed if of.ref == PERSON and isinstance(of.type, Many)):
            ids = [scalar(one) for one in aim.item.values.get(of.wire) or ()]
            strangers = [id for id in ids if home not in belongs.get(id, ())]
            if strangers and (aim.live is None or of.wire in aims.aims[place].changed):
                _take_out(aims, place, of, [id for id in ids if id not in strangers])
                names = tuple(key_of(PERSON, id) for id in strangers)
                reason = "They do not belong to its department, and Zoho Desk refuses that."
                key = aim.source.key if aim.source else aim.item.key
                aims.omissions.append(Omission(kind.name, key, reason, of.wire, left_out=names))


def _take_out(aims: Aims, place: int, of: Field, rest: Sequence[str]) -> None:
    aim = aims.aims[place]
    item = replace(aim.item, values={**aim.item.values, of.wire: list(rest)})
    aims.aims[place] = replace(aim, item=item, changed=changed(item, aim.live))


def _homes(aims: Aims, target: Inventory) -> Mapping[str, frozenset[str]]:
    """The departments that each person of the target shall belong to."""
    items = [*target.items(PERSON), *(aim.item for aim in aims.aims if aim.item.kind.name == PERSON)]
    return {
        item.id: frozenset(scalar(one) for of in required_sets(item.kind) for one in item.values.get(of.wire) or ())
        for item in items
    }
