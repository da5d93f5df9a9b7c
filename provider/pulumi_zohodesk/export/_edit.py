"""Changing single values of exported YAML files, and natural keys: comments and layout stay."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any

from ruamel.yaml.error import YAMLError

from pulumi_zohodesk.engine import Field, Kind, LongText, Many, Map, Reference, Struct, ValueType
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.export._data import spelt, writer
from pulumi_zohodesk.export._declared import content_of_file
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


@dataclass(frozen=True)
class DataEdit:
    """What becomes of one object.

    Attributes:
        kind, name: of it, as the file has them.
        values: arguments as Python calls them to values as an export writes them, None for empty; None: it is taken
            out.
    """

    kind: str
    name: str
    values: Mapping[str, Any] | None


def shared_texts(files: Mapping[Path, str], edits: Sequence[DataEdit]) -> dict[Path, set[str]]:
    """The files of long texts, as each data file calls them, that several objects name and that the edits would make
    different for these. Raises InputError for a text that is no data file.

    Args:
        files: data files and what is in them.
    """
    values: dict[tuple[str, str], dict[str, Any] | None] = {}
    for edit in edits:
        before = values.get((edit.kind, edit.name)) or {}
        values[edit.kind, edit.name] = None if edit.values is None else {**before, **edit.values}
    contents: dict[Path, set[str | None]] = {}
    called: list[tuple[Path, Path, str]] = []
    for file, text in files.items():
        for kind, name, of, path in _text_files(_content(text)):
            if (new := values.get((kind, name), {})) is not None:
                called.append((place := (file.parent / path).resolve(), file, path))
                contents.setdefault(place, set()).add(content_of_file(of, new.get(of.snake)))
    return {file: {path for place, by, path in called if by == file and len(contents[place]) > 1} for file in files}


def _text_files(content: Any) -> Iterator[tuple[str, str, Field, str]]:
    """Kind and logical name of each object that names a file for a long text, with the field and the file."""
    for kind, objects in content.items() if isinstance(content, dict) else ():
        for name, arguments in (objects or {}).items():
            for field in kind_named(kind).fields:
                said = arguments.get(field.yaml_name)
                if isinstance(field.type, LongText) and isinstance(said, dict):
                    yield kind, name, field, said["file"]


def edit_data(
    text: str, edits: Sequence[DataEdit], renames: Renames | None = None, shared: Collection[str] = ()
) -> tuple[str, list[tuple[str, str]], dict[str, str]]:
    """The text with the edits of what it declares, the kind and name of the objects that are written anew, and the
    texts of the files that it names for long texts, where they change.

    Args:
        renames: natural keys that the edits change; every reference to them follows.
        shared: files that stay as they are, since others name them too: a new text stands in the data itself.

    Raises InputError for a text that is no data file.
    """
    content = _content(text)
    # References first: they are in the old names, and the edits in the new ones.
    done = list(renames.follow(content)) if renames else []
    texts: dict[str, str] = {}
    for edit in edits:
        objects = content.get(edit.kind) if isinstance(content, dict) else None
        if not isinstance(objects, dict) or edit.name not in objects:
            continue
        if edit.values is None:
            del objects[edit.name]
        else:
            _change(kind_named(edit.kind), objects[edit.name], edit.values, texts, shared)
        done.append((edit.kind, edit.name))
    out = io.StringIO()
    writer().dump(content, out)
    return (out.getvalue() if done else text), list(dict.fromkeys(done)), texts


def _content(text: str) -> Any:
    try:
        return writer().load(text)
    except YAMLError as error:
        raise InputError(f"The data file cannot be read: {error}") from None


def _change(
    kind: Kind, arguments: dict[str, Any], values: Mapping[str, Any], texts: dict[str, str], shared: Collection[str]
) -> None:
    for name, value in values.items():
        of = kind.by_snake[name]
        said = arguments.get(of.yaml_name)
        content = content_of_file(of, value)
        if isinstance(said, dict) and content is not None and said["file"] not in shared:
            texts[said["file"]] = content
            continue
        if value is None and of.exclusive:
            arguments.pop(of.yaml_name, None)  # another one has it now; False would be refused
            continue
        shown = of.type.shown(None, None) if value is None else of.type.in_wire(value, attrgetter("snake"))
        arguments[of.yaml_name] = spelt(of.type.in_words(shown, attrgetter("yaml_name")))
    for of in kind.fields:
        beside = kind.by_wire[of.when.wire].yaml_name if of.when else ""
        if of.when and beside in arguments and not of.when.holds({of.when.wire: arguments[beside]}):
            arguments.pop(of.yaml_name, None)
