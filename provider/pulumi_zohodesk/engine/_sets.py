"""Sets of ids or texts: order never counts, and an update shows only the elements that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.engine._values import UNKNOWN, Unknown, ValueType, has_unknown, id_problems, scalar

__all__ = ["IdSet", "TextSet", "align"]


def align(old: Sequence[Any], new: Sequence[Any], keys: Sequence[Any], new_keys: Sequence[Any]) -> list[Any]:
    """``new`` in the order and spelling of ``old``, so that a set shows only the elements that changed.

    What left is replaced in its place by what came; the rest of what came goes to the end.
    """
    wanted = dict(zip(new_keys, new, strict=True))
    kept = set(keys) & set(wanted)
    came = [value for key, value in wanted.items() if key not in kept]
    result: list[Any] = []
    for key, value in zip(keys, old, strict=True):
        if key in kept:
            kept.discard(key)
            result.append(value)
        elif came:
            result.append(came.pop(0))
    return result + came


@dataclass(frozen=True)
class _Set(ValueType):
    least: int = 0
    most: int | None = None

    def limits(self) -> str:
        bounds = [f"at least {self.least}"] * bool(self.least) + [f"at most {self.most}"] * bool(self.most)
        return ", ".join(["a set", *bounds])

    def element_problems(self, value: Any) -> Iterator[str]:
        raise NotImplementedError

    def problems(self, value: Any, old: Any = None) -> Iterator[str]:
        if not isinstance(value, (list, tuple)):
            yield f"must be a list, not {type(value).__name__}"
            return
        if len(value) < self.least:
            yield f"must have at least {self.least} element{'s' if self.least > 1 else ''}"
        if self.most is not None and len(value) > self.most:
            yield f"has {len(value)} elements, Zoho Desk takes at most {self.most}"
        keys = [scalar(item) for item in value if not isinstance(item, Unknown)]
        for key in sorted({key for key in keys if keys.count(key) > 1}):
            yield f"names {key} twice"
        known = {scalar(item) for item in old or ()}
        for item in value:
            if isinstance(item, Unknown) or scalar(item) not in known:
                yield from self.element_problems(item)

    def canon(self, value: Any) -> Any:
        if has_unknown(value):
            return UNKNOWN
        return frozenset(scalar(item) for item in value or ())

    def respell(self, old: Any, new: Any) -> Any:
        if not isinstance(old, (list, tuple)) or not isinstance(new, (list, tuple)) or has_unknown(old):
            return new
        # Two unknown elements are two: each has a mark of its own.
        marks = [object() if isinstance(item, Unknown) else scalar(item) for item in new]
        return align(old, new, [scalar(item) for item in old], marks)

    def shown(self, live: Any, wanted: Any) -> Any:
        return self.respell(wanted, [scalar(item) for item in live or ()])

    def body(self, value: Any) -> Any:
        return [scalar(item) for item in value]


@dataclass(frozen=True)
class IdSet(_Set):
    """A set of ids; order never counts."""

    words = "a list of ids"

    def element_problems(self, value: Any) -> Iterator[str]:
        yield from id_problems(value)


@dataclass(frozen=True)
class TextSet(_Set):
    """A set of texts; order never counts."""

    limit: int = 120
    words = "a list of texts"

    def element_problems(self, value: Any) -> Iterator[str]:
        if isinstance(value, Unknown):
            return
        if not isinstance(value, str) or not value:
            yield f"holds {value!r}, but each element must be text"
        elif len(value) > self.limit:
            yield f"holds an element of {len(value)} characters, Zoho Desk takes at most {self.limit}"
