"""Objects that refer to others of their kind, roles to the role above them, say: no chain of these may close."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pulumi_zohodesk.engine._change import Change
from pulumi_zohodesk.engine._fields import Field, Row
from pulumi_zohodesk.engine._kind import Kind
from pulumi_zohodesk.engine._session import Session
from pulumi_zohodesk.engine._values import scalar
from pulumi_zohodesk.engine.types import targets
from pulumi_zohodesk.errors import Refused

__all__ = ["require_no_circle"]


def require_no_circle(session: Session, kind: Kind, change: Change) -> None:
    """Refuse an update after which an object would refer to itself, at any distance; asks for the list of its kind.

    Raises Refused, with the chain in words.
    """
    for field in kind.managed:
        if kind.name not in targets(field.type):
            continue
        known, wanted = ([*_same_kind(kind, field, row)] for row in (change.old, change.new))
        if set(wanted) <= set(known):
            continue
        rows = {scalar(row.get("id")): row for row in session.fresh(kind, session.scope_for(kind, change.old))}
        following = {id: [*_same_kind(kind, field, row)] for id, row in rows.items()} | {change.id: wanted}
        if way := _way(wanted, change.id, following, set()):
            chain = " -> ".join(session.label(kind, rows.get(id, {}), id) for id in (change.id, *way))
            raise Refused(
                f"The {field.snake} of the {change.label} would close a circle: {chain}. Nothing was changed."
            )


def _same_kind(kind: Kind, field: Field, row: Row) -> Iterator[str]:
    """The ids of objects of its own kind that a field of an object holds."""
    return (id for name, id in field.type.references(row.get(field.wire)) if name == kind.name)


def _way(starts: Sequence[str], goal: str, following: Mapping[str, Sequence[str]], seen: set[str]) -> list[str]:
    """The ids on a way to the goal, which is the last of them; none where no way leads there."""
    for id in starts:
        if id == goal:
            return [id]
        if id not in seen:
            seen.add(id)
            if rest := _way(following.get(id, ()), goal, following, seen):
                return [id, *rest]
    return []
