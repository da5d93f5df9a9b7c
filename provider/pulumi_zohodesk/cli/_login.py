"""``zohodesk login`` and ``logout``: from a consent to stored secrets, and back."""

from __future__ import annotations

import getpass
import os
import secrets
import sys
import time
import webbrowser
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated, Any

import typer

from pulumi_zohodesk.actions import action_named
from pulumi_zohodesk.cli._choosing import check_names
from pulumi_zohodesk.errors import APIError, ConfigError, DeskError
from pulumi_zohodesk.settings import (
    Connection,
    Secret,
    SecretStore,
    Settings,
    connection_named,
    load_connections,
    resolve,
    set_in_connection,
    variable,
    write_whole,
)
from pulumi_zohodesk.transport import (
    REDIRECT_URI,
    CallbackServer,
    Grant,
    client_holding,
    code_in,
    consent_address,
    exchange,
    forget,
    keep,
    own_grant,
    revoke,
)

__all__ = ["add_to", "chosen"]

SCOPES = tuple(
    f"Desk.{area}.{verb}" for area in ("basic", "settings") for verb in ("READ", "CREATE", "UPDATE", "DELETE")
)
PATIENCE = 300.0
"""Seconds in which the browser must have come back."""

ACCESSIBLE, ALL = (action_named(f"organizations.{verb}").operation for verb in ("list_accessible", "list"))

Name = Annotated[
    str | None,
    typer.Argument(metavar="CONNECTION", help="Of zohodesk.toml; its only one if left out.", show_default=False),
]


def add_to(app: typer.Typer) -> None:
    """Add the commands to the tree."""
    app.command("login", epilog="Example: zohodesk login prod --no-browser")(login)
    app.command("logout", epilog="Example: zohodesk logout prod")(logout)


def login(
    connection: Name = None,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Print the address; paste the one the browser ends at.")
    ] = False,
    self_client: Annotated[
        str | None, typer.Option("--self-client", metavar="CODE", help="A self client's code; - asks for it.")
    ] = None,
    client_credentials: Annotated[
        bool, typer.Option("--client-credentials", help="No person: a self client's own credentials, for --org-id.")
    ] = False,
    scope: Annotated[
        list[str] | None, typer.Option("--scope", help="Scope to ask for, in place of the usual; repeatable.")
    ] = None,
    org_id: Annotated[str | None, typer.Option("--org-id", help="Organisation, if there are several.")] = None,
) -> None:
    """Sign in: consent in the browser, and keep the secrets for a connection.

    The client secret comes from the environment, from the last login, or is asked for. It and the refresh token go
    to the keyring of the operating system, else to a file only you can read; never to zohodesk.toml.
    """
    ways = {"--no-browser": no_browser, "--self-client": self_client is not None}
    ways["--client-credentials"] = client_credentials
    _check_ways([way for way, given in ways.items() if given], bool(scope))
    entry = connection_named(chosen(connection))
    settings = resolve(connection=entry.name, need=("client_id",))
    settings = replace(settings, org_id=_agreed(org_id, settings))
    own = client_credentials or entry.grant == "client_credentials"
    if own and not settings.org_id:
        raise ConfigError(["Client credentials are for one organisation: name it with --org-id."])
    if not settings.client_secret:
        settings = replace(settings, client_secret=Secret(_hidden(f"Client secret of {settings.client_id}: ")))
    asked = tuple(part.strip() for one in scope or () for part in one.split(",") if part.strip())
    check_names(scopes=asked)
    asked = asked or entry.scopes or SCOPES
    if own:
        made = replace(settings, grant="client_credentials", scopes=asked, refresh_token=Secret(""))
        grant = own_grant(made)
    elif self_client is not None:
        code = self_client if self_client != "-" else _hidden("Code: ")
        made, grant = exchange(settings, Secret(code))
    else:
        made, grant = _consent(entry, settings, asked, no_browser)
    # What a self client's code was made with, only its owner knows.
    _finish(entry, made, grant, () if self_client is not None else asked)


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
        place = _keep(entry, made, grant, scopes)
    except BaseException:
        _take_back(made)
        raise
    print(f"Signed in to {row.get('companyName') or 'the organisation'} (organisation {made.org_id}).")
    print(f"The secrets are in {place}. See who you are with: zohodesk whoami {entry.name}")
    if os.environ.get(name := variable(entry.name, "refresh_token"), "").strip():
        print(f"{name} is set and wins over what was stored; unset it.", file=sys.stderr)


