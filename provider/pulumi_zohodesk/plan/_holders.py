"""Which resource holds which object, by the whole state of a stack and by what its program keeps of it."""

from __future__ import annotations

from pulumi_zohodesk.dynamic import Holders
from pulumi_zohodesk.engine import Marks
from pulumi_zohodesk.plan._plan import Plan

__all__ = ["holders_of"]


def holders_of(plan: Plan) -> Holders:
    """Whoever is not removed counts as declared, whether anything happens to it or not."""
    found = Holders()
    for urn, (kind, id, state) in plan.objects.items():
        found.hold(kind, id, Marks.of(state).organization, urn)
    for urn, (kind, id) in plan.reads.items():
        found.hold(kind, id, "", urn, reads=True)
    for urn in {*plan.objects, *plan.reads} - {step.urn for step in plan.steps if step.op == "delete"}:
        found.declare(urn)
    return found
