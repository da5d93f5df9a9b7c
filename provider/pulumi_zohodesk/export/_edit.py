"""Changing single values of exported YAML files: comments and layout stay."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any

from ruamel.yaml.error import YAMLError

from pulumi_zohodesk.engine import Field, Kind, LongText
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.export._data import spelt, writer
from pulumi_zohodesk.export._rename import Renames
from pulumi_zohodesk.export._texts import content_of_file
from pulumi_zohodesk.kinds import kind_named


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
