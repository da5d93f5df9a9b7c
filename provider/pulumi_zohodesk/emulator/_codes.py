"""Codes of the accounts server: what a consent is exchanged with, for a short time and once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from pulumi_zohodesk.emulator._access import Caller

CODES = 10
WINDOW = 600

AREAS = (
    *("accounts", "activities", "agents", "articles", "automations", "basic", "calls", "community", "contacts"),
    *("departments", "events", "extensions", "feeds", "fields", "integrations", "layouts", "organization"),
    *("permissions", "phonebridge", "products", "search", "settings", "tasks", "tickets", "webhooks", "zia"),
    *("settings.extension", "activities.tasks", "activities.calls", "activities.events", "custommodule"),
)
"""Scope families: those of the catalogue, and those that only operations name."""

VERBS = ("READ", "CREATE", "UPDATE", "DELETE", "WRITE", "ALL")
SINGLE = frozenset({"Desk.deskOembed.READ", "Desk.imports", "Desk.exports", "aaaserver.profile.READ"})
PICTURES = frozenset({"profile.userphoto.READ", "profile.userphoto.UPDATE", "profile.orglogo.UPDATE"})
SCOPES = frozenset(f"Desk.{area}.{verb}" for area in AREAS for verb in VERBS) | SINGLE | PICTURES
"""Every scope that the consent page takes; another one is an error there (unconfirmed)."""


@dataclass(frozen=True)
class Consent:
    """What somebody agreed to.

    Attributes:
        user: e-mail address of the person, whose refresh tokens are counted together.
        redirect_uri: where the code goes; empty for a code made in the console (self client).
        offline: a refresh token is wanted.
        forced: the consent page was forced, so that a refresh token comes again.
    """

    caller: Caller
    user: str
    redirect_uri: str = ""
    offline: bool = True
    forced: bool = True


class TooManyCodes(ValueError):
    """Ten codes in ten minutes were made already."""


class Codes:
    """Hands out codes and takes each back once."""

    def __init__(self, now: Callable[[], float], fresh: Callable[[], str], lifetime: Callable[[], float]) -> None:
        self._lifetime = lifetime
        self._now = now
        self._fresh = fresh
        self._open: dict[str, tuple[Consent, float]] = {}
        self._made: deque[float] = deque()

    def make(self, consent: Consent, lifetime: float | None = None) -> str:
        """A code for the consent, good for that many seconds or as long as usual. Raises TooManyCodes."""
        now = self._now()
        while self._made and now - self._made[0] >= WINDOW:
            self._made.popleft()
        if len(self._made) >= CODES:
            raise TooManyCodes("Ten codes in ten minutes were made already.")
        self._made.append(now)
        code = self._fresh()
        self._open[code] = consent, now + (self._lifetime() if lifetime is None else lifetime)
        return code

    def look(self, code: str) -> Consent | None:
        """What the code stands for; None when it is unknown, used or too old."""
        consent, end = self._open.get(code, (None, 0.0))
        return consent if self._now() < end else None

    def use(self, code: str) -> None:
        self._open.pop(code, None)


def scopes_in(text: str) -> tuple[list[str], str]:
    """Scopes of a comma-joined list, and the first that does not exist (empty when all do)."""
    found = [part.strip() for part in text.split(",") if part.strip()]
    return found, next((one for one in found if one not in SCOPES), "")
