"""The work of a clone as a plan, so that it is priced, rehearsed and bounded by the rules of every other run."""

from __future__ import annotations

from dataclasses import replace

from pulumi_zohodesk.clone._secrets import NO_SECRETS, Secrets
from pulumi_zohodesk.clone._target import TargetObject, with_unknowns
from pulumi_zohodesk.clone._work import Work
from pulumi_zohodesk.engine import Marks, Row, Session, outputs_from
from pulumi_zohodesk.export import origin
from pulumi_zohodesk.inventory import Inventory
from pulumi_zohodesk.plan import Op, Plan, Price, Step, exceeded, rehearse
from pulumi_zohodesk.settings import Limits

NO_BOUND = 10**9
MORE_PER_LIFT = 2
"""Calls, of one credit each, that enable a department for a while and disable it again."""


def price_of(work: Work, target: Inventory, session: Session, secrets: Secrets = NO_SECRETS) -> tuple[Price, list[str]]:
    """What the clone costs, and what of it would be refused, as sentences. Asks the target, and reads only.

    Raises ConfigError, TransportError, AuthError: the target cannot be asked.
    """
    price, refusals = rehearse(_plan(work, target, secrets), lambda _connection: session, room=False)
    more = MORE_PER_LIFT * len(work.enabled_meanwhile)
    lifted = [shall.kind.switch for shall in work.objects if shall.place in work.enabled_meanwhile]
    switches = [field.switch for field in lifted if field and field.switch]
    lifts = {call.operation.name for switch in switches for call in (switch.turn_on, switch.turn_off)}
    found = replace(price, calls=price.calls + more, credits=price.credits + more, writes=price.writes | lifts)
    return found, [refusal.reason for refusal in refusals]


def damage(work: Work, target: Inventory, limits: Limits) -> list[str]:
    """Why more leaves service than a slip of the hand may take out; empty when it does not.

    How much is updated has no bound: to change what the target has is what a clone is for.

    Raises ConfigError: the limits name kinds that there are not.
    """
    free = {"updates": NO_BOUND, "updates_percent": 100}
    kinds = {name: {**table, **free} for name, table in limits.kinds.items()}
    every = replace(limits.every, updates=NO_BOUND, updates_percent=100)
    return list(exceeded(_plan(work, target), Limits(every, kinds)))


def _plan(work: Work, target: Inventory, secrets: Secrets = NO_SECRETS) -> Plan:
    objects = {}
    for item in (item for name in target.kinds for item in target.items(name)):
        marks = Marks(target.organization_id, "", tuple(item.values))
        state = outputs_from(item.kind, item.id, item.row, item.values, {}, marks)
        objects[_urn(*item.place)] = item.kind, item.id, state
    steps = [
        *(
            _step("create", shall, {}, {**origin(target, shall.item), **secrets.get(shall.told.place, {})})
            for shall in work.creates
        ),
        *(
            _step("update", shall, objects[_urn(*shall.place)][2], secrets.get(shall.told.place, {}))
            for shall in work.updates
        ),
        *(
            Step(urn := _urn(*item.place), "delete", item.kind, item.id, item.values, objects[urn][2])
            for item in reversed(work.removals)  # what lies in something goes before it
        ),
    ]
    return Plan("clone", "clone", tuple(steps), objects)


def _urn(kind: str, id: str) -> str:
    return f"{kind}::{id}"


def _step(op: Op, shall: TargetObject, state: Row, more: Row) -> Step:
    kind, live = shall.kind, shall.live
    new = {**more}
    waits: dict[str, tuple[str, ...]] = {}
    for wire, value in shall.item.values.items():
        of = kind.by_wire[wire]
        new[wire] = with_unknowns(of, value)
        if waiting := tuple(_urn(ref, id) for ref, id in of.type.references(value) if id.startswith("+")):
            waits[wire] = waiting
    inputs = live.values if live else {}
    return Step(_urn(*shall.place), op, kind, live.id if live else "", inputs, state, new, waits)
