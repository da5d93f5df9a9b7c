"""What it takes to put back what a snapshot has: each object is looked at first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, Literal

from pulumi_zohodesk.engine import MARKS, Field, Kind, Many, Marks, Row, Session, Text, diff, gone, scalar
from pulumi_zohodesk.errors import AmbiguousMatch, DoubtfulAbsence, InputError, NotFound, WrongOrganization
from pulumi_zohodesk.kinds import KINDS, kind_named
from pulumi_zohodesk.plan._snapshot import Entry, Snapshot

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
        id: its id now, which is another one than before when it was made anew; empty when it is gone.
    """

    entry: Entry
    does: Literal["update", "create", "nothing", "refused"]
    changes: Mapping[str, tuple[Any, Any]]
    reason: str = ""
    live: Mapping[str, Any] | None = None
    id: str = ""


def choose(snapshot: Snapshot, only: Sequence[str]) -> list[Entry]:
    """The objects whose URN, logical name or natural key fits one of the patterns; all without a pattern.

    What is referred to comes first. Raises InputError for a pattern that fits nothing.
    """
    entries = sorted(snapshot.entries, key=lambda entry: KINDS.place(entry.kind.name))
    for pattern in only:
        if not any(_fits(entry, pattern) for entry in entries):
            raise InputError(f'The snapshot has nothing that "{pattern}" fits. It has: {_listed(entries)}.')
    return [entry for entry in entries if not only or any(_fits(entry, pattern) for pattern in only)]


def _fits(entry: Entry, pattern: str) -> bool:
    names = (entry.urn, entry.name, entry.key.get(entry.kind.title, ""))
    return any(fnmatchcase(name.casefold(), pattern.casefold()) for name in names)


def _listed(entries: Sequence[Entry], most: int = 10) -> str:
    names = [entry.name for entry in entries[:most]]
    return ", ".join(names) + (f" and {len(entries) - most} more" if len(entries) > most else "")


def restoring(
    entries: Iterable[Entry],
    session_for: SessionFor,
    made: Mapping[str, str] | None = None,
    *,
    every: Sequence[Entry] = (),
) -> list[Act]:
    """What it takes to put objects back; each is read once, and nothing is written.

    An object that is gone, but exists again under its natural key, is that one from now on.

    Args:
        made: by the id that an object had, the id that an earlier run gave it.
        every: all objects of the snapshot, to say which of them must be chosen as well.

    Raises:
        WrongOrganization: the connection leads to another organisation than the snapshot is of.
        APIError, TransportError: an object cannot be read.
    """
    entries = list(entries)
    for entry in entries:
        session = session_for(entry.connection)
        if session.organization_id != entry.organization:
            raise WrongOrganization(
                f"The snapshot is of organisation {entry.organization}, but the connected organisation is "
                f"{session.organization_id}. Nothing was changed. Use the connection of organisation "
                f"{entry.organization}."
            )
        session.note_secret(entry.id, entry.hidden)
    looking, acts = _Looking(dict(made or {}), every or entries), []
    for entry in entries:
        session = session_for(entry.connection)
        with session.hiding(entry.id, entry.hidden):
            acts.append(looking.act(entry, session))
    return acts


