"""The sessions of a command that works on a stack."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pulumi_zohodesk.cli._misspelt import refuse_misspelt
from pulumi_zohodesk.cli._phases import phase
from pulumi_zohodesk.dynamic import require_session, session_from
from pulumi_zohodesk.engine import Session


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
