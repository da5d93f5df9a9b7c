"""Time and chance, as something that tests can replace."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Clock:
    """Where the client takes time and chance from.

    Attributes:
        monotonic: seconds since any moment; for durations.
        wall: seconds since 1970; for what is shared between processes.
        sleep: waits a number of seconds.
        chance: a number from 0 to below 1.
    """

    monotonic: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random
