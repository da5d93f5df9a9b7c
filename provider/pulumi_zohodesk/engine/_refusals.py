"""Changes that are refused whatever the kind: of what `zohodesk.toml` protects, and those that would close a circle.

The first hold under bare `pulumi up` as well. The second are of objects that refer to others of their kind, such as
roles, which report to a role above them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase

from pulumi_zohodesk.engine._change import Change
from pulumi_zohodesk.engine._diff import differs
from pulumi_zohodesk.engine._fields import Field, Row
from pulumi_zohodesk.engine._kind import Kind
from pulumi_zohodesk.engine._kinds import Kinds
from pulumi_zohodesk.engine._session import Session
from pulumi_zohodesk.engine._values import scalar
from pulumi_zohodesk.engine.types import targets
from pulumi_zohodesk.errors import ConfigError, Refused
from pulumi_zohodesk.settings import Protected


def protection(protected: Protected, kinds: Kinds, kind: Kind, change: Change) -> str | None:
    """Why a change of a protected object is refused: it may not leave service, nor lose its name.

    Raises:
        ConfigError: the table names a kind that there is not, so that something is not protected that should be.
    """
    _require_kinds(protected, kinds)
    name = scalar(change.old.get(kind.title)).casefold()
    patterns = [pattern for of, some in protected if of == kind.name for pattern in some]
    if not any(fnmatchcase(name, pattern.casefold()) for pattern in patterns):
        return None
    if change.action == "update" and not _renames(kind, change) and not kind.off(change.new):
        return None
    return (
        f"The {change.label} is protected by [protected] in zohodesk.toml: it is neither renamed "
        "nor taken out of service. Take it out of that table first."
    )


def _renames(kind: Kind, change: Change) -> bool:
    wanted = {wire: change.new.get(wire) for wire in kind.key}
    return any(
        value is not None and differs(kind.by_wire[wire], change.old.get(wire), value) for wire, value in wanted.items()
    )


def _require_kinds(protected: Protected, kinds: Kinds) -> None:
    strange = [name for name, _ in protected if name not in kinds]
    if strange:
        table = "[protected] of zohodesk.toml"
        raise ConfigError([f"{table} names {name}, which is no kind. {kinds.hint(name)}" for name in strange])


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
