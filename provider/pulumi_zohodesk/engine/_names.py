"""Names: no object takes one that another still has, and no two exchange theirs.

Pulumi's engine orders changes by dependencies alone, and removes last. So a rename onto a name that another object
still has asks before it writes; what can never work, names that go round in a circle, is known without a request, once
`diff` has seen every object in it.
"""

from __future__ import annotations

from threading import Lock

from pulumi_zohodesk.engine._diff import differs
from pulumi_zohodesk.engine._fields import Row
from pulumi_zohodesk.engine._kind import Kind
from pulumi_zohodesk.engine._session import Session
from pulumi_zohodesk.engine._values import has_unknown, scalar
from pulumi_zohodesk.errors import DuplicateObject, InputError

CIRCLE = "Names cannot be exchanged in one run: give one of them a name that is free, apply that, then the right one."

_Key = tuple[str, ...]

_lock = Lock()
_has: dict[_Key, tuple[str, str]] = {}
"""Organisation, kind and natural key to id and label of the object that has this name, and is about to get another."""
_wants: dict[str, _Key] = {}
"""Ids of these objects to what they are about to be called."""


def renames(kind: Kind, olds: Row, news: Row) -> bool:
    """Whether an update changes the natural key, to one that is known."""
    if kind.always:
        return False  # it has none but its place
    given = {wire: news.get(wire) for wire in kind.key if news.get(wire) is not None}
    changed = any(differs(kind.by_wire[wire], olds.get(wire), value) for wire, value in given.items())
    return changed and not has_unknown(given)


def note_rename(kind: Kind, id: str, organization: str, olds: Row, news: Row, label: str) -> None:
    """Note what an object has and wants. Raises InputError for a circle of names; no network."""
    has, wants = (_key(kind, organization, values) for values in (olds, {**olds, **news}))
    with _lock:
        for key in [key for key, (other, _) in _has.items() if other == id]:
            del _has[key]
        _wants.pop(id, None)
        if not renames(kind, olds, news) or has == wants:
            return
        _has[has], _wants[id] = (id, label), wants
        labels = [label]
        holder = _has.get(wants)
        while holder is not None and holder[0] != id and len(labels) <= len(_has):
            labels.append(holder[1])
            holder = _has.get(_wants[holder[0]])
    if holder is not None and holder[0] == id:
        raise InputError(f"Each of these wants the name that the next one has: the {', the '.join(labels)}. {CIRCLE}")


def require_free_name(session: Session, kind: Kind, id: str, olds: Row, news: Row) -> None:
    """Ask whether the name is free that an object is about to get. Raises DuplicateObject; nothing was written."""
    key = kind.natural_key({**olds, **news})
    holder = next((row for row in session.find(kind, key) if scalar(row.get("id")) != id), None)
    if holder is None:
        return
    other = scalar(holder.get("id"))
    raise DuplicateObject(
        f"The {session.label(kind, olds, id)} cannot get {session.key_words(kind, key)}: the "
        f"{session.label(kind, holder, other)} has it. Nothing was changed. {_advice(other)}"
    )


def _advice(holder: str) -> str:
    if holder in _wants:
        return (
            "This run renames that one too, and in no order. Let the one depend on the other (depends_on), or run the "
            "same again, now that it has another name."
        )
    return (
        "Rename that one first, or choose another name. If this run removes it: removals come last, so remove it in a "
        "run of its own before, with `pulumi up --target` and its URN."
    )


def _key(kind: Kind, organization: str, values: Row) -> _Key:
    return (organization, kind.name, *kind.folded_key(values))
