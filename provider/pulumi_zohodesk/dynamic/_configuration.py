"""Which session a plugin process, and a program, works with. No network until a session is used."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock

import pulumi

from pulumi_zohodesk.engine import Session
from pulumi_zohodesk.settings import resolve
from pulumi_zohodesk.transport import client_for

__all__ = ["CONFIGURATION", "CONFIG_KEYS", "Configuration", "session_from", "session_from_program"]

CONFIG_KEYS = (
    *("connection", "orgId", "dc", "apiUrl", "accountsUrl", "clientId", "restore", "hidePersonalData"),
    # Refused by `resolve`, so that a secret put there by mistake is noticed and named.
    *("clientSecret", "refreshToken", "accessToken"),
)

SWITCHES = ("restore", "hidePersonalData")


class Configuration:
    """What `configure` received. One plugin process serves one stack, so there is one."""

    def __init__(self) -> None:
        self.stack: dict[str, str] = {}
        self._session: Session | None = None
        self._lock = Lock()

    def take(self, stack: Mapping[str, str]) -> None:
        with self._lock:
            if self._session is None or dict(stack) != self.stack:
                self.stack = dict(stack)
                self._session = session_from(self.stack)

    def session(self) -> Session:
        with self._lock:
            if self._session is None:
                self._session = session_from(self.stack)
            return self._session

    @property
    def hides_personal_data(self) -> bool:
        return is_on(self.stack.get("hidePersonalData"))


CONFIGURATION = Configuration()


def session_from(stack: Mapping[str, str]) -> Session:
    """The session that some stack configuration (keys without ``zohodesk:``) and the environment describe.

    Raises:
        ConfigError: something is missing, contradictory, or a secret stands in the configuration.
    """
    settings = resolve({key: value for key, value in stack.items() if key not in SWITCHES})
    return Session(client_for(settings), settings, restore=is_on(stack.get("restore")))


_PROGRAM: dict[tuple[tuple[str, str], ...], Session] = {}


def session_from_program() -> Session:
    """The session of a running Pulumi program, from its own stack configuration; for look-ups."""
    config = pulumi.Config("zohodesk")
    stack = {key: value for key in CONFIG_KEYS if (value := config.get(key)) is not None}
    mark = tuple(sorted(stack.items()))
    if mark not in _PROGRAM:
        _PROGRAM[mark] = session_from(stack)
    return _PROGRAM[mark]


def is_on(text: str | None) -> bool:
    return (text or "").strip().lower() in ("1", "true", "yes", "on")
