"""The work of a clone as a plan, so that it is priced, rehearsed and bounded by the rules of every other run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from pulumi_zohodesk.clone._target import TargetObject
from pulumi_zohodesk.clone._work import Work
from pulumi_zohodesk.engine import UNKNOWN, Marks, Session, outputs_from
from pulumi_zohodesk.export import origin
from pulumi_zohodesk.inventory import Inventory, Item
from pulumi_zohodesk.kinds import kind_named
from pulumi_zohodesk.plan import Plan, Price, Step, exceeded, rehearse
from pulumi_zohodesk.settings import Limits

__all__ = ["damage", "price_of"]

NO_BOUND = 10**9
MORE_PER_LIFT = 2
"""Calls, of one credit each, that enable a department for a while and disable it again."""


def price_of(work: Work, target: Inventory, session: Session) -> tuple[Price, list[str]]:
    """What the clone costs, and what of it would be refused, as sentences. Asks the target, and reads only.

    Raises:
        ConfigError, TransportError, AuthError: the target cannot be asked.
    """
    price, refusals = rehearse(_plan(work, target), lambda _connection: session, room=False)
    more = MORE_PER_LIFT * len(work.enabled_meanwhile)
    switches = [
        target_object.item.kind.switch.switch
        for target_object in work.objects
        if target_object.place in work.enabled_meanwhile and target_object.item.kind.switch
    ]
    lifts = {call.operation.name for switch in switches if switch for call in (switch.turn_on, switch.turn_off)}
    found = replace(price, calls=price.calls + more, credits=price.credits + more, writes=price.writes | lifts)
    return found, [refusal.reason for refusal in refusals]


def damage(work: Work, target: Inventory, limits: Limits) -> list[str]:
    """Why more leaves service than a slip of the hand may take out; empty when it does not.

    How much is updated has no bound: to change what the target has is what a clone is for.

    Raises:
        ConfigError: the limits name kinds that there are not.
    """
    free = {"updates": NO_BOUND, "updates_percent": 100}
    kinds = {name: {**table, **free} for name, table in limits.kinds.items()}
    every = replace(limits.every, updates=NO_BOUND, updates_percent=100)
    return list(exceeded(_plan(work, target), Limits(every, kinds)))


def _plan(work: Work, target: Inventory) -> Plan:
    objects = {
        _urn(name, item.id): (item.kind, item.id, _state(item, target))
        for name in target.kinds
        for item in target.items(name)
    }
    steps = [
        *(_step("create", target_object, {}, origin(target, target_object.item)) for target_object in work.creates),
        *(_step("update", target_object, objects[_urn(*target_object.place)][2]) for target_object in work.updates),
        *(
            Step(urn := _urn(item.kind.name, item.id), "delete", item.kind, item.id, item.values, objects[urn][2])
            for item in reversed(work.removals)  # what lies in something goes before it
        ),
    ]
    return Plan("clone", "clone", tuple(steps), objects)


def _urn(kind: str, id: str) -> str:
    return f"{kind}::{id}"


def _step(
    op: Any, target_object: TargetObject, state: Mapping[str, Any], more: Mapping[str, Any] = MappingProxyType({})
) -> Step:
    kind = target_object.item.kind
    new: dict[str, Any] = dict(more)
    waits: dict[str, tuple[str, ...]] = {}
    for wire, value in target_object.item.values.items():
        type = kind.by_wire[wire].type
        waiting = tuple(_urn(ref, id) for ref, id in type.references(value) if id.startswith("+"))
        new[wire] = type.with_references(value, lambda _, id: UNKNOWN if str(id).startswith("+") else id)
        if waiting:
            waits[wire] = waiting
    live = target_object.live.values if target_object.live else {}
    return Step(
        _urn(*target_object.place),
        op,
        kind,
        target_object.live.id if target_object.live else "",
        live,
        state,
        new,
        waits,
    )


def _state(item: Item, target: Inventory) -> dict[str, Any]:
    marks = Marks(target.organization_id, "", tuple(item.values))
    return outputs_from(kind_named(item.kind.name), item.id, item.row, item.values, {}, marks)
