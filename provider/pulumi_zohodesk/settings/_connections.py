"""Named connections: `zohodesk.toml`. It holds no secrets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings._find import FILE_NAME, find_file, hidden_file
from pulumi_zohodesk.settings._shown import like_secret, printable, quoted
from pulumi_zohodesk.settings._tables import Bounds, DriftTable, Limits, Protected
from pulumi_zohodesk.settings._whole_file import read_text

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,62}")
"""What `zohodesk connection add` takes as a name."""


@dataclass(frozen=True)
class Connection:
    """One `[connections.NAME]` table; what the file leaves out is an empty string or an empty tuple.

    Attributes:
        name: NAME.
        file: where it was read.
        grant: what access tokens are asked for with; empty: ``refresh_token``.
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


def load_connections(directory: Path | None = None) -> dict[str, Connection]:
    """All connections of the nearest `zohodesk.toml` by name; empty when there is no such file.

    Raises ConfigError: the file is not readable, holds a secret, or a key or value that means nothing here.
    """
    file, content = _content(directory)
    tables = content.get("connections", {})
    return {} if file is None else {name: _connection(name, file, table) for name, table in tables.items()}


def connection_named(name: str, directory: Path | None = None) -> Connection:
    """The connection of that name in the nearest `zohodesk.toml`. Raises ConfigError, as `load_connections` does."""
    known = load_connections(directory)
    if name not in known:
        raise ConfigError([unknown(name, find_file(directory), known)])
    return known[name]


def unknown(name: str, file: Path | None, known: Iterable[str]) -> str:
    """The sentence about a name that no connection has."""
    place, names = file or f"any {FILE_NAME} here or above", ", ".join(map(printable, sorted(known))) or "none"
    above = hidden_file(file) if file else None
    if above is not None and name in _tables_in(above):
        return (
            f"There is no connection {quoted(name)} in {file} (found: {names}). {above} has it, but does not count "
            f"here: copy its table [connections.{name}]."
        )
    example = name if NAME.fullmatch(name) and not like_secret(name) else "prod"
    return (
        f"There is no connection {quoted(name)} in {place} (found: {names}). "
        f"Add it with: zohodesk connection add {example} --dc eu --client-id 1000.ABC"
    )


def _tables_in(file: Path) -> Iterable[str]:
    import tomllib  # here, as below: commands without a file do without

    try:
        found = tomllib.loads(read_text(file)).get("connections", {})
    except (OSError, ValueError, RecursionError):  # it is not the file that counts
        return ()
    return found if isinstance(found, dict) else ()


def load_limits(directory: Path | None = None) -> Limits:
    """The limits of the nearest `zohodesk.toml`, the defaults where it has none.

    Raises ConfigError: as `load_connections` does; all problems of the file at once.
    """
    table = _content(directory)[1].get("limits", {})
    kinds = {name: bounds for name, bounds in table.items() if isinstance(bounds, dict)}
    return Limits(Bounds(**{key: table[key] for key in table.keys() - kinds}), kinds)


def load_protected(directory: Path | None = None) -> Protected:
    """What the nearest `zohodesk.toml` protects. Raises ConfigError, as `load_limits` does."""
    table = _content(directory)[1].get("protected", {})
    return tuple((kind, tuple(patterns)) for kind, patterns in table.items())


def load_drift(directory: Path | None = None) -> DriftTable:
    """``[drift]`` of the nearest `zohodesk.toml`, the defaults where it has none. Raises ConfigError."""
    file, content = _content(directory)
    table = content.get("drift", {})
    baseline = file.parent / table["baseline"] if file and "baseline" in table else None
    return DriftTable(tuple(table.get("ignore", ())), baseline, table.get("unmanaged") == "fail")


def _content(directory: Path | None) -> tuple[Path | None, dict[str, Any]]:
    file = find_file(directory)
    if file is None:
        return None, {}
    try:
        return file, checked(file, read_text(file))
    except (OSError, UnicodeError) as error:
        raise unreadable(file, error) from None


def checked(file: Path, text: str) -> dict[str, Any]:
    """What the text of the file says. Raises ConfigError when it is no TOML or means nothing, all problems at once."""
    import tomllib

    try:
        content = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise unreadable(file, error) from None
    from pulumi_zohodesk.settings._document import valid  # here: programs without a file do without pydantic

    return valid(file, content)


def unreadable(file: Path, error: Exception) -> ConfigError:
    """The error about a file that is no TOML. A TOML error quotes no content, only a position."""
    from tomllib import TOMLDecodeError

    if isinstance(error, RecursionError):
        reason = "lists or tables are nested too deep"
    elif isinstance(error, ValueError) and not isinstance(error, TOMLDecodeError | UnicodeError):
        reason = "a number has too many digits, or a date or time is none"
    else:
        reason = str(error)
    return ConfigError([f"The connections cannot be read from {file}: {reason}."])


def _connection(name: str, file: Path, table: Mapping[str, Any]) -> Connection:
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    return Connection(name, file, **values)
