"""Several values of one type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Any

from pulumi_zohodesk.engine._values import UNKNOWN, has_unknown, scalar
from pulumi_zohodesk.engine.types._value import Outdated, Parts, Problem, Tell, ValueType


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
            result.append(wanted[key] if wanted[key] != value else value)
        elif came:
            result.append(came.pop(0))
    return result + came


@dataclass(frozen=True)
class Many(ValueType):
    """A list: a set unless its order counts; the elements of a set are known by themselves or by one entry.

    Attributes:
        type: of the elements.
        ordered: the order counts, and tells which element is which.
        key: wire name of the entry by which elements are known: of each day, the ``day``.
        least, most: how many there must and may be.
        relative: of an order only that of the named ones among each other counts; what is not named keeps its place.
    """

    type: ValueType
    ordered: bool = False
    key: str = ""
    least: int = 0
    most: int | None = None
    relative: bool = False

    words = "a list"
    merges = True

    @property
    def empty(self) -> Any:
        return []

    @property
    def bounds(self) -> list[str]:
        """How many there must and may be, for people: ``at least 1``."""
        return [f"at least {self.least}"] * bool(self.least) + [f"at most {self.most}"] * bool(self.most)

    def limits(self) -> str:
        inner = self.type.limits()
        sort = "in an order that counts" if self.ordered else "a set"
        return ", ".join([sort, *self.bounds, *([f"each {inner}"] if inner else [])])

    def mark(self, item: Any) -> Any:
        """What makes an element of a set the one it is."""
        return scalar(item.get(self.key)) if self.key and isinstance(item, dict) else self.type.canon(item)

    def faults(self, value: Any, old: Any) -> Iterator[Problem]:
        if not isinstance(value, list | tuple):
            yield "", f"must be a list, not {type(value).__name__}"
            return
        if len(value) < self.least:
            yield "", f"must have at least {self.least} element{'s' if self.least > 1 else ''}"
        if self.most is not None and len(value) > self.most:
            yield "", f"has {len(value)} elements, Zoho Desk takes at most {self.most}"
        fits = [not has_unknown(item) and self.type.fits(item) for item in value]
        marks = Counter(() if self.ordered and not self.relative else map(self.mark, compress(value, fits)))
        for mark in sorted(mark for mark, count in marks.items() if count > 1):
            yield "", f"names {mark} twice"
        known = {self.type.canon(item) for item in old or () if self.type.fits(item) and not has_unknown(item)}
        for place, item in enumerate(value):
            if fits[place] and self.type.canon(item) in known:
                continue
            yield from ((f"[{place}]{path}", clause) for path, clause in self.type.problems(item))

    def canon(self, value: Any) -> Any:
        if has_unknown(value):
            return UNKNOWN
        elements = value if isinstance(value, list | tuple) else [] if value in (None, "") else [value]
        found = [self.type.canon(item) for item in elements]
        return tuple(found) if self.ordered else frozenset(found)

    def respell(self, old: Any, new: Any) -> Any:
        if not isinstance(old, list | tuple) or not isinstance(new, list | tuple) or has_unknown(old):
            return new
        if self.ordered:
            return [self.type.respell(old[place], item) if place < len(old) else item for place, item in enumerate(new)]
        before = {self.mark(item): item for item in old}
        # Two unknown elements are two: each has a mark of its own.
        marks = [object() if has_unknown(item) else self.mark(item) for item in new]
        spelt = [self.type.respell(before.get(mark), item) for mark, item in zip(marks, new, strict=True)]
        return align(old, spelt, [self.mark(item) for item in old], marks)

    def body(self, value: Any) -> Any:
        return [self.type.body(item) for item in value]

    def each(self, value: Any, change: Callable[[ValueType, Any], Any]) -> Any:
        return [change(self.type, item) for item in value] if isinstance(value, list | tuple) else value

    def shown(self, live: Any, wanted: Any) -> Any:
        live = self._among(wanted, live or ())
        return self.respell(wanted, [self.type.shown(item, None) for item in live])

    def same(self, live: Any, wanted: Any) -> bool:
        return super().same(self._among(wanted, live), wanted)

    def _among(self, named: Any, live: Any) -> Any:
        """What of a live order counts where a program names some elements alone."""
        if not self.relative or not isinstance(named, list | tuple) or not isinstance(live, list | tuple):
            return live
        chosen = {self.type.canon(item) for item in named}
        return [item for item in live if self.type.canon(item) in chosen]

    def parts_of(self, value: Any) -> Parts | None:
        if not isinstance(value, list | tuple | None):
            return None
        parts = [(self.type, item) for item in value or ()]
        if self.ordered:
            return None if all(self.type.parts_of(item) is None for _, item in parts) else parts
        return {f"[{self.mark(part[1])}]": part for part in parts} if self.key else tuple(parts)

    def fits(self, value: Any) -> bool:
        return isinstance(value, list) and all(self.type.fits(item) for item in value)

    def fitting(self, value: Any) -> Any:
        items = value if isinstance(value, list) else ()
        return [self.type.fitting(item) for item in items if isinstance(item, dict | list) or self.type.fits(item)]

    def references(self, value: Any) -> Iterator[tuple[str, str]]:
        for item in value if isinstance(value, list | tuple) else ():
            yield from self.type.references(item)

    def with_references(self, value: Any, tell: Tell) -> Any:
        found = super().with_references(value, tell)
        if found is value:
            return value
        named = any(one is not other for one, other in zip(found, value, strict=True))
        return found if self.ordered or not named else sorted(found, key=_order)

    def merged(self, before: Any, live: Any, wanted: Any) -> Any:
        if self.relative:
            named, left = {self.type.canon(item) for item in wanted}, list(wanted)
            kept = [left.pop(0) if self.type.canon(item) in named and left else item for item in live or ()]
            return kept + left
        if self.ordered:
            if not self.same(live, before) and not self.same(live, wanted):
                raise Outdated("")
            return wanted
        known, now = ({self.mark(item): item for item in side or ()} for side in (before, live))
        chosen = {self.mark(item): item for item in wanted}
        result = [
            self.type.merged(known[mark], now[mark], item) if mark in known and mark in now else item
            for mark, item in chosen.items()
        ]
        added = [item for mark, item in now.items() if mark not in known and mark not in chosen]
        if added and self.most is not None and len(result + added) > self.most:
            raise Outdated("")  # the one that is replaced, or one more: nobody can tell
        return result + added


def _order(value: Any) -> tuple[bool, list[str]]:
    """References by name before those by id, letter case aside; the same in every organisation."""
    key = getattr(value, "key", value)
    if key is None or isinstance(key, dict):
        return True, [scalar(getattr(value, "id", None) or value)]
    return False, [scalar(part).casefold() for part in (key if isinstance(key, list | tuple) else [key])]
