"""Natural keys that change, and the references to them in data files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.engine import Kind, Many, Map, Reference, Struct, ValueType
from pulumi_zohodesk.export._data import spelt
from pulumi_zohodesk.inventory import folded
from pulumi_zohodesk.kinds import KINDS, kind_named

Key = tuple[str, ...]


@dataclass(frozen=True)
class Rename:
    """Attributes:
    connection: of the object; empty for the stack's.
    kind: its name.
    key: the natural key as references have it so far, letter case aside.
    values: arguments as Python calls them to their new values, references as natural keys; others do not count.
    """

    connection: str
    kind: str
    key: Key
    values: Mapping[str, Any]


class Renames:
    """Several natural keys that change at once; two may swap."""

    def __init__(self, renames: Iterable[Rename]) -> None:
        self._changed: dict[tuple[str, str, Key], dict[str, list[str]]] = {}
        for one in renames:
            kind = kind_named(one.kind)
            values = {wire: one.values.get(kind.by_wire[wire].snake) for wire in kind.key}
            parts = {wire: _parts(value) for wire, value in values.items() if isinstance(value, (str, list))}
            if parts:
                self._changed[one.connection, one.kind, folded(one.key)] = parts

    def follow(self, content: Any) -> Iterator[tuple[str, str]]:
        """Rewrite the references in the content of a data file; yields kind and name of the objects that have them."""
        done: set[int] = set()  # lists that are rewritten; an anchor of YAML makes several objects share one
        for kind_name, objects in content.items() if self._changed and isinstance(content, dict) else ():
            for name, arguments in objects.items() if isinstance(objects, dict) and kind_name in KINDS else ():
                if isinstance(arguments, dict) and self._follow(kind_named(kind_name), arguments, done):
                    yield kind_name, name

    def _follow(self, kind: Kind, arguments: dict[str, Any], done: set[int]) -> bool:
        connection, found = str(arguments.get("connection") or ""), False
        for field in kind.fields:
            for kind_name, holder, place in _spots(field.type, arguments, field.yaml_name, done):
                new = self._renamed(connection, kind_name, holder[place]) if kind_name in KINDS else None
                if new is not None:
                    found = _put(holder, place, new, done)
        return found

    def _renamed(self, connection: str, kind: str, reference: Any) -> list[str] | None:
        """The names of a reference from now on; None when it stays as it is."""
        parts = reference if isinstance(reference, list) else [reference]
        if len(parts) != _length(kind) or not all(isinstance(part, str) for part in parts):
            return None
        new = self._key(connection, kind_named(kind), tuple(parts))
        return None if new == list(parts) else new

    def _key(self, connection: str, kind: Kind, key: Key) -> list[str]:
        """A natural key in new names; what it lies in may be renamed as well."""
        changed = self._changed.get((connection, kind.name, folded(key)), {})
        new: list[str] = []
        rest = key
        for wire in kind.key:
            ref = kind.by_wire[wire].ref
            part, rest = (rest[: _length(ref)], rest[_length(ref) :]) if ref else (rest[:1], rest[1:])
            if wire in changed:
                new += changed[wire]
            else:
                new += self._key(connection, kind_named(ref), part) if ref else part
        return new


def _spots(type: ValueType, holder: Any, place: Any, done: set[int]) -> Iterator[tuple[str, Any, Any]]:
    """Where references stand in a value: the kind, what holds it, and where in that."""
    value = holder.get(place) if isinstance(holder, dict) else holder[place]
    if value is None or id(value) in done:
        return
    if isinstance(type, Reference):
        yield type.kind, holder, place
    elif isinstance(type, Many) and isinstance(value, list):
        for number in range(len(value)):
            yield from _spots(type.type, value, number, done)
        done.add(id(value))
    elif isinstance(type, Map) and isinstance(value, dict):
        for key in value:
            yield from _spots(type.type, value, key, done)
    elif isinstance(type, Struct) and isinstance(value, dict):
        for part in type.parts:
            yield from _spots(part.type, value, part.yaml_name, done)


def _put(holder: Any, place: Any, names: list[str], done: set[int]) -> bool:
    """Write a reference in the shape that it has, so that comments and layout stay."""
    old = holder[place]
    if not isinstance(old, list):
        holder[place] = spelt(names[0])
    elif id(old) not in done:
        old[:] = spelt(names)
        done.add(id(old))
    return True


def _length(kind_name: str) -> int:
    """Of how many names the natural key of a kind is made."""
    kind = kind_named(kind_name)
    refs = (kind.by_wire[wire].ref for wire in kind.key)
    return sum(_length(ref) if ref else 1 for ref in refs)


def _parts(value: Any) -> list[str]:
    return list(value) if isinstance(value, list) else [value]
