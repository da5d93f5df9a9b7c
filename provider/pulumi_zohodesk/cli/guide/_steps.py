"""The set-up steps for a choice, and nothing that does not apply to it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass

from pulumi_zohodesk.actions import Choice, catalogued
from pulumi_zohodesk.cli._document import Block, Code, Document, Items, Rows, Step
from pulumi_zohodesk.engine import LEVELS, permission_words
from pulumi_zohodesk.settings import DATA_CENTRES

_FEW = 4
"""How many actions a table names before it counts them."""


@dataclass(frozen=True)
class Place:
    """What the commands in the steps name.

    Attributes:
        connection: its name.
        exists: zohodesk.toml has it already.
        dc: data centre.
        client_id: OAuth client id; empty when there is none yet.
        redirect_uri: callback address.
    """

    connection: str
    exists: bool
    dc: str
    client_id: str
    redirect_uri: str


def document(choice: Choice, scopes: tuple[str, ...], words: list[str], place: Place) -> Document:
    goal = "read and compared, never changed" if choice.read_only else "done"
    intro: list[Block] = [
        f"What will be {goal}: {', '.join(words)}. Zoho Desk asks three layers before it answers a call, and all must "
        "allow it: the OAuth scopes of the token, the permission profile of the agent who consents, and for "
        "tickets, contacts and accounts the data sharing of the module. These steps open what is needed, no more.",
        f"Data centre: `{place.dc}` ({DATA_CENTRES[place.dc].desk}). Who follows them must be an administrator.",
    ]
    steps = [_application(place)]
    steps += [_permissions(choice)] if choice.permissions else []
    steps += [_sharing(choice)] if choice.levels else []
    steps += [_connection(choice, scopes, place), _sign_in(place)]
    steps += [_preview(choice, place)] if choice.uses or choice.look_ups else []
    return Document("Connecting Zoho Desk", intro, steps)


def _application(place: Place) -> Step:
    console = f"https://{DATA_CENTRES[place.dc].accounts.replace('accounts.', 'api-console.', 1)}"
    return Step(
        "OAuth application",
        [
            f"Open {console} and sign in with a Zoho account of this data centre.",
            Items(
                (
                    'Choose "Add Client", then "Server-based Applications".',
                    "Name and homepage are yours to choose; people see the name on the consent page.",
                    f'As "Authorized Redirect URIs" enter `{place.redirect_uri}`, exactly so.',
                    "Create it. The page shows a client id and a client secret; the secret goes nowhere but into "
                    "`zohodesk login`.",
                )
            ),
        ],
    )


def _permissions(choice: Choice) -> Step:
    rows = tuple(
        (
            permission_words(permission),
            _names([action.name for action in choice.needed if action.profile.needs == permission]),
        )
        for permission in choice.permissions
    )
    blocks: list[Block] = [
        "Calls act as the agent who consents. The profile Support Administrator has everything by default. For "
        "another profile, open Setup, Permissions, Profiles in Zoho Desk and allow:",
        Rows(("permission", "for"), rows),
    ]
    if choice.uses or choice.look_ups:
        blocks.append(
            "That agent must see all departments: what it cannot see looks as if it were not there. An administrator "
            "sees all of them."
        )
    return Step("Permission profile of the agent who consents", blocks)


def _sharing(choice: Choice) -> Step:
    thinned = [action.name for action in choice.needed if action.sharing.effect == "filtered"]
    rows = tuple((module.capitalize(), LEVELS[level]) for module, level in choice.levels.items())
    blocks: list[Block] = [
        "In Zoho Desk, open Setup, Permissions, Data Sharing, and set each of these modules to at least:",
        Rows(("module", "level"), rows),
        "It holds for everybody in the organisation: a wider level lets all agents see, or change, more records.",
    ]
    if thinned:
        blocks.append(
            f"At a stricter level {_names(thinned)} give no error: their lists simply leave out what the agent may "
            "not see."
        )
    return Step("Data sharing", blocks)


def _connection(choice: Choice, scopes: tuple[str, ...], place: Place) -> Step:
    if place.exists:
        listed = ",\n".join(f'    "{scope}"' for scope in scopes)
        how: list[Block] = [
            f"In `zohodesk.toml`, let the table [connections.{place.connection}] have this key, so that signing in "
            "asks for these scopes:",
            Code(f"scopes = [\n{listed},\n]"),
        ]
    else:
        client = place.client_id or "CLIENT_ID"
        parts = [f"zohodesk connection add {shlex.quote(place.connection)} --dc {place.dc} --client-id {client}"]
        parts += [f"--scope {scope}" for scope in scopes]
        how = [
            "In the folder of your project; this writes `zohodesk.toml`, which holds no secret:",
            Code(" \\\n  ".join(parts)),
        ]
    return Step(
        "Connection and scopes", [*how, "What each scope is for:", _reasons(choice, scopes), *_unlisted(scopes)]
    )


def _reasons(choice: Choice, scopes: tuple[str, ...]) -> Rows:
    reasons = choice.scope_reasons(scopes)
    return Rows(
        ("scope", "for"), tuple((scope, _names(list(reasons[scope])) or "as zohodesk.toml says") for scope in scopes)
    )


def _unlisted(scopes: tuple[str, ...]) -> Iterator[Block]:
    if unlisted := [scope for scope in scopes if not catalogued(scope)]:
        yield (
            f"Zoho's catalogue of scopes does not list {', '.join(unlisted)}; its operations name them. If the "
            "consent page refuses them, make this guide again without `--narrow`."
        )


def _sign_in(place: Place) -> Step:
    name = shlex.quote(place.connection)
    return Step(
        "Sign in",
        [
            Code(f"zohodesk login -c {name}\nzohodesk whoami -c {name}"),
            "Login asks for the client secret, opens the consent page and waits. Consent as the agent of the steps "
            "above, and choose the organisation. On a server without a browser add `--no-browser`. The secrets end "
            "up in the keyring, else in a file that only you can read.",
        ],
    )


def _preview(choice: Choice, place: Place) -> Step:
    preview = "pulumi preview --refresh --expect-no-changes" if choice.read_only else "pulumi preview"
    words = (
        "The token cannot change anything: this tells what differs from the code, and exits with another code than 0."
        if choice.read_only
        else "A preview sends nothing but reads. What exists already is taken over with `zohodesk adopt`."
    )
    return Step("First preview", [Code(f"zohodesk connection use {shlex.quote(place.connection)}\n{preview}"), words])


def _names(names: list[str]) -> str:
    """Some names, and how many more there are."""
    shown = ", ".join(names[:_FEW])
    return f"{shown} and {len(names) - _FEW} more" if len(names) > _FEW else shown
