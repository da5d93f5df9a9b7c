"""Who belongs where: what lies in a department can name only people who belong to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from pulumi_zohodesk.clone._people import PERSON
from pulumi_zohodesk.clone._target import Key, Omission, TargetState, changed
from pulumi_zohodesk.clone._work import HOME
from pulumi_zohodesk.engine import Field, Kind, Many, scalar
from pulumi_zohodesk.inventory import Inventory

__all__ = ["members_only", "required_sets"]


def required_sets(kind: Kind) -> list[Field]:
    """The references of which there must be one at least: the departments of people."""
    return [field for field in kind.managed if field.required and field.ref and isinstance(field.type, Many)]


def members_only(target_state: TargetState, target: Inventory, key_of: Callable[[str, str], Key]) -> None:
    """Take strangers out of what would be written. The source has them from before, and Zoho Desk takes none anew.

    Args:
        key_of: the natural key of an id of the target, or of what will be there.
    """
    belongs = _homes(target_state, target)
    for place, target_object in enumerate(target_state.objects):
        kind = target_object.item.kind
        if kind.within is None or kind.within[0] != HOME:
            continue
        home = scalar(target_object.item.row.get(kind.within[1]))
        for field in (field for field in kind.managed if field.ref == PERSON and isinstance(field.type, Many)):
            ids = [scalar(one) for one in target_object.item.values.get(field.wire) or ()]
            strangers = [id for id in ids if home not in belongs.get(id, ())]
            if strangers and (target_object.live is None or field.wire in target_state.objects[place].changed):
                _take_out(target_state, place, field, [id for id in ids if id not in strangers])
                names = tuple(key_of(PERSON, id) for id in strangers)
                reason = "They do not belong to its department, and Zoho Desk refuses that."
                key = target_object.source.key if target_object.source else target_object.item.key
                target_state.omissions.append(Omission(kind.name, key, reason, field.wire, left_out=names))


def _take_out(target_state: TargetState, place: int, field: Field, rest: Sequence[str]) -> None:
    target_object = target_state.objects[place]
    item = replace(target_object.item, values={**target_object.item.values, field.wire: list(rest)})
    target_state.objects[place] = replace(target_object, item=item, changed=changed(item, target_object.live))


def _homes(target_state: TargetState, target: Inventory) -> Mapping[str, frozenset[str]]:
    """The departments that each person of the target shall belong to."""
    items = [
        *target.items(PERSON),
        *(target_object.item for target_object in target_state.objects if target_object.item.kind.name == PERSON),
    ]
    return {
        item.id: frozenset(scalar(one) for of in required_sets(item.kind) for one in item.values.get(of.wire) or ())
        for item in items
    }
