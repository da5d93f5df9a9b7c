"""How the settings of one run are found."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings._connections import Connection, load_connections, load_protected, unknown
from pulumi_zohodesk.settings._find import FILE_NAME, find_file
from pulumi_zohodesk.settings._places import DATA_CENTRES, fault, foreign, tidy
from pulumi_zohodesk.settings._settings import Secret, Settings
from pulumi_zohodesk.settings._shown import like_secret, quoted
from pulumi_zohodesk.settings._stack_keys import FIELDS, stack_problems, variable
from pulumi_zohodesk.settings._store import SecretStore
from pulumi_zohodesk.settings._tables import Protected

EVERYTHING = ("org_id", "client_id", "client_secret", "refresh_token")
"""What a connection to an organisation needs. Signing in, for one, needs less."""

_IDENTITY = tuple(FIELDS.values())
_SECRETS = ("client_secret", "refresh_token")
_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass
class _Search:
    """One run of `resolve`: the places to look in, and what was found wrong."""

    stack: Mapping[str, str]
    environ: Mapping[str, str]
    connection: str | None = None
    entry: Connection | None = None
    problems: list[str] = field(default_factory=list)

    def read(self, name: str) -> str:
        # An empty variable is what a missing secret looks like in many CI systems: it counts as not set.
        return self.environ.get(name, "").strip()


def resolve(
    stack: Mapping[str, str] = _NOTHING,
    *,
    connection: str | None = None,
    environ: Mapping[str, str] | None = None,
    directory: Path | None = None,
    need: Collection[str] = EVERYTHING,
) -> Settings:
    """The settings of this run, complete and free of contradictions.

    Args:
        stack: the `zohodesk:` keys of the stack configuration without that prefix: `connection`, `orgId`,
            `dc`, `clientId`, `apiUrl`, `accountsUrl`, `creditReserve`; the spelling of switches is checked.
        connection: name of a connection; wins over `ZOHODESK_CONNECTION` and `zohodesk:connection`.
        environ: environment variables; the process's own by default.
        directory: where the search for `zohodesk.toml` starts; the working directory by default.
        need: which of `EVERYTHING` must be there. What is not needed and not given is empty.

    Raises ConfigError: something is missing, wrong or contradictory, or a secret is in the stack configuration; all
    problems are listed at once.
    """
    search = _Search(stack, os.environ if environ is None else environ)
    search.problems += stack_problems(stack)
    _find_connection(search, connection, directory)
    settings = _without_stored(search, need, directory)
    settings = _with_stored_secrets(search, settings)
    _require(search, need, {name: getattr(settings, name) for name in EVERYTHING})
    if search.problems:
        raise ConfigError(search.problems)
    return settings


def _find_connection(search: _Search, given: str | None, directory: Path | None) -> None:
    """Which connection is meant, and its entry. Raises ConfigError for a name that looks like a secret."""
    name = search.connection = given or _named_connection(search)
    if name is None:
        return
    if like_secret(name):
        where = "Check ZOHODESK_CONNECTION and zohodesk:connection."
        raise ConfigError([f"What names the connection looks like a secret, so it is not shown here. {where}"])
    search.entry = _entry(search, name, directory)


def _without_stored(search: _Search, need: Collection[str], directory: Path | None) -> Settings:
    """The settings without the store's secrets. Raises ConfigError for all that is wrong with them."""
    values = {name: _identity(search, name) for name in _IDENTITY}
    secrets = {name: Secret(search.read(variable(search.connection, name))) for name in _SECRETS}
    reserve = _reserve(search)
    protected = _protected(search, directory)
    if search.problems:
        # Whether `zohodesk login` keeps the secrets of a named connection is known only once its identity is settled.
        sure = need if search.connection is None else [name for name in need if name not in _SECRETS]
        _require(search, sure, {**values, **secrets})
        raise ConfigError(search.problems)
    entry, dc = search.entry or Connection("", Path()), values["dc"] or "us"
    return Settings(
        connection=search.connection,
        dc=dc,
        org_id=values["org_id"],
        client_id=values["client_id"],
        client_secret=secrets["client_secret"],
        refresh_token=secrets["refresh_token"],
        api_url=values["api_url"] or f"https://{DATA_CENTRES[dc].desk}",
        accounts_url=values["accounts_url"] or f"https://{DATA_CENTRES[dc].accounts}",
        allow_gone=search.read("ZOHODESK_ALLOW_GONE") == "1",
        credit_reserve=reserve,
        grant=entry.grant or "refresh_token",
        scopes=entry.scopes,
        actions=entry.actions,
        kinds=entry.kinds,
        protected=protected,
    )


def _protected(search: _Search, directory: Path | None) -> Protected:
    try:
        return load_protected(directory)
    except ConfigError as error:  # the file of a named connection was read before
        search.problems += [problem for problem in error.problems if problem not in search.problems]
        return ()


def _named_connection(search: _Search) -> str | None:
    ours, theirs = search.read("ZOHODESK_CONNECTION"), search.stack.get("connection", "").strip()
    if ours and theirs and ours != theirs:
        search.problems.append(
            f"ZOHODESK_CONNECTION names the connection {quoted(ours)}, but zohodesk:connection in the "
            f"stack configuration names {quoted(theirs)}. Nothing is sent anywhere until they agree: change or "
            "unset one of them."
        )
    return ours or theirs or None


