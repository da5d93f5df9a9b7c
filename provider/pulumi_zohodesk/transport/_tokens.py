"""The access token of one grant: from memory, else from disk, else by one request, whoever asks."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from threading import Lock

from pulumi_zohodesk.errors import AuthError, TokenThrottled
from pulumi_zohodesk.settings import Secret, Settings
from pulumi_zohodesk.transport._clock import Clock
from pulumi_zohodesk.transport._grant import Grant, throttled
from pulumi_zohodesk.transport._log import REQUESTS
from pulumi_zohodesk.transport._token_file import LOCK_TIMEOUT, Entry, TokenFile

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
