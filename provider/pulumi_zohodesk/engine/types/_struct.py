"""A structure: a value with entries whose names are declared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from keyword import iskeyword
from typing import Any

from pulumi_zohodesk.engine._values import UNKNOWN, Unknown, has_unknown, near
from pulumi_zohodesk.engine.types._leaves import Reference
from pulumi_zohodesk.engine.types._many import Many
from pulumi_zohodesk.engine.types._map import Map
from pulumi_zohodesk.engine.types._value import MISSING, Names, Outdated, Parts, Problem, Tell, ValueType, value_at


def snake(wire: str) -> str:
    """``emailId`` as Python writes it: ``email_id``."""
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", wire).lower()


@dataclass(frozen=True)
class When:
    """Of an entry that means something only beside some values of another one: the fields of a variant.

    Attributes:
        wire: the other entry.
        values: those of its values.
        needed: it must be given then.
    """

    wire: str
    values: tuple[Any, ...]
    needed: bool = False

    def holds(self, given: Mapping[str, Any]) -> bool:
        return given.get(self.wire) in self.values

    @property
    def words(self) -> str:
        """``service_provider_type "CustomSMTP"``."""
        return f"{snake(self.wire)} {' or '.join(f'{chr(34)}{value}{chr(34)}' for value in self.values)}"


@dataclass(frozen=True)
class Part:
    """One entry of a structure, or one argument of a kind.

    Attributes:
        wire: the API's own name, also the key in state.
        type: what it holds.
        sentence: what it is, for people; limits, defaults and what it refers to are told by the rest.
        required: must be given.
        read: where answers have it, if not under its own name: ``timeZone.id``, ``holidayLists[].id``.
        when: it means something only then.
    """

    wire: str
    type: ValueType
    sentence: str
    required: bool = False
    read: str = field(default="", kw_only=True)
    when: When | None = field(default=None, kw_only=True)

    @cached_property
    def snake(self) -> str:
        name = snake(self.wire)
        return f"{name}_" if iskeyword(name) else name

    @cached_property
    def ref(self) -> str | None:
        """The kind that it refers to by itself: it is an id, or a list of ids."""
        inner = self.type.type if isinstance(self.type, Many) else self.type
        return inner.kind if isinstance(inner, Reference) else None

    @property
    def notes(self) -> tuple[str, ...]:
        """What follows from its flags, for people."""
        needs = " and needed then" if self.when and self.when.needed else ""
        return (f"only for {self.when.words}{needs}",) if self.when else ()

    def misfit(self, given: Mapping[str, Any]) -> str:
        """Why it cannot be as it is beside other entries, as a clause; empty where it can, or is not known."""
        value = given.get(self.wire)
        if self.when is None or isinstance(value, Unknown) or has_unknown(given.get(self.when.wire)):
            return ""
        said, holds = value not in (None, "", [], {}), self.when.holds(given)
        if said and not holds:
            return f"is for {self.when.words} only: leave it out, or change that"
        return f"is missing: {self.when.words} needs it" if holds and self.when.needed and not said else ""

    @cached_property
    def yaml_name(self) -> str:
        """How YAML files call it: ``agent_ids`` holds agents by name there, so it is ``agents``."""
        name = snake(self.wire)
        return re.sub(r"_id(s?)$", r"\1", name) if self.ref else name


def _no_problems(_value: Mapping[str, Any]) -> Iterator[Problem]:
    return iter(())


@dataclass(frozen=True)
class Struct(ValueType):
    """Entries with declared names. What the service adds to them never counts.

    Attributes:
        name: of the class that programs use.
        sentence: what it is, for people.
        rules: find problems between entries that are all known.
        added: wire names that the service adds; they may be given, and mean nothing.
        whole: the service wants every entry, empty ones too.
    """

    name: str
    sentence: str
    parts: tuple[Part, ...]
    rules: Callable[[Mapping[str, Any]], Iterator[Problem]] = _no_problems
    added: frozenset[str] = frozenset()
    whole: bool = False

    merges = True
    words = "a typed value"

    @property
    def empty(self) -> Any:
        return {}

    def faults(self, value: Any, old: Any) -> Iterator[Problem]:
        if not isinstance(value, Mapping):
            yield "", f"must be a desk.{self.name}({', '.join(f'{part.snake}=...' for part in self.parts)})"
            return
        before = old if isinstance(old, Mapping) else {}
        known = {part.wire: part.snake for part in self.parts}
        for strange in sorted({*value} - {*known, *before, *self.added}):
            yield f".{snake(strange)}", f"is no entry of a {self.name}; {near(snake(strange), known.values())}"
        wrong = [problem for part in self.parts for problem in self._of_part(part, value, before)]
        yield from wrong
        if not wrong and not has_unknown(value):
            yield from self.rules(value)

    @staticmethod
    def _of_part(part: Part, value: Mapping[str, Any], before: Mapping[str, Any]) -> Iterator[Problem]:
        entry = value.get(part.wire)
        if (entry is None or entry == "") and part.required:
            yield f".{part.snake}", "is missing"
        elif clause := part.misfit(value):
            if value != before:
                yield f".{part.snake}", clause
        elif entry not in (None, "", before.get(part.wire)):
            problems = part.type.problems(entry, before.get(part.wire))
            yield from ((f".{part.snake}{path}", clause) for path, clause in problems)

    def canon(self, value: Any) -> Any:
        if has_unknown(value):
            return UNKNOWN
        if not isinstance(value, Mapping):
            return None
        found = tuple(part.type.canon(value.get(part.wire)) for part in self.parts)
        return None if found == self._silent else found

    def respell(self, old: Any, new: Any) -> Any:
        if not isinstance(old, Mapping) or not isinstance(new, Mapping):
            return new
        spelt = {
            part.wire: part.type.respell(old.get(part.wire), new[part.wire]) for part in self.parts if part.wire in new
        }
        return {wire: spelt.get(wire, value) for wire, value in new.items()}

    def body(self, value: Any) -> Any:
        empty = {part.wire: part.type.empty for part in self.parts} if self.whole else {}
        return {**empty, **{part.wire: part.type.body(value[part.wire]) for part in self._given(value)}}

    def written(self, answer: Any) -> Any:
        if not isinstance(answer, Mapping):
            return answer
        found = {
            part.wire: part.type.written(value)
            for part in self.parts
            if (value := value_at(answer, (part.read or part.wire).split("."))) is not MISSING
        }
        return {**{key: value for key, value in answer.items() if key not in self._moved}, **found}

    @cached_property
    def _silent(self) -> tuple[Any, ...]:
        """What a value means that says nothing."""
        return tuple(part.type.canon(None) for part in self.parts)

    @cached_property
    def _moved(self) -> frozenset[str]:
        """What answers have in the place of entries: said once is enough."""
        read = {re.split(r"[.\[]", part.read)[0] for part in self.parts if part.read}
        return frozenset(read - {part.wire for part in self.parts})

    def shown(self, live: Any, wanted: Any) -> Any:
        if not isinstance(live, Mapping):
            return live
        before = wanted if isinstance(wanted, Mapping) else {}
        return {
            part.wire: part.type.shown(live.get(part.wire), before.get(part.wire))
            for part in self.parts
            if part.wire in before or _holds(live.get(part.wire), part)
        }

    def parts_of(self, value: Any) -> Parts | None:
        given = self._given(value)
        return {f".{part.snake}": (part.type, value[part.wire]) for part in given} if given else None

    def fits(self, value: Any) -> bool:
        return isinstance(value, dict) and all(part.type.fits(value[part.wire]) for part in self._given(value))

    def fitting(self, value: Any) -> Any:
        found = {part.wire: part.type.fitting(value[part.wire]) for part in self._given(value)}
        return {**value, **found} if isinstance(value, dict) else {}

    def references(self, value: Any) -> Iterator[tuple[str, str]]:
        for part in self._given(value):
            yield from part.type.references(value[part.wire])

    def with_references(self, value: Any, tell: Tell) -> Any:
        more = {part.wire: part.type.with_references(value[part.wire], tell) for part in self._given(value)}
        return {**value, **more} if isinstance(value, Mapping) else value

    def in_words(self, value: Any, names: Names) -> Any:
        return self._renamed(value, {part.wire: (names(part), part.type.in_words) for part in self.parts}, names)

    def in_wire(self, value: Any, names: Names) -> Any:
        known = {name: (part.wire, part.type.in_wire) for part in self.parts for name in (part.wire, names(part))}
        return self._renamed(value, known, names)

    @staticmethod
    def _renamed(value: Any, known: Mapping[str, tuple[str, Callable[[Any, Names], Any]]], names: Names) -> Any:
        if not isinstance(value, Mapping):
            return value
        result: dict[str, Any] = {}
        for name, entry in value.items():
            new, inner = known.get(name, (name, lambda item, _names: item))
            result[new] = inner(entry, names)
        return result

    def merged(self, before: Any, live: Any, wanted: Any) -> Any:
        if not all(isinstance(side, Mapping) for side in (before, live, wanted)):
            return wanted
        result = dict(wanted)
        for part in self._given(wanted):
            if not part.type.same(live.get(part.wire), wanted[part.wire]):
                try:
                    sides = (side.get(part.wire) for side in (before, live, wanted))
                    result[part.wire] = part.type.merged(*sides)
                except Outdated as error:
                    raise Outdated(f".{part.snake}{error}") from None
        return result

    def _given(self, value: Any) -> list[Part]:
        """The entries that a value has."""
        return [part for part in self.parts if isinstance(value, Mapping) and value.get(part.wire) is not None]


def _holds(value: Any, part: Part) -> bool:
    """Whether an entry says something; an empty one does where there must be one."""
    return value is not None and (part.required or value not in ("", [], {}))


def structures(type_: ValueType) -> Iterator[Struct]:
    """The structures in a type, inner ones first."""
    if isinstance(type_, Many | Map):
        yield from structures(type_.type)
    elif isinstance(type_, Struct):
        for part in type_.parts:
            yield from structures(part.type)
        yield type_


def targets(type_: ValueType) -> Iterator[str]:
    """The kinds that values of a type may refer to, at any depth."""
    if isinstance(type_, Reference):
        yield type_.kind
    elif isinstance(type_, Many | Map):
        yield from targets(type_.type)
    elif isinstance(type_, Struct):
        for part in type_.parts:
            yield from targets(part.type)
