"""Lists by offset: no cursor, no total, and no agreement on whether counting starts at 0 or 1."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from pulumi_zohodesk.errors import InvalidRequest, TransportError

__all__ = ["Bases", "about_from", "rows_of", "walk"]

Row = dict[str, Any]
_MOST_RETURNS = 100


class Bases:
    """What `from` is for the first row, per operation, as far as it was found out; 0 until then."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def page(self, name: str, start: int, fetch: Callable[[int], Any]) -> Any:
        """Fetch the page that skips `start` rows; a refused 0 is tried once more as 1."""
        base = self._known.get(name, 0)
        try:
            return fetch(base + start)
        except InvalidRequest as error:
            if base == 1 or start > 0 or not about_from(error):
                raise
        answer = fetch(1)
        self._known[name] = 1
        return answer


def about_from(error: InvalidRequest) -> bool:
    """Whether an error complains about the parameter `from`."""
    fields = {reason.field.strip("/").lower() for reason in error.reasons}
    return error.status == 422 and ("from" in fields or "'from'" in str(error))


def rows_of(answer: Any, title: str) -> list[Row]:
    """The rows of a page: the envelope's `data`; none for 204.

    Raises:
        TransportError: the answer is no list.
    """
    if answer is None:
        return []
    rows = answer.get("data") if isinstance(answer, dict) else answer
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise TransportError(f"{title} failed: the answer holds no list of objects under the key data.")
    return rows


def walk(
    fetch: Callable[[int], list[Row]], limit: int, title: str, *, start: int = 0, known: Iterable[str] = ()
) -> Iterator[list[Row]]:
    """Page after page, each row once, until a page is short.

    Rows move while they are read: what is deleted in front of an offset moves the rest forward, and a row that was
    the first of the next page becomes the last of this one, unseen. So each page begins with the last row of the page
    before; where it does not begin with a row that came already, the walk goes back by a page. That costs no call
    more, but for lists whose length is just below a multiple of the page size.

    Args:
        fetch: gives the page that skips so many rows.
        start: rows that were fetched before.
        known: the ids of these rows; they do not come again.

    Raises:
        TransportError: full pages brought nothing new, so that the list would never end; or the list changed all the
            time.
    """
    seen, returns, stale, back = set(known), 0, 0, False
    start = max(0, start - 1) if limit > 1 else start
    while True:
        rows = fetch(start)
        if not _continues(rows, start, limit, seen):
            if (returns := returns + 1) > _MOST_RETURNS:
                raise TransportError(
                    f"{title} was given up: the list changed under every page of it. Try again while less is changed."
                )
            start, back = max(0, start - limit + 1), True
            continue
        new = list(_unseen(rows, seen))
        stale = 0 if new or back else stale + 1
        if stale > 1 and len(rows) >= limit:
            raise TransportError(
                f"{title} was given up: the page that skips {start} rows brought only rows that came before, so the "
                "list would never end. Please report this with the name of the operation."
            )
        if new:
            yield new
        if len(rows) < limit:
            return
        # Rows without an id cannot be told again, so such pages do not overlap.
        start, back = start + limit - (limit > 1 and rows[-1].get("id") is not None), False


def _continues(rows: list[Row], start: int, limit: int, seen: Collection[str]) -> bool:
    """Whether no row can lie unseen between a page and what came before it."""
    if start == 0 or limit == 1 or not seen:
        return True
    return bool(rows) and (rows[0].get("id") is None or str(rows[0]["id"]) in seen)


def _unseen(rows: list[Row], seen: set[str]) -> Iterator[Row]:
    """The rows that did not come before; from now on they did."""
    for row in rows:
        if (id := row.get("id")) is None:
            yield row
        elif str(id) not in seen:
            seen.add(str(id))
            yield row
