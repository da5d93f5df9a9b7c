"""``zohodesk login``: from a consent to stored secrets."""

from __future__ import annotations

import os
import secrets
import sys
import threading
import webbrowser
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Annotated, Any

import typer

from pulumi_zohodesk.actions import action_named, holds, smallest
from pulumi_zohodesk.cli import _console
from pulumi_zohodesk.cli._asking import hidden, number, say
from pulumi_zohodesk.cli._connection_meant import Name, Place, chosen, either
from pulumi_zohodesk.cli._group import option
from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.cli.adopt._choosing import check_names
from pulumi_zohodesk.cli.login._keeping import agree_on_servers, keep_sign_in
from pulumi_zohodesk.errors import APIError, ConfigError, DeskError
from pulumi_zohodesk.settings import (
    USUAL_SCOPES,
    Connection,
    Secret,
    Settings,
    connection_named,
    load_connections,
    resolve,
    variable,
)
from pulumi_zohodesk.transport import (
    REDIRECT_URI,
    Grant,
    client_holding,
    code_in,
    consent_address,
    exchange,
    own_grant,
    revoke,
)

PATIENCE = 300.0
"""Seconds in which the browser must have come back."""

ACCESSIBLE, ALL = (action_named(f"organizations.{verb}").operation for verb in ("list_accessible", "list"))


def login(
    place: Place = None,
    connection: Name = None,
    no_browser: Annotated[
        bool, option("--no-browser", "Print the address; paste the one the browser ends at.")
    ] = False,
    self_client: Annotated[str | None, option("--self-client CODE", "A self client's code; - asks for it.")] = None,
    client_credentials: Annotated[
        bool, option("--client-credentials", "No person: a self client's own credentials, for --org-id.")
    ] = False,
    scope: Annotated[
        list[str] | None, option("--scope SCOPE", "Scope to ask for, in place of the usual; repeatable.")
    ] = None,
    org_id: Annotated[str | None, option("--org-id ID", "Organisation, if there are several.")] = None,
) -> None:
    """Sign in: consent in the browser, and keep the secrets.

    The client secret comes from the environment, from the last login, or is asked for. It and the refresh token go
    to the keyring of the operating system, else to a file only you can read; never to zohodesk.toml.
    """
    ways = {"--no-browser": no_browser, "--self-client": self_client is not None}
    ways["--client-credentials"] = client_credentials
    _check_ways([way for way, given in ways.items() if given], bool(scope))
    entry = connection_named(chosen(either(connection, place)))
    settings = resolve(connection=entry.name, need=("client_id",))
    settings = replace(settings, org_id=_agreed(org_id, settings))
    own = client_credentials or entry.grant == "client_credentials"
    if own and not settings.org_id:
        raise ConfigError(["Client credentials are for one organisation: name it with --org-id."])
    agree_on_servers(settings)
    if not settings.client_secret:
        question = f"Client secret of {settings.client_id}, for {settings.accounts_url}: "
        instead = f"Where nobody can be asked, set {variable(entry.name, 'client_secret')}."
        settings = replace(settings, client_secret=Secret(hidden(question, instead)))
    asked = tuple(part.strip() for one in scope or () for part in one.split(",") if part.strip())
    check_names(scopes=asked)
    asked = _with_sign_in(asked or entry.scopes or USUAL_SCOPES)
    if own:
        made = replace(settings, grant="client_credentials", scopes=asked, refresh_token=Secret(""))
        grant = own_grant(made)
    elif self_client is not None:
        code = self_client if self_client != "-" else hidden("Code: ")
        made, grant = exchange(settings, Secret(code))
    else:
        made, grant = _consent(entry, settings, asked, no_browser)
    # What a self client's code was made with, only its owner knows.
    _finish(entry, made, grant, () if self_client is not None else asked)


def _with_sign_in(asked: Sequence[str]) -> tuple[str, ...]:
    """Scopes, with one that lets signing in read which organisation it is, where none of them does."""
    enough = (*ACCESSIBLE.scopes, *ALL.scopes)
    if any(holds(asked, scope) for scope in enough):
        return tuple(asked)
    (more,) = smallest([enough])
    say(f"{more} is asked for as well: signing in reads which organisation it is.")
    return (*asked, more)


def _check_ways(given: Sequence[str], scopes: bool) -> None:
    """Raises BadParameter when options say different things about how to sign in."""
    if len(given) > 1:
        raise typer.BadParameter(f"{' and '.join(given)} contradict each other.")
    if scopes and "--self-client" in given:
        raise typer.BadParameter("--scope means nothing with --self-client: its code was made with the scopes it has.")