class _Looking:
    """Finds out what became of each object, the ones that are referred to first."""

    def __init__(self, ids: dict[str, str], every: Sequence[Entry]) -> None:
        self._ids = ids
        self._every = {entry.id: entry for entry in every}
        self._coming: set[str] = set()
        self._there: dict[str, bool] = {}

    def act(self, entry: Entry, session: Session) -> Act:
        id = self._ids.get(entry.id, entry.id)
        try:
            live = _live(entry, id, session, self._ids)
            if live is None and (again := self._again(entry, session)):
                id = self._ids[entry.id] = again
                live = _live(entry, id, session, self._ids)
        except (DoubtfulAbsence, AmbiguousMatch) as error:
            return Act(entry, "refused", {}, str(error))
        if live is None:
            return self._anew(entry, session)
        then = renamed(entry.kind, wanted(entry), self._ids)
        delta = diff(entry.kind, live, then)
        if delta.replaces:
            names = ", ".join(entry.kind.by_wire[wire].snake for wire in delta.replaces)
            return Act(entry, "refused", {}, f"{names} of a {entry.kind.words} cannot be changed.", live, id)
        if reason := _lacking(entry.kind, delta.changed, live, then):
            return Act(entry, "refused", {}, reason, live, id)
        changes = {wire: (live.get(wire), then[wire]) for wire in delta.changed}
        return Act(entry, "update" if changes else "nothing", changes, "", live, id)

    def _again(self, entry: Entry, session: Session) -> str:
        """The id of an object with the same natural key; empty when there is none."""
        kind = entry.kind
        self._ids.pop(entry.id, None)  # what an earlier run made is gone as well
        if self._lost(entry, session) or self._coming & set(entry.key.values()):
            return ""
        key = {wire: scalar(value) for wire, value in renamed(kind, entry.key, self._ids).items()}
        if kind.look_up is not None:
            rows = session.find(kind, key)
        else:
            listed = session.snapshot.rows(kind, session.scope_for(kind, key))
            rows = [row for row in listed if kind.matches(row, key) and not kind.deleted(row)]
        if len(rows) > 1:
            ids = ", ".join(scalar(row["id"]) for row in rows)
            raise AmbiguousMatch(f"It is gone, but the {session.label(kind, key)} is there several times: {ids}.")
        return scalar(rows[0]["id"]) if rows else ""

    def _anew(self, entry: Entry, session: Session) -> Act:
        """What was deleted is made anew, unless only Zoho Desk's own undelete could bring it back: there is none."""
        kind = entry.kind
        if kind.switch:
            reason = f"A deleted {kind.words} never comes back; Zoho Desk has no call for that."
            return Act(entry, "refused", {}, reason)
        if kind.cloned_from and not entry.values.get(kind.cloned_from):
            option = kind.by_wire[kind.cloned_from].snake
            reason = f"A {kind.words} is made only as a clone of another, and no {option} says of which."
            return Act(entry, "refused", {}, reason)
        if lost := self._lost(entry, session):
            return Act(entry, "refused", {}, self._choose_as_well(*lost))
        if reason := _lacking(kind, entry.values, {}, given(entry)):
            return Act(entry, "refused", {}, reason)
        self._coming.add(entry.id)
        return Act(entry, "create", {wire: (None, value) for wire, value in given(entry).items()})

    def _lost(self, entry: Entry, session: Session) -> tuple[Kind, str] | None:
        """What it lies in, when that is gone and does not come back in this run."""
        for wire, id in entry.key.items():
            kind = entry.kind.by_wire[wire].ref
            if kind and id not in self._coming and id not in self._ids:
                if id not in self._there:
                    self._there[id] = session.readable(kind_named(kind), id)
                if not self._there[id]:
                    return kind_named(kind), id
        return None

    def _choose_as_well(self, kind: Kind, id: str) -> str:
        parent = self._every.get(id)
        if parent is None:
            return f"Its {kind.words} (id {id}) is gone too, and the snapshot does not have that."
        return f"Its {kind.words} {parent.name} is gone too: choose it as well, with --only '{parent.name}'."


def _live(entry: Entry, id: str, session: Session, ids: Mapping[str, str]) -> dict[str, Any] | None:
    """The object with the marks of a state; None when it was deleted."""
    kind, marks = entry.kind, Marks(entry.organization, entry.connection, entry.fields).as_state()
    try:
        row = session.get(kind, id, session.label(kind, entry.key, id))
    except NotFound:
        if not gone(session, kind, id, {**renamed(kind, entry.values, ids), MARKS: marks}):
            raise
        return None
    return None if kind.deleted(row) else {**row, "id": id, MARKS: marks}


def _lacking(kind: Kind, wires: Iterable[str], live: Row, then: Row) -> str:
    """Why it takes a secret that no snapshot has; empty when it does not."""
    for field in kind.lacking([kind.by_wire[wire] for wire in wires], live, then):
        return (
            f"Zoho Desk tells nobody its {field.snake}, without which it is not sent: apply the program that gives it."
        )
    return ""


def wanted(entry: Entry) -> dict[str, Any]:
    """The inputs that put an existing object back."""
    fields = [field for wire in entry.fields if _can_be_put_back(field := entry.kind.by_wire[wire], entry.values[wire])]
    return _said(entry, {field.wire: _or_empty(field, entry.values[field.wire]) for field in fields})


def _can_be_put_back(field: Field, value: Any) -> bool:
    """What only one object has is not taken from this one: it is given to another, or nobody has it."""
    return not field.exclusive or value is True


def given(entry: Entry) -> dict[str, Any]:
    """The inputs that make an object anew."""
    return _said(entry, entry.values)


def _said(entry: Entry, values: Row) -> dict[str, Any]:
    """The values without what follows from others: sending that as well would be refused."""
    implied = frozenset(entry.kind.implied(entry.values))
    return {wire: value for wire, value in values.items() if value is not None and wire not in implied}


def _or_empty(field: Field, value: Any) -> Any:
    return field.type.empty if value is None and isinstance(field.type, Text | Many) else value


def renamed(kind: Kind, values: Row, ids: Mapping[str, str]) -> dict[str, Any]:
    """The values with ids of objects that were made anew in place of the old ones."""

    fields = kind.by_wire
    return {
        wire: fields[wire].type.with_references(value, lambda _, id: ids.get(scalar(id), id))
        if wire in fields
        else value
        for wire, value in values.items()
    }
