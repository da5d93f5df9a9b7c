"""What must be read to know some kinds by name: the kinds themselves, and all that they refer to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pulumi_zohodesk.engine import Kind
from pulumi_zohodesk.kinds import KINDS, kind_named


@dataclass(frozen=True)
class Plan:
    """Attributes:
    meant: names of the kinds that are wanted.
    asked: those of them that somebody named; when one of these is hidden, the reading fails.
    kinds: what is meant and what they refer to, what is referred to first.
    """

    meant: tuple[str, ...]
    asked: frozenset[str]
    kinds: tuple[Kind, ...]


def plan_for(names: Iterable[str], *, asked: bool) -> Plan:
    """The plan for some kinds, which somebody asked for or not. Raises KeyError for a name that is no kind."""
    wanted = {kind_named(name).name for name in names}
    reached: set[str] = set()
    waiting = list(wanted)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += kind_named(name).refers_to
    ordered = [kind for kind in KINDS if kind.name in reached]
    meant = tuple(kind.name for kind in ordered if kind.name in wanted)
    return Plan(meant, frozenset(meant if asked else ()), tuple(ordered))
