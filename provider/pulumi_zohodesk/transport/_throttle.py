"""How many calls run at once, and how many credits of the day are left: one per organisation and process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

from pulumi_zohodesk.errors import RateLimited
from pulumi_zohodesk.transport._clock import Clock

_UNKNOWN = 5
_CAPS = {"EXPRESS": 10, "STANDARD": 10, "PROFESSIONAL": 15, "ENTERPRISE": 25, "ZOHOONE": 25, "ULTIMATE": 25}
MOST = max(_CAPS.values())
"""Concurrent calls that the largest edition allows."""

_RECOVERY = 20
# Others spend from the same credits and they are renewed every day, so an old count says nothing.
_COUNT_LASTS = 900.0


class Throttle:
    """Lets calls through. Safe for use by many threads.

    Attributes:
        reserve: credits of the day that are left to others; 0 for none.
    """

    def __init__(self, *, reserve: int = 0, clock: Clock | None = None) -> None:
        self.reserve = reserve
        self._clock = clock or Clock()
        self._change = Condition()
        self._ceiling = self._cap = _UNKNOWN
        self._running = 0
        self._lowered = 0
        self._good = 0
        self._credits_left: int | None = None
        self._counted_at = 0.0

    @property
    def cap(self) -> int:
        """Calls that may run at once now."""
        return self._cap

    @property
    def credits_left(self) -> int | None:
        """Credits left today as the service said last; None while it has said nothing."""
        return self._credits_left

    def edition(self, name: str) -> None:
        """Take the cap of an edition, as the organisation names it; an unknown name gets the smallest."""
        with self._change:
            healthy = self._cap == self._ceiling
            self._ceiling = _CAPS.get(name.upper().replace("_", ""), _UNKNOWN)
            self._cap = self._ceiling if healthy else min(self._cap, self._ceiling)
            self._change.notify_all()

    @contextmanager
    def slot(self, credits: int, title: str) -> Iterator[int]:
        """Wait for a free place and hold it; gives a number to hand to `too_many`.

        Raises RateLimited: the call would eat into the reserve; nothing was sent.
        """
        with self._change:
            self._change.wait_for(lambda: self._running < self._cap)
            self._spend(credits, title)
            self._running += 1
            era = self._lowered
        try:
            yield era
        finally:
            with self._change:
                self._running -= 1
                self._change.notify_all()

    def too_many(self, era: int) -> None:
        """The service refused a call because of too many at once: halve the cap, once per burst."""
        with self._change:
            self._good = 0
            # Calls that began before the last halving tell nothing about the cap that holds now.
            if era == self._lowered:
                self._lowered += 1
                self._cap = max(1, self._cap // 2)

    def went_well(self, credits_left: int | None) -> None:
        """A call was answered: note the credits, and after a while dare one more call at once."""
        with self._change:
            if credits_left is not None:
                self._credits_left, self._counted_at = credits_left, self._clock.monotonic()
            self._good += 1
            if self._good >= _RECOVERY and self._cap < self._ceiling:
                self._good = 0
                self._cap += 1
                self._change.notify_all()

    def _spend(self, credits: int, title: str) -> None:
        left = self._credits_left
        if left is None or self._clock.monotonic() - self._counted_at > _COUNT_LASTS:
            return
        if self.reserve and left - credits < self.reserve:
            raise RateLimited(
                f"{title} was not attempted: {left} API credits are left today and {self.reserve} of them "
                "are reserved for others (ZOHODESK_CREDIT_RESERVE). Wait for the daily reset at 00:00 in the time "
                "zone of the data centre, or lower the reserve.",
                status=429,
                code="CREDIT_RESERVE",
            )
        # Counted at once, so that calls in flight do not overdraw together; the next answer corrects it.
        self._credits_left = max(0, left - credits)
