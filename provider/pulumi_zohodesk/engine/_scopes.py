"""Which object lies in which scope (a skill type in a department), as far as this process has seen it.

`diff` must tell, without the network, whether a skill moves to another department. The engine hands every object
to `diff` or `read` before the objects that refer to it, so by then its scope is known here.
"""

from __future__ import annotations

from threading import Lock

__all__ = ["note_scope", "scope_of"]

_SCOPES: dict[tuple[str, str], str] = {}
_LOCK = Lock()


def note_scope(kind: str, id: str, scope: object) -> None:
    """Remember the scope of an object; ids are unique in an organisation and differ between organisations."""
    if scope:
        with _LOCK:
            _SCOPES[kind, id] = str(scope)


def scope_of(kind: str, id: str) -> str | None:
    """The scope of an object, or None when this process never saw it."""
    return _SCOPES.get((kind, id))
