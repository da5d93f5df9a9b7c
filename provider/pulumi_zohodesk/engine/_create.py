"""Creating an object: never twice, never silently adopting, and never raising once it exists."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from typing import Any

from pulumi_zohodesk.engine._change import Change
from pulumi_zohodesk.engine._diff import diff, differs
from pulumi_zohodesk.engine._fields import Row, effects
from pulumi_zohodesk.engine._kind import Kind
from pulumi_zohodesk.engine._looked_up import only
from pulumi_zohodesk.engine._out_of_service import advise_out_of_service
from pulumi_zohodesk.engine._session import Session
from pulumi_zohodesk.engine._state import Marks, echo, outputs_from, rewritten
from pulumi_zohodesk.engine._turns import creating, has_made, note_made
from pulumi_zohodesk.engine._update import apply, guard, require_secrets, require_unprotected, without_secrets
from pulumi_zohodesk.engine._values import scalar
from pulumi_zohodesk.engine._words import single
from pulumi_zohodesk.errors import DeskError, DuplicateObject, InputError, InvalidRequest, UncertainWrite

LOG = logging.getLogger("pulumi_zohodesk.engine")

LOOK_UP_WAITS = (0.5, 1.0, 2.0, 4.0, 7.5, 15.0)
"""Seconds between look-ups after a create whose answer was lost, 30 in all: the service's lists may lag."""

Created = tuple[str, dict[str, Any]]
Held = Callable[[str], str]


def create(
    session: Session,
    kind: Kind,
    inputs: Row,
    *,
    held: Held = lambda _id: "",
    sleep: Callable[[float], None] = time.sleep,
) -> Created:
    """Create an object and return its id and state.

    Args:
        held: says of the id of an object that exists why it can be neither adopted nor brought back, and what to do;
            empty when it can.

    Raises:
        DuplicateObject: one with the same natural key exists, in any condition; nothing was written.
        UncertainWrite: it is not known whether it exists; the message says what to check.
        APIError: the service refused it; nothing was created.
    """
    key = kind.natural_key(inputs)
    with creating(session, kind, key):
        if kind.always:
            return _set_up(session, kind, inputs, held)
        existing = session.find(kind, key)
        if existing:
            came = _came_with_its_home(session, kind, existing)
            return (_take_over if came else _restore)(session, kind, inputs, existing, held)
        row = _post(session, kind, inputs, held, sleep)
        id = scalar(row["id"])
        note_made(session, kind, id)
    session.note(kind, id, row)
    session.snapshot.put(kind, id, row)
    return id, _finish(session, kind, id, row, inputs)


def _set_up(session: Session, kind: Kind, inputs: Row, held: Held) -> Created:
    """Of what is always there, what differs is set; a second resource for it is refused."""
    id = session.setting_id(session.scope_for(kind, inputs))
    current = session.get(kind, id, session.label(kind, inputs, id))
    label = session.label(kind, current, id)
    reason = held(id) or ("This run sets it already." if (kind.name, id) in session.set_up else "")
    if reason:
        raise DuplicateObject(f"There is one {label}, and another resource has it. Nothing was changed. {reason}")
    row = _bring_up_to_date(session, kind, id, current, inputs)
    session.set_up.add((kind.name, id))
    return id, _state(session, kind, id, row, inputs, [])


def _bring_up_to_date(session: Session, kind: Kind, id: str, current: Row, inputs: Row) -> Row:
    change = Change("update", id, current, inputs, session.label(kind, current, id), lambda: current)
    require_unprotected(session, kind, change)
    guard(session, kind, change)
    changed = diff(kind, current, inputs).changed
    return apply(session, kind, id, current, inputs, [kind.by_wire[wire] for wire in changed])


def _came_with_its_home(session: Session, kind: Kind, existing: list[Row]) -> bool:
    """Whether Zoho Desk made it along with a department that this process made, so that it can be nobody else's."""
    if not kind.within or len(existing) > 1 or not kind.given(existing[0]):
        return False
    home, wire = kind.within
    return has_made(session, session.kinds.named(home), scalar(existing[0].get(wire)))


