"""``zohodesk logout``: the token is revoked, its secrets are deleted."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import Annotated

from pulumi_zohodesk.cli._connection_meant import Name, Place, chosen, either
from pulumi_zohodesk.cli._console import say
from pulumi_zohodesk.cli._group import option
from pulumi_zohodesk.errors import ConfigError, DeskError
from pulumi_zohodesk.settings import SecretStore, Settings, connection_named, resolve, variable
from pulumi_zohodesk.transport import forget, revoke


def logout(
    place: Place = None,
    connection: Name = None,
    forget_only: Annotated[bool, option("--forget", "Delete the secrets here even if they cannot be revoked.")] = False,
) -> None:
    """Sign out: revoke the refresh token, delete the secrets."""
    entry = connection_named(chosen(either(connection, place)))
    settings = resolve(connection=entry.name, need=())
    store = SecretStore()
    stored = store.read(settings)
    if stored is None:
        raise ConfigError([f'The connection "{entry.name}" is not signed in: no secrets are stored for it.'])
    settings = replace(settings, client_secret=stored.client_secret, refresh_token=stored.refresh_token)
    try:
        said = _ended(settings)
    except DeskError as error:
        if not forget_only:
            raise
        said = f"not revoked ({error})"
    forget(settings)
    store.remove(settings)
    say(f'Signed out of "{entry.name}": the refresh token is {said}, and its secrets are deleted here.')
    if os.environ.get(name := variable(entry.name, "refresh_token"), "").strip():
        say(f"{name} is set and still signs in; unset it, and revoke that token too.", sys.stderr)


def _ended(settings: Settings) -> str:
    """What has become of the refresh token, in words."""
    if not settings.refresh_token:
        return "none: client credentials have no such thing"
    return "revoked" if revoke(settings) else "not known to the accounts server any more"
