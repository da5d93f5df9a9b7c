"""Which connection a command is for, when its name may be left out."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from pulumi_zohodesk.cli._options import connection_names, connection_option
from pulumi_zohodesk.cli._selected import stack_connection
from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings import SecretStore, Settings, find_file, load_connections

Name = Annotated[
    str | None, connection_option("Of zohodesk.toml; that of the project's stack, or the only one, if left out.")
]
Place = Annotated[str | None, typer.Argument(metavar="CONNECTION", hidden=True, autocompletion=connection_names)]
"""The same without its option, as it was typed once."""


def either(connection: str | None, place: str | None) -> str | None:
    """The name that was given with or without the option. Raises BadParameter when both were and differ."""
    if connection and place and connection != place:
        raise typer.BadParameter(f"{connection} and {place} contradict each other.", param_hint="'--connection'")
    return connection or place


def chosen(connection: str | None) -> str:
    """The connection that is meant: named, by ZOHODESK_CONNECTION, by the stack of the project, or the only one.

    Raises ConfigError.
    """
    return _named(connection) or _only(load_connections())


def connection_meant(connection: str | None) -> str | None:
    """The connection that a command is for, when its name may be left out; None: the bare variables."""
    if name := _named(connection):
        return name
    bare = os.environ.get("ZOHODESK_REFRESH_TOKEN", "").strip()
    known = load_connections()
    return _only(known) if known and not bare else None


def _named(connection: str | None) -> str | None:
    return connection or os.environ.get("ZOHODESK_CONNECTION", "").strip() or stack_connection()


def _only(known: Iterable[str]) -> str:
    """The only connection. Raises ConfigError where there are several, or none."""
    names = sorted(known)
    if len(names) == 1:
        return names[0]
    if names:
        raise ConfigError([f"Say which connection with -c: {', '.join(names)}."])
    raise ConfigError(
        [
            "There is no connection yet. Add one with: zohodesk connection add prod --dc eu --client-id 1000.ABC "
            "(the client id is that of Zoho's API console)."
        ]
    )


def report_file(settings: Settings) -> Path:
    """Where the report of a connection is looked for: beside ``zohodesk.toml``, or here."""
    file = find_file()
    name = f"zohodesk-report.{settings.connection}.json" if settings.connection else "zohodesk-report.json"
    return (file.parent if file is not None else Path()) / name


def asked_scopes(settings: Settings) -> tuple[str, ...]:
    """The scopes that the token of a connection was asked for with; empty where that is not known."""
    if settings.grant == "client_credentials":
        return settings.scopes
    stored = SecretStore().read(settings) if settings.connection is not None else None
    return stored.scopes if stored is not None and stored.refresh_token == settings.refresh_token else ()
