"""What comes with Zoho Desk and is another thing in the target: a clone leaves it so, and says so."""

from __future__ import annotations

from pulumi_zohodesk.clone._target import Omission, TargetState
from pulumi_zohodesk.compare import compare
from pulumi_zohodesk.inventory import Inventory

REASON = "It comes with Zoho Desk, and is left as the target has it."


def leave_given(out: TargetState, source: Inventory, target: Inventory) -> None:
    """An omission for each field in which an object that comes with Zoho Desk differs, and a note for each object."""
    kinds = [name for name in source.kinds if any(item.given for item in source.items(name))]
    for finding in compare(source, target, kinds=kinds).findings if kinds else ():
        item = source.item(finding.kind, finding.ids[0]) if finding.edits else None
        if item and item.given:
            fields = [item.kind.by_snake[edit.field] for edit in finding.edits]
            out.omissions += [Omission(finding.kind, item.key, REASON, field.wire) for field in fields]
            names = ", ".join(field.snake for field in fields)
            out.notes.append(f"{item.label} comes with Zoho Desk, and is left as the target has it: {names}.")
