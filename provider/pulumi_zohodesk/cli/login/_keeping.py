"""What stays after a sign-in: identity in zohodesk.toml, secrets in the store, an access token for what follows."""

from __future__ import annotations

import time
from collections.abc import Sequence

from pulumi_zohodesk.cli._asking import say
from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings import (
    Connection,
    SecretStore,
    Settings,
    read_text,
    resolve,
    rewrite,
    set_in_connection,
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
