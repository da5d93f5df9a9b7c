"""A plan that somebody reviewed: kept as a file, and held against what a run would do now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from pulumi_zohodesk.dynamic import logical_name, opened
from pulumi_zohodesk.engine import Kind, Row, has_unknown
from pulumi_zohodesk.kinds import kind_named
from pulumi_zohodesk.plan._plan import Plan
from pulumi_zohodesk.plan._private import Seal, new_salt, read_file, write_file
from pulumi_zohodesk.plan._snapshot import prior_values
from pulumi_zohodesk.plan._step import Op, Step
from pulumi_zohodesk.plan._values import is_shaped, to_json, urn_from

FILE = "zohodesk-plan"
WORDS = "plan of zohodesk"


@dataclass(frozen=True)
class SavedStep:
    """One change that was reviewed.

    Attributes:
        urn, op, kind, id: as of `Step`.
        old: the managed fields as they were live.
        new: the wanted inputs.
        live: the writable fields of the object as they were live: when they are others, the object has moved.
        seal: of the fields that are not shown; ``old``, ``new`` and ``live`` have their seals in place of values.
    """

    urn: str
    op: str
    kind: Kind
    id: str
    old: Row
    new: Row
    live: Row
    seal: Seal

    @property
    def name(self) -> str:
        return logical_name(self.urn)


@dataclass(frozen=True)
class SavedPlan:
    """Attributes:
    stack, project: which stack it is for.
    organizations: whose objects it is about.
    steps: what it would change.
    strangers: URN and operation of each change to what is not Zoho Desk's.
    protections: URN and option of each protection that would change, and whether it begins.
    """

    stack: str
    project: str
    organizations: tuple[str, ...]
    steps: tuple[SavedStep, ...]
    strangers: tuple[tuple[str, str], ...] = ()
    protections: tuple[tuple[str, str, bool], ...] = ()


def save_plan(plan: Plan, organizations: tuple[str, ...], path: Path) -> None:
    """Write it (0600) in one step, over another plan as well; of what is not shown, only a seal.

    Raises OSError, InputError for a file of another sort.
    """
    salt = new_salt()
    rows = [_row(step, Seal(step.kind, step.hidden, salt)) for step in plan.steps]
    head = {"stack": plan.stack, "project": plan.project, "organizations": list(organizations), "salt": salt}
    others = {"others": list(map(list, plan.strangers)), "protections": _protections(plan)}
    write_file(path, FILE, WORDS, {**head, **others, "steps": rows})


def _row(step: Step, seal: Seal) -> dict[str, Any]:
    return {
        "urn": step.urn,
        "op": step.op,
        "kind": step.kind.name,
        "id": step.id,
        "old": to_json(seal.on(step.inputs)),
        "new": to_json(seal.on(step.new)),
        "live": to_json(seal.on(_live(step))),
        "secret": sorted(step.hidden & {*step.kind.by_wire}),
    }


def load_plan(path: Path) -> SavedPlan:
    """Raises InputError: it is no plan, of another version, or not whole."""

    def make(content: Mapping[str, Any]) -> SavedPlan:
        salt = bytes.fromhex(content["salt"]).hex()
        steps = tuple(_loaded(row, salt) for row in content["steps"])
        whose = tuple(map(str, content["organizations"]))
        others = tuple((urn_from(urn), str(op)) for urn, op in content["others"])
        guarded = tuple((urn_from(urn), str(option), bool(on)) for urn, option, on in content.get("protections", ()))
        return SavedPlan(str(content["stack"]), str(content["project"]), whose, steps, others, guarded)

    return read_file(path, FILE, WORDS, make)


def _loaded(row: Mapping[str, Any], salt: str) -> SavedStep:
    kind, op = kind_named(row["kind"]), row["op"]
    seal = Seal(kind, frozenset(row["secret"]), salt)
    old, new, live = (dict(opened(row[part])) for part in ("old", "new", "live"))
    fits = all(is_shaped(kind, seal.off(side)) and seal.is_on(side) for side in (old, new, live))
    if op not in get_args(Op) or not urn_from(row["urn"]) or not fits:
        raise ValueError("a step that there cannot be")
    return SavedStep(row["urn"], op, kind, str(row["id"]), old, new, live, seal)


def _live(step: Step) -> dict[str, Any]:
    """Of what is live, what the stack manages and what it is about to manage."""
    return {wire: value for wire, value in prior_values(step).items() if wire in step.inputs or wire in step.new}


def misfits(saved: SavedPlan, plan: Plan, organizations: tuple[str, ...]) -> Iterator[str]:
    """Why a reviewed plan is not what a run would do now, as sentences; none when it is."""
    if (saved.stack, saved.project) != (plan.stack, plan.project):
        yield f"The plan is of the stack {saved.project}/{saved.stack}, not of {plan.project}/{plan.stack}."
        return
    if saved.organizations != organizations:
        yield (
            f"The plan is for organisation {', '.join(saved.organizations)}, but the stack is connected to "
            f"{', '.join(organizations)}."
        )
        return
    now = {step.urn: step for step in plan.steps}
    for step in saved.steps:
        yield from _misfit(step, now.pop(step.urn, None), plan)
    for rest in now.values():
        yield f"{_label(rest, rest.new or rest.inputs, rest.hidden)}: not in the plan, but a run would {rest.op} it."
    if saved.strangers != plan.strangers:
        names = sorted(logical_name(urn) for urn, _ in {*saved.strangers} ^ {*plan.strangers})
        yield f"What changes of other providers is not what the plan has: {', '.join(names)}."
    if moved := {*saved.protections} ^ {*_protections(plan)}:
        names = sorted({logical_name(urn) for urn, _, _ in moved})
        yield f"Which protections begin and end is not what the plan has: {', '.join(names)}."


def _protections(plan: Plan) -> tuple[tuple[str, str, bool], ...]:
    return tuple((protection.urn, protection.option, protection.begins) for protection in plan.protections)


def is_applied(saved: SavedPlan, plan: Plan, organizations: tuple[str, ...]) -> bool:
    """Whether nothing is left to do since everything already is as the plan wants it."""
    same = (saved.stack, saved.project, saved.organizations) == (plan.stack, plan.project, organizations)
    return (
        same and not plan and bool(saved.steps or saved.protections) and all(_is_so(step, plan) for step in saved.steps)
    )


def _is_so(saved: SavedStep, plan: Plan) -> bool:
    if saved.op == "delete":
        return saved.urn not in plan.objects
    if saved.urn not in plan.objects:
        return False
    _, id, live = plan.objects[saved.urn]
    wanted = {wire: value for wire, value in saved.new.items() if not has_unknown(value)}
    return (saved.op == "update") == (id == saved.id) and not _differing(saved, wanted, live)


def _label(of: SavedStep | Step, values: Row, hidden: frozenset[str]) -> str:
    return f"{of.kind.label(values, of.id, hidden=hidden)} ({of.name})"


def _misfit(saved: SavedStep, step: Step | None, plan: Plan) -> Iterator[str]:
    kind, hidden = saved.kind, saved.seal.fields | plan.hidden.get(saved.urn, frozenset())
    label = _label(saved, saved.old or saved.new, hidden)
    if saved.op != "create":
        _, id, live = plan.objects.get(saved.urn, (kind, "", {}))
        if not id:
            yield f"{label}: it is gone since the plan was made."
            return
        if moved := _differing(saved, saved.live, {**live, **_live(step)} if step else live):
            yield f"{label}: moved since the plan was made: {_names(kind, moved)}."
            return
    if step is None:
        yield f"{label}: the plan would {saved.op} it, a run now would not."
    elif step.op != saved.op:
        yield f"{label}: the plan would {saved.op} it, a run now would {step.op} it."
    elif step.id != saved.id:
        yield f"{label}: it is another object now, with the id {step.id}."
    elif other := _differing(saved, saved.new, step.new, options=True):
        yield f"{label}: the program now wants something else: {_names(kind, other)}."


def _differing(saved: SavedStep, row: Row, other: Row, *, options: bool = False) -> list[str]:
    """Wire names whose saved values mean something else; of two wishes, also those that only one has."""
    names = dict.fromkeys((*row, *other) if options else row)
    other = saved.seal.on(other)
    return [
        wire
        for wire in names
        if (item := saved.kind.by_wire.get(wire)) is not None
        and (options or not item.option)
        and not (
            row.get(wire) == other.get(wire)
            if wire in saved.seal.fields
            else _same(item.type, row.get(wire), other.get(wire), options)
        )
    ]


def _same(of: Any, one: Any, other: Any, wishes: bool) -> bool:
    if wishes and (one is None) != (other is None):
        return False
    return to_json(one) == to_json(other) or bool(of.same(one, other) and of.same(other, one))


def _names(kind: Kind, wires: list[str]) -> str:
    return ", ".join(kind.by_wire[wire].snake for wire in wires)