def _take_over(session: Session, kind: Kind, inputs: Row, existing: list[Row], held: Held) -> Created:
    id = scalar(existing[0]["id"])
    if (reason := held(id)) or has_made(session, kind, id):
        raise _duplicate(session, kind, existing[0], reason)
    current = session.get(kind, id, session.label(kind, existing[0]))
    if diff(kind, current, inputs).replaces:
        raise _duplicate(session, kind, current, "It came with its department, with fields that cannot be changed.")
    row = _bring_up_to_date(session, kind, id, current, inputs)
    LOG.info("The %s came with its department; it is taken over.", session.label(kind, row, id))
    note_made(session, kind, id)
    return id, _state(session, kind, id, row, inputs, [])


def _post(session: Session, kind: Kind, inputs: Row, held: Held, sleep: Callable[[float], None]) -> Row:
    label = session.label(kind, inputs)
    body = {
        field.wire: field.type.body(inputs[field.wire])
        for field in kind.managed
        if field.on_create
        and (field.switch is None or field.switch.on_create)
        and inputs.get(field.wire) is not None
        and (field.required or inputs[field.wire] != "")  # nothing is there yet that it would clear
    }
    require_secrets(kind, [kind.by_wire[wire] for wire in body], {}, inputs, label)
    path = _origin(kind, inputs, label)
    try:
        answer: Row = session.client.call(kind.create, path=path, body=kind.request(body), about=label)
        answer = kind.row(answer) if isinstance(answer, Mapping) else {}
        if not scalar(answer.get("id")):
            raise UncertainWrite(f"The answer to creating the {label} names no object.")
    except InvalidRequest as error:
        advise_out_of_service(session, kind, inputs, error)
        raise
    except UncertainWrite as error:
        return _after_uncertainty(session, kind, inputs, error, held, sleep)
    session.take_from_others(kind, body)
    return {**without_secrets(kind, body), **answer}


def _origin(kind: Kind, inputs: Row, label: str) -> dict[str, str] | None:
    """The path of a kind that is made by cloning: what the new object is a clone of. Raises InputError."""
    if not kind.cloned_from:
        return None
    if not (id := scalar(inputs.get(kind.cloned_from))):
        raise InputError(
            f"The {label} was not created: Zoho Desk makes {single(kind.words)} only as a clone of another. "
            f"Say of which one by {kind.by_wire[kind.cloned_from].snake}."
        )
    return kind.calls.path_of(kind.create, id)


def _after_uncertainty(
    session: Session, kind: Kind, inputs: Row, error: UncertainWrite, held: Held, sleep: Callable[[float], None]
) -> Row:
    """Look for the object at the service: before the create there was none with its natural key."""
    key = kind.natural_key(inputs)
    label = session.label(kind, inputs)
    for wait in LOOK_UP_WAITS:
        sleep(wait)
        try:
            rows = session.find(kind, key)
        except DeskError as trouble:
            LOG.warning("Looking for the %s after a lost answer failed: %s", label, trouble)
            continue
        if rows:
            return _found(session, kind, only(kind, rows, session.key_words(kind, key)), held)
    raise UncertainWrite(
        f"Creating the {label} got no answer, and in the {int(sum(LOOK_UP_WAITS))} seconds after it was not found. "
        f"It may still appear. Check in Zoho Desk; if it is there, run `zohodesk adopt`, else run the same command "
        f"again.{effects(field for field in kind.fields if inputs.get(field.wire) is not None)} ({error})"
    ) from error


def _found(session: Session, kind: Kind, row: Row, held: Held) -> Row:
    """What was looked for, unless it is another resource's: made by this process, it was only not listed before."""
    id = scalar(row.get("id"))
    if (reason := held(id)) or has_made(session, kind, id):
        raise _duplicate(session, kind, row, reason)
    LOG.warning("Creating the %s got no answer; it was found, and is taken for the one.", session.label(kind, row, id))
    return _whole(session, kind, row)


def _whole(session: Session, kind: Kind, row: Row) -> Row:
    """The object of a list row as a GET has it; the row where that fails, since the object must get into the state."""
    try:
        return session.get(kind, scalar(row.get("id")), session.label(kind, row))
    except DeskError as trouble:
        LOG.warning("The %s was found, but not read: %s", session.label(kind, row), trouble)
        return row


