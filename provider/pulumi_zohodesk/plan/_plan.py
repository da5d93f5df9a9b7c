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
from pulumi_zohodesk.plan._secrets import secrets_in
from pulumi_zohodesk.plan._step import Op, Protection, Step, protections
from pulumi_zohodesk.plan._values import filled, object_from

_SIDES = ("oldState", "newState")

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
    steps = preview.get("steps") or ()
    marked = [
        old
        for step in steps
        if step["op"] == "refresh" and (old := step.get("oldState") or {}).get("pendingReplacement")
    ]
    gone = {old["urn"] for old in marked if old.get("type") in BY_TYPE}
    made = [
        {**step, "op": "create", "oldState": None, "removed": step["oldState"]} if step["urn"] in gone else step
        for step in steps
        if step["urn"] not in gone or step["op"] in OPS
    ]
    return {**preview, "steps": made}


def plan_of(preview: Mapping[str, Any], *, hides_people: bool = False) -> Plan:
    """The plan in what ``pulumi preview --json --refresh --show-secrets`` says."""
    steps = [{**step, **{side: step.get(side) or {} for side in _SIDES}} for step in preview.get("steps") or ()]
    # The preview does not show what a refresh finds, but every later step compares with that.
    before = {step["urn"]: step["oldState"] for step in steps if step.get("op") == "refresh"}
    main = _main(steps)
    ours = {urn: (step, kind) for urn, step in main.items() if (kind := BY_TYPE.get(_state(step).get("type", "")))}
    objects = {
        urn: (kind, _id(old), object_from(old.get("outputs")))
        for urn, (step, kind) in ours.items()
        if (old := step["oldState"]) and not old.get("external") and step["op"] != "read"
    }
    mine = {urn: state for urn, state in before.items() if state.get("type") in BY_TYPE and not state.get("external")}
    hidden = {urn: _hidden(step, kind, hides_people) for urn, (step, kind) in ours.items()}
    used = frozenset(urn for step, _ in ours.values() for urn in _used(step))
    stale = tuple(
        urn
        for urn in mine
        if urn not in objects
        or _moved(objects[urn][0], mine[urn], main[urn])
        or (urn in used and object_from(mine[urn].get("outputs")) != objects[urn][2])
    )
    stack, project = _stack_and_project(next(iter({**before, **main}), ""))
    others = ((urn, step) for urn, step in main.items() if urn not in ours and _state(step).get("custom"))
    return Plan(
        stack,
        project,
        tuple(_step(step, kind, hidden[urn]) for urn, (step, kind) in ours.items() if step["op"] in OPS),
        objects,
        stale,
        frozenset(urn for urn in mine if urn not in objects),
        {urn: (kind, _id(step["newState"])) for urn, (step, kind) in ours.items() if step["op"] == "read"},
        tuple(sorted((urn, str(step["op"])) for urn, step in others if step["op"] not in ("same", "read"))),
        tuple(sorted(protections(main.values()), key=lambda protection: (protection.type, protection.urn))),
        _after(main),
        hidden,
    )


def _after(main: Mapping[str, Mapping[str, Any]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {urn: set() for urn in main}
    for urn, step in main.items():
        state = _state(step)
        used = {*(state.get("dependencies") or ()), state.get("parent"), *_used({"newState": state})} & set(main)
        for other in used:
            first, then = (urn, other) if main[other]["op"] == "delete" else (other, urn)
            found[then].add(first)
    return {urn: frozenset(others) for urn, others in found.items()}


def _main(steps: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """One step for each object: of a replacement, the one that has both states."""
    found: dict[str, Mapping[str, Any]] = {}
    for step in steps:
        both = step["oldState"] and step["newState"]
        if step.get("op") != "refresh" and (both or step["urn"] not in found):
            found[step["urn"]] = step
    return found


def _state(step: Mapping[str, Any]) -> Mapping[str, Any]:
    """What an object is to be, or else was."""
    state: Mapping[str, Any] = step["newState"] or step["oldState"]
    return state


def _id(state: Mapping[str, Any]) -> str:
    return str(state.get("id") or "")


def _moved(kind: Kind, before: Mapping[str, Any], step: Mapping[str, Any]) -> bool:
    """Whether the state says something else than what is live, of what is managed or about to be."""
    after, new = step["oldState"], step["newState"]
    old, live = ({**object_from(side.get("outputs")), **object_from(side.get("inputs"))} for side in (before, after))
    wires = {wire for side in (before, after, new) for wire in side.get("inputs") or ()} & set(kind.by_wire)
    same = all(kind.by_wire[wire].type.same(old.get(wire), live.get(wire)) for wire in wires)
    return before.get("id") != after.get("id") or not same


def _used(step: Mapping[str, Any]) -> Iterator[str]:
    """URNs of objects that wanted values are made of: what is live of these must be in the state before the run."""
    for urns in (step["newState"].get("propertyDependencies") or {}).values():
        yield from urns or ()


def _hidden(step: Mapping[str, Any], kind: Kind, hides_people: bool) -> frozenset[str]:
    return kind.hidden((wire for side in _SIDES for wire in secrets_in(step[side])), personal=hides_people)


def _step(step: Mapping[str, Any], kind: Kind, hidden: frozenset[str]) -> Step:
    old, new, op = step["oldState"], step["newState"], OPS[step["op"]]
    return Step(
        urn=step["urn"],
        op=op,
        kind=kind,
        id=_id(old),
        inputs=object_from(old.get("inputs")),
        state=object_from(old.get("outputs")),
        new={} if op == "delete" else object_from(new.get("inputs")),
        waits={key: tuple(urns) for key, urns in (new.get("propertyDependencies") or {}).items() if urns},
        retained=bool(old.get("retainOnDelete")),
        removed=(_id(gone), object_from(gone.get("outputs"))) if (gone := step.get("removed")) else None,
        hidden=hidden,
    )


def _stack_and_project(urn: str) -> tuple[str, str]:
    """The two names in ``urn:pulumi:STACK::PROJECT::...``."""
    words = urn.split("::")
    return (words[0].rsplit(":", 1)[1], words[1]) if len(words) > 2 else ("", "")
