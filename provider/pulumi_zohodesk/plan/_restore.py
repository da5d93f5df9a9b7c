"""Putting objects back as a snapshot has them: what that takes, and doing it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, Literal

from pulumi_zohodesk.engine import (
    MARKS,
    Field,
    IdSet,
    Kind,
    Marks,
    Row,
    Session,
    Text,
    TextSet,
    create,
    diff,
    gone,
    kinds,
    scalar,
    update,
)
from pulumi_zohodesk.errors import DeskError, DoubtfulAbsence, InputError, NotFound, WrongOrganization
from pulumi_zohodesk.plan._snapshot import Entry, Snapshot

__all__ = ["Act", "Done", "choose", "restore", "restoring"]

SessionFor = Callable[[str], Session]
"""Gives the session of a connection; of the stack's own settings for an empty name."""


@dataclass(frozen=True)
class Act:
    """What it takes to put one object back.

    Attributes:
        entry: the object as it was.
        does: change it, make it anew, leave it since it is so already, or nothing since that cannot be done.
        changes: wire names with the value now and then; when made anew, only then.
        reason: why it cannot come back, as a sentence.
        live: the object as it is now; empty when it is gone.
    """

    entry: Entry
    does: Literal["update", "create", "nothing", "refused"]
    changes: Mapping[str, tuple[Any, Any]]
    reason: str = ""
    live: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Done:
    """How putting one object back ended.

    Attributes:
        id: its id now; another one than before when it was made anew.
        error: why it failed, as a sentence; empty when it did not.
    """

    act: Act
    id: str
    error: str = ""


def choose(snapshot: Snapshot, only: Sequence[str]) -> list[Entry]:
    """The objects whose URN, logical name or natural key fits one of the patterns; all without a pattern.

    What is referred to comes first. Raises InputError for a pattern that fits nothing.
    """
    order = {kind.name: place for place, kind in enumerate(kinds())}
    entries = sorted(snapshot.entries, key=lambda one: order[one.kind.name])
    for pattern in only:
        if not any(_fits(one, pattern) for one in entries):
            raise InputError(f'The snapshot has nothing that "{pattern}" fits. It has: {_listed(entries)}.')
    return [one for one in entries if not only or any(_fits(one, pattern) for pattern in only)]


def _fits(entry: Entry, pattern: str) -> bool:
    names = (entry.urn, entry.name, entry.key.get(entry.kind.key[-1], ""))
    return any(fnmatchcase(name.casefold(), pattern.casefold()) for name in names)


def _listed(entries: Sequence[Entry], most: int = 10) -> str:
    names = [entry.name for entry in entries[:most]]
    return ", ".join(names) + (f" and {len(entries) - most} more" if len(entries) > most else "")


def restoring(entries: Iterable[Entry], session_for: SessionFor) -> list[Act]:
    """What it takes to put objects back; each is read once, and nothing is written.

    Raises:
        WrongOrganization: the connection leads to another organisation than the snapshot is of.
        APIError, TransportError: an object cannot be read.
    """
    entries = list(entries)
    for entry in entries:
        _require_organization(entry, session_for(entry.connection))
    return [_act(entry, session_for(entry.connection)) for entry in entries]


def _require_organization(entry: Entry, session: Session) -> None:
    if session.organization_id != entry.organization:
        raise WrongOrganization(
            f"The snapshot is of organisation {entry.organization}, but the connected organisation is "
            f"{session.organization_id}. Nothing was changed. Use the connection of organisation {entry.organization}."
        )


def _act(entry: Entry, session: Session) -> Act:
    try:
        live = _live(entry, session)
    except DoubtfulAbsence as error:
        return Act(entry, "refused", {}, str(error))
    if live is None:
        return _anew(entry)
    wanted = _wanted(entry)
    delta = diff(entry.kind, live, wanted)
    if delta.replaces:
        names = ", ".join(entry.kind.by_wire[wire].snake for wire in delta.replaces)
        return Act(entry, "refused", {}, f"{names} of a {entry.kind.words} cannot be changed.", live)
    changes = {wire: (live.get(wire), wanted[wire]) for wire in delta.changed}
    return Act(entry, "update" if changes else "nothing", changes, live=live)


def _live(entry: Entry, session: Session) -> dict[str, Any] | None:
    """The object with the marks of a state; None when it was deleted."""
    kind, marks = entry.kind, Marks(entry.organization, entry.connection, entry.fields).as_state()
    try:
        row = session.get(kind, entry.id, kind.label(entry.key, entry.id))
    except NotFound:
        if not gone(session, kind, entry.id, {**entry.values, MARKS: marks}):
            raise
        return None
    return None if kind.deleted(row) else {**row, "id": entry.id, MARKS: marks}


def _anew(entry: Entry) -> Act:
    """What was deleted is made anew, unless only Zoho Desk's own undelete could bring it back, which is not there."""
    kind = entry.kind
    if kind.switch:
        reason = f"A deleted {kind.words} never comes back; Zoho Desk has no call for that."
        return Act(entry, "refused", {}, reason)
    return Act(entry, "create", {wire: (None, value) for wire, value in _given(entry).items()})


def _wanted(entry: Entry) -> dict[str, Any]:
    """The inputs that put an existing object back."""
    implied = _implied(entry)
    found = {}
    for wire in entry.fields:
        field, value = entry.kind.by_wire[wire], entry.values[wire]
        value = field.type.empty if value is None and _can_be_emptied(field) else value
        if value is not None and wire not in implied:
            found[wire] = value
    return found


def _implied(entry: Entry) -> frozenset[str]:
    """Fields that follow from others, so that sending them as well would be refused."""
    return frozenset(entry.kind.implied(entry.values))


def _can_be_emptied(field: Field) -> bool:
    return isinstance(field.type, (Text, IdSet, TextSet))


def _given(entry: Entry) -> dict[str, Any]:
    implied = _implied(entry)
    return {wire: value for wire, value in entry.values.items() if value is not None and wire not in implied}


def restore(acts: Iterable[Act], session_for: SessionFor) -> Iterator[Done]:
    """Put objects back, one after the other, through the engine: its guards and look-ups hold.

    One that fails does not stop the others. What was made anew has another id, which those that refer to it get.
    """
    ids: dict[str, str] = {}
    for act in acts:
        if act.does in ("update", "create"):
            try:
                id = _put_back(act, session_for(act.entry.connection), ids)
            except DeskError as error:
                yield Done(act, act.entry.id, str(error))
                continue
            ids[act.entry.id] = id
            yield Done(act, id)


def _put_back(act: Act, session: Session, ids: Mapping[str, str]) -> str:
    entry = act.entry
    if act.does == "create":
        id, _ = create(session, entry.kind, _renamed(entry.kind, _given(entry), ids))
        return id
    update(session, entry.kind, entry.id, act.live or {}, _renamed(entry.kind, _wanted(entry), ids))
    return entry.id


def _renamed(kind: Kind, values: Row, ids: Mapping[str, str]) -> dict[str, Any]:
    """The values with ids of objects that were made anew in place of the old ones."""

    def now(wire: str, value: Any) -> Any:
        if kind.by_wire[wire].ref is None:
            return value
        if isinstance(value, list):
            return [ids.get(scalar(one), one) for one in value]
        return ids.get(scalar(value), value)

    return {wire: now(wire, value) for wire, value in values.items()}
