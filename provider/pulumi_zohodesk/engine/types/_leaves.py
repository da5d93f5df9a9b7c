"""Types that hold no other types."""

from __future__ import annotations

import decimal
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.engine._values import EXACT, Unknown, scalar
from pulumi_zohodesk.engine.types._value import Problem, Tell, ValueType


class Leaf(ValueType):
    """What has no parts, so that all of its problems are about the whole.

    Attributes:
        as_text: it is sent as text, whatever it is.
    """

    as_text: bool = False

    def faults(self, value: Any, old: Any) -> Iterator[Problem]:
        return (("", clause) for clause in self.clauses(value))

    def clauses(self, value: Any) -> Iterator[str]:
        """Why the service would refuse a known value."""
        raise NotImplementedError

    def canon(self, value: Any) -> Any:
        return scalar(value)

    def body(self, value: Any) -> Any:
        return scalar(value) if self.as_text else super().body(value)


@dataclass(frozen=True)
class Text(Leaf):
    """Text of at most ``limit`` characters, all of them in the class ``allowed`` (a regular expression)."""

    limit: int
    allowed: str | None = None
    letters: str = ""
    least: int = 0
    pattern: str | None = None
    meaning: str = ""
    fold: bool = False

    words = "text"
    as_text = True

    def limits(self) -> str:
        return f"at most {self.limit} characters"

    def clauses(self, value: Any) -> Iterator[str]:
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
        return scalar(value).casefold() if self.fold else scalar(value)


@dataclass(frozen=True)
class LongText(Text):
    """Text of many lines, which exports keep in a file of its own.

    However lines end, they mean the same, and line ends after the last line mean nothing: ``git`` and editors change
    both.
    """

    def canon(self, value: Any) -> Any:
        return self.even(super().canon(value)).rstrip("\n")

    def even(self, text: str) -> str:
        """The text with every line ended by a line feed."""
        return re.sub("\r\n?", "\n", text)


EMAIL = Text(
    100,
    pattern=r"[a-zA-Z0-9_]([a-zA-Z0-9_+\-.'&]*)@(?=.{4,256}$)([a-zA-Z0-9]+([\-_]*[a-zA-Z0-9])*\.)+[a-zA-Z]{2,22}",
    meaning="an e-mail address such as jo@example.com",
    least=1,
    fold=True,
)
"""The address of a person; letter case does not count (Agent.json, addAgent)."""


@dataclass(frozen=True)
class Choice(Leaf):
    """One of a few words."""

    options: tuple[str, ...]
    words = "one word of a list"

    def limits(self) -> str:
        return " or ".join(f"``{option}``" for option in self.options)

    def clauses(self, value: Any) -> Iterator[str]:
        if value not in self.options:
            also = ": write it as text" if scalar(value) in self.options else ""
            yield f"is {value!r}, which is none of {', '.join(self.options)}{also}"


@dataclass(frozen=True)
class Flag(Leaf):
    """True or false."""

    words = "true or false"
    empty = False

    def clauses(self, value: Any) -> Iterator[str]:
        if not isinstance(value, bool):
            yield f"must be True or False, not {value!r}"

    def canon(self, value: Any) -> Any:
        return scalar(value).lower() == "true"

    def body(self, value: Any) -> Any:
        return bool(value)


@dataclass(frozen=True)
class Number(Leaf):
    """A whole number; answers have it as text now and then, and some requests want it so (``as_text``)."""

    least: int | None = None
    most: int | None = None
    as_text: bool = False
    words = "a whole number"

    def limits(self) -> str:
        bounds = [f"from {self.least}"] * (self.least is not None) + [f"up to {self.most}"] * (self.most is not None)
        return " ".join(bounds)

    def clauses(self, value: Any) -> Iterator[str]:
        if not isinstance(value, int) or isinstance(value, bool):
            yield f"must be a whole number, not {value!r}"
        elif not (self.least is None or self.least <= value) or not (self.most is None or value <= self.most):
            yield f"is {value}, Zoho Desk takes a number {self.limits()}"

    def shown(self, live: Any, wanted: Any) -> Any:
        return super().shown(int(text) if re.fullmatch(r"-?[0-9]+", text := scalar(live)) else live, wanted)


@dataclass(frozen=True)
class Scalar(Leaf):
    """Text, a number or a flag, as the organisation defines it; of text at most ``limit`` characters."""

    limit: int | None = None
    as_text: bool = False
    words = "text, a number or a flag"

    def clauses(self, value: Any) -> Iterator[str]:
        if isinstance(value, float) and not math.isfinite(value):
            yield f"is {value}, which is no number that can be sent"
        elif isinstance(value, dict | list):
            yield "is a nested value, where text, a number or a flag must stand"
        elif self.limit is not None and isinstance(value, str) and len(value) > self.limit:
            yield f"is {len(value)} characters long, Zoho Desk takes at most {self.limit}"


@dataclass(frozen=True)
class Decimal(Scalar):
    """A number, perhaps with a fraction, or text of one: ``9.5``, ``"9.50"``. It is sent as text: no digit is lost."""

    as_text: bool = True
    words = "a number"

    def clauses(self, value: Any) -> Iterator[str]:
        yield from (found := list(super().clauses(value)))
        if not found and not isinstance(self.canon(value), decimal.Decimal):
            yield f"is {value!r}, which is no number; write it as 9.5"

    def canon(self, value: Any) -> Any:
        text = scalar(value)
        return decimal.Decimal(text) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text) else text


@dataclass(frozen=True)
class Id(Leaf):
    """The id of an object: a string of digits."""

    words = "an id (digits)"
    as_text = True

    def clauses(self, value: Any) -> Iterator[str]:
        if isinstance(value, int | float) and abs(value) > EXACT:
            yield f"is the number {value:.0f}, of which Pulumi has lost the last digits: write the id in quotes"
        elif not re.fullmatch(r"[0-9]{1,20}", text := scalar(value)):
            yield f"is {text!r}, but an id of Zoho Desk has digits only"

    def shown(self, live: Any, wanted: Any) -> Any:
        return self.respell(wanted, scalar(live))


ID = Id()


@dataclass(frozen=True)
class Reference(Id):
    """The id of an object of a kind.

    Attributes:
        kind: the kind's name; also of what is only looked up, such as ``Role``.
    """

    kind: str

    def references(self, value: Any) -> Iterator[tuple[str, str]]:
        if isinstance(value, str | int | float) and value != "":  # in a program, outputs stand there as well
            yield self.kind, scalar(value)

    def with_references(self, value: Any, tell: Tell) -> Any:
        return value if value in (None, "") or isinstance(value, Unknown) else tell(self.kind, value)
