"""A client that sends only reads: what the engine of kinds would do is counted, and refused, before anything is done.

Rules of what a create, an update or a removal calls stand in the engine and in the kinds, once. So a run is priced by
carrying it out with this client, which answers writes itself, reads what the plan knows from the plan, and asks the
service the rest: each list once, and other questions as far as a budget goes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Unpack

from pulumi_zohodesk.engine import GET_ORGANIZATION, MY_INFO, Kind, Row
from pulumi_zohodesk.errors import APIError
from pulumi_zohodesk.kinds import KINDS, counted
from pulumi_zohodesk.transport import Bases, Client, Operation, Parameters, page_credits

QUESTIONS = 60
"""Reads that are really sent for foresight: what guards ask, and whether a new agent exists. Further ones are taken to
be answered as usual, with nothing."""

_ALWAYS = frozenset({GET_ORGANIZATION.name, MY_INFO.name})
_SINGLE = {kind.get.name: kind for kind in KINDS}
_EFFECTS = {op.name: [(kind.name, of.wire) for of in kind.fields if of.effect] for kind in KINDS for op in kind.writes}
_IDS = count(1)
"""Of all clients: what is remembered of an object by its id must not be another's."""
_Key = tuple[Any, ...]


@dataclass
class Tally:
    """Attributes:
    calls, credits: what would have been sent, and its price.
    writes: how often each writing operation.
    effects: how often each field that does something outside of Zoho Desk: kind and wire name.
    """

    calls: int = 0
    credits: int = 0
    writes: Counter[str] = field(default_factory=Counter)
    effects: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, op: Operation, credits: int) -> None:
        self.calls += 1
        self.credits += credits
        if op.method != "GET":
            self.writes[op.name] += 1


