"""Settings that a plan would set for the first time: the stack does not have them, but the service does."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from pulumi_zohodesk.engine import Session, has_unknown, read
from pulumi_zohodesk.errors import DeskError
from pulumi_zohodesk.plan._plan import Plan, Step

__all__ = ["with_settings"]


def with_settings(plan: Plan, session_for: Callable[[str | None], Session]) -> Plan:
    """The plan with `Step.setting` wherever it is known whose a setting is: one GET for each. Raises ConfigError."""
    if not any(map(_first, plan.steps)):
        return plan
    return replace(plan, steps=tuple(_looked_at(step, session_for) if _first(step) else step for step in plan.steps))


def _first(step: Step) -> bool:
    known = {wire: step.new.get(wire) for wire in step.kind.key}
    return step.op == "create" and step.kind.always and not has_unknown(known)


def _looked_at(step: Step, session_for: Callable[[str | None], Session]) -> Step:
    session = session_for(step.connection)
    id = next(iter(step.kind.natural_key(step.new).values()), session.organization_id)
    with suppress(DeskError):  # the rehearsal meets it as well, and says so
        if live := read(session, step.kind, id, {}):
            inputs = {wire: value for wire, value in live.inputs.items() if wire in step.new}
            state = {**live.outputs, **{wire: step.new[wire] for wire in ("connection",) if wire in step.new}}
            return replace(step, setting=replace(step, op="update", id=id, inputs=inputs, state=state))
    return step
