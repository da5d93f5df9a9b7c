"""What every type of value answers, at every depth."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

from pulumi_zohodesk.engine._values import Unknown, has_unknown, plain

Problem = tuple[str, str]
"""Where in the value, as programs write it (``[0].agent_id``; empty: the value itself), and a clause."""

Tell = Callable[[str, Any], Any]
"""Answers the name of a kind, and what stands where its id belongs, with what shall stand there instead."""

_Part = tuple["ValueType", Any]
Parts = dict[str, _Part] | list[_Part] | tuple[_Part, ...]
"""Types and values by step (``.pattern``, ``[Monday]``), in an order that counts, or (a tuple) those of a set."""


class Named(Protocol):
    """An argument, or an entry of a structure, by the names that it has."""

    @property
    def wire(self) -> str: ...
    @property
    def snake(self) -> str: ...
    @property
    def yaml_name(self) -> str: ...


Names = Callable[[Named], str]
"""How an entry is called: in Python, in YAML files."""


class Outdated(Exception):
    """What is live is not what the state has, so that a change of it cannot be told from what somebody else changed.

    Its argument is where in the value, as in a `Problem`.
    """


class ValueType:
    """What one field holds.

    Subclasses MUST give `faults`; they MAY change `canon` (equality), `respell` (old spelling) and `body`. Types that
    hold types change the rest.
    """

    words = "a value"
    empty: Any = ""

    def limits(self) -> str:
        """What the service takes, for people: ``at most 50 characters``; empty where nothing need be said."""
        return ""

    def problems(self, value: Any, old: Any = None) -> Iterator[Problem]:
        """Why the service would refuse this value; each clause is such as "is longer than 50". Unknowns pass.

        Parts that ``old`` has as well were accepted once, and pass whatever they are.
        """
        return iter(()) if isinstance(value, Unknown) else self.faults(value, old)

    def faults(self, value: Any, old: Any) -> Iterator[Problem]:
        """The `problems` of a value that is known, though parts of it may not be."""
        raise NotImplementedError

    def canon(self, value: Any) -> Any:
        """A hashable form in which equal meanings are equal. ``None`` means empty."""
        return "" if value is None else plain(value)

    def same(self, live: Any, wanted: Any) -> bool:
        """Whether what is live already is what is wanted; what is unknown is not."""
        return not has_unknown(live) and not has_unknown(wanted) and bool(self.canon(live) == self.canon(wanted))

    def respell(self, old: Any, new: Any) -> Any:
        """``new``, written as ``old`` is wherever both mean the same."""
        return old if old is not None and self.same(old, new) else new

    def body(self, value: Any) -> Any:
        """The value as a request carries it."""
        return plain(value)

    def each(self, value: Any, change: Callable[[ValueType, Any], Any]) -> Any:
        """The value with every value in it changed, of which it says the type; itself where it holds none."""
        return value

    def written(self, answer: Any) -> Any:
        """What an answer has, under the names that are written."""
        return self.each(answer, lambda type_, item: type_.written(item))

    def shown(self, live: Any, wanted: Any) -> Any:
        """The part of ``live`` that is comparable with ``wanted``, in the spelling of ``wanted``; never None."""
        return self.respell(wanted, self.empty if live is None else live)

    def parts_of(self, value: Any) -> Parts | None:
        """What a value consists of; None where people see it as a whole."""
        return None

    def fits(self, value: Any) -> bool:
        """Whether the value has the shape: text is no list, a list no map."""
        return not isinstance(value, dict | list)

    def fitting(self, value: Any) -> Any:
        """What of a value has the shape; what is text in the place of a list or a map is left out."""
        return value if self.fits(value) else self.empty

    def references(self, value: Any) -> Iterator[tuple[str, str]]:
        """Kinds and ids of all that the value refers to; what is unknown is left out."""
        return iter(())

    def with_references(self, value: Any, tell: Tell) -> Any:
        """The value with something else in the place of each id; sets sorted by it."""
        return self.each(value, lambda type_, item: type_.with_references(item, tell))

    def in_words(self, value: Any, names: Names) -> Any:
        """The value with the names that people write in the place of the API's."""
        return self.each(value, lambda type_, item: type_.in_words(item, names))

    def in_wire(self, value: Any, names: Names) -> Any:
        """The way back. Keys of free maps stay; what a structure does not have stays too."""
        return self.each(value, lambda type_, item: type_.in_wire(item, names))

    relative = False
    """Whether what a value does not name keeps its place when it is sent."""

    merges = False
    """Whether a change must be merged with what is live, since it is sent whole."""

    def merged(self, before: Any, live: Any, wanted: Any) -> Any:
        """What is wanted, with what somebody added to the live value since the state was taken. Raises Outdated."""
        return wanted


MISSING = object()


def value_at(answer: Any, steps: Sequence[str]) -> Any:
    """What stands at ``timeZone.id`` or ``holidayLists[].id``; a part that is null makes the whole null."""
    for place, step in enumerate(steps):
        if answer is None or step.removesuffix("[]") not in answer:
            return answer if answer is None else MISSING
        answer = answer[step.removesuffix("[]")]
        if step.endswith("[]"):
            return [value_at(item, steps[place + 1 :]) for item in answer or ()]
    return answer
