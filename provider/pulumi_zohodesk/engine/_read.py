"""Reading an object for refresh, and deciding that it is gone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from pulumi_zohodesk.engine._fields import Row
from pulumi_zohodesk.engine._kind import Kind
from pulumi_zohodesk.engine._session import Session
from pulumi_zohodesk.engine._state import Marks, inputs_from, outputs_from
from pulumi_zohodesk.engine._values import scalar
from pulumi_zohodesk.engine._words import single
from pulumi_zohodesk.errors import APIError, DeskError, DoubtfulAbsence, NotFound

MANY_GONE = 10
"""From how many vanished objects on a majority of vanished objects is not believed."""


@dataclass(frozen=True)
class Live:
    """An object as it is at the service.

    Attributes:
        inputs: the managed fields.
        outputs: the whole state.
    """

    inputs: dict[str, Any]
    outputs: dict[str, Any]


def read(session: Session, kind: Kind, id: str, outputs: Row, *, alone: bool = False) -> Live | None:
    """An object in state, as it is now; None when it is gone.

    Args:
        alone: ask by a GET of its own, as when its list was read already and did not have it.

    Raises:
        WrongOrganization: the state is of another organisation; nothing was requested.
        DoubtfulAbsence: the service answers 404, but the object was most likely not deleted.
        APIError, TransportError: the service did not tell.
    """
    marks = Marks.of(outputs)
    label = session.label(kind, outputs, id)
    session.require_organization(label, marks.organization)
    if kind.always and not kind.key and id != session.organization_id:
        return None
    needed = [field.wire for field in kind.answered if field.wire in (marks.managed or ())]
    session.count_read(kind)
    alone = alone or marks.managed is None  # all is needed then, and a row of a list may not have it
    try:
        row = session.get(kind, id, label) if alone else session.snapshot.read(kind, id, _scope(kind, outputs), needed)
    except NotFound as error:
        _believe_gone(session, kind, id, outputs, error)
        _believe_many_gone(session, kind, label, error)
        return None
    if kind.deleted(row):
        return None
    session.note(kind, id, row)
    return hydrate(session, kind, id, row, outputs)


def gone(session: Session, kind: Kind, id: str, outputs: Row) -> bool:
    """Whether an object of state was deleted: said by a GET by id, and to be believed.

    Asked when some call around the object answered 404, which may have meant another object, or one out of sight.

    Raises:
        DoubtfulAbsence: the object answers 404, but was most likely not deleted.
    """
    try:
        return kind.deleted(session.get(kind, id, session.label(kind, outputs, id)))
    except NotFound as error:
        _believe_gone(session, kind, id, outputs, error)
        return True


def was_gone(session: Session, kind: Kind, id: str, outputs: Row, error: DeskError) -> bool:
    """Whether a change was refused because the object had been deleted; asked at the service.

    Raises:
        DoubtfulAbsence: the refusal was a 404, and so is the answer now, but the object was most likely not deleted.
    """
    if isinstance(error, APIError) and (not 400 <= error.status < 500 or error.status in (401, 429)):
        return False
    try:
        return gone(session, kind, id, outputs)
    except DeskError:
        if isinstance(error, NotFound):
            raise
        return False  # the refusal itself says more


def hydrate(session: Session, kind: Kind, id: str, row: Row, outputs: Row) -> Live:
    """State made of a live row. Without a record of what is managed, everything writable that is not empty is."""
    marks = Marks.of(outputs)
    managed = marks.managed
    if managed is None:
        managed = tuple(
            field.wire
            for field in kind.answered
            if field.type.shown(row.get(field.wire), None) not in (None, "", [], {}) and field.applies(row)
        )
    inputs = inputs_from(kind, row, outputs, marks, managed)
    fresh = replace(marks, organization=session.organization_id, managed=managed)
    return Live(inputs, outputs_from(kind, id, row, inputs, outputs, fresh))


def _scope(kind: Kind, outputs: Row) -> str | None:
    scope = outputs.get(kind.listing.scope) if kind.listing.scope else None
    return scalar(scope) if scope else None


def _believe_gone(session: Session, kind: Kind, id: str, outputs: Row, error: NotFound) -> None:
    """Return when a 404 means that the object was deleted; raise when it more likely means something else."""
    if error.code != "URL_NOT_FOUND":
        raise error
    label = session.label(kind, outputs, id)
    if not session.client.confirmed:
        session.organization()
    if kind.undeletable or kind.always:
        raise DoubtfulAbsence(
            f"The {label} answers 404, but Zoho Desk has no way to delete {single(kind.words)}. The agent whose token "
            "this is can most likely not see it: connect as an administrator who sees all departments. The state "
            "keeps it."
        ) from error
    if kind.within and (home := scalar(outputs.get(kind.within[1]))):
        parent = session.kinds.named(kind.within[0])
        if not session.readable(parent, home):
            raise DoubtfulAbsence(
                f"The {label} answers 404, and so does the {parent.words} {home} that it lives in. The agent whose "
                "token this is can most likely not see that "
                f"{parent.words}: connect as an administrator who sees all of them. The state keeps it."
            ) from error


def _believe_many_gone(session: Session, kind: Kind, label: str, error: NotFound) -> None:
    gone, reads = session.count_absence(kind, label)
    if session.settings.allow_gone or len(gone) <= MANY_GONE or 2 * len(gone) <= reads:
        return
    raise DoubtfulAbsence(
        f"{len(gone)} of {reads} objects of kind {kind.words} answer 404 in this run, among them "
        f"{', '.join(gone[:3])} and {label}. That looks like a wrong connection or a token that sees too little. "
        "If they really were deleted, set ZOHODESK_ALLOW_GONE=1 and run again."
    ) from error
