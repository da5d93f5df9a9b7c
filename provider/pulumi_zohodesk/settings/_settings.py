"""The outcome: one frozen value that says where to connect and as whom, and what a person writes to mend it."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

from pulumi_zohodesk.settings._stack_keys import variable
from pulumi_zohodesk.settings._tables import Protected


class Secret:
    """A client secret or token: `repr` and `str` never show it, and it cannot be pickled into a state."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The value itself. Hand it to the request that needs it and keep it nowhere."""
        return self._value

    def fingerprint(self) -> str:
        """SHA-256 in hexadecimal: tells two secrets apart without holding either."""
        return hashlib.sha256(self._value.encode()).hexdigest()

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        return hmac.compare_digest(self._value.encode(), other._value.encode())

    def __hash__(self) -> int:
        return hash(self.fingerprint())

    def __repr__(self) -> str:
        return "Secret(hidden)"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return repr(self)

    def __reduce__(self) -> NoReturn:
        raise TypeError("A Secret is not picklable: it would end up readable in a file, such as a state.")


@dataclass(frozen=True)
class Settings:
    """Everything a connection to one organisation needs.

    Attributes:
        connection: name in `zohodesk.toml`; None when the bare environment variables were used.
        dc: name of the data centre, a key of `DATA_CENTRES`.
        org_id: organisation id, digits.
        client_id: OAuth client id.
        client_secret: OAuth client secret.
        refresh_token: OAuth refresh token; it decides which agent acts, where, and with which scopes.
        api_url: root of the Desk host, without `/api/v1` and without a slash at the end.
        accounts_url: root of the accounts host, without a slash at the end.
        allow_gone: accept that many objects at once look deleted (`ZOHODESK_ALLOW_GONE=1`).
        credit_reserve: API credits of the day that are left to others (`ZOHODESK_CREDIT_RESERVE`).
        grant: ``refresh_token``; or ``client_credentials``, which has none and acts for the organisation.
        scopes: OAuth scopes of `zohodesk.toml`; a token by client credentials is asked for with them.
        asked: scopes that the stored refresh token was asked for with; empty for one of the environment.
        actions, kinds: what the connection is for; when both are empty, everything.
        protected: kinds with patterns of natural keys that keep their name and stay in service.
    """

    connection: str | None
    dc: str
    org_id: str
    client_id: str
    client_secret: Secret
    refresh_token: Secret
    api_url: str
    accounts_url: str
    allow_gone: bool = False
    credit_reserve: int = 0
    grant: str = "refresh_token"
    scopes: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    protected: Protected = ()

    @property
    def api_root(self) -> str:
        """Address below which the paths of operations lie."""
        return f"{self.api_url}/api/v1"

    @property
    def identity(self) -> tuple[str, ...]:
        """Same value, same organisation seen by the same grant: the key of registries within a process."""
        return (
            self.api_url,
            self.accounts_url,
            self.client_id,
            self.org_id,
            self.client_secret.fingerprint(),
            self.grant_mark,
        )

    @property
    def grant_mark(self) -> str:
        """What tells one grant from another: the refresh token, or the scopes where there is none."""
        if self.grant == "client_credentials":
            return f"{self.grant} {' '.join(sorted(self.scopes))}"
        return self.refresh_token.fingerprint()


USUAL_SCOPES = tuple(
    f"Desk.{area}.{verb}" for area in ("basic", "settings") for verb in ("READ", "CREATE", "UPDATE", "DELETE")
)
"""What `zohodesk login` asks for when nothing else is said."""


def set_by(settings: Settings, field: str) -> str:
    """Where a field of a connection is set: ``dc of [connections.prod] or ZOHODESK_PROD_DC``, else ``ZOHODESK_DC``."""
    own = variable(settings.connection, field)
    return f"{field} of [connections.{settings.connection}] or {own}" if settings.connection else own


def way_to_scope(settings: Settings, alternatives: Sequence[str]) -> str:
    """How the token gets a scope and keeps those it has, as sentences.

    The line holds every scope, since `scopes` of a connection is all that is asked for: with the missing one alone, the
    next login would lose the others.

    Args:
        alternatives: of which any one is enough; those that are usual come first, then the first one.
    """
    if not settings.connection:
        return "`zohodesk guide` shows how; `zohodesk scopes` prints all that a program or an action needs."
    held = settings.scopes or settings.asked or USUAL_SCOPES
    missing = [scope for scope in alternatives if scope in USUAL_SCOPES] or list(alternatives)
    line = json.dumps([*held, *([] if set(alternatives) & set(held) else missing[:1])])
    return (
        f"Let [connections.{settings.connection}] in zohodesk.toml have the line `scopes = {line}`, in place of one "
        f"that it has, then: zohodesk login -c {settings.connection}"
    )
