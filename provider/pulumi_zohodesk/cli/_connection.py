"""``zohodesk connection``: the named ways into organisations, kept in ``zohodesk.toml``. Never a secret."""

from __future__ import annotations

import dataclasses
import json
import os
import sys
from pathlib import Path
from typing import Annotated, Any

from pulumi_zohodesk.cli._console import framed, say, tell
from pulumi_zohodesk.cli._group import Command, argument, group, option
from pulumi_zohodesk.cli._options import (
    AsJson,
    ConfigFile,
    Directory,
    Stack,
    action_names,
    connection_names,
    data_centres,
    kind_names,
)
from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings import (
    Connection,
    SecretStore,
    Settings,
    add_connection,
    connection_named,
    load_connections,
    remove_connection,
    resolve,
    variable,
)

FIELDS = ("dc", "org_id", "client_id", "redirect_uri", "grant", "scopes", "actions", "kinds", "api_url", "accounts_url")
NewName = Annotated[str, argument("CONNECTION", "Name of the connection.")]
Name = Annotated[str, argument("CONNECTION", "Name of the connection.", connection_names)]


connection = group("Named ways into organisations, kept in zohodesk.toml.", "connection list")


@connection.command(cls=Command, epilog="Example: zohodesk connection add prod --dc eu --client-id 1000.ABC")
def add(
    name: NewName,
    client_id: Annotated[str, option("--client-id ID", "OAuth client id, from Zoho's API console.")],
    dc: Annotated[str, option("--dc DC", "Data centre: us eu in au jp ca sa uk cn sg ae.", data_centres)] = "us",
    org_id: Annotated[str | None, option("--org-id ID", "Organisation id; login finds it out.")] = None,
    redirect_uri: Annotated[
        str | None, option("--redirect-uri URL", "Callback address, as registered in the API console.")
    ] = None,
    scope: Annotated[list[str] | None, option("--scope SCOPE", "Scope that login asks for; repeatable.")] = None,
    action: Annotated[
        list[str] | None, option("--action ACTION", "What it is meant for; repeatable.", action_names)
    ] = None,
    kind: Annotated[list[str] | None, option("--kind KIND", "Kind it is meant for; repeatable.", kind_names)] = None,
    api_url: Annotated[str | None, option("--api-url URL", "Another Desk server, as the emulator.")] = None,
    accounts_url: Annotated[str | None, option("--accounts-url URL", "Another accounts server.")] = None,
) -> None:
    """Add a connection to zohodesk.toml.

    The file is made when there is none.
    """
    from pulumi_zohodesk.actions import action_named, kind_named_like  # here, as below: the help does without
    from pulumi_zohodesk.cli.adopt._choosing import check_names

    check_names(action or (), kind or (), scope or ())
    given = {
        "dc": dc,
        "org_id": org_id,
        "client_id": client_id,
        "redirect_uri": redirect_uri,
        "scopes": scope,
        "actions": [action_named(one).name for one in action or ()],
        "kinds": [kind_named_like(one) for one in kind or ()],
        "api_url": api_url,
        "accounts_url": accounts_url,
    }
    # A list that nobody gave is left out; a text that is empty is a variable that was not set, and is refused.
    values = {field: value for field, value in given.items() if value or isinstance(value, str)}
    file = add_connection(name, values)
    say(f"Added [connections.{name}] to {file}. Sign in with: zohodesk login -c {name}")
    _warn_of_variables(name)


def _warn_of_variables(name: str) -> None:
    """What variables say against the file: now, and not by the first command that uses the connection."""
    try:
        resolve(connection=name, need=())
    except ConfigError as error:
        for words in error.problems:
            say(f"warning: {words}", sys.stderr)