class RehearsalClient(Client):
    """Stands in for a `Client` of the same organisation. It writes nothing, whatever it is asked for.

    Attributes:
        tally: what was counted so far.
    """

    def __init__(self, real: Client, objects: Iterable[tuple[Kind, str, Row]], questions: int = QUESTIONS) -> None:
        """``objects``: what is known to be live, with kind and id."""
        # Not initialised as its parent: that would make a connection of its own.
        self.settings = real.settings
        self.throttle = real.throttle
        self.explain: Callable[[Operation], str] | None = None
        self.tally = Tally()
        self._bases = Bases()
        self._real = real
        self._questions = questions
        self._known: dict[_Key, Row] = {(kind.get.name, id): row for kind, id, row in objects}
        self._answers: dict[_Key, Any] = {}
        self._lists: dict[_Key, list[dict[str, Any]]] = {}
        self._changes: dict[str, list[tuple[str, Row | None]]] = {}
        self._creates = {kind.create.name: kind for kind in KINDS if not kind.always}
        self._listings = {kind.listing.operation.name: kind.row for kind in KINDS if not kind.always}
        self._made: set[str] = set()

    @property
    def confirmed(self) -> bool:
        return self._real.confirmed

    def call(self, op: Operation, *, body: Mapping[str, object] | None = None, **parameters: Unpack[Parameters]) -> Any:
        """As of `Client`, but a write is only counted."""
        self.tally.add(op, op.credits)
        if op.method != "GET":
            self.tally.effects.update(effect for effect in _EFFECTS.get(op.name, ()) if effect[1] in (body or {}))
            return self._created(op, body or {}) if op.name in self._creates else None
        given = _given(parameters)
        known = self._known.get((op.name, *given.values()))
        if known is not None:
            return known
        if self._is_of_new(given):
            return self._new(_SINGLE[op.name], given) if op.name in _SINGLE else None
        key = _key(op, given)
        if key not in self._answers:
            asks = op.name in _ALWAYS or op.name in _SINGLE or self._may_ask()
            self._answers[key] = self._real.call(op, **parameters) if asks else None
        return self._answers[key]

    def page(
        self, op: Operation, *, start: int, limit: int | None = None, **parameters: Unpack[Parameters]
    ) -> list[dict[str, Any]]:
        """As of `Client`; the whole list is read once, however often it is asked for."""
        return self._page(op, start, limit or op.page_size, parameters)

    def _page(self, op: Operation, offset: int | None, limit: int, parameters: Parameters) -> list[dict[str, Any]]:
        start = offset or 0
        self.tally.add(op, page_credits(start))
        return self._rows(op, parameters)[start : start + limit]

    def appear(self, kind: Kind, scope: str | None, row: Row) -> None:
        """An object that was created stands in the list of its scope from now on."""
        if not kind.always:
            self._listed(kind, scope).append(dict(row))

    def change(self, kind: Kind, id: str, values: Row | None) -> None:
        """An object that was changed, or removed (None), is so from now on; one that is off stays in its list."""
        off = {kind.switch.wire: kind.switch.switch.off} if kind.switch and kind.switch.switch else {}
        self.note(kind, id, off if values is None else values)
        if kind.always or (values is None and kind.switch):
            return
        name = kind.listing.operation.name
        self._changes.setdefault(name, []).append((id, values))
        for key, rows in self._lists.items():
            if key[0] == name:
                _change(rows, id, values)

    def note(self, kind: Kind, id: str, values: Row) -> None:
        """Of an object of the plan, what it has by now: `UNKNOWN` where that is known later only."""
        if row := self.known(kind, id):
            self._known[kind.get.name, id] = {**row, **values}

    def room(self, kind: Kind, home: str) -> tuple[int, int | None]:
        """How many of a kind there are and may be, see `counted`; no part of the price."""
        return (0, None) if home in self._made else counted(self._real, kind, home)

    def foresee(self, kind: Kind, id: str) -> Row | None:
        """An object that the plan does not know, as far as that may be asked; no part of the price."""
        if id in self._made or self.known(kind, id) or not self._may_ask():
            return None
        try:
            return kind.row(kind.calls.fetch(self._real, id, f"the {kind.words} {id}") or {})
        except APIError:  # whoever names it is told of that by the service
            return None

    def known(self, kind: Kind, id: str) -> Row | None:
        """An object of the plan, as it is by now."""
        return self._known.get((kind.get.name, id))

    def listed(self, kind: Kind) -> int:
        """How many of a kind its list has by now; no part of the price."""
        return len(self._listed(kind, None))

    def stand_in(self) -> str:
        """An id for an object that does not exist yet."""
        id = f"9{next(_IDS):017}"
        self._made.add(id)
        return id

    def _new(self, kind: Kind, given: dict[str, object]) -> Row:
        """An object that is not there yet, or comes with one; nothing is known of where it will be."""
        return {**({kind.within[1]: self.stand_in()} if kind.within else {}), **given}

    def _created(self, op: Operation, body: Mapping[str, object]) -> Row:
        kind, id = self._creates[op.name], self.stand_in()
        row: dict[str, Any] = {**body, "id": id}
        if kind.switch and kind.switch.switch:
            row.setdefault(kind.switch.wire, kind.switch.switch.on)
        self._known[kind.get.name, id] = row
        return row

    def _listed(self, kind: Kind, scope: str | None) -> list[dict[str, Any]]:
        path, query = kind.listing.place(scope)
        return self._rows(kind.listing.operation, {"path": path, "query": query})

    def _rows(self, op: Operation, parameters: Parameters) -> list[dict[str, Any]]:
        given = _given(parameters)
        key = _key(op, given)
        if key not in self._lists:
            # Lists of kinds are few, and how long they are decides what every create pays.
            asks = not self._is_of_new(given) and (op.name in self._listings or self._may_ask())
            pages = self._real.pages(op, **parameters) if asks else ()
            shape = self._listings.get(op.name, dict)
            self._lists[key] = [dict(shape(row)) for page in pages for row in page]
            for id, values in self._changes.get(op.name, ()):
                _change(self._lists[key], id, values)
        return self._lists[key]

    def _is_of_new(self, given: Mapping[str, object]) -> bool:
        """Whether a read is about an object that does not exist yet."""
        return not self._made.isdisjoint(map(str, given.values()))

    def _may_ask(self) -> bool:
        self._questions -= 1
        return self._questions >= 0


def _given(parameters: Parameters) -> dict[str, object]:
    return {**(parameters.get("path") or {}), **(parameters.get("query") or {})}


def _key(op: Operation, given: Mapping[str, object]) -> _Key:
    return op.name, *sorted((name, str(value)) for name, value in given.items())


def _change(rows: list[dict[str, Any]], id: str, values: Row | None) -> None:
    for row in [row for row in rows if str(row.get("id")) == id]:
        if values is None:
            rows.remove(row)
        else:
            row.update(values)
