"""Long texts of an export, each in a file beside the program, where people and their editors read it best."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pulumi_zohodesk.engine import Field, LongText
from pulumi_zohodesk.export._declared import Declared
from pulumi_zohodesk.export._identifiers import Names

TEXTS = "texts"
"""The folder of the files."""

LONGEST = 100
"""Bytes of a file's name, without its ending. File systems take 255, some of them with overhead."""


@dataclass(frozen=True)
class TextFile:
    """What stands in the place of a long text. ``path``: of its file, from the program."""

    path: str


def with_text_files(declared: Sequence[Declared]) -> tuple[list[Declared], dict[str, str]]:
    """The objects with files in the place of their long texts, and these files by path."""
    names, files = Names(), {}

    def in_file(declared: Declared, wire: str, value: Any) -> Any:
        field = declared.item.kind.by_wire[wire]
        content = content_of_file(field, value)
        if content is None:
            return value
        # Some file systems do not tell letter case apart.
        name = names.new((declared.name.casefold(), field.snake), field.snake, LONGEST)
        path = f"{TEXTS}/{name}.{'html' if re.search('<[A-Za-z/!]', content) else 'txt'}"
        files[path] = content
        return TextFile(path)

    return [
        replace(one, arguments={wire: in_file(one, wire, value) for wire, value in one.arguments.items()})
        for one in declared
    ], files


def content_of_file(field: Field, value: Any) -> str | None:
    """A long text as its file has it; None for all else, and for what a file would not give back: a byte order mark
    before it, letters that UTF-8 does not have."""
    if not isinstance(field.type, LongText) or not isinstance(value, str) or not value:
        return None
    return field.type.even(value) if value.encode(errors="ignore").decode("utf-8-sig") == value else None
