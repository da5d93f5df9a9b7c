"""The access token of one grant: from memory, else from disk, else by one request, whoever asks."""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any

from pulumi_zohodesk.errors import AuthError, TokenThrottled
from pulumi_zohodesk.settings import PrivateFile, Secret, Settings
from pulumi_zohodesk.transport._clock import Clock
from pulumi_zohodesk.transport._grant import Grant, throttled
from pulumi_zohodesk.transport._log import REQUESTS

LOCK_TIMEOUT = 100.0
"""Seconds; longer than one token request can take, so that waiting for another process pays."""

_LONGEST_LIFE = 24 * 3600.0


@dataclass(frozen=True)
class Entry:
    """What the processes share.

    Attributes:
        token: None when there is none.
        good_until: when the token stops being used, in seconds since 1970.
        throttled_until: no token request before this moment.
        renewed: when it was made in place of one that the service refused; 0 when it was not.
    """

    token: Secret | None = None
    good_until: float = 0.0
    throttled_until: float = 0.0
    renewed: float = 0.0


class TokenFile:
    """The file for one grant in one organisation: a read-only job never picks up the token of another.

    Raises OSError: from every method, when the folder cannot be used.
    """

    def __init__(self, settings: Settings, folder: Path | None = None) -> None:
        from platformdirs import user_cache_path

        override = os.environ.get("ZOHODESK_CACHE_DIR")
        root = folder or (Path(override) if override else user_cache_path("pulumi-zohodesk"))
        self.folder = root / "tokens"
        parts = (settings.accounts_url, settings.client_id, settings.grant_mark, settings.org_id)
        self.path = self.folder / f"{hashlib.sha256('|'.join(parts).encode()).hexdigest()}.json"
        self._file = PrivateFile(self.path)

    def locked(self) -> AbstractContextManager[None]:
        """Keep other processes out. Raises TimeoutError."""
        return self._file.locked(LOCK_TIMEOUT)

    def read(self, now: float) -> Entry:
        """What the file says; an empty entry when there is none, or none that can be trusted or understood."""
        try:
            text = self._file.text()
            content = json.loads(text) if text else {}
            return _entry(content, now) if isinstance(content, dict) else Entry()
        except (FileNotFoundError, ValueError):
            return Entry()

    def write(self, entry: Entry) -> None:
        """Replace the file in one step, so that a reader sees the old or the new content."""
        content = {
            "access_token": entry.token.reveal() if entry.token else None,
            "good_until": entry.good_until,
            "throttled_until": entry.throttled_until,
            "renewed": entry.renewed,
        }
        self._file.write(json.dumps(content))

    def remove(self) -> None:
        """Forget the token."""
        self._file.remove()


def _entry(content: dict[str, Any], now: float) -> Entry:
    token = content.get("access_token")
    good, throttled = _moment(content.get("good_until")), _moment(content.get("throttled_until"))
    # A moment too far ahead was written with another clock: not to be believed.
    good = good if good - now <= _LONGEST_LIFE else 0.0
    throttled = throttled if throttled - now <= 3600.0 else 0.0
    held = Secret(token) if isinstance(token, str) and token else None
    return Entry(held, good, throttled, _moment(content.get("renewed")))


def _moment(value: object) -> float:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else 0.0


MARGIN = 60.0
"""Seconds before its end at which a token counts as expired."""

THROTTLE_MEMORY = 60.0
"""Seconds after "too many token requests" in which no process of this user asks again.

The service may block for ten minutes, but says nothing of when that began."""

FRESH = 60.0
"""Seconds in which a token that was made because another was refused is not replaced as well: if it is refused too,
the reason is another one, and asking again would only use up the few requests there are."""

_log = logging.getLogger(REQUESTS)


class Tokens:
    """Hands out the access token; safe for use by many threads and processes, which cause one request together."""

    def __init__(self, settings: Settings, request: Callable[[], Grant], file: TokenFile, clock: Clock) -> None:
        self._settings = settings
        self._request = request
        self._file = file
        self._clock = clock
        self._lock = Lock()
        self._entry = Entry()
        self._memory_only = False

    def get(self) -> Secret:
        """A token that is good for the next minute.

        Raises:
            TokenThrottled: too many token requests of late.
            AuthError: the credentials are refused, or another process keeps the lock.
            TransportError: the accounts server gives no answer.
        """
        return self._usable(None) or self._obtain(None)

    def renew(self, refused: Secret) -> Secret | None:
        """Another token than the one that the service refused; None when that one was renewed just now.

        Raises the same as `get`.
        """
        entry = self._entry
        if entry.token == refused and 0 <= self._clock.wall() - entry.renewed < FRESH:
            return None
        return self._usable(refused) or self._obtain(refused)

    def held(self) -> tuple[Secret, ...]:
        """The token in memory, for taking it out of texts."""
        return (self._entry.token,) if self._entry.token else ()

    def _usable(self, refused: Secret | None) -> Secret | None:
        entry = self._entry
        good = entry.token and entry.token != refused and self._clock.wall() < entry.good_until
        return entry.token if good else None

    def _obtain(self, refused: Secret | None) -> Secret:
        with self._lock:
            if token := self._usable(refused):
                return token
            with self._exclusive():
                if not self._memory_only:
                    self._load()
                if token := self._usable(refused):
                    return token
                return self._ask(renewing=refused is not None)

    def _ask(self, *, renewing: bool) -> Secret:
        now = self._clock.wall()
        if now < self._entry.throttled_until:
            raise throttled(self._settings)
        try:
            grant = self._request()
        except TokenThrottled:
            self._keep(replace(self._entry, throttled_until=now + THROTTLE_MEMORY))
            raise
        # A token that lives only minutes would otherwise never count as good.
        margin = min(MARGIN, grant.lifetime / 10)
        self._keep(Entry(grant.token, now + grant.lifetime - margin, renewed=now if renewing else 0.0))
        return grant.token

    @contextmanager
    def _exclusive(self) -> Iterator[None]:
        """Hold the file lock, or go on without a file when its folder cannot be used."""
        with ExitStack() as held:
            try:
                if not self._memory_only:
                    held.enter_context(self._file.locked())
            except TimeoutError:
                raise AuthError(
                    f"Getting an access token was given up: another process has kept {self._file.folder} locked for "
                    f"{LOCK_TIMEOUT:.0f} seconds. End that process, or set ZOHODESK_CACHE_DIR to another folder."
                ) from None
            except OSError as error:
                self._without_file(error)
            yield

    def _load(self) -> None:
        try:
            entry = self._file.read(self._clock.wall())
        except OSError as error:
            self._without_file(error)
            return
        if entry.token or entry.throttled_until:
            self._entry = entry

    def _keep(self, entry: Entry) -> None:
        self._entry = entry
        if self._memory_only:
            return
        try:
            self._file.write(entry)
        except OSError as error:
            self._without_file(error)

    def _without_file(self, error: OSError) -> None:
        self._memory_only = True
        _log.warning(
            "The token cache %s cannot be used (%s): every process asks for a token of its own, of which the accounts "
            "server grants few. Set ZOHODESK_CACHE_DIR to a folder that can be written.",
            self._file.folder,
            error.strerror or type(error).__name__,
        )
