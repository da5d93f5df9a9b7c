"""Changing `zohodesk.toml`: comments and layout stay, what would not be read back is not written."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings._connections import FILE_NAME, check_content, find_file, unknown
from pulumi_zohodesk.settings._places import fault, like_secret, quoted, tidy
from pulumi_zohodesk.settings._whole_file import write_whole

__all__ = ["add_connection", "remove_connection", "set_in_connection"]

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,62}")


def add_connection(name: str, values: Mapping[str, str | list[str]], directory: Path | None = None) -> Path:
    """Add `[connections.NAME]` to the nearest file, or to a new one in the directory; returns the file.

    Raises:
        ConfigError: the name is taken or no name, or a value cannot be used; nothing was written.
    """
    file = find_file(directory) or (directory or Path.cwd()).absolute() / FILE_NAME
    if not _NAME.fullmatch(name):
        raise ConfigError([f"{quoted(name)} cannot name a connection: use letters, digits, - and _."])
    if like_secret(name):
        raise ConfigError(["What should name the connection looks like a secret, so it is neither shown nor written."])
    document = _read(file)
    tables = document.setdefault("connections", tomlkit.table(is_super_table=True))
    if name in tables:
        raise ConfigError([f'There is a connection "{name}" in {file} already. Remove it first, or edit the file.'])
    _check_values(values)
    table = tomlkit.table()
    for key, value in values.items():
        table.add(key, value)
    if len(document.as_string().strip()) and tables:
        last = tables[list(tables)[-1]]
        if not last.as_string().endswith("\n\n"):
            last.add(tomlkit.nl())
    tables.add(name, table)
    _write(file, document)
    return file


def set_in_connection(name: str, values: Mapping[str, str | list[str]], directory: Path | None = None) -> Path:
    """Set values of a connection that is there. Raises ConfigError."""
    file, document = _existing(name, directory)
    _check_values(values)
    table: Any = document["connections"]
    for key, value in values.items():
        table[name][key] = value
    _write(file, document)
    return file


def remove_connection(name: str, directory: Path | None = None) -> Path:
    """Take a connection out of the file, also one with mistakes. Raises ConfigError when there is none of that name."""
    file, document = _existing(name, directory, check=False)
    tables: Any = document["connections"]
    del tables[name]
    if not tables:
        del document["connections"]
    _write(file, document, check=False)
    return file


def _existing(name: str, directory: Path | None, *, check: bool = True) -> tuple[Path, tomlkit.TOMLDocument]:
    file = find_file(directory)
    document = _read(file, check) if file else tomlkit.document()
    known = document.get("connections", {})
    if file is None or not isinstance(known, Mapping) or name not in known:
        raise ConfigError([unknown(name, file, known if isinstance(known, Mapping) else ())])
    return file, document


def _check_values(values: Mapping[str, str | list[str]]) -> None:
    problems = [
        f"{key} {quoted(value)} cannot be used: {reason}."
        for key, value in values.items()
        if isinstance(value, str) and (reason := fault(key, tidy(key, value)))
    ]
    if problems:
        raise ConfigError(problems)


def _read(file: Path, check: bool = True) -> tomlkit.TOMLDocument:
    try:
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        document = tomlkit.parse(text)
        if check:
            check_content(file, tomllib.loads(text))
    except (OSError, UnicodeError, TOMLKitError, tomllib.TOMLDecodeError) as error:
        raise ConfigError([f"The connections cannot be read from {file}: {error}."]) from None
    return document


def _write(file: Path, document: tomlkit.TOMLDocument, check: bool = True) -> None:
    text = document.as_string()
    if check:
        check_content(file, tomllib.loads(text))
    try:
        write_whole(file, text)
    except OSError as error:
        raise ConfigError([f"{file} cannot be written: {error.strerror}."]) from None