def _entry(search: _Search, name: str, directory: Path | None) -> Connection | None:
    try:
        known = load_connections(directory)
    except ConfigError as error:
        search.problems += error.problems
        return None
    prefix = variable(name, "")
    if name not in known and not any(search.read(prefix + field.upper()) for field in (*_IDENTITY, *_SECRETS)):
        lacking = f"{unknown(name, find_file(directory), known)} (No variable {prefix}* is set either.)"
        raise ConfigError([*search.problems, lacking])  # what else it lacks would only be noise
    return known.get(name)


def _identity(search: _Search, name: str) -> str:
    """The value of one field of the identity, which all places that mention it must agree on."""
    found: dict[str, str] = {}
    for place, raw in _mentions(search, name):
        if not (value := tidy(name, raw)):
            continue
        if reason := fault(name, value):
            search.problems.append(f"{place} {quoted(value)} cannot be used: {reason}.")
            return value
        found[place] = value
    if len(set(found.values())) > 1:
        search.problems.append(_disagreement(name, found))
    if name in ("api_url", "accounts_url"):
        search.problems += _led_astray(search, name, found)
    return next(iter(found.values()), "")


def _led_astray(search: _Search, name: str, found: Mapping[str, str]) -> Iterator[str]:
    """A file that came with somebody's repository must not choose where the environment's secrets are sent."""
    given = [own for secret in _SECRETS if search.read(own := variable(search.connection, secret))]
    said = variable(search.connection, name)
    for place, value in found.items():
        if given and said not in found and foreign(value):
            yield (
                f"{place} says {quoted(value)}, which is neither Zoho nor this machine. The secrets of the environment "
                f"({', '.join(given)}) are sent there only when the environment says so too: set {said} to that "
                "address if it is right."
            )
            return


def _mentions(search: _Search, name: str) -> Iterator[tuple[str, str]]:
    wire = next(key for key, field in FIELDS.items() if field == name)
    own = variable(search.connection, name)
    yield own, search.read(own)
    if search.entry is not None:
        yield (f"{name} of [connections.{search.entry.name}] in {search.entry.file}", getattr(search.entry, name))
    yield f"zohodesk:{wire} in the stack configuration", search.stack.get(wire, "")


def _disagreement(name: str, found: Mapping[str, str]) -> str:
    # A client id is half of a pair that opens the door: its places are named, its value is not.
    said = [place if name == "client_id" else f"{place} says {quoted(value)}" for place, value in found.items()]
    return (
        f"{' and '.join(said)}: these must agree. Nothing is sent anywhere until they do, so that one "
        "stack's changes never reach another organisation. Change or unset one of them."
    )


def _with_stored_secrets(search: _Search, settings: Settings) -> Settings:
    """Secrets that the environment does not give, from the store of `zohodesk login`; named connections only."""
    missing = [name for name in _SECRETS if not getattr(settings, name)]
    stored = SecretStore(search.environ).read(settings) if missing and search.connection is not None else None
    if stored is None:
        return settings
    asked = stored.scopes if "refresh_token" in missing else ()
    return replace(settings, asked=asked, **{name: getattr(stored, name) for name in missing})


_BARE = "The bare variables such as ZOHODESK_CLIENT_ID count only when no connection is named."


def _require(search: _Search, need: Collection[str], values: Mapping[str, object]) -> None:
    if search.entry is not None and search.entry.grant == "client_credentials":
        need = [name for name in need if name != "refresh_token"]
    missing = [name for name in EVERYTHING if name in need and not values[name]]
    if not missing:
        return
    names = ", ".join(variable(search.connection, name) for name in missing)
    if search.entry is not None and set(missing) <= set(_SECRETS):
        bare = any(search.read(variable(None, name)) for name in missing)
        search.problems.append(
            f'Nobody has signed in with the connection "{search.connection}" on this machine: '
            f"`zohodesk login -c {search.connection}` does, and keeps the secrets. Where nobody can, set {names}."
            f"{f' {_BARE}' if bare else ''}"
        )
        return
    problem = f"Zoho Desk cannot be reached: these environment variables are not set: {names}."
    if search.connection is None:
        problem += " Set them, or use a connection: `zohodesk guide` says how to come by one."
    else:
        problem += (
            f' They belong to the connection "{search.connection}"; org_id and client_id may also be in '
            f"[connections.{search.connection}] of {FILE_NAME}. {_BARE} "
            f"`zohodesk login -c {search.connection}` signs in and keeps the secrets."
        )
    search.problems.append(problem)


def _reserve(search: _Search) -> int:
    text = search.read("ZOHODESK_CREDIT_RESERVE") or search.stack.get("creditReserve", "").strip() or "0"
    if text.isascii() and text.isdigit():
        return int(text)
    search.problems.append(
        f"The credit reserve {quoted(text)} (ZOHODESK_CREDIT_RESERVE, zohodesk:creditReserve) must be a whole "
        "number of API credits, 0 or more."
    )
    return 0
