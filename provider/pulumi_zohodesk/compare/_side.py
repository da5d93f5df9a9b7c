"""One side of a comparison: objects whose references are natural keys in place of ids."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pulumi_zohodesk.compare._finding import Edit
from pulumi_zohodesk.engine import CRITERIA, Field, IdSet, Kind, TextSet, scalar, snake
from pulumi_zohodesk.inventory import Gap, Inventory, Item, folded

__all__ = [
    "UNTOLD",
    "Key",
    "NameOf",
    "Named",
    "Side",
    "edited",
    "name_fold",
    "named",
    "same",
    "side_of",
    "spoken",
    "with_names",
]

Key = tuple[str, ...]
NameOf = Callable[[str, str], Key | None]


class _Untold:
    """A value of which nothing is known, since what it refers to cannot be listed."""


UNTOLD = _Untold()
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
    """

    kind: Kind
    key: Key
    values: Mapping[str, Any]
    implied: frozenset[str] = frozenset()
    id: str = ""

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
    objects = {name: [_with_names(one, inventory, lost) for one in found] for name, found in side.objects.items()}
    return replace(side, objects=objects)


def _with_names(one: Named, inventory: Inventory | None, lost: frozenset[str]) -> Named:
    refs = {wire: of.ref for wire, of in one.kind.by_wire.items() if of.ref and _by_id(one.values.get(wire))}
    if not refs:
        return one

    def called(kind: str, name: Any) -> Any:
        return _reference(kind, scalar(name["id"]), inventory.name_of) if inventory and _by_id(name) else name

    values = {wire: one.values[wire] for wire in refs}
    more = {
        wire: [called(refs[wire], name) for name in value] if isinstance(value, list) else called(refs[wire], value)
        for wire, value in values.items()
    }
    more |= {wire: UNTOLD for wire, value in more.items() if refs[wire] in lost and _by_id(value)}
    return replace(one, values={**one.values, **more})


def _by_id(value: Any) -> bool:
    return any(isinstance(name, Mapping) for name in (value if isinstance(value, list) else [value]))


def _named_item(inventory: Inventory, item: Item, lost: frozenset[str]) -> Named:
    values = {
        wire: UNTOLD
        if (of := item.kind.by_wire[wire]).ref in lost and _unnamed(inventory, of, value)
        else named(of, value, inventory.name_of)
        for wire, value in item.values.items()
    }
    return Named(item.kind, item.key, values, frozenset(item.kind.implied(item.row)), item.id)


def _unnamed(inventory: Inventory, of: Field, value: Any) -> bool:
    ids = value if isinstance(value, list) else [value]
    return any(inventory.name_of(of.ref or "", scalar(one)) is None for one in ids if one not in _EMPTY)


def named(of: Field, value: Any, name_of: NameOf) -> Any:
    """A value with names in place of ids; sets of references are sorted."""
    if of.ref is None or value in _EMPTY:
        return value
    if not isinstance(value, list):
        return _reference(of.ref, scalar(value), name_of)
    return sorted((_reference(of.ref, scalar(one), name_of) for one in value), key=name_fold)


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


def same(of: Field, one: Any, other: Any) -> bool:
    """Whether two values mean the same, whichever of them is old; missing is empty."""
    if one is UNTOLD or other is UNTOLD:
        return True
    if one in _EMPTY and other in _EMPTY:
        return True
    if of.ref is None:
        return of.type.same(one, other) and of.type.same(other, one)
    return _folds(of, one) == _folds(of, other)


def _folds(of: Field, value: Any) -> frozenset[Key]:
    if value in _EMPTY:
        return frozenset()
    return frozenset(map(name_fold, value)) if isinstance(of.type, IdSet) else frozenset([name_fold(value)])


def edited(of: Field, old: Any, new: Any, *, secret: bool = False) -> Edit:
    """The edit of a field, in the spelling of people."""
    elements = {IdSet: "names", TextSet: "texts"}.get(type(of.type), "")
    return Edit(of.snake, spoken(of, old), spoken(of, new), elements, secret)


def spoken(of: Field, value: Any) -> Any:
    """A value as people write it: criteria with Python's names; None for what is empty."""
    if value in _EMPTY:
        return None
    return _snake_keys(value) if of.type is CRITERIA else value


def _snake_keys(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {snake(key): _snake_keys(item) for key, item in value.items()}
    return [_snake_keys(item) for item in value] if isinstance(value, list) else value
