"""Which connection a command is for, when its name may be left out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from pulumi_zohodesk.cli._options import connection_names
from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings import SecretStore, Settings, find_file, load_connections

__all__ = ["Name", "asked_scopes", "chosen", "connection_meant", "report_file"]

Name = Annotated[
    str | None,
    typer.Argument(
        metavar="CONNECTION",
        help="Of zohodesk.toml; its only one if left out.",
        autocompletion=connection_names,
        show_default=False,
    ),
]


def chosen(connection: str | None) -> str:
    """The connection that is meant: named, by ZOHODESK_CONNECTION, or the only one. Raises ConfigError."""
    if name := connection or os.environ.get("ZOHODESK_CONNECTION", "").strip():
        return name
    known = sorted(load_connections())
    if len(known) == 1:
        return known[0]
    if known:
        raise ConfigError([f"Say which connection: {', '.join(known)}."])
    raise ConfigError(
        [
            "There is no connection yet. Add one with: zohodesk connection add prod --dc eu --client-id 1000.ABC "
            "(the client id is that of Zoho's API console)."
        ]
    )


def connection_meant(connection: str | None) -> str | None:
    """The connection that a command is for, when its name may be left out; None: the bare variables."""
    bare = os.environ.get("ZOHODESK_REFRESH_TOKEN", "").strip()
    if connection or os.environ.get("ZOHODESK_CONNECTION", "").strip() or (load_connections() and not bare):
        return chosen(connection)
    return None


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
