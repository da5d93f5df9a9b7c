"""Which operations the provider calls for a kind or a look-up, found from the kinds' declarations.

Guards, removals and look-ups are functions: what they call is what their code names, directly or through functions
of this package and methods of `Session`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import CodeType, FunctionType
from typing import Any

from pulumi_zohodesk import resources
from pulumi_zohodesk.actions._nearest import nearest
from pulumi_zohodesk.engine import GET_ORGANIZATION, Call, Kind, Session, kind_named, kinds
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.settings import quoted
from pulumi_zohodesk.transport import Operation

__all__ = ["LOOK_UPS", "Use", "kind_named_like", "kind_names", "look_up_operations", "operations_of"]

_OF_KIND: Mapping[str, str] = {
    "get_department": "Department",
    "get_agent": "Agent",
    "get_skill_type": "SkillType",
    "get_skill": "Skill",
}
LOOK_UPS: tuple[str, ...] = tuple(
    name for name in resources.__all__ if name.startswith("get_") and not name.endswith("_output")
)
"""The look-ups that programs can call; each has a twin ending in ``_output``."""


@dataclass(frozen=True)
class Use:
    """How a kind is used.

    Attributes:
        kind: its name.
        manages: objects are created, changed and removed; else they are only read.
        removals: names of what ``destroy`` may do; empty: what it does by default.
    """

    kind: str
    manages: bool = True
    removals: frozenset[str] = frozenset()

    @property
    def default_removals(self) -> frozenset[str]:
        """The removals, with what an empty set stands for."""
        return self.removals or frozenset({next(iter(kind_named(self.kind).removals))})

    def with_all_removals(self) -> Use:
        """The same use, whatever ``on_destroy`` says."""
        return Use(self.kind, self.manages, frozenset(kind_named(self.kind).removals))


def operations_of(use: Use) -> tuple[Operation, ...]:
    """Every operation that may be called for a use of a kind."""
    kind = kind_named(use.kind)
    found = list(_reading(kind))
    if use.manages:
        found += [kind.create, kind.update]
        found += [kind_named(field.ref).get for field in kind.fields if field.follows and field.ref]
        for field in kind.fields:
            if field.switch:
                found += [field.switch.turn_on.operation, field.switch.turn_off.operation]
        removals = (kind.removals[name].run for name in sorted(use.default_removals))
        found += _reached([kind.look_up, *kind.guards, *removals])
    return tuple(dict.fromkeys(found))


def _reading(kind: Kind) -> Iterator[Operation]:
    """Refreshing: the object, list pages, and what tells whether a 404 is to be believed."""
    yield from (kind.get, kind.listing.operation, GET_ORGANIZATION)
    if kind.within:
        parent = kind_named(kind.within[0])
        yield from (parent.get, parent.listing.operation)


def look_up_operations(name: str) -> tuple[Operation, ...]:
    """Every operation that a look-up may call."""
    if name not in _OF_KIND:
        return tuple(dict.fromkeys(_reached([getattr(resources, name)])))
    kind = kind_named(_OF_KIND[name])
    if kind.look_up is None:
        return (kind.listing.operation,)
    return tuple(dict.fromkeys([kind.get, *_reached([kind.look_up])]))


def _reached(functions: Iterable[Any]) -> Iterator[Operation]:
    """The operations that functions name, and those of the functions they call."""
    waiting = [one for one in functions if isinstance(one, FunctionType)]
    seen: set[FunctionType] = set()
    while waiting:
        function = waiting.pop()
        if function in seen:
            continue
        seen.add(function)
        for value in _named_by(function):
            if isinstance(value, Operation):
                yield value
            elif isinstance(value, Call):
                yield value.operation
                waiting.append(value.body)  # type: ignore[arg-type]
            elif isinstance(value, FunctionType) and value.__module__.startswith("pulumi_zohodesk."):
                waiting.append(value)


def _named_by(function: FunctionType) -> Iterator[Any]:
    """What the code of a function names: globals, methods of the session, and what it closes over."""
    for name in _names(function.__code__):
        yield function.__globals__.get(name)
        yield vars(Session).get(name)
    for cell in function.__closure__ or ():
        value = cell.cell_contents
        yield from value if isinstance(value, tuple) else (value,)


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)


def kind_names() -> tuple[str, ...]:
    """The kinds there are."""
    return tuple(kind.name for kind in kinds())


def kind_named_like(name: str) -> str:
    """The kind of that name; letter case, ``-`` and ``_`` do not count. Raises InputError with the nearest."""
    folded = {one.casefold(): one for one in kind_names()}
    wanted = name.strip().casefold().replace("-", "").replace("_", "")
    if wanted not in folded:
        raise InputError(f"There is no kind {quoted(name)}. {nearest(wanted, kind_names())}")
    return folded[wanted]
