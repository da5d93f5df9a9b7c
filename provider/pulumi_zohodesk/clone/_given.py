"""What comes with Zoho Desk and is another thing in the target: a clone leaves it so, and says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pulumi_zohodesk.clone._aim import Aims, Key, Omission
from pulumi_zohodesk.compare import Edit, compare
from pulumi_zohodesk.engine import Many, Reference, scalar
from pulumi_zohodesk.inventory import Inventory, Item

__all__ = ["leave_given"]

REASON = "It comes with Zoho Desk, and is left as the target has it."


def leave_given(out: Aims, source: Inventory, target: Inventory) -> None:
    """An omission for each field in which an object that comes with Zoho Desk differs, and a note for each object."""
    kinds = [name for name in source.kinds if any(item.given for item in source.items(name))]
    for finding in compare(source, target, kinds=kinds).findings if kinds else ():
        item = source.item(finding.kind, finding.ids[0]) if finding.edits else None
        if item and item.given:
            out.omissions += [_omission(item, edit) for edit in finding.edits]
            fields = ", ".join(edit.field for edit in finding.edits)
            out.notes.append(f"{item.label} comes with Zoho Desk, and is left as the target has it: {fields}.")


def _omission(item: Item, edit: Edit) -> Omission:
    wire = item.kind.by_snake[edit.field].wire
    if not (isinstance(edit.type, Many) and isinstance(edit.type.type, Reference)):
        return Omission(item.kind.name, item.key, REASON, wire)
    old, new = (tuple(_keys(side or ())) for side in (edit.old, edit.new))
    left, put = (tuple(key for key in one if key not in other) for one, other in ((old, new), (new, old)))
    return Omission(item.kind.name, item.key, REASON, wire, left, put)


def _keys(names: Iterable[Any]) -> Iterator[Key]:
    for name in names:
        if isinstance(name, dict):  # nothing names it
            yield "", scalar(name["id"])
        else:
            yield tuple(map(scalar, name)) if isinstance(name, list) else (scalar(name),)
