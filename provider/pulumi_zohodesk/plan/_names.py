"""Names that a run wants while other objects of the stack still have them: said before the first write.

Pulumi's engine orders changes by dependencies alone, and removes last, so what would work in one order is refused
unless the program gives that order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pulumi_zohodesk.dynamic import alias_line, logical_name, twice
from pulumi_zohodesk.engine import CIRCLE, Kind, Marks, Row, has_unknown, renames, scalar
from pulumi_zohodesk.plan._plan import Plan
from pulumi_zohodesk.plan._step import Step

_Key = tuple[str, ...]


def names_taken(plan: Plan) -> dict[str, str]:
    """By URN of the steps that want such a name, why they cannot have it, as a sentence."""
    return dict(_Names(plan).problems())


class _Names:
    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.steps = {step.urn: step for step in plan.steps}
        self.holders = {_key(kind, state, state): urn for urn, (kind, _, state) in plan.objects.items()}

    def problems(self) -> Iterator[tuple[str, str]]:
        yield from self._twins()
        for step in self.plan.steps:
            holder = self.holder(step)
            if holder is not None and holder != step.urn and (why := self._why(step, holder)):
                kind, id, _ = self.plan.objects[holder]
                name = kind.by_wire[kind.key[-1]].snake
                yield step.urn, f"Its {name} is still that of {logical_name(holder)} ({kind.words}, id {id}){why}"

    def _twins(self) -> Iterator[tuple[str, str]]:
        """Objects that two steps make, or rename to; what is not there yet is told by the resource that makes it."""
        first: dict[tuple[Any, ...], str] = {}
        for step in self.plan.steps:
            if not self._wants(step):
                continue
            place: list[Any] = [step.connection, step.kind.name]
            for wire in step.kind.key:
                value = {**step.state, **step.new}.get(wire)
                sure = step.waits.get(wire) if has_unknown(value) and self.plan.is_sure(step, wire) else None
                place.append(sure if has_unknown(value) else scalar(value).casefold())
            if None not in place[2:] and (other := first.setdefault(tuple(place), step.urn)) != step.urn:
                yield step.urn, twice(step.kind, other, step.urn)

    @staticmethod
    def _wants(step: Step) -> bool:
        """Whether a step gives an object a name."""
        renamed = step.op == "update" and renames(step.kind, step.state, step.new)
        return step.op in ("create", "replace") or renamed

    def holder(self, step: Step) -> str | None:
        """Who has the name that a step wants."""
        key = {wire: step.new.get(wire) for wire in step.kind.key}
        if step.kind.always:  # it has no name: its holder is known by its id
            return None
        if not self._wants(step) or has_unknown(key):
            return None
        return self.holders.get(_key(step.kind, {**step.state, **step.new}, step.state or self._somebody(step)))

    def _somebody(self, step: Step) -> Row:
        """The state of an object that is reached through the same connection, so of the same organisation."""
        states = (state for _, _, state in self.plan.objects.values())
        return next((state for state in states if (state.get("connection") or None) == step.connection), {})

    def _why(self, step: Step, holder: str) -> str:
        other = self.steps.get(holder)
        if other is not None and other.op in ("delete", "replace"):
            return self._removed(step, other)
        if other is None or other.op != "update" or not renames(other.kind, other.state, other.new):
            return ", which keeps it. Take another name."
        if circle := self._circle(step):
            return f", and names go round in a circle: {', '.join(circle)}. {CIRCLE}"
        if holder in self.plan.before(step.urn):
            return ""
        name = logical_name(holder)
        return (
            f", which this run renames as well, but in no order. Let this one depend on {name} (depends_on), or rename "
            f"that one in a run of its own before: pulumi up --target '{holder}'"
        )

    @staticmethod
    def _removed(step: Step, other: Step) -> str:
        same = (
            f" If {step.name} is what it is called now, say so in the program: {alias_line(other.urn, step.urn)}. Else"
        )
        if other.retained or other.removal_name != "delete":
            return f", and it keeps it when this run removes it.{same} rename that one first, or take another name."
        return (
            f", which this run removes.{same} remove it in a run of its own before, since removals come last: "
            f"pulumi up --target '{other.urn}'"
        )

    def _circle(self, step: Step) -> list[str]:
        """Logical names of those that want each other's names, beginning with the step; nothing when it ends."""
        names, at = [step.name], self.holder(step)
        while at is not None and at != step.urn and len(names) <= len(self.steps):
            names.append(logical_name(at))
            other = self.steps.get(at)
            at = self.holder(other) if other else None
        return names if at == step.urn else []


def _key(kind: Kind, values: Row, owner: Row) -> _Key:
    """What no second object of an organisation may have."""
    return (Marks.of(owner).organization, kind.name, *kind.folded_key(values))
