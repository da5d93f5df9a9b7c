"""Values: JSON, and ``UNKNOWN`` for what Pulumi does not know yet. Everything here is pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, Final


class Unknown:
    """A value that exists only after something else was applied. Equal to nothing but itself."""

    def __repr__(self) -> str:
        return "<unknown>"


UNKNOWN: Final = Unknown()

EXACT = 2**53
"""Beyond this, not every whole number survives as a float, which is what Pulumi makes of numbers."""


_TOLD = 40
"""Names that a message lists at most."""


def has_unknown(value: Any) -> bool:
    """Whether the value is, or holds anywhere, ``UNKNOWN``."""
    if isinstance(value, Unknown):
        return True
    if isinstance(value, Mapping):
        return any(has_unknown(item) for item in value.values())
    if isinstance(value, (list, tuple)):
        return any(has_unknown(item) for item in value)
    return False


def each_leaf(value: Any, change: Callable[[Any], Any]) -> Any:
    """The value with each part that holds no others changed, copied at every level."""
    if isinstance(value, Mapping):
        return {key: each_leaf(item, change) for key, item in value.items()}
    return [each_leaf(item, change) for item in value] if isinstance(value, (list, tuple)) else change(value)


def plain(value: Any) -> Any:
    """The value without the floats that Pulumi makes of whole numbers, copied at every level."""
    return each_leaf(value, lambda leaf: int(leaf) if isinstance(leaf, float) and leaf.is_integer() else leaf)


def exact(value: Any) -> Any:
    """The value with whole numbers as text where a float, which is what Pulumi makes of them, would lose digits."""
    return each_leaf(value, lambda leaf: str(leaf) if isinstance(leaf, int) and abs(leaf) > EXACT else leaf)


def scalar(value: Any) -> str:
    """One spelling for a scalar: the service answers numbers and booleans as text now and then."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return ""
    return str(plain(value))


def near(name: str, known: Iterable[str]) -> str:
    """What may have been meant, as the end of a sentence."""
    names = sorted(known)
    close = get_close_matches(name[:100], names, n=3, cutoff=0.6)
    more = f" and {len(names) - _TOLD} more" if len(names) > _TOLD else ""
    return f"nearest: {', '.join(close)}" if close else f"there are: {', '.join(names[:_TOLD])}{more}"
