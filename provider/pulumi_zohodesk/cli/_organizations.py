"""Organisations that a command works on: their sessions, what people call them, whether two connections lead to one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from pulumi_zohodesk.cli._misspelt import refuse_misspelt
from pulumi_zohodesk.cli._phases import phase
from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.dynamic import require_session, session_from
from pulumi_zohodesk.engine import Session
from pulumi_zohodesk.errors import DeskError
from pulumi_zohodesk.settings import DATA_CENTRES, Settings

_LOOPBACK = "loopback"


def organization_words(session: Session) -> str:
    """``Example Prod (429819015)``; the id alone where the token may not read the organisation.

    Asks at most once for each session.
    """
    id = session.organization_id
    try:
        name = session.organization().get("companyName")
    except DeskError:  # a page lacks a name then, and is whole otherwise
        name = None
    return f"{printable(name)} ({id})" if name else id


def same_organization(settings: Settings, other: Settings) -> bool:
    """The ids are the same, and what says where it is does not tell them apart.

    That are the hosts where both connections have one of their own, and else the data centres: a proxy that only one
    of them goes through changes nothing.
    """
    if settings.org_id != other.org_id:
        return False
    mine, theirs = _own_host(settings), _own_host(other)
    return mine == theirs if mine and theirs else settings.dc == other.dc


def _own_host(settings: Settings) -> str:
    """Host and port that the connection names; empty when they follow from its data centre."""
    parts = urlsplit(settings.api_url)
    host = (parts.hostname or "").rstrip(".")
    if host == DATA_CENTRES[settings.dc].desk:
        return ""
    if host in ("localhost", "::1") or host.startswith("127."):
        host = _LOOPBACK
    return f"{host}:{parts.port or (443 if parts.scheme == 'https' else 80)}"


class Sessions:
    """Gives the session of a connection, that of the stack where none is named; one for each.

    ``config`` is the stack's, without ``zohodesk:``; ``directory`` is the program's.
    """

    def __init__(self, config: Mapping[str, str], directory: Path) -> None:
        self._config, self._directory = config, directory
        self._made: dict[str | None, Session] = {}

    def __call__(self, connection: str | None = None) -> Session:
        name = connection or None
        if name not in self._made:
            self._made[name] = session_from(self._config, name, self._directory)
        return self._made[name]

    @property
    def made(self) -> tuple[Session, ...]:
        return tuple(self._made.values())

    def reach(self) -> None:
        """Read the organisation of the stack's connection: what is wrong with it is told before the engine starts.

        No call more where anything is to change, since a rehearsal begins with the same. Raises ConfigError, AuthError,
        TransportError, APIError; InputError for a program that cannot run.
        """
        refuse_misspelt(self._directory)
        session = require_session(self._config, self._directory)
        if session is not None:
            with phase("asking whose the connection is"):
                session.organization()
            self._made[None] = session