def _finish(entry: Connection, made: Settings, grant: Grant, scopes: Sequence[str]) -> None:
    """Find the organisation, keep everything, and say so; else leave nothing behind."""
    try:
        row = _organization(_organizations(made, grant), made)
        made = replace(made, org_id=str(row["id"]))
        place = keep_sign_in(entry, made, grant, scopes)
    except BaseException:
        _take_back(made)
        raise
    _console.say(
        f"Signed in to {printable(row.get('companyName') or 'the organisation')} (organisation {made.org_id})."
    )
    _console.say(f"The secrets are in {place}. See who you are with: zohodesk whoami -c {entry.name}")
    if os.environ.get(name := variable(entry.name, "refresh_token"), "").strip():
        say(f"{name} is set and wins over what was stored; unset it.")
    _warn_of_namesakes(entry, made.org_id)


def _warn_of_namesakes(entry: Connection, org_id: str) -> None:
    """Say it when the organisation is another connection's as well: on the consent page they are easily confused."""
    known = load_connections().values()
    if others := [one.name for one in known if one.name != entry.name and one.org_id == org_id]:
        say(
            f"Organisation {org_id} is that of {', '.join(others)} as well. If {entry.name} shall be another one: "
            f"{_choosing_again(entry.name)}"
        )


def _choosing_again(name: str | None) -> str:
    return f"take the line org_id out of [connections.{name}] in zohodesk.toml, then: zohodesk login -c {name}"


def _agreed(wanted: str | None, settings: Settings) -> str:
    if wanted and not (wanted.isascii() and wanted.isdigit()):
        raise typer.BadParameter("An organisation id consists of digits only.", param_hint="'--org-id'")
    if wanted and settings.org_id and wanted != settings.org_id:
        raise ConfigError(
            [f'--org-id says {wanted}, but the connection "{settings.connection}" says {settings.org_id}.']
        )
    return wanted or settings.org_id


def _consent(entry: Connection, settings: Settings, asked: Sequence[str], no_browser: bool) -> tuple[Settings, Grant]:
    redirect, state = entry.redirect_uri or REDIRECT_URI, secrets.token_urlsafe(24)
    address = consent_address(settings, redirect, asked, state)
    if no_browser:
        say(f"Open this address in a browser:\n\n  {address}\n")
        say(f"It ends at an address that begins with {redirect}; the page itself may fail to load.")
        answer = hidden("Paste that address: ")
    else:
        from pulumi_zohodesk.transport import CallbackServer  # its web server takes a while to load

        with CallbackServer(redirect, state, say) as server:
            say(f"Waiting for the browser. If none opens, go to:\n\n  {address}\n")
            threading.Thread(target=_open, args=(address,), daemon=True).start()
            answer = server.wait(PATIENCE)
            with server.telling():
                return _exchanged(answer, state, settings, redirect)
    return _exchanged(answer, state, settings, redirect)


def _exchanged(answer: str, state: str, settings: Settings, redirect: str) -> tuple[Settings, Grant]:
    code, at_home = code_in(answer, state, settings)
    return exchange(at_home, code, redirect)


def _open(address: str) -> None:
    """Show the address. Some browsers return only when they are closed, and the answer comes long before."""
    with suppress(webbrowser.Error, OSError):  # the address was printed
        webbrowser.open(address)


def _organizations(settings: Settings, grant: Grant) -> list[Mapping[str, Any]]:
    """The organisations that the token reaches; where the service does not say, all of the person."""
    with client_holding(replace(settings, org_id=""), grant) as client:
        try:
            answer = client.call(ACCESSIBLE, about="the sign-in")
        except APIError:
            answer = client.call(ALL, about="the sign-in")
    rows = answer.get("data") if isinstance(answer, dict) else None
    return [row for row in rows or () if isinstance(row, dict) and row.get("id")]


def _organization(rows: Sequence[Mapping[str, Any]], settings: Settings) -> Mapping[str, Any]:
    """The one that is meant: named, the only one, or chosen by the person."""
    names = [printable(f"{row['id']} ({row.get('companyName') or 'no name'})") for row in rows]
    if settings.org_id:
        for row in rows:
            if str(row["id"]) == settings.org_id:
                return row
        raise ConfigError(
            [
                f'The connection "{settings.connection}" is for organisation {settings.org_id}, but the consent was '
                f"given for {', '.join(names) or 'none'}. Nothing was stored. Choose the right one when you "
                f"consent, or correct the file: {_choosing_again(settings.connection)}"
            ]
        )
    if not rows:
        raise ConfigError(["This account has no organisation in Zoho Desk here. Check dc of the connection."])
    if len(rows) == 1:
        return rows[0]
    if not sys.stdin.isatty():
        raise ConfigError([f"There are several organisations: {', '.join(names)}. Name one with --org-id."])
    for place, name in enumerate(names, 1):
        say(f"{place}. {name}")
    return rows[number("Which organisation? ", len(rows)) - 1]


def _take_back(settings: Settings) -> None:
    """A refresh token that nobody will use is revoked, as well as it goes."""
    if not settings.refresh_token:
        return
    try:
        revoke(settings)
    except DeskError:
        say("The new refresh token could not be revoked; remove it in your Zoho account, under Connected Apps.")
