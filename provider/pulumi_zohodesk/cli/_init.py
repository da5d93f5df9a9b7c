"""``zohodesk init``: the folder of a project, whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from pulumi_zohodesk.cli._asking import say as ask_aloud
from pulumi_zohodesk.cli._connection_meant import chosen
from pulumi_zohodesk.cli._console import say
from pulumi_zohodesk.cli._export import connection_table, export, warn_of_hidden
from pulumi_zohodesk.cli._group import argument, option
from pulumi_zohodesk.cli._options import connection_option, data_centres
from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings import load_connections, new_table, resolve

EXAMPLE = "zohodesk init help-desk -c prod --dc eu --client-id 1000.ABC"


def init(
    folder: Annotated[Path | None, argument("FOLDER", "A new or an empty one.")] = None,
    connection: Annotated[
        str | None, connection_option("One of zohodesk.toml, or a new one: with --dc and --client-id.")
    ] = None,
    dc: Annotated[str | None, option("--dc DC", "Data centre: us eu in au jp ca sa uk cn sg ae.", data_centres)] = None,
    client_id: Annotated[str | None, option("--client-id ID", "OAuth client id, from Zoho's API console.")] = None,
    backend: Annotated[str, option("--backend URL", "Where the state is kept, if `pulumi login` shall not say.")] = "",
    from_live: Annotated[
        bool, option("--export", "Begin with what the organisation has; needs to be signed in.")
    ] = False,
    yes: Annotated[bool, option("--yes -y", "Do not ask: what is missing is refused.")] = False,
) -> None:
    """Make the folder of a project, ready for its first preview.

    Program, settings of Pulumi, the connection, requirements. What is not said is asked for; where nobody can answer,
    the option that is missing is named. A folder that is not empty is refused.
    """
    asks = not yes and sys.stdin.isatty()
    place = folder or Path(_answer(asks, "Folder", "FOLDER", "help-desk"))
    if from_live:
        if dc or client_id or backend:
            raise typer.BadParameter("It contradicts --dc, --client-id and --backend.", param_hint="'--export'")
        export(connection=connection, out=place)
        return
    from pulumi_zohodesk.export import require_room, starter, write  # here: help starts without Pulumi

    require_room(place)
    name, table = _connection(asks, connection, dc, client_id)
    write(starter(place.resolve().name, name, table, backend), place)
    say(f"Made {place}{os.sep}. What to do next is in README.md there.")
    warn_of_hidden(place)


def _answer(asks: bool, question: str, option: str, usual: str | None = None) -> str:
    """What a person answers. Raises BadParameter, with the option, where nobody is asked."""
    if not asks:
        raise typer.BadParameter(f"It is missing, and nobody can be asked here. Example: {EXAMPLE}", param_hint=option)
    answer: str = typer.prompt(question, default=usual, err=True)
    return answer.strip()


def _connection(asks: bool, name: str | None, dc: str | None, client_id: str | None) -> tuple[str, dict[str, Any]]:
    """The connection and its table: one that is known, the bare variables (an empty name), or a new one."""
    known = load_connections()
    if not (dc or client_id):
        if name in known or (name is None and len(known) == 1):
            return (found := chosen(name)), connection_table(resolve(connection=found, need=()))
        if name is None and not known and os.environ.get("ZOHODESK_REFRESH_TOKEN", "").strip():
            return "", {}
    if name in known:
        raise ConfigError([f'There is a connection "{name}" already: leave out --dc and --client-id.'])
    if asks and not (name and dc and client_id):
        ask_aloud("The client id is that of Zoho's API console: `zohodesk guide` says how to make one.")
    name = name or _answer(asks, "Name of the connection", "'--connection'", "prod")
    table = {
        "dc": dc or _answer(asks, "Data centre (us eu in au jp ca sa uk cn sg ae)", "'--dc'", "us"),
        "client_id": client_id or _answer(asks, "Client id", "'--client-id'"),
    }
    return name, new_table(name, table)
