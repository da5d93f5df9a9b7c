"""What a run would do to Zoho Desk: the steps of a preview that was refreshed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import Any

from pulumi_zohodesk.dynamic import BY_TYPE
from pulumi_zohodesk.engine import Kind, Marks, Row, has_unknown
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.plan._protections import Protection, protections
from pulumi_zohodesk.plan._secrets import secrets_in
from pulumi_zohodesk.plan._step import Op, Step
from pulumi_zohodesk.plan._values import filled, object_from

__all__ = ["Plan", "plan_of", "without_removed"]

OPS: Mapping[str, Op] = {
    "create": "create",
    "update": "update",
    "replace": "replace",
    "create-replacement": "replace",
    "delete-replaced": "replace",
    "delete": "delete",
}


@dataclass(frozen=True)
class Plan:
    """What a run would do.

    Attributes:
        stack, project: which stack it is of; empty when the stack has nothing and wants nothing.
        steps: what would change, in the order of the preview.
        objects: every object that the stack has, by URN, as it is live; with its kind and id.
        stale: URNs of objects that are not as the state has them; the state must learn that before the run.
        vanished: those of them that are gone.
        reads: kind and id of what the program reads without managing it, by URN.
        strangers: URN and operation of each change to what is not Zoho Desk's.
        protections: options of Pulumi that protect something, and would begin or end.
        after: by URN, the objects that come before it: what it refers to; what refers to it where it goes.
        hidden: by URN, as of `Step`, of the steps and the objects.
    """

    stack: str
    project: str
    steps: tuple[Step, ...]
    objects: Mapping[str, tuple[Kind, str, Row]]
    stale: tuple[str, ...] = ()
    vanished: frozenset[str] = frozenset()
    reads: Mapping[str, tuple[Kind, str]] = field(default_factory=dict)
    strangers: tuple[tuple[str, str], ...] = ()
    protections: tuple[Protection, ...] = ()
    after: Mapping[str, frozenset[str]] = field(default_factory=dict)
    hidden: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def others(self) -> int:
        """How many changes there are to what is not Zoho Desk's."""
        return len(self.strangers)

    @property
    def listed(self) -> tuple[Step, ...]:
        """The steps by kind and name, which is the same in every run; the engine's order is not."""
        shown = (step.shown for step in self.steps)
        return tuple(sorted(shown, key=lambda step: (KINDS.place(step.kind.name), step.urn)))

    @property
    def managed(self) -> Counter[str]:
        """How many objects the stack has, per kind."""
        return Counter(kind.name for kind, _, _ in self.objects.values())

    @property
    def organizations(self) -> tuple[str, ...]:
        """The organisations whose objects the stack has."""
        found = {Marks.of(state).organization for _, _, state in self.objects.values()} - {""}
        return tuple(sorted(found))

    def before(self, urn: str) -> frozenset[str]:
        """Everything that the engine finishes before an object."""
        found: set[str] = set()
        waiting = [urn]
        while waiting:
            more = self.after.get(waiting.pop(), frozenset()) - found
            found |= more
            waiting += more
        return frozenset(found)

    def referred(self, step: Step, wire: str) -> list[str]:
        """What an unknown value waits for, as far as it may name that: URNs of steps of kinds that it refers to."""
        of = step.kind.by_wire.get(wire)
        if of is None or not has_unknown(step.new[wire]):
            return []
        names = {name for name, _ in of.type.references(filled(step.new[wire], lambda: "0"))}
        return [urn for urn in step.waits.get(wire, ()) if self._kinds.get(urn) in names]

    def is_sure(self, step: Step, wire: str) -> bool:
        """Whether the unknowns in a value are the ids of the objects it waits for, each of one, in their order."""
        ids = count()
        filled(step.new[wire], lambda: str(next(ids)))
        unknown = next(ids)
        return not unknown or unknown == len(step.waits.get(wire, ())) == len(self.referred(step, wire))

    @cached_property
    def _kinds(self) -> Mapping[str, str]:
        return {step.urn: step.kind.name for step in self.steps}

    def __bool__(self) -> bool:
        return bool(self.steps or self.strangers or self.protections)


def without_removed(preview: Mapping[str, Any]) -> dict[str, Any]:
    """A refreshed preview in which what a replacement removed before it failed is what it is: something to create.

    The engine keeps its old state until the new one is made. What it is about to remove it marks alike, but not yet
    when it is refreshed.
    """
    marked = [step for step in preview.get("steps") or () if (step.get("oldState") or {}).get("pendingReplacement")]
    gone = {step["urn"] for step in marked if step["op"] == "refresh" and _type(step) in BY_TYPE}
    steps = (step for step in preview.get("steps") or () if step["urn"] not in gone or step["op"] in OPS)
    made = [
        {**step, "op": "create", "oldState": None, "removed": step["oldState"]} if step["urn"] in gone else step
        for step in steps
    ]
    return {**preview, "steps": made}


