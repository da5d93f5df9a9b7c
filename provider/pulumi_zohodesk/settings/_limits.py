"""How much one run may change: the table ``[limits]`` of `zohodesk.toml`.

::

    [limits]
    removals = 10            # refused when both are exceeded: the count ...
    removals_percent = 30    # ... and the share of the objects of a kind, and of all
    updates = 30
    updates_percent = 50

    [limits.Agent]           # for one kind
    removals = 0
    removals_percent = 0
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from pulumi_zohodesk.settings._shown import shown

__all__ = ["Bounds", "Limits", "limit_problems", "limits_from"]


@dataclass(frozen=True)
class Bounds:
    """How much may be changed without being asked for twice; a count and a share must both be exceeded.

    Attributes:
        removals, updates: so many objects are always allowed.
        removals_percent, updates_percent: and so large a share of the objects that the stack has.
    """

    removals: int = 10
    removals_percent: float = 30
    updates: int = 30
    updates_percent: float = 50


KEYS = tuple(item.name for item in fields(Bounds))


@dataclass(frozen=True)
class Limits:
    """Attributes:
    every: the bounds for all objects together, and for each kind that has none of its own.
    kinds: by name of the kind, what differs from these.
    """

    every: Bounds = Bounds()
    kinds: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def of(self, kind_name: str) -> Bounds:
        """The bounds of one kind."""
        return replace(self.every, **self.kinds.get(kind_name, {}))


def limits_from(table: Mapping[str, Any]) -> Limits:
    """The limits of a table in which `limit_problems` finds nothing."""
    own = {key: value for key, value in table.items() if key in KEYS}
    return Limits(Bounds(**own), {name: value for name, value in table.items() if name not in KEYS})


def limit_problems(table: Any, at: Callable[..., str]) -> Iterator[str]:
    """What is wrong with the table; ``at`` says where a table or a key of it stands in the file."""
    if not isinstance(table, dict):
        yield f"In {at('limits')}, limits must be a table: [limits]."
        return
    for key, value in table.items():
        if isinstance(value, dict):
            for name, bound in value.items():
                yield from _problem(("limits", key), name, bound, at)
        else:
            yield from _problem(("limits",), key, value, at)


def _problem(table: tuple[str, ...], key: str, value: Any, at: Callable[..., str]) -> Iterator[str]:
    where = f"In {at(*table, key)}, {shown(key)} of [{'.'.join(map(shown, table))}]"
    if key not in KEYS:
        yield f"{where} means nothing here. Allowed are: {', '.join(KEYS)}, and tables of kinds such as [limits.Agent]."
    elif key.endswith("_percent"):
        if type(value) not in (int, float) or not 0 <= value <= 100:
            yield f"{where} must be a number from 0 to 100."
    elif type(value) is not int or value < 0:
        yield f"{where} must be a whole number, 0 or more."
