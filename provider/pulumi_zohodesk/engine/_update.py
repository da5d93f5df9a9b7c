"""Changing an object: exactly what differs, in an order that the service accepts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from pulumi_zohodesk.engine._change import Change
from pulumi_zohodesk.engine._diff import diff, differs
from pulumi_zohodesk.engine._fields import Field, Row, Switch, effects
from pulumi_zohodesk.engine._kind import Kind
from pulumi_zohodesk.engine._names import renames, require_free_name
from pulumi_zohodesk.engine._read import was_gone
from pulumi_zohodesk.engine._refusals import protection, require_no_circle
from pulumi_zohodesk.engine._session import Session
from pulumi_zohodesk.engine._state import Marks, echo, outputs_from, rewritten
from pulumi_zohodesk.engine._turns import creating, weakening
from pulumi_zohodesk.engine.types import Outdated
from pulumi_zohodesk.errors import APIError, InputError, InvalidRequest, Refused, ServerError


def update(session: Session, kind: Kind, id: str, olds: Row, news: Row) -> dict[str, Any]:
    """Bring an object from its state to the wanted inputs and return its new state.

    Raises:
        WrongOrganization: the state is of another organisation; nothing was requested.
        Refused: a guard said no; nothing was written.
        DuplicateObject: another object has the name that it shall get; nothing was written.
        InputError: the object was deleted outside.
        DoubtfulAbsence: it answers 404, but was most likely not deleted.
        APIError: the service refused the change; the state stays as it was and the next run continues.
    """
    marks = Marks.of(olds)
    label = session.label(kind, olds, id)
    session.require_organization(label, marks.organization)
    delta = diff(kind, olds, news)
    fields = [kind.by_wire[wire] for wire in (*delta.changed, *delta.incomplete) if wire in kind.by_wire]
    change = Change("update", id, olds, news, label, lambda: session.get(kind, id, label))
    require_unprotected(session, kind, change)
    try:
        with weakening(session, kind, change), _naming(session, kind, id, olds, news):
            require_no_circle(session, kind, change)
            guard(session, kind, change)
            row = apply(session, kind, id, olds, news, fields)
    except APIError as error:
        if was_gone(session, kind, id, olds, error):
            raise InputError(
                f"The {label} was deleted outside since the last refresh, so it cannot be updated. `pulumi refresh` "
                "drops it from the state; the next `pulumi up` then creates it again where the program declares it."
            ) from error
        if isinstance(error, InvalidRequest):
            raise _hinted(error, fields) from error
        if isinstance(error, ServerError) and (words := effects(fields)):
            error.advise(f"{error.advice}{words}")
        raise
    managed = tuple(field.wire for field in kind.managed if news.get(field.wire) is not None)
    made = {**marks.rewritten, **(rewritten(kind, row, news) if fields else {})}
    fresh = Marks(session.organization_id, session.settings.connection or "", managed, rewritten=made)
    return outputs_from(kind, id, row, echo(kind, news), olds, fresh)


@contextmanager
def _naming(session: Session, kind: Kind, id: str, olds: Row, news: Row) -> Iterator[None]:
    """Held from the look for who has the new name to the end of the change, if it is a new name."""
    if not renames(kind, olds, news):
        yield
        return
    with creating(session, kind, kind.natural_key({**olds, **news})):
        require_free_name(session, kind, id, olds, news)
        yield


def _hinted(error: InvalidRequest, fields: Sequence[Field]) -> InvalidRequest:
    """The error, with what is known about the fields that the service calls invalid."""
    named = {reason.field.lstrip("/") for reason in error.reasons if reason.kind == "invalid"}
    words = " ".join([str(error), *(field.hint for field in fields if field.hint and field.wire in named)])
    return InvalidRequest(words, status=error.status, code=error.code, reasons=error.reasons, details=error.details)


def require_unprotected(session: Session, kind: Kind, change: Change) -> None:
    """Refuse, before any request, what `zohodesk.toml` protects. Raises Refused."""
    if reason := protection(session.settings.protected, session.kinds, kind, change):
        raise Refused(f"{reason} Nothing was changed.")


def require_secrets(kind: Kind, fields: Iterable[Field], state: Row, wanted: Row, label: str) -> None:
    """Refuse, before any request, to send what needs a secret that is not given. Raises Refused."""
    for field in kind.lacking(fields, state, wanted):
        raise Refused(
            f"The {field.snake} of the {label} is missing: it is sent with what is new, and Zoho Desk tells it nobody. "
            "Nothing was changed. Give it in the program."
        )


def guard(session: Session, kind: Kind, change: Change) -> None:
    """Ask every guard. Raises Refused with the first reason."""
    for item in kind.guards:
        if reason := item.ask(session, change):
            raise Refused(f"{reason} Nothing was changed.")


def apply(session: Session, kind: Kind, id: str, state: Row, wanted: Row, fields: Sequence[Field]) -> dict[str, Any]:
    """Carry out the changes of some fields; returns the object as it then is, as far as the answers tell.

    What must be switched on is switched on first, since a disabled object may refuse changes, and what must be
    switched off is switched off last.
    """
    row = dict(state)
    switched = [field for field in _once(fields) if field.switch]
    sent = [field for field in _once(fields) if not field.switch and not field.option]
    sent = kind.sent_with(sent) if sent else []
    require_secrets(kind, sent, state, wanted, session.label(kind, state, id))
    for field in switched:
        if _turns(field, wanted, on=True) and differs(field, row.get(field.wire), wanted[field.wire]):
            row.update(carry_out(session, kind, id, field, wanted, row))
    body = _body(session, kind, id, row, wanted, sent)
    if body:
        session.snapshot.drop(kind, id)
        answer = session.client.call(
            kind.update,
            path=kind.calls.path_of(kind.update, id),
            body=kind.request(body),
            about=session.label(kind, state, id),
        )
        written = {**without_secrets(kind, body), **kind.row(answer or {})}
        row.update(written)
        session.take_from_others(kind, body)
        session.snapshot.put(kind, id, {"id": id, **written})  # the state is older than any page
        session.note(kind, id, row)
    for field in switched:
        if _turns(field, wanted, on=False) and differs(field, row.get(field.wire), wanted[field.wire]):
            row.update(carry_out(session, kind, id, field, wanted, row))
    return row


def without_secrets(kind: Kind, body: Row) -> Row:
    """What a body says of an object, without what no answer would say."""
    return {field.wire: body[field.wire] for field in kind.answered if field.wire in body}


def carry_out(session: Session, kind: Kind, id: str, field: Field, wanted: Row, state: Row) -> Row:
    """Turn a switch on or off, with the options that are wanted now; returns what that changed."""
    switch = _switch(field)
    call = switch.turn_on if _turns(field, wanted, on=True) else switch.turn_off
    options = {item.wire: wanted.get(item.wire) for item in kind.fields if item.option}
    session.act(call, kind, id, {**state, **options})
    return {field.wire: wanted[field.wire]}


def _switch(field: Field) -> Switch:
    if field.switch is None:
        raise TypeError(f"{field.wire} is no switch")
    return field.switch


def _turns(field: Field, wanted: Row, *, on: bool) -> bool:
    return field.type.same(wanted.get(field.wire), _switch(field).on) == on


def _once(fields: Iterable[Field]) -> list[Field]:
    return list(dict.fromkeys(fields))


def _body(session: Session, kind: Kind, id: str, state: Row, wanted: Row, fields: Sequence[Field]) -> dict[str, Any]:
    """The request body: changed fields only; what is sent whole as a change to what is live now, not what was once.

    Raises Refused where a change of somebody else cannot be told from what is wanted.
    """
    label = session.label(kind, state, id)
    sent = [field for field in fields if wanted.get(field.wire) is not None]
    live = session.get(kind, id, label) if any(field.type.merges for field in sent) else state
    body: dict[str, Any] = {}
    for field in sent:
        value = wanted[field.wire]
        before = state.get(field.wire)
        spelling = None if field.type.relative else before
        now = field.type.shown(live[field.wire], spelling) if field.wire in live else before  # absent is not null
        try:
            value = field.type.merged(before, now, value)
        except Outdated as error:
            raise Refused(
                f"The {field.snake}{error} of the {label} was changed outside since the last refresh, and what is sent "
                "replaces it as a whole. Nothing was changed. `pulumi refresh` shows what it is now."
            ) from None
        body[field.wire] = field.type.body(value)
    return body
