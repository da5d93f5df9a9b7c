"""Lists by offset: no cursor, no total, and no agreement on whether counting starts at 0 or 1."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from pulumi_zohodesk.errors import InvalidRequest, TransportError

__all__ = ["Bases", "about_from", "rows_of", "walk"]

Row = dict[str, Any]
_TOO_DEEP = 1_000_000


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


def walk(fetch: Callable[[int], list[Row]], limit: int, title: str) -> Iterator[list[Row]]:
    """Page after page, each row once, until a page is short.

    Args:
        fetch: gives the page that skips so many rows.

    Raises:
        TransportError: a full page brought nothing new, so that the list would never end.
    """
    seen: set[str] = set()
    for start in range(0, _TOO_DEEP, limit):
        rows = fetch(start)
        # Offsets move while data changes, so rows come twice; and a list that counts from 1 may take 0 for 1.
        new = [row for row in rows if row.get("id") is None or str(row["id"]) not in seen]
        seen.update(str(row["id"]) for row in new if row.get("id") is not None)
        if rows and not new and len(rows) >= limit:
            raise TransportError(
                f"{title} was given up: the page that skips {start} rows brought only rows that came before, so the "
                "list would never end. Please report this with the name of the operation."
            )
        if new:
            yield new
        if len(rows) < limit:
            return
