"""Named connections: `zohodesk.toml`, found upward from the working directory. It holds no secrets."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings._drift import drift_problems, ignored_in
from pulumi_zohodesk.settings._limits import Limits, limit_problems, limits_from
from pulumi_zohodesk.settings._places import fault, like_secret, quoted, tidy
from pulumi_zohodesk.settings._protected import Protected, protected_from, protected_problems

__all__ = [
    "FILE_NAME",
    "SECRET_WORDS",
    "Connection",
    "check_content",
    "connection_named",
    "find_file",
    "load_connections",
    "load_drift_ignore",
    "load_limits",
    "load_protected",
    "unknown",
    "variable",
]

FILE_NAME = "zohodesk.toml"
SECRET_WORDS = ("secret", "token", "password")
_TEXTS = ("dc", "org_id", "client_id", "redirect_uri", "grant", "api_url", "accounts_url")
GRANTS = ("refresh_token", "client_credentials")
_LISTS = ("scopes", "actions", "kinds")


@dataclass(frozen=True)
class Connection:
    """One `[connections.NAME]` table; what the file leaves out is an empty string or an empty tuple.

    Attributes:
        name: NAME.
        file: where it was read.
        grant: what access tokens are asked for with, one of `GRANTS`; empty: ``refresh_token``.
        scopes: OAuth scopes that a sign-in asks for.
        actions: what the connection is meant for.
        kinds: kinds of objects the connection is meant for.
    """

    name: str
    file: Path
    dc: str = ""
    org_id: str = ""
    client_id: str = ""
    redirect_uri: str = ""
    grant: str = ""
    api_url: str = ""
    accounts_url: str = ""
    scopes: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


def variable(connection: str | None, field: str) -> str:
    """Name of the environment variable of a field such as `org_id`, bare or of a named connection."""
    owner = "" if connection is None else re.sub(r"[^A-Z0-9]", "_", connection.upper()) + "_"
    return f"ZOHODESK_{owner}{field.upper()}"


def find_file(directory: Path | None = None) -> Path | None:
    """The nearest `zohodesk.toml` in the directory (default: the working directory) or above it."""
    start = (directory or Path.cwd()).absolute()
    return next((file for folder in (start, *start.parents) if (file := folder / FILE_NAME).is_file()), None)


def load_connections(directory: Path | None = None) -> dict[str, Connection]:
    """All connections of the nearest `zohodesk.toml` by name; empty when there is no such file.

    Raises:
        ConfigError: the file is not readable, holds a secret, or a key or value that means nothing here.
    """
    file = find_file(directory)
    if file is None:
        return {}
    tables = _parse(file)
    check_content(file, tables)
    return {name: _connection(name, file, table) for name, table in tables["connections"].items()}


def connection_named(name: str, directory: Path | None = None) -> Connection:
    """The connection of that name in the nearest `zohodesk.toml`. Raises ConfigError, as `load_connections` does."""
    known = load_connections(directory)
    if name not in known:
        raise ConfigError([unknown(name, find_file(directory), known)])
    return known[name]


def unknown(name: str, file: Path | None, known: Iterable[str]) -> str:
    """The sentence about a name that no connection has."""
    place, names = file or f"any {FILE_NAME} here or above", ", ".join(sorted(known)) or "none"
    example = "prod" if like_secret(name) else name
    return (
        f"There is no connection {quoted(name)} in {place} (found: {names}). "
        f"Add it with: zohodesk connection add {example} --dc eu --client-id 1000.ABC"
    )


def load_limits(directory: Path | None = None) -> Limits:
    """The limits of the nearest `zohodesk.toml`, the defaults where it has none.

    Raises:
        ConfigError: as `load_connections` does; all problems of the file at once.
    """
    return limits_from(_content(directory).get("limits", {}))


def load_protected(directory: Path | None = None) -> Protected:
    """What the nearest `zohodesk.toml` protects. Raises ConfigError, as `load_limits` does."""
    return protected_from(_content(directory).get("protected", {}))


def load_drift_ignore(directory: Path | None = None) -> tuple[str, ...]:
    """``[drift] ignore`` of the nearest `zohodesk.toml`, empty where it has none. Raises ConfigError."""
    return ignored_in(_content(directory).get("drift", {}))


def _content(directory: Path | None) -> dict[str, Any]:
    file = find_file(directory)
    if file is None:
        return {}
    content = _parse(file)
    check_content(file, content)
    return content


def check_content(file: Path, content: dict[str, Any]) -> None:
    """Make sure that the parsed content of the file means something. Raises ConfigError, all problems at once."""
    content.setdefault("connections", {})
    problems = list(_problems(file, content))
    if problems:
        raise ConfigError(problems)


def _parse(file: Path) -> dict[str, Any]:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeError, tomllib.TOMLDecodeError) as error:
        # A TOML error quotes no content, only a position.
        raise ConfigError([f"The connections cannot be read from {file}: {error}."]) from None
    return content


def _at(file: Path, table: str, key: str = "") -> str:
    """Where a table or a key of it stands in the file: ``zohodesk.toml, line 7``; no line where it is not found."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError):
        return str(file)
    here = ""
    for number, line in enumerate(lines, 1):
        if head := re.match(r"\s*\[\s*([^\[\]]+?)\s*\]", line):
            here = re.sub(r"[\s\"']", "", head[1])
        named = re.match(r"""\s*["']?([A-Za-z0-9_-]+)["']?\s*=""", line)
        if here == table and ((named and named[1] == key) if key else head):
            return f"{file}, line {number}"
    return str(file)


