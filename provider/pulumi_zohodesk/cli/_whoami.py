"""``zohodesk whoami``: which organisation a connection reaches, and as whom."""

from __future__ import annotations

import json
import time
from typing import Annotated, Any

import typer

from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.cli._which import Name, connection_meant
from pulumi_zohodesk.engine import MY_INFO, Session
from pulumi_zohodesk.settings import SecretStore, Settings, resolve
from pulumi_zohodesk.transport import client_for

__all__ = ["add_to"]

DAY = 86400.0


def add_to(app: typer.Typer) -> None:
    """Add the command to the tree."""
    app.command("whoami", epilog="Example: zohodesk whoami prod --json")(whoami)


def whoami(
    connection: Name = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Show account, organisation, edition, agent and profile of a connection.

    Without a connection: the bare variables if they are set, else the only connection of zohodesk.toml.
    """
    settings = resolve(connection=connection_meant(connection))
    found = _facts(settings)
    if as_json:
        print(json.dumps(found, indent=2))
        return
    for key, value in found.items():
        print(f"{key}: {printable(value)}")


def _facts(settings: Settings) -> dict[str, Any]:
    """What the service says of the token, and how old that is."""
    client = client_for(settings)
    me = client.call(MY_INFO, query={"include": ["profile"]}, about="the connection") or {}
    organization = Session(client, settings).organization()
    profile = me.get("profile") or {}
    name = " ".join(part for part in (me.get("firstName"), me.get("lastName")) if part)
    return {
        "connection": settings.connection,
        "data centre": settings.dc,
        "account": me.get("emailId"),
        "organisation": f"{organization.get('companyName')} ({settings.org_id})",
        "edition": organization.get("edition"),
        "agent": f"{name} ({me.get('id')})",
        "profile": profile.get("name"),
        "permission type": me.get("rolePermissionType"),
        **_token(settings),
    }


def _token(settings: Settings) -> dict[str, Any]:
    """Where the refresh token is, and how many days old; its age is known of stored ones only."""
    stored = SecretStore().read(settings) if settings.connection is not None else None
    if stored is None or stored.refresh_token != settings.refresh_token:
        return {"token": "environment", "token age in days": None}
    age = max(0.0, time.time() - stored.made) / DAY if stored.made else None
    return {"token": stored.place, "token age in days": None if age is None else round(age, 1)}
