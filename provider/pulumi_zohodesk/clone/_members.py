"""Who belongs where: what lies in a department can name only people who belong to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pulumi_zohodesk.clone._people import PERSON
from pulumi_zohodesk.clone._target import Omission, TargetState
from pulumi_zohodesk.clone._work import HOME
from pulumi_zohodesk.engine import Field, Kind, Many, scalar
from pulumi_zohodesk.inventory import Inventory, Key


def required_sets(kind: Kind) -> list[Field]:
    """The references of which there must be one at least: the departments of people."""
    return [field for field in kind.managed if field.required and field.ref and isinstance(field.type, Many)]


def members_only(target_state: TargetState, target: Inventory, key_of: Callable[[str, str], Key]) -> None:
    """Take strangers out of what would be written. The source has them from before, and Zoho Desk takes none anew.

    Args:
        key_of: the natural key of an id of the target, or of what will be there.
    """
    belongs = _homes(target_state, target)
    for place, found in target_state.objects.items():
        kind = found.kind
        if kind.within is None or kind.within[0] != HOME:
            continue
        home = scalar(found.item.row.get(kind.within[1]))
        for field in (field for field in kind.managed if field.ref == PERSON and isinstance(field.type, Many)):
            ids = list(map(scalar, found.item.values.get(field.wire) or ()))
            strangers = [id for id in ids if home not in belongs.get(id, ())]
            if strangers and target_state.objects[place].writes(field.wire):
                members = [id for id in ids if id not in strangers]
                target_state.objects[place] = target_state.objects[place].having(field.wire, members)
                names = tuple(key_of(PERSON, id) for id in strangers)
                reason = "They do not belong to its department, and Zoho Desk refuses that."
                target_state.omissions.append(Omission(kind.name, found.told.key, reason, field.wire, left_out=names))


def _homes(target_state: TargetState, target: Inventory) -> Mapping[str, frozenset[str]]:
    """The departments that each person of the target shall belong to."""
    shall = [found.item for found in target_state.objects.values() if found.kind.name == PERSON]
    return {
        item.id: frozenset(scalar(id) for of in required_sets(item.kind) for id in item.values.get(of.wire) or ())
        for item in (*target.items(PERSON), *shall)
    }
