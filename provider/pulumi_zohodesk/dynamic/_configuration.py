"""Which session a plugin process, and a program, works with. No network until a session is used."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any

import pulumi

from pulumi_zohodesk.dynamic._holders import Holders
from pulumi_zohodesk.dynamic._mocks import MockedSession, mocks_of_program
from pulumi_zohodesk.engine import Marks, Session
from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.settings import EVERYTHING, IDENTITY, is_on, load_connections, resolve, variable
from pulumi_zohodesk.transport import client_for

PREFIX = "zohodesk:"

COPY = (
    "These are the settings of the stack as Pulumi handed them over: for refresh and destroy it takes the copy of the "
    "configuration that is in the state. If that is older than the configuration, `pulumi up` renews it, and so does "
    "the flag --run-program."
)


class Configuration:
    """What `configure` received. One plugin process serves one stack, so there is one."""

    def __init__(self) -> None:
        self.stack: dict[str, str] = {}
        self.holders = Holders()
        self._sessions: dict[str, Session] = {}
        self._lock = Lock()

    def take(self, stack: Mapping[str, str]) -> None:
        """Raises ConfigError, unless every object may have a connection of its own."""
        with self._lock:
            if self._sessions and dict(stack) == self.stack:
                return
            self.stack, self._sessions = dict(stack), {}
            try:
                self._sessions[""] = session_from(self.stack)
            except ConfigError as error:
                if not _may_do_without(self.stack):
                    more = [COPY] if _has_identity(self.stack) else []
                    raise ConfigError([*error.problems, *more]) from None

    def session(self, connection: str | None = None) -> Session:
        """The session of a connection; of the stack's own settings without one. Raises ConfigError."""
        with self._lock:
            name = connection or ""
            if name not in self._sessions:
                self._sessions[name] = session_from(self.stack, connection)
            return self._sessions[name]

    def session_of(self, state: Mapping[str, Any]) -> Session:
        """The session for an object in state: of its connection, or of another one to the same organisation.

        A connection may be renamed after it was written into the state. Raises ConfigError.
        """
        connection, organization = state.get("connection"), Marks.of(state).organization
        try:
            return self.session(connection)
        except ConfigError:
            for name in self._others(organization) if connection and organization else ():
                with suppress(ConfigError):  # one may lack its secrets
                    if (other := self.session(name)).organization_id == organization:
                        return other
            raise

    @staticmethod
    def _others(organization: str) -> Iterator[str | None]:
        """What else may reach an organisation: the stack's own settings, then the connections to it."""
        yield None
        yield from (name for name, entry in load_connections().items() if entry.org_id == organization)

    @property
    def hides_personal_data(self) -> bool:
        return is_on(self.stack.get("hidePersonalData"))


CONFIGURATION = Configuration()


def own_keys(config: Mapping[str, Any]) -> dict[str, str]:
    """The ``zohodesk:`` keys of a whole configuration, without that prefix; misspelt and refused ones included."""
    return {key.removeprefix(PREFIX): str(value) for key, value in config.items() if key.startswith(PREFIX)}


def session_from(stack: Mapping[str, str], connection: str | None = None, directory: Path | None = None) -> Session:
    """The session that some stack configuration (keys without ``zohodesk:``) and the environment describe.

    A ``connection`` is complete by itself: the stack's own identity says nothing about it, but its credit reserve
    holds. ``directory`` is where the search for ``zohodesk.toml`` starts: the program's, when that is not the
    working directory.

    Raises:
        ConfigError: something is missing, contradictory, or a secret stands in the configuration.
    """
    given = {key: value for key, value in stack.items() if key not in IDENTITY} if connection else stack
    settings = resolve(given, connection=connection, directory=directory)
    restore, hides = (is_on(stack.get(name)) for name in ("restore", "hidePersonalData"))
    return Session(client_for(settings), settings, KINDS, restore=restore, hides=hides)


def require_session(stack: Mapping[str, str], directory: Path | None = None) -> Session | None:
    """The session of a stack, before the engine starts its plugin; None where objects have connections of their own.

    Raises:
        ConfigError: they describe no session, and not every object may have a connection of its own.
    """
    try:
        return session_from(stack, directory=directory)
    except ConfigError:
        if not _may_do_without(stack, directory):
            raise
        return None


def _has_identity(stack: Mapping[str, str]) -> bool:
    return any(key in IDENTITY for key in stack)


def _may_do_without(stack: Mapping[str, str], directory: Path | None = None) -> bool:
    """Whether nothing names an organisation for the whole stack, while there are connections for its objects."""
    bare = any(os.environ.get(variable(None, name), "").strip() for name in ("connection", *EVERYTHING))
    return not bare and not _has_identity(stack) and bool(load_connections(directory))


_PROGRAM: dict[tuple[tuple[str, str], ...], Session] = {}


def session_from_program(connection: str | None = None) -> Session:
    """The session of a running Pulumi program, for look-ups: of a connection, else of its stack configuration.

    The language host hands the configuration over in the environment; what it sets in the SDK before it starts the
    program's task is not seen there. Tests set it in the SDK. Where Pulumi is mocked, the mocks answer.
    """
    if (mocks := mocks_of_program()) is not None:
        return MockedSession(mocks, connection)
    stack = own_keys({**pulumi.runtime.get_config_env(), **pulumi.runtime.config.CONFIG.get()})
    mark = (*sorted(stack.items()), ("a connection", connection or ""))
    if mark not in _PROGRAM:
        _PROGRAM[mark] = session_from(stack, connection)
    return _PROGRAM[mark]
