"""Changing `zohodesk.toml`: comments and layout stay, what would not be read back is not written."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings._connections import NAME, checked, unknown, unreadable
from pulumi_zohodesk.settings._find import find_file, new_file
from pulumi_zohodesk.settings._places import fault, tidy
from pulumi_zohodesk.settings._shown import like_secret, quoted
from pulumi_zohodesk.settings._whole_file import read_text, rewrite

_ONE_LINE = "connections is one table in a line, to which none can be added: write [connections.NAME] tables."


def add_connection(name: str, values: Mapping[str, str | list[str]], directory: Path | None = None) -> Path:
    """Add `[connections.NAME]` to the nearest file, or to a new one in the directory; returns the file.

    Raises ConfigError: the name is taken or no name, or a value cannot be used; nothing was written.
    """
    import tomlkit

    file = find_file(directory) or new_file(directory)
    values = new_table(name, values)
    text = _text(file)
    known = checked(file, text).get("connections", {})
    if name in known:
        raise ConfigError([f'There is a connection "{name}" in {file} already. Remove it first, or edit the file.'])
    # A table at the end, whatever stands before; only a table in one line, { ... }, cannot be added to.
    gap = ("" if text.endswith("\n") else "\n") + ("" if text.endswith("\n\n") else "\n")
    whole = (text + gap if text.strip() else "") + tomlkit.dumps({"connections": {name: values}})
    try:
        tomllib.loads(whole)
    except tomllib.TOMLDecodeError:
        raise ConfigError([f"In {file}, {_ONE_LINE}"]) from None
    checked(file, whole)
    _write(file, whole)
    return file


def new_table(name: str, values: Mapping[str, str | list[str]]) -> dict[str, str | list[str]]:
    """The table of a connection that is in no file yet, as it is written. Raises ConfigError, as `add_connection`."""
    if reason := name_fault(name):
        raise ConfigError([reason])
    return _tidied(values)


def name_fault(name: str) -> str:
    """Why no connection can be added under a name, as a sentence; empty when one can."""
    if like_secret(name):
        return "What should name the connection looks like a secret, so it is neither shown nor written."
    if not NAME.fullmatch(name):
        return f"{quoted(name)} cannot name a connection: use letters, digits, - and _."
    return ""


def set_in_connection(name: str, values: Mapping[str, str | list[str]], directory: Path | None = None) -> Path:
    """Set values of a connection that is there. Raises ConfigError."""
    values = _tidied(values)

    def change(tables: Any) -> None:
        for key, value in values.items():
            tables[name][key] = value

    file, text = _changed(name, directory, change, check=True)
    written = checked(file, text)["connections"][name]
    if {**written, **values} != written:
        raise _unwritable(file, name)
    _write(file, text)
    return file


def remove_connection(name: str, directory: Path | None = None) -> Path:
    """Take a connection out of the file, also one with mistakes. Raises ConfigError when there is none of that name."""

    def change(tables: Any) -> None:
        del tables[name]

    file, text = _changed(name, directory, change, check=False)
    if name in tomllib.loads(text).get("connections", {}):
        raise _unwritable(file, name)
    _write(file, text)
    return file


def _changed(name: str, directory: Path | None, change: Callable[[Any], None], *, check: bool) -> tuple[Path, str]:
    """The text of the file after a change to its connections; nothing is written yet."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    file = find_file(directory)
    if file is None:
        raise ConfigError([unknown(name, None, ())])
    text = _text(file)
    if check:
        checked(file, text)
    try:
        document = tomlkit.parse(text)
        known: Any = document.get("connections", {})
        if not isinstance(known, Mapping) or name not in known:
            raise ConfigError([unknown(name, file, known if isinstance(known, Mapping) else ())])
        change(known)
        if not known:
            del document["connections"]
        whole = document.as_string()
        tomllib.loads(whole)
    except (TOMLKitError, ValueError, RecursionError) as error:
        raise unreadable(file, error) from None
    return file, whole


def _unwritable(file: Path, name: str) -> ConfigError:
    return ConfigError([f'The connection "{name}" is written in {file} in a way that only an editor can change.'])


def _tidied(values: Mapping[str, str | list[str]]) -> dict[str, str | list[str]]:
    """The values as they are written. Raises ConfigError for those that cannot be used, all at once."""
    found = {key: tidy(key, value) if isinstance(value, str) else value for key, value in values.items()}
    problems = [
        f"{key} {quoted(value)} cannot be used: {reason}."
        for key, value in found.items()
        if isinstance(value, str) and (reason := fault(key, value) if value else "it is empty")
    ]
    if problems:
        raise ConfigError(problems)
    return found


def _text(file: Path) -> str:
    try:
        return read_text(file) if file.exists() else ""
    except (OSError, UnicodeError) as error:
        raise unreadable(file, error) from None


def _write(file: Path, text: str) -> None:
    try:
        rewrite(file, text)
    except OSError as error:
        raise ConfigError([f"{file} cannot be written: {error.strerror}."]) from None
