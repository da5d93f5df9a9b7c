"""Removing an object, which is what the API really does: delete, disable, deactivate, or nothing."""

from __future__ import annotations

import logging

from pulumi_zohodesk.engine._kind import Call, Change, Kind, Removal, Row
from pulumi_zohodesk.engine._read import gone
from pulumi_zohodesk.engine._registry import kind_named
from pulumi_zohodesk.engine._session import Session
from pulumi_zohodesk.engine._state import Marks
from pulumi_zohodesk.engine._update import guard
from pulumi_zohodesk.errors import NotFound

__all__ = ["KEPT", "calls", "remove"]

LOG = logging.getLogger("pulumi_zohodesk.engine")

KEPT = Removal("stays as it is in Zoho Desk; only the stack forgets it", lambda _session, _id, _state: None)
"""The removal that leaves the object alone."""


def remove(session: Session, kind: Kind, id: str, olds: Row) -> None:
    """Remove an object from service. One that is gone already is fine.

    Raises:
        WrongOrganization: the state is of another organisation; nothing was requested.
        Refused: a guard said no; nothing was written.
        DoubtfulAbsence: it answers 404, but was most likely not deleted; the state keeps it.
        APIError: the service refused it, for example because the object is used elsewhere.
    """
    label = kind.label(olds, id)
    session.require_organization(label, Marks.of(olds).organization)
    name = str(olds.get("onDestroy") or next(iter(kind.removals)))
    removal = kind.removals[name]
    if removal is KEPT:
        LOG.warning("The %s %s.", label, removal.does)
        return
    try:
        guard(session, kind, Change(name, id, olds, {}))
        removal.run(session, id, olds)
    except NotFound:
        if not gone(session, kind, id, olds):
            raise
        LOG.info("The %s was gone already.", label)
        return
    session.snapshot.drop(kind, id)
    LOG.log(logging.INFO if removal.expected else logging.WARNING, "The %s %s.", label, removal.does)


def calls(kind_name: str, does: str, *actions: Call, expected: bool = False) -> Removal:
    """A removal that carries out actions, one after the other; what is switched off already stays as it is."""

    def run(session: Session, id: str, state: Row) -> None:
        kind = kind_named(kind_name)
        if kind.switch and kind.off(session.get(kind, id, kind.label(state, id))):
            return
        for action in actions:
            session.act(action, kind, id, state)

    return Removal(does, run, expected)
