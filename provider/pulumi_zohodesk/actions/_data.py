"""What the YAML files of a program use of this package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pulumi_zohodesk.actions._uses import LOOK_UPS, Use
from pulumi_zohodesk.engine import Kind, Many, snake
from pulumi_zohodesk.kinds import Entry, entries

__all__ = ["uses_of_data"]


def uses_of_data(files: Sequence[Path]) -> Iterator[tuple[Use, set[str]]]:
    """The use of each object that the files declare, and the look-ups for what it names and they do not declare.

    Raises InputError for a file that cannot be read or says something that is no declaration.
    """
    found = list(entries(files))
    declared = {entry.place for entry in found}
    for entry in found:
        yield Use(entry.kind.name, removals=_removals(entry.kind, entry.arguments)), set(_look_ups(entry, declared))


def _removals(kind: Kind, arguments: Mapping[str, Any]) -> frozenset[str]:
    said = str(arguments.get("on_destroy"))
    return frozenset({said if said in kind.removals else next(iter(kind.removals))})


def _look_ups(entry: Entry, declared: set[tuple[str, str, tuple[str, ...]]]) -> Iterator[str]:
    for field in entry.kind.fields:
        value: Any = entry.arguments.get(field.yaml_name) if field.ref else None
        for one in value if isinstance(value, list) and isinstance(field.type, Many) else [value]:
            key = tuple(str(part).casefold() for part in (one if isinstance(one, list) else [one]))
            name = f"get_{snake(field.ref or '')}"
            named = one is not None and not isinstance(one, Mapping)
            if named and name in LOOK_UPS and (entry.connection, field.ref, key) not in declared:
                yield name
