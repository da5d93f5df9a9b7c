"""The request log: what was called, by whom, with what outcome and at what price. Never a token."""

from __future__ import annotations

from collections import deque
from typing import Any

from pulumi_zohodesk.emulator._clock import Clock, iso

KEPT = 200_000


class Log:
    """The latest calls in order, numbered from 1 without gaps."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._entries: deque[dict[str, Any]] = deque(maxlen=KEPT)
        self._last = 0

    def add(self, **entry: Any) -> None:
        self._last += 1
        self._entries.append({"n": self._last, "time": iso(self._clock.milliseconds()), **entry})

    def entries(self, since: int = 0) -> list[dict[str, Any]]:
        """The entries with a number above ``since``."""
        return [dict(entry) for entry in self._entries if entry["n"] > since]

    def clear(self) -> None:
        """Forgets the entries; the numbers go on."""
        self._entries.clear()
