"""What this process has seen of objects: whose they are, in which scope (a skill type in a department) they lie, and to
which departments they belong.

`check` and `diff` must tell, without the network, that an argument names an object of another organisation, and whether
a skill moves to another department. The engine hands every object to `diff`, `read` or `create` before the objects that
refer to it, so by then all of that is known here. What lies in a department and may name only what belongs to it
(`Field.neighbours`) is held to that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pulumi_zohodesk.engine._fields import Row
from pulumi_zohodesk.engine._kind import Kind
from pulumi_zohodesk.engine._values import has_unknown, scalar

_OWNERS: dict[str, str] = {}
_SCOPES: dict[tuple[str, str], str] = {}
_HOMES: dict[tuple[str, str], frozenset[str]] = {}


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


def note_homes(kind: Kind, id: str, row: Row) -> None:
    """Remember the departments of an object, where the row has them; nothing is known of what is UNKNOWN."""
    wire = kind.within[1] if kind.within else kind.residence
    if wire not in row:
        return
    found = row[wire]
    _HOMES.pop((kind.name, id), None)
    if found and not has_unknown(found):
        _HOMES[kind.name, id] = frozenset(map(scalar, found if isinstance(found, list | tuple) else [found]))


def _by_id(name: str, id: str) -> str:
    return f"{name} {id}"


def outsiders(
    kind: Kind, olds: Row, inputs: Mapping[str, Any], told: Callable[[str, str], str] = _by_id
) -> Iterator[tuple[str, str]]:
    """Arguments, by wire name, that newly name what is known to belong to other departments; with why they cannot.

    ``told`` says an object, by the name of its kind and its id, in words.
    """
    for wire, place, other, id in _named(kind, olds, inputs):
        homes, home = _HOMES.get((other, id)), scalar(inputs[kind.within[1]] if kind.within else "")
        if homes is not None and home not in homes:
            where = " and ".join(told("Department", known) for known in sorted(homes))
            yield (
                wire,
                f"The {kind.by_wire[wire].snake}[{place}] of the {kind.words} names {told(other, id)}, of {where}; the "
                f"{kind.words} is of {told('Department', home)}, and takes only what belongs to that.",
            )


def unseen(kind: Kind, olds: Row, inputs: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Kinds and ids of what is newly named and of which no department is known."""
    return ((other, id) for _, _, other, id in _named(kind, olds, inputs) if (other, id) not in _HOMES)


def _named(kind: Kind, olds: Row, inputs: Mapping[str, Any]) -> Iterator[tuple[str, int, str, str]]:
    home = inputs.get(kind.within[1]) if kind.within else None
    if kind.within is None or home is None or has_unknown(home):
        return
    moved = scalar(olds.get(kind.within[1])) != scalar(home)
    for field in (field for field in kind.fields if field.neighbours):
        old = set() if moved else {id for _, id in field.type.references(olds.get(field.wire))}
        value = inputs.get(field.wire)
        for place, item in enumerate(value if isinstance(value, list | tuple) else ()):  # as a whole it may be unknown
            yield from ((field.wire, place, other, id) for other, id in field.type.references([item]) if id not in old)
