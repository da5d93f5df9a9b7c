"""Which connection a command is for, when its name may be left out."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from pulumi_zohodesk.cli._options import connection_names, connection_option
from pulumi_zohodesk.cli._selected import stack_connection
from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings import SecretStore, Settings, load_connections

__all__ = ["Name", "Place", "asked_scopes", "chosen", "connection_meant", "either"]

Name = Annotated[
    str | None,
    connection_option("Of zohodesk.toml; that of the project's stack, or the only one, if left out."),
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
    if name := connection or os.environ.get("ZOHODESK_CONNECTION", "").strip() or stack_connection():
        return name
    known = sorted(load_connections())
    if len(known) == 1:
        return known[0]
    if known:
        raise ConfigError([f"Say which connection with -c: {', '.join(known)}."])
    raise ConfigError(
        [
            "There is no connection yet. Add one with: zohodesk connection add prod --dc eu --client-id 1000.ABC "
            "(the client id is that of Zoho's API console)."
        ]
    )


def connection_meant(connection: str | None) -> str | None:
    """The connection that a command is for, when its name may be left out; None: the bare variables."""
    if name := connection or os.environ.get("ZOHODESK_CONNECTION", "").strip() or stack_connection():
        return name
    bare = os.environ.get("ZOHODESK_REFRESH_TOKEN", "").strip()
    return chosen(None) if load_connections() and not bare else None


def asked_scopes(settings: Settings) -> tuple[str, ...]:
    """The scopes that the token of a connection was asked for with; empty where that is not known."""
    if settings.grant == "client_credentials":
        return settings.scopes
    stored = SecretStore().read(settings) if settings.connection is not None else None
    return stored.scopes if stored is not None and stored.refresh_token == settings.refresh_token else ()
