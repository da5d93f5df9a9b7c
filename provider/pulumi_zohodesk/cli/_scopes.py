"""``zohodesk scopes``: the smallest set of OAuth scopes for what is wanted."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

import typer

from pulumi_zohodesk.actions import Choice, Use, catalogued, holds, smallest
from pulumi_zohodesk.cli._group import option
from pulumi_zohodesk.cli._options import Actions, ConnectionName, Kinds, Narrow, Programs, ReadOnly, data_centres
from pulumi_zohodesk.cli.adopt._choosing import Chosen, choose, note, note_narrow, require_agreement
from pulumi_zohodesk.settings import Settings, fault, quoted, resolve, tidy

DataCentre = Annotated[str | None, option("--dc DC", "Data centre, for --url.", data_centres)]
ClientId = Annotated[str | None, option("--client-id ID", "OAuth client id, for --url.")]
RedirectUri = Annotated[str | None, option("--redirect-uri URL", "Callback address, for --url.")]


def scopes(
    action: Actions = None,
    kind: Kinds = None,
    program: Programs = None,
    connection: ConnectionName = None,
    read_only: ReadOnly = False,
    narrow: Narrow = False,
    sign_in: Annotated[bool, option("--sign-in", "Also what login and whoami ask.")] = False,
    comma: Annotated[bool, option("--comma", "Print them in one line, joined by commas.")] = False,
    url: Annotated[bool, option("--url", "Print the address of the consent page.")] = False,
    dc: DataCentre = None,
    client_id: ClientId = None,
    redirect_uri: RedirectUri = None,
    as_json: Annotated[bool, option("--json", "Print them as JSON, with what needs them.")] = False,
) -> None:
    """Print the smallest set of OAuth scopes for what is wanted.

    The fewest scopes of Zoho's catalogue, never ALL, and never settings where a smaller one does. A program is
    read, not run. The address of the consent page is for tokens made by hand; zohodesk login makes its own.
    """
    if comma + url + as_json > 1:
        raise typer.BadParameter("--comma, --url and --json exclude each other.")
    _check_place(url, {"--dc": dc, "--client-id": client_id, "--redirect-uri": redirect_uri})
    chosen = choose(action, kind, program, connection, read_only=read_only, sign_in=sign_in)
    found = chosen.scopes(narrow=narrow)
    settings = place_of(chosen, dc, client_id) if url else None
    unlisted = [one for one in found if not catalogued(one)]
    note_narrow(unlisted)
    _remarks(chosen, kind or (), found, sign_in)
    if settings is not None:
        from pulumi_zohodesk.transport import REDIRECT_URI, consent_address  # here: the others wait for no HTTP

        back = redirect_uri or (chosen.entry.redirect_uri if chosen.entry else "") or REDIRECT_URI
        # A person who makes a token by hand has no state to compare.
        print(consent_address(settings, back, found, "").removesuffix("&state="))
    elif as_json:
        print(json.dumps(_report(chosen, found, unlisted), indent=2))
    else:
        print(("," if comma else "\n").join(found))


def _check_place(url: bool, options: Mapping[str, str | None]) -> None:
    """Raises BadParameter for what is said of a place that nobody asked for, or cannot be used."""
    given = {name: value for name, value in options.items() if value is not None}
    if given and not url:
        raise typer.BadParameter(f"{', '.join(given)}: only for --url.")
    for name, value in given.items():
        field = name.removeprefix("--").replace("-", "_")
        text = tidy(field, value)
        if reason := fault(field, text) if text else "it is empty":
            raise typer.BadParameter(f"{quoted(text)} cannot be used: {reason}.", param_hint=f"'{name}'")


def place_of(chosen: Chosen, dc: str | None, client_id: str | None) -> Settings:
    """Where consent is asked: the connection, else the environment; options win over the latter, not the former.

    ZOHODESK_CONNECTION counts where no option says another client.
    """
    named = "" if client_id else os.environ.get("ZOHODESK_CONNECTION", "").strip()
    if name := chosen.entry.name if chosen.entry else named:
        found = resolve(connection=name, need=("client_id",))
        for field, option in {"dc": dc, "client_id": client_id}.items():
            require_agreement(field, option, getattr(found, field))
        return found
    given = {"ZOHODESK_DC": dc, "ZOHODESK_CLIENT_ID": client_id, "ZOHODESK_CONNECTION": ""}
    environ = {**os.environ, **{key: value for key, value in given.items() if value is not None}}
    return resolve(environ=environ, need=("client_id",))


def _remarks(chosen: Chosen, kinds: Iterable[str], found: tuple[str, ...], sign_in: bool) -> None:
    """What the set does not cover although one might think so."""
    choice = chosen.choice
    if kinds and not choice.read_only:
        full = Choice(choice.actions, tuple(Use(use.kind).with_all_removals() for use in choice.uses), choice.look_ups)
        if more := _beyond(full, found):
            note(f'on_destroy="delete" of agents also needs {", ".join(more)}.')
    if not sign_in and (more := _beyond(Choice(sign_in=True), found)):
        note(f"`zohodesk login` itself also needs {', '.join(more)}; --sign-in adds it.")
    if chosen.entry is not None and chosen.entry.scopes and not chosen.fixed:
        lacks = smallest(_open(choice, chosen.entry.scopes))
        if lacks:
            note(f"the scopes in zohodesk.toml are not enough: {', '.join(lacks)} would have to be among them.")


def _open(choice: Choice, held: Iterable[str]) -> list[tuple[str, ...]]:
    """The alternatives of needed actions of which no scope is held."""
    known = list(held)
    needed = [one.operation.scopes for one in choice.needed]
    return [scopes for scopes in needed if not any(holds(known, scope) for scope in scopes)]


def _beyond(choice: Choice, held: Iterable[str]) -> tuple[str, ...]:
    return smallest(_open(choice, held))


def _report(chosen: Chosen, found: tuple[str, ...], unlisted: list[str]) -> dict[str, Any]:
    reasons: dict[str, list[str]] = {}
    for need in chosen.choice.needs:
        reasons.setdefault(need.action.name, []).append(need.reason)
    return {
        "scopes": list(found),
        "not_in_catalogue": unlisted,
        "needed_by": {one.name: list(one.operation.scopes) for one in chosen.choice.needed},
        "reasons": reasons,
    }
