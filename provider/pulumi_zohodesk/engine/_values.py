"""Types of values: what the service accepts, what counts as the same, and how a value is spelt.

Everything here is pure. A value is JSON-like; ``UNKNOWN`` stands for one that Pulumi does not know yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final

__all__ = [
    "EMAIL",
    "ID",
    "UNKNOWN",
    "Choice",
    "Flag",
    "Id",
    "Text",
    "Unknown",
    "ValueType",
    "exact",
    "has_unknown",
    "id_problems",
    "near",
    "plain",
    "scalar",
]


class Unknown:
    """A value that exists only after something else was applied. Equal to nothing but itself."""

    def __repr__(self) -> str:
        return "<unknown>"


UNKNOWN: Final = Unknown()


def has_unknown(value: Any) -> bool:
    """Whether the value is, or holds anywhere, ``UNKNOWN``."""
    if isinstance(value, Unknown):
        return True
    if isinstance(value, Mapping):
        return any(has_unknown(item) for item in value.values())
    if isinstance(value, (list, tuple)):
        return any(has_unknown(item) for item in value)
    return False


def plain(value: Any) -> Any:
    """The value without the floats that Pulumi makes of whole numbers, copied at every level."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def exact(value: Any) -> Any:
    """The value with whole numbers as text where a float, which is what Pulumi makes of them, would lose digits."""
    if isinstance(value, int) and abs(value) > EXACT:
        return str(value)
    if isinstance(value, Mapping):
        return {key: exact(item) for key, item in value.items()}
    return [exact(item) for item in value] if isinstance(value, list) else value


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
    return f"nearest: {', '.join(close)}" if close else f"there are: {', '.join(names)}"


class ValueType:
    """What one field holds.

    Subclasses MUST give `problems`; they MAY change `canon` (equality), `respell` (old spelling) and `body`.
    """

    words = "a value"
    empty: Any = ""

    def problems(self, value: Any, old: Any = None) -> Iterator[str]:
        """Why the service would refuse this known value; each a clause such as "is longer than 50".

        Parts that ``old`` has as well were accepted once, and pass whatever they are.
        """
        raise NotImplementedError

    def canon(self, value: Any) -> Any:
        """A form in which equal meanings are equal. ``None`` means empty."""
        return "" if value is None else plain(value)

    def same(self, live: Any, wanted: Any) -> bool:
        """Whether what is live already is what is wanted."""
        return bool(self.canon(live) == self.canon(wanted))

    def respell(self, old: Any, new: Any) -> Any:
        """``new``, written as ``old`` is wherever both mean the same."""
        return old if old is not None and self.same(old, new) else new

    def body(self, value: Any) -> Any:
        """The value as a request carries it."""
        return plain(value)

    def shown(self, live: Any, wanted: Any) -> Any:
        """The part of ``live`` that is comparable with ``wanted``, in the spelling of ``wanted``; never None."""
        return self.respell(wanted, self.empty if live is None else live)


@dataclass(frozen=True)
class Text(ValueType):
    """Text of at most ``limit`` characters, all of them in the class ``allowed`` (a regular expression)."""

    limit: int
    allowed: str | None = None
    letters: str = ""
    least: int = 0
    pattern: str | None = None
    meaning: str = ""
    fold: bool = False

    words = "text"

    def problems(self, value: Any, old: Any = None) -> Iterator[str]:
        if not isinstance(value, str):
            yield f"must be text, not {type(value).__name__}"
            return
        if len(value) < self.least:
            yield "must not be empty: Zoho Desk refuses an empty value here"
            return
        if len(value) > self.limit:
            yield f"is {len(value)} characters long, Zoho Desk takes at most {self.limit}"
        if self.allowed and (bad := sorted(set(re.sub(self.allowed, "", value)))):
            yield f"holds {' '.join(bad)!s}, which Zoho Desk refuses here; allowed are {self.letters}"
        if self.pattern and value and not re.fullmatch(self.pattern, value):
            yield f"is not {self.meaning}"

    def canon(self, value: Any) -> Any:
        text = scalar(value)
        return text.casefold() if self.fold else text

    def body(self, value: Any) -> Any:
        return scalar(value)


EMAIL = Text(
    100,
    pattern=r"[a-zA-Z0-9_]([a-zA-Z0-9_+\-.'&]*)@(?=.{4,256}$)([a-zA-Z0-9]+([\-_]*[a-zA-Z0-9])*\.)+[a-zA-Z]{2,22}",
    meaning="an e-mail address such as jo@example.com",
    least=1,
    fold=True,
)
"""The address of a person; letter case does not count (Agent.json, addAgent)."""


@dataclass(frozen=True)
class Choice(ValueType):
    """One of a few words."""

    options: tuple[str, ...]
    words = "one word of a list"

    def problems(self, value: Any, old: Any = None) -> Iterator[str]:
        if value not in self.options:
            yield f"is {value!r}, which is none of {', '.join(self.options)}"


@dataclass(frozen=True)
class Flag(ValueType):
    """True or false."""

    words = "true or false"
    empty = False

    def problems(self, value: Any, old: Any = None) -> Iterator[str]:
        if not isinstance(value, bool):
            yield f"must be True or False, not {value!r}"

    def canon(self, value: Any) -> Any:
        return scalar(value).lower() == "true"

    def body(self, value: Any) -> Any:
        return bool(value)


EXACT = 2**53
"""Beyond this, not every whole number survives as a float, which is what Pulumi makes of numbers."""


def id_problems(value: Any) -> Iterator[str]:
    if isinstance(value, Unknown):
        return
    if isinstance(value, (int, float)) and abs(value) > EXACT:
        yield f"is the number {value:.0f}, of which Pulumi has lost the last digits: write the id in quotes"
        return
    text = scalar(value)
    if not re.fullmatch(r"[0-9]{1,20}", text):
        yield f"is {text!r}, but an id of Zoho Desk has digits only"


@dataclass(frozen=True)
class Id(ValueType):
    """The id of an object: a string of digits."""

    words = "an id (digits)"

    def shown(self, live: Any, wanted: Any) -> Any:
        return self.respell(wanted, scalar(live))

    def problems(self, value: Any, old: Any = None) -> Iterator[str]:
        yield from id_problems(value)

    def canon(self, value: Any) -> Any:
        return scalar(value)

    def body(self, value: Any) -> Any:
        return scalar(value)


ID = Id()