def logout(
    connection: Name = None,
    forget_only: Annotated[
        bool, typer.Option("--forget", help="Delete the secrets here even if they cannot be revoked.")
    ] = False,
) -> None:
    """Sign out: revoke the refresh token of a connection and delete its secrets."""
    entry = connection_named(chosen(connection))
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
    print(f'Signed out of "{entry.name}": the refresh token is {said}, and its secrets are deleted here.')
    if os.environ.get(name := variable(entry.name, "refresh_token"), "").strip():
        print(f"{name} is set and still signs in; unset it, and revoke that token too.", file=sys.stderr)


def _ended(settings: Settings) -> str:
    """What has become of the refresh token, in words."""
    if not settings.refresh_token:
        return "none: client credentials have no such thing"
    return "revoked" if revoke(settings) else "not known to the accounts server any more"


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


def _agreed(wanted: str | None, settings: Settings) -> str:
    if wanted and not (wanted.isascii() and wanted.isdigit()):
        raise typer.BadParameter("An organisation id consists of digits only.", param_hint="'--org-id'")
    if wanted and settings.org_id and wanted != settings.org_id:
        raise ConfigError(
            [f'--org-id says {wanted}, but the connection "{settings.connection}" says {settings.org_id}.']
        )
    return wanted or settings.org_id


def _consent(entry: Connection, settings: Settings, asked: Sequence[str], no_browser: bool) -> tuple[Settings, Grant]:
    """Lets a person consent, and exchanges the code."""
    redirect, state = entry.redirect_uri or REDIRECT_URI, secrets.token_urlsafe(24)
    address = consent_address(settings, redirect, asked, state)
    if no_browser:
        _say(f"Open this address in a browser:\n\n  {address}\n")
        _say(f"It ends at an address that begins with {redirect}; the page itself may fail to load.")
        answer = _hidden("Paste that address: ")
    else:
        with CallbackServer(redirect) as server:
            _say(f"Waiting for the browser. If none opens, go to:\n\n  {address}\n")
            webbrowser.open(address)
            answer = server.wait(PATIENCE)
    code, at_home = code_in(answer, state, settings)
    return exchange(at_home, code, redirect)


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
    names = [f"{row['id']} ({row.get('companyName') or 'no name'})" for row in rows]
    if settings.org_id:
        for row in rows:
            if str(row["id"]) == settings.org_id:
                return row
        raise ConfigError(
            [
                f'The connection "{settings.connection}" is for organisation {settings.org_id}, but the consent was '
                f"given for {', '.join(names) or 'none'}. Nothing was stored. Choose the right one when you consent."
            ]
        )
    if not rows:
        raise ConfigError(["This account has no organisation in Zoho Desk here. Check dc of the connection."])
    if len(rows) == 1:
        return rows[0]
    if not sys.stdin.isatty():
        raise ConfigError([f"There are several organisations: {', '.join(names)}. Name one with --org-id."])
    for place, name in enumerate(names, 1):
        _say(f"{place}. {name}")
    return rows[_number("Which organisation? ", len(rows)) - 1]


def _keep(entry: Connection, made: Settings, grant: Grant, scopes: Sequence[str]) -> str:
    """Identity into the file, secrets into the store; returns where these are."""
    changes: dict[str, str | list[str]] = {"org_id": made.org_id} if entry.org_id != made.org_id else {}
    if made.grant == "client_credentials":
        changes |= {"grant": made.grant, "scopes": list(made.scopes)}
    if made.dc != (entry.dc.lower() or "us"):
        changes["dc"] = made.dc
        _say(f'The account lives in the data centre "{made.dc}": the connection says so now.')
    before = entry.file.read_text(encoding="utf-8")
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
        write_whole(entry.file, before)
    except OSError as error:
        _say(f"{entry.file} could not be put back as it was: {error.strerror}. Its [connections.{entry.name}] is new.")


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


def _take_back(settings: Settings) -> None:
    """A refresh token that nobody will use is revoked, as well as it goes."""
    if not settings.refresh_token:
        return
    try:
        revoke(settings)
    except DeskError:
        _say("The new refresh token could not be revoked; remove it in your Zoho account, under Connected Apps.")


def _hidden(question: str) -> str:
    """An answer that the terminal does not show; a line of standard input where that is no terminal."""
    answer = getpass.getpass(question, stream=sys.stderr) if sys.stdin.isatty() else sys.stdin.readline()
    if not answer.strip():
        raise ConfigError([f"Nothing was entered for: {question.rstrip(': ')}."])
    return answer.strip()


def _number(question: str, largest: int) -> int:
    while True:
        answer: str = typer.prompt(question, prompt_suffix="", err=True)
        if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= largest:
            return int(answer)
        _say(f"A number from 1 to {largest}.")


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
