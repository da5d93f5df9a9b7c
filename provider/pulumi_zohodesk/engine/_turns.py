"""What must happen one after the other in this process, from whichever thread and through whichever connection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Lock

from pulumi_zohodesk.engine._change import Change
from pulumi_zohodesk.engine._kind import Kind
from pulumi_zohodesk.engine._session import Session

_Place = tuple[str, ...]

_lock = Lock()
_locks: dict[_Place, Lock] = {}
_made: set[_Place] = set()


def creating(session: Session, kind: Kind, key: Mapping[str, str]) -> AbstractContextManager[None]:
    """Held from the look for an object with this natural key to the end of its creation, or of the change to it.

    Else two resources of one program with the same key would both find nothing, and both create it.
    """
    return _turn((*_organization(session), kind.name, *kind.folded_key(key)))


def weakening(session: Session, kind: Kind, change: Change) -> AbstractContextManager[None]:
    """Held from the guards of a change to its end, where they count how many such objects are left.

    Else the last two administrators could leave at the same moment, each in sight of the other.
    """
    return _turn((*_organization(session), kind.name)) if kind.weakens(change) else nullcontext()


def note_made(session: Session, kind: Kind, id: str) -> None:
    """Note that this process created an object."""
    _made.add((*_organization(session), kind.name, id))


def has_made(session: Session, kind: Kind, id: str) -> bool:
    """Whether this process created the object, through any connection, so that it belongs to a resource already."""
    return (*_organization(session), kind.name, id) in _made


def _organization(session: Session) -> _Place:
    return session.settings.api_url, session.organization_id


@contextmanager
def _turn(place: _Place) -> Iterator[None]:
    with _lock:
        lock = _locks.setdefault(place, Lock())
    with lock:
        yield
