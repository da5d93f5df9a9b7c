"""Removing an object, which is what the API really does: delete, disable, deactivate, or nothing."""

from __future__ import annotations

import logging

from pulumi_zohodesk.engine._change import Change
from pulumi_zohodesk.engine._fields import Row
from pulumi_zohodesk.engine._kind import KEPT, Kind, Removal
from pulumi_zohodesk.engine._read import was_gone
from pulumi_zohodesk.engine._session import Session
from pulumi_zohodesk.engine._state import Marks
from pulumi_zohodesk.engine._turns import weakening
from pulumi_zohodesk.engine._update import guard, require_unprotected
from pulumi_zohodesk.engine._values import scalar
from pulumi_zohodesk.errors import APIError, InputError, Refused

LOG = logging.getLogger("pulumi_zohodesk.engine")


def remove(session: Session, kind: Kind, id: str, olds: Row, *, kept: str = "") -> None:
    """Remove an object from service. One that is gone already is fine.

    Args:
        kept: why it has to stay in service although this resource of the stack goes; empty when it has not.

    Raises:
        WrongOrganization: the state is of another organisation; nothing was requested.
        Refused: it has to stay, or a guard said no; nothing was written.
        InputError: the state asks for a removal that there is not.
        DoubtfulAbsence: it answers 404, but was most likely not deleted; the state keeps it.
        APIError: the service refused it, for example because the object is used elsewhere.
    """
    label = session.label(kind, olds, id)
    session.require_organization(label, Marks.of(olds).organization)
    name, removal = _removal(kind, label, olds)
    session.set_up.discard((kind.name, id))
    if removal is KEPT or kind.given(olds):
        LOG.warning("The %s %s.", label, KEPT.does)
        return
    if kept:
        raise Refused(f"The {label} was not removed: {kept}")
    change = Change(name, id, olds, {}, label, lambda: session.get(kind, id, label))
    require_unprotected(session, kind, change)
    _require_successor(kind, removal, change)
    try:
        there = not (kind.archives and kind.deleted(change.live))
        if there:
            with weakening(session, kind, change):
                guard(session, kind, change)
                removal.run(session, kind, id, olds)
    except APIError as error:
        # A repeated request may meet what the first one did, when only its answer was lost.
        if not was_gone(session, kind, id, olds, error):
            raise
        there = False
    if not there:
        LOG.info("The %s was gone already.", label)
        return
    session.snapshot.drop(kind, id)
    LOG.log(logging.INFO if removal.expected else logging.WARNING, "The %s %s.", label, removal.does)


def _require_successor(kind: Kind, removal: Removal, change: Change) -> None:
    """Refuse a removal that leaves nobody to take over. Raises Refused."""
    heir = scalar(change.old.get(removal.needs)) if removal.needs else None
    if heir in ("", change.id):
        option = kind.by_wire[removal.needs].snake
        wrong = f"its {option} is itself" if heir else f"it has no {option}"
        raise Refused(
            f"The {change.label} was not removed: {wrong}, and Zoho Desk deletes none without a successor. Name "
            f"another {kind.words} there in the program, run `zohodesk up`, and remove it then."
        )


def _removal(kind: Kind, label: str, olds: Row) -> tuple[str, Removal]:
    name = str(olds.get("onDestroy") or next(iter(kind.removals)))
    if name not in kind.removals:
        raise InputError(
            f'The {label} was not removed: the state says on_destroy="{name}", which this version of pulumi-zohodesk '
            f"does not know; it knows {', '.join(kind.removals)}. Use the version that wrote it, or give another "
            "on_destroy in the program and run `pulumi up` first."
        )
    return name, kind.removals[name]
