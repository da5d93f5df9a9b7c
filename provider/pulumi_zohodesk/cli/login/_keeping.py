"""Where a sign-in may go, since a file may be that of a stranger's repository, and what stays after it.

That is identity in zohodesk.toml, secrets in the store, an access token for what follows.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence

from pulumi_zohodesk.cli._asking import agree, say
from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings import (
    Connection,
    SecretStore,
    Settings,
    foreign,
    read_text,
    resolve,
    rewrite,
    set_in_connection,
    variable,
)
from pulumi_zohodesk.transport import Grant, keep


def keep_sign_in(entry: Connection, made: Settings, grant: Grant, scopes: Sequence[str]) -> str:
    """Identity into the file, secrets into the store; returns where these are."""
    changes: dict[str, str | list[str]] = {"org_id": made.org_id} if entry.org_id != made.org_id else {}
    if made.grant == "client_credentials":
        changes |= {"grant": made.grant, "scopes": list(made.scopes)}
    if made.dc != (entry.dc.lower() or "us"):
        changes["dc"] = made.dc
        say(f'The account lives in the data centre "{made.dc}": the connection says so now.')
    before = read_text(entry.file)
    if changes:
        set_in_connection(entry.name, changes)
    try:
        return _stored(entry, made, grant, scopes)
    except BaseException:
        if changes:
            _put_back(entry, before)
        raise


def _put_back(entry: Connection, before: str) -> None:
    try:
        rewrite(entry.file, before)
    except OSError as error:
        say(f"{entry.file} could not be put back as it was: {error.strerror}. Its [connections.{entry.name}] is new.")


def _stored(entry: Connection, made: Settings, grant: Grant, scopes: Sequence[str]) -> str:
    """Secrets into the store, once the connection leads where they belong; returns where they are."""
    found = resolve(connection=entry.name, need=("client_id",))
    if (found.accounts_url, found.api_url, found.org_id) != (made.accounts_url, made.api_url, made.org_id):
        raise ConfigError(
            [
                f"Signed in at {made.accounts_url} for {made.api_url}, but the connection leads to "
                f"{found.accounts_url} and {found.api_url}. Nothing was stored. Take accounts_url and "
                "api_url out of the connection, or use an account of that server."
            ]
        )
    place = SecretStore().write(made, time.time(), scopes)
    keep(made, grant)
    return place


_GETS = {"accounts_url": "client secret, code and refresh token", "api_url": "the access token"}


def agree_on_servers(settings: Settings) -> None:
    """Ask for a yes to each server that is neither Zoho's nor this machine.

    Who names the same address in the environment has said yes already.

    Raises:
        ConfigError: nobody can be asked, since standard input is no terminal.
        Declined: the answer was no.
    """
    for field, gets in _GETS.items():
        address, own = getattr(settings, field), variable(settings.connection, field)
        if not foreign(address) or _plain(os.environ.get(own, "")) == _plain(address):
            continue
        fact = (
            f'{field} of the connection "{settings.connection}" is {address}, which is neither Zoho\'s nor this '
            f"machine. It would get {gets}."
        )
        if not sys.stdin.isatty():
            raise ConfigError([f"{fact} Nothing was sent. If that is right, set {own} to the same address."])
        agree(f"{fact} Is that right?")


def _plain(address: str) -> str:
    return address.strip().rstrip("/").lower()
