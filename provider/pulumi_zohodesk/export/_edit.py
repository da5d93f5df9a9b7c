"""Changing single values of exported YAML files: comments and layout stay."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from ruamel.yaml.error import YAMLError

from pulumi_zohodesk.engine import Kind
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.export._data import spelt, writer
from pulumi_zohodesk.export._rename import Renames
from pulumi_zohodesk.export._texts import content_of_file
from pulumi_zohodesk.kinds import kind_named

__all__ = ["DataEdit", "edit_data"]


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


def edit_data(
    text: str, edits: Sequence[DataEdit], renames: Renames | None = None
) -> tuple[str, list[tuple[str, str]], dict[str, str]]:
    """The text with the edits of what it declares, the kind and name of the objects that are written anew, and the
    texts of the files that it names for long texts, where they change.

    Args:
        renames: natural keys that the edits change; every reference to them follows.

    Raises InputError for a text that is no data file.
    """
    yaml = writer()
    try:
        content = yaml.load(text)
    except YAMLError as error:
        raise InputError(f"The data file cannot be read: {error}") from None
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
            _change(kind_named(edit.kind), objects[edit.name], edit.values, texts)
        done.append((edit.kind, edit.name))
    out = io.StringIO()
    yaml.dump(content, out)
    return (out.getvalue() if done else text), list(dict.fromkeys(done)), texts


def _change(kind: Kind, arguments: dict[str, Any], values: Mapping[str, Any], texts: dict[str, str]) -> None:
    for name, value in values.items():
        of = kind.by_snake[name]
        said = arguments.get(of.yaml_name)
        if isinstance(said, dict) and (content := content_of_file(of, value)) is not None:
            texts[said["file"]] = content
            continue
        shown = of.type.shown(None, None) if value is None else of.type.in_wire(value, attrgetter("snake"))
        arguments[of.yaml_name] = spelt(of.type.in_words(shown, attrgetter("yaml_name")))