def plan_of(preview: Mapping[str, Any], *, hides_people: bool = False) -> Plan:
    """The plan in what ``pulumi preview --json --refresh --show-secrets`` says."""
    steps = list(preview.get("steps") or ())
    # The preview does not show what a refresh finds, but every later step compares with that.
    before = {step["urn"]: step.get("oldState") or {} for step in steps if step.get("op") == "refresh"}
    main = {step["urn"]: step for step in _main(steps)}
    ours = {urn: step for urn, step in main.items() if _type(step) in BY_TYPE}
    objects = {
        urn: (
            BY_TYPE[_type(step)],
            str(step["oldState"].get("id") or ""),
            object_from(step["oldState"].get("outputs")),
        )
        for urn, step in ours.items()
        if step.get("oldState") and not step["oldState"].get("external") and step["op"] != "read"
    }
    mine = {urn: state for urn, state in before.items() if state.get("type") in BY_TYPE and not state.get("external")}
    hidden = {urn: _hidden(step, BY_TYPE[_type(step)], hides_people) for urn, step in ours.items()}
    vanished = frozenset(urn for urn in mine if urn not in objects)
    used = _used(ours.values())
    stale = tuple(
        urn
        for urn in mine
        if urn in vanished
        or _moved(objects[urn][0], mine[urn], ours[urn])
        or (urn in used and object_from(mine[urn].get("outputs")) != objects[urn][2])
    )
    _, stack, project = _parts(next(iter({**before, **main}), ""))
    return Plan(
        stack,
        project,
        tuple(_step(step, BY_TYPE[_type(step)], hidden[urn]) for urn, step in ours.items() if step["op"] in OPS),
        objects,
        stale,
        vanished,
        {
            urn: (BY_TYPE[_type(step)], str((step.get("newState") or {}).get("id") or ""))
            for urn, step in ours.items()
            if step["op"] == "read"
        },
        tuple(
            sorted(
                (str(other["urn"]), str(other["op"]))
                for other in _others(main.values())
                if other["op"] not in ("same", "read", "refresh")
            )
        ),
        tuple(sorted(protections(main.values()), key=lambda one: (one.type, one.urn))),
        _after(main),
        hidden,
    )


def _after(main: Mapping[str, Mapping[str, Any]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {urn: set() for urn in main}
    for urn, step in main.items():
        state = step.get("newState") or step.get("oldState") or {}
        used = {*(state.get("dependencies") or ()), state.get("parent"), *_used([{"newState": state}])} & set(main)
        for other in used:
            first, then = (urn, other) if main[other]["op"] == "delete" else (other, urn)
            found[then].add(first)
    return {urn: frozenset(others) for urn, others in found.items()}


def _main(steps: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """One step for each object: of a replacement, the one that has both states."""
    found: dict[str, Mapping[str, Any]] = {}
    for step in steps:
        if step.get("op") != "refresh":
            other = found.get(step["urn"])
            if other is None or (step.get("oldState") and step.get("newState")):
                found[step["urn"]] = step
    return iter(found.values())


def _others(steps: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    return (
        step
        for step in steps
        if _type(step) not in BY_TYPE and (step.get("newState") or step["oldState"]).get("custom")
    )


def _type(step: Mapping[str, Any]) -> str:
    return str((step.get("newState") or step.get("oldState") or {}).get("type") or "")


def _moved(kind: Kind, before: Mapping[str, Any], step: Mapping[str, Any]) -> bool:
    """Whether the state says something else than what is live, of what is managed or about to be."""
    after = step["oldState"]
    new = (step.get("newState") or {}).get("inputs") or {}
    values = [{**object_from(one.get("outputs")), **object_from(one.get("inputs"))} for one in (before, after)]
    wires = {*(before.get("inputs") or ()), *(after.get("inputs") or ()), *new} & set(kind.by_wire)
    return before.get("id") != after.get("id") or any(
        not kind.by_wire[wire].type.same(values[0].get(wire), values[1].get(wire)) for wire in wires
    )


def _used(steps: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """URNs of objects that wanted values are made of: what is live of these must be in the state before the run."""
    dependencies = ((step.get("newState") or {}).get("propertyDependencies") or {} for step in steps)
    return frozenset(urn for one in dependencies for urns in one.values() for urn in urns or ())


def _hidden(step: Mapping[str, Any], kind: Kind, hides_people: bool) -> frozenset[str]:
    states = (step.get("oldState") or {}, step.get("newState") or {})
    return kind.hidden((wire for state in states for wire in secrets_in(state)), personal=hides_people)


def _step(step: Mapping[str, Any], kind: Kind, hidden: frozenset[str]) -> Step:
    old, new = step.get("oldState") or {}, step.get("newState") or {}
    waits = {key: tuple(urns) for key, urns in (new.get("propertyDependencies") or {}).items() if urns}
    op = OPS[step["op"]]
    return Step(
        urn=step["urn"],
        op=op,
        kind=kind,
        id=str(old.get("id") or ""),
        inputs=object_from(old.get("inputs")),
        state=object_from(old.get("outputs")),
        new={} if op == "delete" else object_from(new.get("inputs")),
        waits=waits,
        retained=bool(old.get("retainOnDelete")),
        removed=(str(gone["id"]), object_from(gone.get("outputs"))) if (gone := step.get("removed")) else None,
        hidden=hidden,
    )


def _parts(urn: str) -> tuple[str, str, str]:
    """``urn:pulumi:STACK::PROJECT::...``: the two names."""
    words = urn.split("::")
    return (urn, words[0].rsplit(":", 1)[1], words[1]) if len(words) > 2 else ("", "", "")
