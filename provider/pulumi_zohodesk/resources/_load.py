"""Objects declared by data: YAML files, as ``kinds/_files.py`` describes them; and long texts in files of their own.

A key that no file declares is looked up in the organisation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pulumi

from pulumi_zohodesk.dynamic import DeskResource, ends_the_program_plainly, session_from_program
from pulumi_zohodesk.engine import Field, Kind, Many, Map, Reference, Session, Struct, ValueType, scalar, single
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.kinds import KINDS, Entry, Key, Place, entries, key_of, kind_named
from pulumi_zohodesk.kinds import file_text as text_of
from pulumi_zohodesk.resources._classes import CLASSES


@ends_the_program_plainly
def load(*paths: str | Path) -> dict[str, DeskResource]:
    """Declare what YAML files say; returns the resources by logical name.

    Files may refer to each other in any order. Paths are relative to the program's folder.

    Raises:
        InputError: a file cannot be read, or says something that is no declaration; or a key fits no object.
        AmbiguousMatch: a key fits several objects.
    """
    return _Loader(list(entries(paths))).run()


@ends_the_program_plainly
def file_text(path: str | Path) -> str:
    """A long text out of a file in UTF-8, such as the body of a template; lines ended by ``\\n``.

    Args:
        path: relative to the program's folder.

    Raises InputError: it cannot be read.
    """
    return text_of(Path(path), "desk.file_text")


@dataclass
class _Loader:
    entries: list[Entry]
    made: dict[str, DeskResource] = field(default_factory=dict)
    by_place: dict[Place, Entry] = field(default_factory=dict)
    found: dict[Place, str] = field(default_factory=dict)
    doing: list[str] = field(default_factory=list)

    def run(self) -> dict[str, DeskResource]:
        for entry in self.entries:
            other = self.by_place.setdefault(entry.place, entry)
            if other is not entry:
                raise InputError(f"{entry.where} is the same object as {other.where}: declare it once.")
        for kind in KINDS:  # what is referred to comes first
            for entry in (entry for entry in self.entries if entry.kind is kind):
                self._declare(entry)
        return self.made

    def _declare(self, entry: Entry) -> DeskResource:
        """The resource of an entry, after those that it refers to."""
        if entry.name in self.made:
            return self.made[entry.name]
        if entry.name in self.doing:
            raise InputError(f"{entry.where} refers to itself: {' -> '.join([*self.doing, entry.name])}.")
        self.doing.append(entry.name)
        arguments = {of.snake: value for of, value in self._arguments(entry)}
        made: DeskResource = CLASSES[entry.kind.name](entry.name, **arguments)
        self.made[entry.name] = made
        self.doing.pop()
        return made

    def _arguments(self, entry: Entry) -> Iterator[tuple[Field, Any]]:
        fields = {field.yaml_name: field for field in entry.kind.fields}
        for name, value in entry.arguments.items():
            if fields[name].write_only and value is not None:
                yield fields[name], pulumi.Config().require_secret(value["secret"])
            else:
                yield fields[name], self._value(fields[name].type, value, entry)

    def _value(self, type_: ValueType, value: Any, entry: Entry) -> Any:
        """A value as Python takes it: resources or ids in the place of names."""
        if value is None:
            return None
        if isinstance(type_, Reference):
            return self._reference(type_.kind, value, entry)
        if isinstance(type_, Many):
            return [self._value(type_.type, item, entry) for item in value]
        if isinstance(type_, Map):
            return {key: self._value(type_.type, item, entry) for key, item in value.items()}
        if isinstance(type_, Struct):
            parts = {part.yaml_name: part for part in type_.parts}
            return {parts[key].snake: self._value(parts[key].type, item, entry) for key, item in value.items()}
        return value

    def _reference(self, kind_name: str, value: Any, entry: Entry) -> DeskResource | str:
        if isinstance(value, Mapping) and set(value) == {"id"}:
            return scalar(value["id"])
        key = tuple(key_of(value, entry.where))
        place = entry.connection, kind_name, tuple(part.casefold() for part in key)
        if place in self.by_place:
            return self._declare(self.by_place[place])
        if place not in self.found:
            session = session_from_program(entry.connection or None)
            self.found[place] = _look_up(session, kind_name, key, entry.where)
        return self.found[place]


def _look_up(session: Session, kind_name: str, key: Key, where: str) -> str:
    """The id of what a natural key means in the organisation."""
    kind = kind_named(kind_name)
    if len(key) != _length(kind):
        raise InputError(f"{where}: {single(kind.words)} is named by {_length(kind)} names, not by {len(key)}.")
    values: dict[str, str] = {}
    rest = list(key)
    for wire in kind.key:
        ref = kind.by_wire[wire].ref
        count = _length(kind_named(ref)) if ref else 1
        part, rest = tuple(rest[:count]), rest[count:]
        values[wire] = _look_up(session, ref, part, where) if ref else part[0]
    return scalar(session.look_up(kind, values)["id"])


def _length(kind: Kind) -> int:
    refs = (kind.by_wire[wire].ref for wire in kind.key)
    return sum(_length(kind_named(ref)) if ref else 1 for ref in refs)
