"""What is known beside a preview: settings that the stack does not have and the service does, and who holds what."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from pulumi_zohodesk.dynamic import Holders
from pulumi_zohodesk.engine import Marks, Session, has_unknown, read
from pulumi_zohodesk.errors import DeskError
from pulumi_zohodesk.plan._plan import Plan
from pulumi_zohodesk.plan._step import Step


def with_settings(plan: Plan, session_for: Callable[[str | None], Session]) -> Plan:
    """The plan with `Step.setting` wherever it is known whose a setting is: one GET for each. Raises ConfigError."""
    return replace(plan, steps=tuple(_looked_at(step, session_for) for step in plan.steps))


def _looked_at(step: Step, session_for: Callable[[str | None], Session]) -> Step:
    kind, new = step.kind, step.new
    if step.op != "create" or not kind.always or has_unknown([new.get(wire) for wire in kind.key]):
        return step
    session = session_for(step.connection)
    with suppress(DeskError):  # the rehearsal meets it as well, and says so
        id = session.setting_id(session.scope_for(kind, new))
        if live := read(session, kind, id, {}):
            inputs = {wire: value for wire, value in live.inputs.items() if wire in new}
            state = {**live.outputs, "connection": step.connection}
            return replace(step, setting=replace(step, op="update", id=id, inputs=inputs, state=state))
    return step


def holders_of(plan: Plan) -> Holders:
    """Which resource holds which object, by the whole state of a stack and by what its program keeps of it.

    Whoever is not removed counts as declared, whether anything happens to it or not.
    """
    found = Holders()
    for urn, (kind, id, state) in plan.objects.items():
        found.hold(kind, id, Marks.of(state).organization, urn)
    for urn, (kind, id) in plan.reads.items():
        found.hold(kind, id, "", urn, reads=True)
    for urn in {*plan.objects, *plan.reads} - {step.urn for step in plan.steps if step.op == "delete"}:
        found.declare(urn)
    return found
