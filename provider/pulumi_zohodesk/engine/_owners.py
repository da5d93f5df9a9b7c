"""Which object belongs to which organisation, as far as this process has seen it.

`check` must tell, without the network, that an argument names an object of another organisation. The engine hands
every object to `diff`, `read` or `create` before the objects that refer to it, so by then its owner is known here.
"""

from __future__ import annotations

from threading import Lock

__all__ = ["note_owner", "owner_of"]

_OWNERS: dict[str, str] = {}
_LOCK = Lock()


def note_owner(id: str, organization: str) -> None:
    """Remember whose an object is; ids are unique in a data centre."""
    if id and organization:
        with _LOCK:
            _OWNERS[id] = organization


def owner_of(id: str) -> str | None:
    """The organisation of an object, or None when this process never saw it."""
    return _OWNERS.get(id)