@connection.command("list", cls=Command, epilog="Example: zohodesk connection list --json")
def list_all(as_json: AsJson = False) -> None:
    """List the connections."""
    known = load_connections().values()
    for entry in known:
        _warn_of(entry)
    rows = [_row(entry) for entry in known]
    if as_json:
        print(json.dumps(rows, indent=2))
        return
    if not rows:
        say("There are no connections. Add one with: zohodesk connection add prod --dc eu --client-id 1000.ABC")
        return
    table = framed("connection", "dc", "organisation", "secrets")
    for row in rows:
        table.add_row(*(printable(row[key] or "-") for key in ("name", "dc", "org_id", "secrets")))
    tell(table)


@connection.command(cls=Command, epilog="Example: zohodesk connection show prod")
def show(name: Name, as_json: AsJson = False) -> None:
    """Show one connection, and where its secrets are."""
    entry = connection_named(name)
    _warn_of(entry)
    row = {**_row(entry), **{field: getattr(entry, field) for field in FIELDS if getattr(entry, field)}}
    row["file"] = str(entry.file)
    if as_json:
        print(json.dumps(row, indent=2))
        return
    for key, value in row.items():
        say(f"{key}: {printable(', '.join(value) if isinstance(value, tuple) else value or '-')}")


def _warn_of(entry: Connection) -> None:
    """What of a connection means nothing, or maybe nothing; shown, it is still."""
    from pulumi_zohodesk.actions import meant_by
    from pulumi_zohodesk.cli.adopt._choosing import warn

    meant = meant_by(entry)
    for words in (*meant.problems, *meant.doubts):
        warn(words)


@connection.command(cls=Command, epilog="Example: zohodesk connection remove prod")
def remove(name: Name) -> None:
    """Take a connection out of zohodesk.toml. Sign out first, if signed in."""
    try:
        load_connections()
    except ConfigError:  # a mistake, maybe in the very one that shall go
        remove_connection(name)
        say(f"Removed [connections.{name}]. The file has mistakes: whether it was signed in could not be told.")
        return
    connection_named(name)
    if SecretStore().read(_as_in_the_file(name)) is not None:
        raise ConfigError([f'The connection "{name}" is signed in. Sign out first, with: zohodesk logout -c {name}'])
    say(f"Removed [connections.{name}] from {remove_connection(name)}.")


def _as_in_the_file(name: str) -> Settings:
    """A connection with what variables add to it, or without them where they contradict the file: that is what goes."""
    try:
        return resolve(connection=name, need=())
    except ConfigError:
        own = variable(name, "")
        alone = {key: value for key, value in os.environ.items() if not key.startswith(own)}
        return resolve(connection=name, environ=alone, need=())


@connection.command(cls=Command, epilog="Example: zohodesk connection use prod --stack production")
def use(name: Name, directory: Directory = Path(), stack: Stack = None, config_file: ConfigFile = None) -> None:
    """Let a Pulumi stack use a connection.

    Sets zohodesk:connection in its configuration. Refused when the stack's configuration says another organisation than
    the connection.
    """
    from pulumi_zohodesk.cli.engine._engine import PulumiStack  # here: the others start without the engine's SDK

    connection_named(name, directory)
    engine = PulumiStack(directory, stack, config_file)
    without = {key: value for key, value in os.environ.items() if key != "ZOHODESK_CONNECTION"}
    wanted = {**engine.config(), "connection": name}
    resolve(wanted, connection=name, environ=without, directory=directory, need=())
    engine.configure("connection", name)
    say(f'The stack now uses the connection "{name}" (zohodesk:connection).')


def signed_in(name: str) -> str:
    """Where the refresh token of a connection is, in words."""
    if os.environ.get(variable(name, "refresh_token"), "").strip():
        return f"environment ({variable(name, 'refresh_token')})"
    stored = SecretStore().read(resolve(connection=name, need=()))
    return stored.place if stored else f"none; zohodesk login -c {name}"


def _row(entry: Connection) -> dict[str, Any]:
    found = {key: value for key, value in dataclasses.asdict(entry).items() if key in ("name", "dc", "org_id")}
    found["dc"] = entry.dc or "us"
    try:
        return {**found, "secrets": signed_in(entry.name)}
    except ConfigError as error:
        return {**found, "secrets": f"cannot be told: {error.problems[0]}"}
