"""Fields that the rows of a list lack, read object by object, as long as that brings any."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor

from pulumi_zohodesk.engine import Kind, Row, Session, scalar
from pulumi_zohodesk.errors import NotFound

PROBES = 10
"""So many objects that lack the same fields are read; when that brings none of them, the fields are believed unset.

An organisation without custom fields, say, must not cost one call per agent."""


def complete(
    session: Session,
    kind: Kind,
    rows: list[Row],
    pool: Executor,
    seen: Callable[[], None],
    ahead: Callable[[int], None],
) -> list[Row]:
    """The rows, with what their list lacks; without those that are gone meanwhile.

    Args:
        seen: is called for every object that was read by itself.
        ahead: is told before how many these will be, as far as that is known: the probes, then all.
    """
    lacking = {place: lack for place, row in enumerate(rows) if (lack := _lack(kind, row))}
    if not lacking:
        return rows
    result: list[Row | None] = list(rows)

    def fetch(places: Iterable[int]) -> Iterator[tuple[int, frozenset[str]]]:
        wanted = list(places)
        for place, row in zip(wanted, pool.map(lambda place: _single(session, kind, rows[place]), wanted), strict=True):
            result[place] = row
            seen()
            yield place, frozenset(row or ())

    brought = set(kind.listing.lacks) | {field.wire for field in kind.managed if field.required}
    probes = list(_probes(lacking))
    ahead(len(probes))
    for place, found in fetch(probes):
        brought |= lacking[place] & found
    rest = [place for place, lack in lacking.items() if place not in set(probes) and lack & brought]
    ahead(len(probes) + len(rest))
    list(fetch(rest))
    return [row for row in result if row is not None]


def _lack(kind: Kind, row: Row) -> frozenset[str]:
    return frozenset(
        field.wire for field in kind.answered if field.wire not in row and (field.when is None or field.when.holds(row))
    )


def _probes(lacking: dict[int, frozenset[str]]) -> Iterator[int]:
    """Some objects of every group that lacks the same fields, spread evenly over the group."""
    groups: dict[frozenset[str], list[int]] = {}
    for place, lack in lacking.items():
        groups.setdefault(lack, []).append(place)
    for places in groups.values():
        yield from sorted({places[number * len(places) // PROBES] for number in range(PROBES)})


def _single(session: Session, kind: Kind, row: Row) -> Row | None:
    """The row with what a GET adds to it; None when the object is gone since it was listed."""
    id = scalar(row.get("id"))
    try:
        found = kind.calls.fetch(session.client, id, session.label(kind, row, id))
    except NotFound as error:
        if error.code != "URL_NOT_FOUND":
            raise
        return None
    return None if kind.deleted(found) else {**row, **kind.row(found)}
