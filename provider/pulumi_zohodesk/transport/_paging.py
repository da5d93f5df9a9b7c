"""Lists by offset: no cursor, no total, and no agreement on whether counting starts at 0 or 1.

`from` is never sent for the first page, since what 0 gives is not known everywhere: the first row, a refusal, or a
window that begins one before it and so holds a row less (docs/api-notes.md). From the second page on only the number
of the first row differs, and pages overlap by enough rows for either.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

from pulumi_zohodesk.errors import TransportError
from pulumi_zohodesk.transport._operation import Operation

Row = dict[str, Any]
FEWEST = 10
"""Rows of a page in a walk, at least: pages overlap."""
_OVERLAP = 2
_MOST_RETURNS = 100


class Bases:
    """What `from` is for the first row, per operation: as declared, until two pages have shown it."""

    def __init__(self) -> None:
        self._shown: dict[str, int] = {}

    def offset(self, op: Operation, start: int) -> int | None:
        """`from` of the page that skips `start` rows; none for the first page."""
        return start + self._shown.get(op.name, op.first_row) if start else None

    def learn(self, op: Operation, first: Sequence[Row], rows: Sequence[Row], offset: int) -> None:
        """See by the first page where the one from `offset` on begins.

        A row that came meanwhile looks like a list that counts from 1, and then the row at a seam would be missed;
        so 0 wins where both were seen.
        """
        ids = [row.get(op.row_id) for row in first]
        id = rows[0].get(op.row_id) if rows else None
        if id is not None and id in ids and (base := offset - ids.index(id)) in (0, 1):
            self._shown[op.name] = min(base, self._shown.get(op.name, base))


def rows_of(answer: Any, title: str, key: str = "data") -> list[Row]:
    """The rows of a page: under a key of the envelope, or the bare array; none for 204.

    Raises TransportError: the answer is no list.
    """
    if answer is None:
        return []
    rows = answer.get(key) if isinstance(answer, dict) else answer
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise TransportError(f"{title} failed: the answer holds no list of objects under the key {key}.")
    return rows


def walk(
    fetch: Callable[[int | None], list[Row]],
    limit: int,
    title: str,
    *,
    known: Iterable[str] = (),
    first_row: int = 0,
    row_id: str = "id",
) -> Iterator[list[Row]]:
    """Page after page, each row once, until a page is short.

    Rows move while they are read: what is deleted in front of an offset moves the rest forward, and a row that was
    the first of the next page becomes the last of this one, unseen. So each page begins with the last two rows of the
    page before; where none of its first two came already, the walk goes back by a page, and takes up the
    page that was ahead when the two meet. Lists whose length is just below a multiple of the page size cost a call
    more, and so does a first page that lacks one row, which may be the window of a list that counts from 1.

    Args:
        fetch: gives the page for a `from`; None is the first page, for which none is sent.
        limit: rows of a page, at least `FEWEST`.
        known: the ids of a first page that was fetched before; they do not come again.
        first_row: what `from` is for the first row, which matters for rows without an id only.
        row_id: the key of their id.

    Raises TransportError: full pages brought nothing new, so that the list would never end; or the list changed all the
    time.
    """
    seen, returns, stale = set(known), 0, 0
    offset = len(seen) - _OVERLAP if len(seen) > _OVERLAP else None
    ahead: tuple[int, list[Row]] | None = None
    while True:
        rows = fetch(offset)
        if offset is not None and not _continues(rows, seen, row_id):
            if (returns := returns + 1) > _MOST_RETURNS:
                raise TransportError(
                    f"{title} was given up: the list changed under every page of it. Try again while less is changed."
                )
            ahead, offset = (offset, rows), offset - limit + 1 if offset >= limit else None
            continue
        new = list(_unseen(rows, seen, row_id))
        stale = 0 if new or ahead else stale + 1
        if ahead and rows and _continues(ahead[1], seen, row_id):
            offset, rows = ahead
            new += _unseen(rows, seen, row_id)
        ahead = None
        if stale > 1 and len(rows) >= limit:
            raise TransportError(
                f"{title} was given up: the page from {offset} on brought only rows that came before, so the list "
                "would never end. Please report this with the name of the operation."
            )
        if new:
            yield new
        if len(rows) < (limit - 1 if offset is None else limit):
            return
        # Rows without an id cannot be told again, so such pages do not overlap.
        overlap = -first_row * (offset is None) if rows[-1].get(row_id) is None else _OVERLAP
        offset = (len(rows) if offset is None else offset + limit) - overlap


def _continues(rows: list[Row], seen: Collection[str], row_id: str) -> bool:
    """Whether no row can lie unseen between a page and what came before it: the first may have come just there."""
    return not seen or any(row.get(row_id) is None or str(row[row_id]) in seen for row in rows[:_OVERLAP])


def _unseen(rows: list[Row], seen: set[str], row_id: str) -> Iterator[Row]:
    """The rows that did not come before; from now on they did."""
    for row in rows:
        if (id := row.get(row_id)) is None:
            yield row
        elif str(id) not in seen:
            seen.add(str(id))
            yield row