def _problems(file: Path, content: Mapping[str, Any]) -> Iterator[str]:
    yield from limit_problems(content.get("limits", {}), lambda table, key: _at(file, table, key))
    yield from drift_problems(content.get("drift", {}), lambda table, key: _at(file, table, key))
    yield from protected_problems(content.get("protected", {}), lambda table, key: _at(file, table, key))
    for key in content:
        if key not in ("connections", "drift", "limits", "protected"):
            yield _stranger(
                _at(file, key) if isinstance(content[key], dict) else _at(file, "", key),
                key,
                "the file",
                "connections, drift, limits, protected",
                "ZOHODESK_",
            )
    tables = content["connections"]
    if not isinstance(tables, dict):
        yield f"In {file}, connections must be tables such as [connections.prod]."
        return
    owners: dict[str, str] = {}
    for name, table in tables.items():
        prefix = variable(name, "")
        if prefix in owners:
            yield f'In {file}, "{owners[prefix]}" and "{name}" would share the variables {prefix}*.'
        owners[prefix] = name
        yield from _table_problems(file, name, table)


def _table_problems(file: Path, name: str, table: Any) -> Iterator[str]:
    table_name = f"connections.{name}"
    where = f"[{table_name}]"
    if not isinstance(table, dict):
        yield f"In {file}, {where} must be a table."
        return
    for key, value in table.items():
        if key in _TEXTS:
            if not isinstance(value, str) and not (key == "org_id" and type(value) is int):
                yield f"In {_at(file, table_name, key)}, {key} of {where} must be a text in quotes."
            elif key == "grant" and value not in GRANTS:
                yield f"In {_at(file, table_name, key)}, grant of {where} must be one of {', '.join(GRANTS)}."
            elif (text := tidy(key, str(value))) and (reason := fault(key, text)):
                yield f"In {_at(file, table_name, key)}, {key} {quoted(text)} of {where} cannot be used: {reason}."
        elif key in _LISTS:
            if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
                yield f"In {_at(file, table_name, key)}, {key} of {where} must be a list of texts."
        else:
            yield _stranger(_at(file, table_name, key), key, where, ", ".join(_TEXTS + _LISTS), variable(name, ""))


def _stranger(place: str, key: str, where: str, allowed: str, prefix: str) -> str:
    if any(word in key.lower() for word in SECRET_WORDS):
        return (
            f"In {place}, {key} of {where} is refused: the file is meant to be shared and committed, and a "
            "secret in it would be too. Remove it (and renew it, if the file was ever committed) and set the "
            f"environment variable {prefix}{key.upper()} instead."
        )
    return f"In {place}, {key} of {where} means nothing here. Allowed are: {allowed}."


def _connection(name: str, file: Path, table: Mapping[str, Any]) -> Connection:
    values: dict[str, Any] = {key: str(table[key]).strip() for key in _TEXTS if key in table}
    values |= {key: tuple(table[key]) for key in _LISTS if key in table}
    return Connection(name, file, **values)
