"""One side of a comparison: objects whose references are natural keys in place of ids."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from pulumi_zohodesk.compare._finding import Edit
from pulumi_zohodesk.engine import Field, Kind, ValueType, scalar
from pulumi_zohodesk.inventory import Gap, Inventory, Item, Key, folded

NameOf = Callable[[str, str], Key | None]
UNTOLD: Any = object()
"""A value of which nothing is known, since what it refers to cannot be listed."""
_EMPTY: tuple[Any, ...] = (None, "", [], {})


@dataclass(frozen=True)
class Named:
    """An object told in names.

    Attributes:
        key: its natural key, outermost scope first, letter case kept.
        values: wire names to values; a reference is a natural key: a text, or a list of texts of several parts; one
            that nothing names is ``{"id": ID}``. What is missing is empty.
        implied: wire names whose values follow from others.
        id: empty when it is not from an organisation.
        given: it comes with Zoho Desk, so it is no difference that one side does not tell of it.
    """

    kind: Kind
    key: Key
    values: Mapping[str, Any]
    implied: frozenset[str] = frozenset()
    id: str = ""
    given: bool = False

    @property
    def off(self) -> bool:
        """Whether its kind's switch is off."""
        return self.kind.off(self.values)


@dataclass(frozen=True)
class Side:
    """Attributes:
    kinds: names of the kinds that it tells all about.
    objects: by name of the kind.
    gaps: what could not be listed, or not be named.
    """

    kinds: tuple[str, ...]
    objects: Mapping[str, Sequence[Named]]
    gaps: tuple[Gap, ...] = ()

    def sees(self, kind: str, key: Key) -> bool:
        """Whether an object of this key would have been listed."""
        low = folded(key)
        return not any(gap.kind == kind and low[: len(gap.home)] == folded(gap.home) for gap in self.gaps)


def side_of(inventory: Inventory) -> Side:
    """An organisation, or what was read of it."""
    lost = frozenset(gap.kind for gap in inventory.gaps)
    objects = {
        name: [_named_item(inventory, item, lost) for item in inventory.items(name) if not inventory.nameless(item)]
        for name in inventory.kinds
    }
    return Side(inventory.kinds, objects, inventory.blind)


def with_names(side: Side, inventory: Inventory | None) -> Side:
    """The side with names for what it could only write as an id, where that is an id of this organisation.

    Else such an id of a kind that the side could not list tells nothing."""
    lost = frozenset(gap.kind for gap in side.gaps)
    objects = {name: [_with_names(thing, inventory, lost) for thing in found] for name, found in side.objects.items()}
    return replace(side, objects=objects)


def _with_names(one: Named, inventory: Inventory | None, lost: frozenset[str]) -> Named:
    def called(kind: str, name: Any) -> Any:
        by_id = isinstance(name, Mapping)
        return _reference(kind, scalar(name["id"]), inventory.name_of) if inventory and by_id else name

    values: dict[str, Any] = {}
    for wire, value in one.values.items():
        type_ = one.kind.by_wire[wire].type
        values[wire] = type_.with_references(value, called)
        if not lost.isdisjoint(_nameless(type_, values[wire])):
            values[wire] = UNTOLD
    return replace(one, values=values)


def _nameless(type_: ValueType, value: Any) -> set[str]:
    """The kinds of what a value can only refer to by id."""
    found: set[str] = set()
    type_.with_references(value, lambda kind, name: found.add(kind) if isinstance(name, Mapping) else None)
    return found


def _named_item(inventory: Inventory, item: Item, lost: frozenset[str]) -> Named:
    values: dict[str, Any] = {}
    for wire, value in item.values.items():
        field = item.kind.by_wire[wire]
        references = field.type.references(value)
        unseen = any(kind in lost and inventory.name_of(kind, id) is None for kind, id in references)
        values[wire] = UNTOLD if unseen else named(field, value, inventory.name_of)
    return Named(item.kind, item.key, values, frozenset(item.kind.implied(item.row)), item.id, item.given)


def named(field: Field, value: Any, name_of: NameOf) -> Any:
    """A value with names in place of ids; sets of references are sorted."""
    return field.type.with_references(value, lambda kind, id: _reference(kind, scalar(id), name_of))


def _reference(kind: str, id: str, name_of: NameOf) -> Any:
    key = name_of(kind, id)
    if key is None:
        return {"id": id}
    return key[0] if len(key) == 1 else list(key)


def name_fold(name: Any) -> Key:
    """What is equal for equal references: letter case does not count."""
    if isinstance(name, Mapping):
        return ("", scalar(name.get("id")))
    return folded(tuple(map(scalar, name)) if isinstance(name, (list, tuple)) else (scalar(name),))


def with_folds(type_: ValueType, value: Any) -> Any:
    """A value with natural keys that are equal wherever they mean the same."""
    return type_.with_references(value, lambda _, name: json.dumps(name_fold(name)))


def same(field: Field, one: Any, other: Any) -> bool:
    """Whether two values mean the same, whichever of them is old; missing is empty."""
    if one is UNTOLD or other is UNTOLD:
        return True
    if one in _EMPTY and other in _EMPTY:
        return True
    one, other = (with_folds(field.type, value) for value in (one, other))
    return field.type.same(one, other) and field.type.same(other, one)


def edited(field: Field, old: Any, new: Any, *, secret: bool = False) -> Edit:
    """The edit of a field, in the spelling of people."""
    return Edit(field.snake, spoken(field, old), spoken(field, new), field.type, secret)


def spoken(field: Field, value: Any) -> Any:
    """A value as people write it, with Python's names; None for what is empty, and nothing to declare."""
    return (
        None if value in _EMPTY or (field.exclusive and not value) else field.type.in_words(value, attrgetter("snake"))
    )
