"""``zohodesk whoami``: which organisation a connection reaches, and as whom."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import Any

from pulumi_zohodesk.cli._connection_meant import Name, Place, connection_meant, either
from pulumi_zohodesk.cli._console import say
from pulumi_zohodesk.cli._options import AsJson
from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.engine import MY_INFO, Session
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.settings import SecretStore, Settings, resolve
from pulumi_zohodesk.transport import client_for

DAY = 86400.0


def whoami(place: Place = None, connection: Name = None, as_json: AsJson = False) -> None:
    """Show which organisation a connection reaches, and as whom.

    Account, organisation, edition, agent, profile, and how old the token is. Without a connection: that of the
    project's stack, else the bare variables if they are set, else the only one of zohodesk.toml.
    """
    settings = resolve(connection=connection_meant(either(connection, place)))
    found = _facts(settings)
    if as_json:
        print(json.dumps(found, indent=2))
        return
    for key, value in _in_words(found).items():
        say(f"{key}: {printable(value)}")


def _facts(settings: Settings) -> dict[str, Any]:
    """What the service says of the token, and how old that is; names and ids apart."""
    client = client_for(settings)
    me = client.call(MY_INFO, query={"include": ["profile"]}, about="the connection") or {}
    organization = Session(client, settings, KINDS).organization()
    profile = me.get("profile") or {}
    return {
        "connection": settings.connection,
        "data_center": settings.dc,
        "account": me.get("emailId"),
        "organization": organization.get("companyName"),
        "org_id": settings.org_id,
        "edition": organization.get("edition"),
        "agent": " ".join(part for part in (me.get("firstName"), me.get("lastName")) if part),
        "agent_id": me.get("id"),
        "profile": profile.get("name"),
        "role_permission_type": me.get("rolePermissionType"),
        **_token(settings),
    }


def _in_words(found: Mapping[str, Any]) -> dict[str, Any]:
    """The same for people: in words, each id with its name."""
    return {
        "connection": found["connection"],
        "data centre": found["data_center"],
        "account": found["account"],
        "organisation": f"{found['organization']} ({found['org_id']})",
        "edition": found["edition"],
        "agent": f"{found['agent']} ({found['agent_id']})",
        "profile": found["profile"],
        "permission type": found["role_permission_type"],
        "token": found["token"],
        "token age in days": found["token_age_days"],
    }


def _token(settings: Settings) -> dict[str, Any]:
    """Where the refresh token is, and how many days old; its age is known of stored ones only."""
    stored = SecretStore().read(settings) if settings.connection is not None else None
    if stored is None or stored.refresh_token != settings.refresh_token:
        return {"token": "environment", "token_age_days": None}
    age = max(0.0, time.time() - stored.made) / DAY if stored.made else None
    return {"token": stored.place, "token_age_days": None if age is None else round(age, 1)}
