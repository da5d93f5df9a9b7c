"""Reads served from list pages, within a call budget. For refresh, export and look-ups in programs only.

The first read of a kind is one GET. From the second on, a page of the list is bought when it is likely to pay:
the first page of a scope while what was spent stays below twice the number of reads (plus a small allowance), a
further page when the single reads since the last page have cost as much as a page, or when pages have already saved
that much. So a stack pays at most
about twice the cheaper way, and close to the list at size, whether it manages 3 of 5,000 objects or all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from threading import Lock, RLock
from typing import TYPE_CHECKING, Any

from pulumi_zohodesk.engine._fields import Row
from pulumi_zohodesk.engine._kind import Kind
from pulumi_zohodesk.engine._values import scalar
from pulumi_zohodesk.errors import APIError, TransportError
from pulumi_zohodesk.transport import page_credits

if TYPE_CHECKING:
    from pulumi_zohodesk.transport import Client

ALLOWANCE = 12
"""Credits that may be spent on first pages ahead of the reads that make them worth it."""


def one_object(answer: Any, kind: Kind, id: str) -> Row:
    """The object of an answer to a GET. Raises TransportError when it holds none."""
    if isinstance(answer, Mapping) and answer:
        return {"id": id, **kind.row(answer)}
    raise TransportError(
        f"Reading the {kind.label({}, id)} was answered without an object. Most likely something between here and "
        "Zoho Desk changed the answer; try again later."
    )


@dataclass
class _Scope:
    """The list of one kind in one scope, as far as it was fetched."""

    rows: dict[str, Row] = field(default_factory=dict)
    next_start: int = 0
    done: bool = False
    whole: bool = False
    singles: int = 0
    unlisted: bool = False
    lock: Any = field(default_factory=RLock)

    def take(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self.rows.setdefault(scalar(row.get("id")), row)
        self.singles = 0


@dataclass
class _Ledger:
    """What the reads of one kind have cost, and what is known of it."""

    reads: int = 0
    spent: int = 0
    pages: int = 0
    thin: bool = False
    scopes: dict[str, _Scope] = field(default_factory=dict)
    own: dict[str, Row] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)
    lock: Any = field(default_factory=Lock)


class Snapshot:
    """What this process has seen of one organisation."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._ledgers: dict[str, _Ledger] = {}
        self._lock = Lock()

    def read(self, kind: Kind, id: str, scope: str | None, needed: Iterable[str]) -> Row:
        """One object, from a list page where the budget says so.

        Args:
            scope: id of the scope the kind is listed in (a department), if it has one and it is known.
            needed: wire names the caller cannot do without; a row that lacks one is read by its own GET.

        Raises:
            NotFound: the service answers the single GET with 404.
        """
        ledger = self._ledger(kind)
        with ledger.lock:
            ledger.reads += 1
        wanted = frozenset(needed)
        row = self._listed(kind, ledger, id, scope, wanted)
        return row if row is not None else self._single(kind, ledger, id, scope)

    def rows(self, kind: Kind, scope: str | None) -> list[Row]:
        """Every object of a kind in a scope, in the order of the list.

        Raises APIError when the service does not list them: what is not listed is not "not there".
        """
        ledger = self._ledger(kind)
        place = self._scope(ledger, scope)
        with place.lock:
            if not place.whole:
                self._buy_all(kind, ledger, place, scope)
            return list(place.rows.values())

    def put(self, kind: Kind, id: str, row: Row) -> None:
        """Remember what a write answered: newer than any page."""
        ledger = self._ledger(kind)
        with ledger.lock:
            ledger.own[id] = row
            ledger.dropped.discard(id)

    def drop(self, kind: Kind, id: str) -> None:
        """Forget an object that a write changed or removed; a page fetched before knows nothing of it."""
        ledger = self._ledger(kind)
        with ledger.lock:
            ledger.own.pop(id, None)
            ledger.dropped.add(id)

    def forget(self, kind: Kind) -> None:
        """Forget every object of a kind: a write changed others than the one that it was sent to."""
        with self._lock:
            self._ledgers.pop(kind.name, None)

    def _ledger(self, kind: Kind) -> _Ledger:
        with self._lock:
            return self._ledgers.setdefault(kind.name, _Ledger())

    def _scope(self, ledger: _Ledger, scope: str | None) -> _Scope:
        with ledger.lock:
            return ledger.scopes.setdefault(scope or "", _Scope())

    def _listed(self, kind: Kind, ledger: _Ledger, id: str, scope: str | None, needed: frozenset[str]) -> Row | None:
        if (own := ledger.own.get(id)) is not None and needed <= own.keys():
            return own
        if kind.always or (kind.listing.scope and scope is None) or needed & kind.listing.lacks:
            return None
        place = self._scope(ledger, scope)
        with place.lock:
            if id not in place.rows and self._pays(kind, ledger, place):
                self._buy(kind, ledger, place, scope)
            row = place.rows.get(id)
        if row is None or id in ledger.dropped:
            return None
        if needed <= row.keys():
            return row
        ledger.thin = True
        return None

    def _pays(self, kind: Kind, ledger: _Ledger, place: _Scope) -> bool:
        """Whether the next page of this scope is worth its credits."""
        price = page_credits(place.next_start)
        if place.done or ledger.thin or place.unlisted or ledger.reads < 2:
            return False
        if place.next_start == 0:
            return ledger.pages == 0 or ledger.spent + price <= 2 * ledger.reads + ALLOWANCE
        return place.singles >= price or ledger.spent + price <= ledger.reads

    def _buy(self, kind: Kind, ledger: _Ledger, place: _Scope, scope: str | None) -> None:
        """Buy a page; listing may need more than reading does, and single reads then tell the truth, or the reason."""
        start, size = place.next_start, kind.listing.operation.page_size
        self._pay(ledger, page_credits(start))
        path, query = kind.listing.place(scope)
        try:
            rows = self._client.page(kind.listing.operation, start=start, path=path, query=query)
        except APIError as error:
            if error.status not in (403, 404, 422):
                raise
            place.unlisted = True
            return
        place.take(map(kind.row, rows))
        # A first page that lacks one row may be the window of a list that counts from 1 (docs/api-notes.md).
        place.next_start = start + len(rows)
        place.done = len(rows) < size - (start == 0)
        place.whole = place.done and start == 0

    def _buy_all(self, kind: Kind, ledger: _Ledger, place: _Scope, scope: str | None) -> None:
        """The rest of a list, for those to whom what is not listed is not there; a read asks for the object itself."""
        # Of several pages that were bought one by one nobody knows whether the list shrank in between.
        known = place.rows if place.next_start <= kind.listing.operation.page_size else ()
        path, query = kind.listing.place(scope)
        pages = self._client.pages(kind.listing.operation, path=path, query=query, known=known)
        for page in pages:
            self._pay(ledger, page_credits(len(place.rows)))
            place.take(map(kind.row, page))
        place.done = place.whole = True

    def _pay(self, ledger: _Ledger, credits: int) -> None:
        with ledger.lock:
            ledger.spent += credits
            ledger.pages += 1

    def _single(self, kind: Kind, ledger: _Ledger, id: str, scope: str | None) -> Row:
        place = self._scope(ledger, scope)
        with ledger.lock:
            ledger.spent += 1
            place.singles += 1
        row = one_object(kind.calls.fetch(self._client, id, kind.label({}, id)), kind, id)
        with ledger.lock:
            ledger.own[id] = row
            ledger.dropped.discard(id)
        return row
