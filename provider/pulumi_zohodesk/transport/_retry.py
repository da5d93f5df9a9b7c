"""Whether a failed attempt is repeated: a decision as a value, made from facts alone.

A write that is not repeatable (a create) is never sent twice unless it is certain that the first did nothing:
the connection was never made, or the service refused it with 429.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pulumi_zohodesk.transport._operation import Operation

DEADLINE = 120.0
"""Seconds from the first attempt after which no further one starts."""

LONGEST_WAIT = 60.0
"""Seconds; a longer `Retry-After` is cut to this."""

THRESHOLD = "THRESHOLD_EXCEEDED"
"""The credits of the day are used up."""

_MAX_ATTEMPTS = 5
_MAX_ATTEMPTS_THROTTLED = 9
# A 500 is often the answer to a request that can never work; three are enough to sit out a hiccup.
_MAX_ATTEMPTS_500 = 3
GATEWAY = frozenset({502, 503, 504})


@dataclass(frozen=True)
class Unsent:
    """The connection was not made: the service saw nothing."""


@dataclass(frozen=True)
class Lost:
    """The request went out and no answer came back, or none that says anything."""


@dataclass(frozen=True)
class Answered:
    """The service answered with an error.

    Attributes:
        status: HTTP status.
        code: `errorCode`, or an empty string.
        retry_after: seconds, where the service says so.
        cut: the rest of the answer is missing, the code most likely with it.
    """

    status: int
    code: str = ""
    retry_after: float | None = None
    cut: bool = False


@dataclass(frozen=True)
class Retry:
    """Send it again after so many seconds.

    Attributes:
        lower: too many calls at once: make fewer from now on.
    """

    delay: float
    lower: bool = False


@dataclass(frozen=True)
class Raise:
    """Give up.

    Attributes:
        uncertain: the write may have happened.
    """

    uncertain: bool = False


Failure = Unsent | Lost | Answered
Decision = Retry | Raise


def decide(failure: Failure, op: Operation, *, attempt: int, elapsed: float, chance: float) -> Decision:
    """What to do after a failed attempt.

    Args:
        attempt: number of attempts made so far, from 1.
        elapsed: seconds since the first attempt began.
        chance: a number from 0 to below 1, for the jitter.
    """
    sort, most = _sort(failure, op)
    if sort == "never":
        return Raise(uncertain=_uncertain(failure, op))
    wait = _wait(failure, attempt, chance)
    if attempt >= most or elapsed + wait > DEADLINE:
        return Raise(uncertain=_uncertain(failure, op))
    return Retry(wait, lower=sort == "throttled")


def _sort(failure: Failure, op: Operation) -> tuple[Literal["never", "repeat", "throttled"], int]:
    """How a failure is treated, and after how many attempts that ends."""
    if isinstance(failure, Unsent):
        return "repeat", _MAX_ATTEMPTS
    safe = op.method == "GET" or op.repeatable
    if isinstance(failure, Lost):
        return ("repeat" if safe else "never"), _MAX_ATTEMPTS
    if failure.status == 429:
        gone = failure.code == THRESHOLD
        return ("never" if gone else "throttled"), _MAX_ATTEMPTS_THROTTLED
    if failure.status == 500 or failure.status < 300 or (failure.cut and failure.status < 500):
        return ("repeat" if safe else "never"), _MAX_ATTEMPTS_500
    if failure.status in GATEWAY:
        return ("repeat" if safe else "never"), _MAX_ATTEMPTS
    return "never", 1


def _uncertain(failure: Failure, op: Operation) -> bool:
    if op.method == "GET" or isinstance(failure, Unsent):
        return False
    if isinstance(failure, Lost):
        return True
    # For a repeatable write the status tells more than the doubt does: sending it again settles it.
    doubtful = failure.status < 300 or (failure.status >= 500 and failure.status != 501)
    return doubtful and not op.repeatable


def _wait(failure: Failure, attempt: int, chance: float) -> float:
    """Exponential, half of it jitter, so that parallel callers do not come back together."""
    first = 1.0 if isinstance(failure, Answered) and failure.status == 429 else 0.5
    wait: float = min(20.0, first * 2 ** (attempt - 1)) * (0.5 + 0.5 * chance)
    if isinstance(failure, Answered) and failure.retry_after is not None:
        wait = max(wait, min(failure.retry_after, LONGEST_WAIT))
    return wait
