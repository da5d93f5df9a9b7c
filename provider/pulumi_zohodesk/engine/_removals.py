"""Removals as kinds declare them."""

from __future__ import annotations

from pulumi_zohodesk.engine._fields import Call, Row
from pulumi_zohodesk.engine._kind import Desk, Kind, Removal
from pulumi_zohodesk.transport import Operation

__all__ = ["KEPT", "calls", "sets"]

KEPT = Removal("stays as it is in Zoho Desk; only the stack forgets it", lambda _desk, _kind, _id, _state: None)
"""The removal that leaves the object alone."""


def sets(operation: Operation, values: Row) -> Call:
    """An action that sets some fields of an object, as an update does."""
    return Call(operation, lambda _id, _state: values)


def calls(does: str, *actions: Call, expected: bool = False, needs: str = "") -> Removal:
    """A removal that carries out actions, one after the other; what is switched off already stays as it is."""

    def run(desk: Desk, kind: Kind, id: str, state: Row) -> None:
        if kind.switch and kind.off(desk.get(kind, id, desk.label(kind, state, id))):
            return
        for action in actions:
            desk.act(action, kind, id, state)

    return Removal(does, run, tuple(action.operation for action in actions), expected, needs)
