"""What this process has seen of objects: whose they are, and in which scope (a skill type in a department) they lie.

`check` and `diff` must tell, without the network, that an argument names an object of another organisation, and whether
a skill moves to another department. The engine hands every object to `diff`, `read` or `create` before the objects that
refer to it, so by then both are known here.
"""

from __future__ import annotations

__all__ = ["note_owner", "note_scope", "owner_of", "scope_of"]

_OWNERS: dict[str, str] = {}
_SCOPES: dict[tuple[str, str], str] = {}


def note_owner(id: str, organization: str) -> None:
    """Remember whose an object is; ids are unique in a data centre."""
    if id and organization:
        _OWNERS[id] = organization


def owner_of(id: str) -> str | None:
    """The organisation of an object, or None when this process never saw it."""
    return _OWNERS.get(id)


def note_scope(kind: str, id: str, scope: object) -> None:
    """Remember the scope of an object; ids are unique in an organisation and differ between organisations."""
    if scope:
        _SCOPES[kind, id] = str(scope)


def scope_of(kind: str, id: str) -> str | None:
    """The scope of an object, or None when this process never saw it."""
    return _SCOPES.get((kind, id))