def _finish(session: Session, kind: Kind, id: str, row: Row, inputs: Row) -> dict[str, Any]:
    """What the create call could not do. The object exists, so nothing here may raise."""
    undone: list[str] = []
    switched = [field for field in kind.managed if field.switch and inputs.get(field.wire) is not None]
    answered = all(field.wire in row for field in switched)
    # An answer that leaves a switch out says nothing of it: it does not say "off".
    current: dict[str, Any] = dict(row if answered else {**row, **_whole(session, kind, row)})
    for field in kind.managed:
        wanted = inputs.get(field.wire)
        later = field.switch is not None or not field.on_create
        known = field.wire in current  # what an answer leaves out may be anything
        if not later or wanted is None or (known and not differs(field, current[field.wire], wanted)):
            continue
        try:
            current = apply(session, kind, id, current, inputs, [field])
        except Exception as error:  # whatever it was, the object must get into the state
            label = session.label(kind, row, id)
            LOG.warning("The %s was created, but its %s was not set: %s", label, field.snake, error)
            undone.append(field.wire)
    return _state(session, kind, id, current, inputs, undone)


def _state(session: Session, kind: Kind, id: str, row: Row, inputs: Row, undone: list[str]) -> dict[str, Any]:
    managed = tuple(field.wire for field in kind.managed if inputs.get(field.wire) is not None)
    connection = session.settings.connection or ""
    marks = Marks(session.organization_id, connection, managed, tuple(undone), rewritten(kind, row, inputs))
    return outputs_from(kind, id, row, echo(kind, inputs, undone), {}, marks)


def _restore(session: Session, kind: Kind, inputs: Row, existing: list[Row], held: Held) -> Created:
    """Bring back what was disabled, where the program asks for that; refuse everything else."""
    row = only(kind, existing, session.key_words(kind, kind.natural_key(inputs)))
    id = scalar(row.get("id"))
    if kind.switch and kind.switch.wire not in row:
        row = session.get(kind, id, session.label(kind, row))  # a list may be thinner than its schema says
    asked = inputs.get("restore") if "restore" in kind.by_wire else None
    if (reason := held(id)) or not kind.off(row) or not (session.restore if asked is None else asked):
        raise _duplicate(session, kind, row, reason)
    current: Row = session.get(kind, id)
    delta = diff(kind, current, inputs)
    if names := " and ".join(kind.by_wire[wire].snake for wire in delta.replaces):
        why = f"It is not brought back either, since {names} cannot be changed: declare what it has, or another name."
        raise _duplicate(session, kind, row, why)
    LOG.info("The %s exists and is disabled; bringing it back.", session.label(kind, row, id))
    changed = [kind.by_wire[wire] for wire in delta.changed]
    back = [field for field in changed if field.switch]
    current = apply(session, kind, id, current, inputs, back)
    try:
        current, undone = apply(session, kind, id, current, inputs, changed), []
    except Exception as error:  # it is in use again, so it must get into the state
        LOG.warning("The %s was brought back, but not brought up to date: %s", session.label(kind, row, id), error)
        undone = [field.wire for field in changed if not (field.switch or field.option)]
    return id, _state(session, kind, id, current, inputs, undone)


def _duplicate(session: Session, kind: Kind, row: Row, reason: str) -> DuplicateObject:
    off, name = kind.off(row), kind.by_wire[kind.key[-1]].snake
    hint = " It is disabled: to bring it back instead, set restore=True." if off and "restore" in kind.by_wire else ""
    adopt = (
        "To take it under management, run `zohodesk adopt`, which also tells when the stack holds it under another "
        f"name; to make another one, choose another {name}. Where --replace asks for it, neither helps: leave that out."
        f"{hint}"
    )
    return DuplicateObject(
        f"The {session.label(kind, row)} exists already: id {scalar(row.get('id'))}, "
        f"{'disabled' if off else 'in use'}. Nothing was created. {reason or adopt}"
    )
