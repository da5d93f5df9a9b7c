"""Resource options of Pulumi that protect an object, and that a run would change.

The engine takes them from the program at every registration, so what an import or an earlier program set goes with the
next update, an operation that it calls `same`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.dynamic import BY_TYPE, logical_name
from pulumi_zohodesk.engine import Kind, Row
from pulumi_zohodesk.plan._values import object_from

MEANINGS: Mapping[str, tuple[str, str]] = {
    "protect": ("is protected from removal from now on", "LOSES ITS PROTECTION from removal"),
    "retainOnDelete": ("is only forgotten on removal from now on", "IS NO LONGER KEPT in Zoho Desk on removal"),
}
"""By name in the state, what it means that an option begins, and that it ends."""


@dataclass(frozen=True)
class Protection:
    """An option that a run would change.

    Attributes:
        urn: whose.
        option: its name in the state.
        begins: it begins; else it ends.
        type: the Pulumi type of the resource.
        kind: what it is; None for what is not Zoho Desk's.
        inputs: the managed fields as they are live.
    """

    urn: str
    option: str
    begins: bool
    type: str
    kind: Kind | None
    inputs: Row

    @property
    def name(self) -> str:
        """The logical name."""
        return logical_name(self.urn)

    @property
    def words(self) -> str:
        """What the change means."""
        return MEANINGS[self.option][not self.begins]


def protections(steps: Iterable[Mapping[str, Any]]) -> Iterator[Protection]:
    """What would change of the objects that stay, out of steps of a preview that shows what stays as well."""
    for step in steps:
        old, new = step.get("oldState"), step.get("newState")
        if step["op"] in ("read", "refresh") or not old or not new:
            continue
        for option in MEANINGS:
            if bool(old.get(option)) != bool(new.get(option)):
                kind = BY_TYPE.get(new["type"])
                inputs = object_from(old.get("inputs"))
                yield Protection(step["urn"], option, bool(new.get(option)), new["type"], kind, inputs)
