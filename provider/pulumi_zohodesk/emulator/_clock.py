"""The emulator's clock: it stands still until told otherwise, or runs with the machine's."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

from pulumi_zohodesk.emulator._values import must_be, number

START = datetime(2026, 1, 5, 8, 0, 0, tzinfo=UTC)
"""Where a clock that stands still begins."""
FAR = 100 * 366 * 24 * 60 * 60.0
"""Seconds that a clock moves at once, at most: a hundred years."""
LATEST = datetime(9000, 1, 1, tzinfo=UTC).timestamp()


class Clock:
    """Seconds since the epoch. ``running`` clocks start at the machine's time, others at ``START``."""

    def __init__(self, *, running: bool = False) -> None:
        self.running = running
        self._offset = 0.0 if running else START.timestamp()
        self._zero = 0.0

    def now(self) -> float:
        return self._offset + (time.time() if self.running else 0.0)

    def advance(self, seconds: float) -> float:
        """Moves the clock and returns the new present; raises ValueError for a time that cannot be written."""
        must_be("The seconds that the clock moves", seconds, number(FAR))
        must_be("The time that the clock would have", self.now() + seconds, number(LATEST))
        self._offset += seconds
        return self.now()

    def milliseconds(self) -> int:
        return round(self.now() * 1000)

    def until_midnight(self) -> int:
        """Whole seconds to the next midnight (UTC), when the daily credits return."""
        present = datetime.fromtimestamp(self.now(), UTC)
        midnight = present.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
        return max(1, int((midnight - present).total_seconds()))

    def day(self) -> str:
        return datetime.fromtimestamp(self.now(), UTC).date().isoformat()


def iso(milliseconds: int) -> str:
    """The time as the service writes it: UTC, rounded up to whole seconds, with ``.000`` and a literal Z."""
    return f"{datetime.fromtimestamp(-(-milliseconds // 1000), UTC):%Y-%m-%dT%H:%M:%S}.000Z"
