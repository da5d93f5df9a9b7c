"""What the target shall hold, as values: the objects, where they differ from the source, and why that cannot be."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from pulumi_zohodesk.engine import UNKNOWN, Field, Kind
from pulumi_zohodesk.inventory import Gap, Item, Key, Place


@dataclass(frozen=True)
class TargetObject:
    """One object as the target shall have it.

    Attributes:
        item: it, with ids of the target; an object that is not there yet has an id of its own making.
        source: the object it is copied from; None for one that stays as it is but for what others bring.
        live: what the target has; None when it must be made.
        changed: wire names whose value in the target is another one; empty for what must be made.
    """

    item: Item
    source: Item | None
    live: Item | None
    changed: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        return self.item.kind

    @property
    def place(self) -> Place:
        return self.item.place

    @property
    def told(self) -> Item:
        """What messages name: the object of the source, else that of the target."""
        return self.source or self.item

    def writes(self, wire: str) -> bool:
        """Whether a value is written: anew, or in place of another one."""
        return self.live is None or wire in self.changed

    def having(self, wire: str, value: Any) -> TargetObject:
        """The object with another value."""
        item = replace(self.item, values={**self.item.values, wire: value})
        return replace(self, item=item, changed=changed(item, self.live))


@dataclass(frozen=True)
class Omission:
    """Where the target shall not be what the source is.

    Attributes:
        kind, key: the object in the source.
        reason: a sentence.
        field: the argument, when the object is there but for some references.
        left_out, put_in: natural keys of these.
    """

    kind: str
    key: Key
    reason: str
    field: str = ""
    left_out: tuple[Key, ...] = ()
    put_in: tuple[Key, ...] = ()


@dataclass
class TargetState:
    """Attributes:
    objects: what the target shall hold, by kind and id, what is referred to first.
    omissions: where it shall differ from the source.
    problems: why it cannot be, each a sentence.
    notes: what the user said and what has no effect, each a sentence.
    ids: kinds to ids in the source to ids in the target; objects to be made have none.
    """

    objects: dict[Place, TargetObject] = field(default_factory=dict)
    omissions: list[Omission] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    ids: dict[str, dict[str, str]] = field(default_factory=dict)


def with_unknowns(field: Field, value: Any) -> Any:
    """A value without the ids of what is not there yet."""
    return field.type.with_references(value, lambda _, id: UNKNOWN if str(id).startswith("+") else id)


def lacks(gap: Gap) -> bool:
    """Whether an organisation has none of a kind at all, by its edition. What else is hidden may be there."""
    return gap.layer == "edition" and gap.scope is None


def changed(item: Item, live: Item | None) -> tuple[str, ...]:
    """Wire names whose value in the target is another one; none for what must be made."""
    if live is None:
        return ()
    fields = item.kind.by_wire
    return tuple(
        wire for wire, value in item.values.items() if not fields[wire].type.same(live.values.get(wire), value)
    )
