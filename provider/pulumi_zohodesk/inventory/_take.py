"""Reading an organisation: list pages, at once as far as the service allows, and single objects only where needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from threading import Lock

from pulumi_zohodesk.engine import Kind, Row, Session, scalar
from pulumi_zohodesk.errors import DeskError, Forbidden, Refused
from pulumi_zohodesk.inventory._details import complete
from pulumi_zohodesk.inventory._inventory import Inventory
from pulumi_zohodesk.inventory._item import Gap, Item, Key, Place, item_of
from pulumi_zohodesk.kinds import KINDS, kind_named
from pulumi_zohodesk.settings import quoted


@dataclass(frozen=True)
class Plan:
    """Attributes:
    meant: names of the kinds that are wanted.
    asked: those of them that somebody named; when one of these is hidden, the reading fails.
    kinds: what is meant and what they refer to, what is referred to first.
    """

    meant: tuple[str, ...]
    asked: frozenset[str]
    kinds: tuple[Kind, ...]


def plan_for(names: Iterable[str], *, asked: bool) -> Plan:
    """The plan for some kinds, which somebody asked for or not. Raises KeyError for a name that is no kind."""
    wanted = {kind_named(name).name for name in names}
    reached: set[str] = set()
    waiting = list(wanted)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += kind_named(name).refers_to
    ordered = [kind for kind in KINDS if kind.name in reached]
    meant = tuple(kind.name for kind in ordered if kind.name in wanted)
    return Plan(meant, frozenset(meant if asked else ()), tuple(ordered))


HIDDEN = (Forbidden, Refused)
"""What the service does not show to the token, and what the connection is not for."""

WORKERS = 25
"""Threads; how many calls really run at once is the throttle's business, which knows the edition."""

Progress = Callable[[str, int, int, int], None]
"""Told of a kind: its name, how many of its objects were read so far, and how many of how many requests or lists of
requests that is: lists of departments, or objects one by one. While nobody knows how many there are, these are 0."""


def take(
    session: Session, *, kinds: Iterable[str] | None = None, asked: bool = True, progress: Progress | None = None
) -> Inventory:
    """Read an organisation, or some kinds of it with all that they refer to.

    Costs the list pages: for kinds that are listed per department those of every department. A field that the rows
    of a list lack costs one more call per object. Objects that are deleted do not count.

    Args:
        kinds: names of kinds; by default all that the connection is for and that are not dear (`Kind.dear`), none of
            which somebody asked for.
        asked: somebody named these kinds, so that one which is hidden is an error.
        progress: is told how far the reading is, from several threads, but never from two at once.

    Raises:
        KeyError: there is no kind of such a name.
        Forbidden: a kind that was asked for cannot be listed at all, or no kind can. What else is hidden, by scope,
            profile or edition, becomes one of ``Inventory.gaps``.
        Refused: the connection is not for a kind that was asked for, or for none at all.
        APIError, TransportError: the service did not tell.
    """
    if kinds is None:
        kinds, asked = [name for name in readable_kinds(session) if not kind_named(name).dear], False
    plan = plan_for(kinds, asked=asked)
    reading = _Reading(session, plan, progress)
    with ThreadPoolExecutor(WORKERS, thread_name_prefix="inventory") as pool:
        try:
            return reading.run(pool)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def readable_kinds(session: Session) -> list[str]:
    """The kinds that the connection is for. Raises Refused when there is none: nothing would look like no objects."""
    found = []
    for kind in KINDS:
        with suppress(Refused):
            session.require_kind(kind.name, reading=True)
            found.append(kind.name)
    if not found:
        name = quoted(session.settings.connection or "")
        raise Refused(
            f"The connection {name} is for no kind of object, so nothing of its organisation can be read. Nothing was "
            "sent. Add kinds to its table in zohodesk.toml, or use another connection."
        )
    return found


class _Reading:
    """One run of `take`."""

    def __init__(self, session: Session, plan: Plan, progress: Progress | None) -> None:
        self.session, self.plan = session, plan
        self.gaps: list[Gap] = []
        self._refused: dict[str, DeskError] = {}
        self._progress = progress
        self._counts: dict[str, int] = {}
        self._parts: dict[str, tuple[int, int]] = {}
        self._lock = Lock()

    def run(self, pool: ThreadPoolExecutor) -> Inventory:
        # What is listed in one go is asked for at once, so that long lists go on while the many short ones begin.
        whole = {kind.name: pool.submit(self._rows, kind, None) for kind in self.plan.kinds if not kind.listing.scope}
        homes = {kind.name: kind.within[0] for kind in self.plan.kinds if kind.listing.scope and kind.within}
        rows = {name: self._whole(name, whole[name].result) for name in {*homes.values()}}
        ids = {name: [scalar(row.get("id")) for row in found] for name, found in rows.items()}
        self._parts |= {name: (0, len(ids[home])) for name, home in homes.items()}
        parts = {
            name: {id: pool.submit(self._rows, kind_named(name), id) for id in ids[home]}
            for name, home in homes.items()
        }
        rows |= {name: self._whole(name, future.result) for name, future in whole.items() if name not in ids}
        rows |= {name: self._joined(name, futures) for name, futures in parts.items()}
        for kind in self.plan.kinds:
            rows[kind.name] = self._whole(kind.name, partial(self._completed, kind, rows[kind.name], pool))
        if self.plan.meant and not self.plan.asked and self._refused.keys() >= set(self.plan.meant):
            raise self._refused[self.plan.meant[0]]
        return self._inventory(rows)

    def _inventory(self, rows: Mapping[str, list[Row]]) -> Inventory:
        items: dict[Place, Item] = {}

        def name_of(kind_name: str, id: str) -> Key | None:
            found = items.get((kind_name, id))
            return found.key if found else None

        for kind in self.plan.kinds:  # what is referred to comes first, so its name is known
            for row in rows[kind.name]:
                item = item_of(kind, row, name_of)
                items[item.place] = item
        organization = self.session.organization_id
        return Inventory(organization, items.values(), kinds=self.plan.meant, gaps=self.gaps)

    def _rows(self, kind: Kind, scope: str | None) -> list[Row]:
        found: list[Row] = []
        self.session.require_kind(kind.name, reading=True)
        for row in self.session.fresh(kind, scope):
            if not kind.deleted(row):
                found.append(row)
                self._count(kind.name)
        if scope is not None:
            self._count(kind.name, objects=0, parts=1)
        return found

    def _whole(self, name: str, read: Callable[[], list[Row]]) -> list[Row]:
        """What is read of a kind; nothing, and a gap, when it is hidden and nobody asked for it."""
        try:
            return read()
        except HIDDEN as error:
            self._hide(name, error)
            return []

    def _hide(self, name: str, error: DeskError) -> None:
        if name in self.plan.asked:
            raise error
        self._refused[name] = error
        self.gaps.append(Gap(name, None, str(error), _layer(error)))

    def _joined(self, name: str, futures: Mapping[str, Future[list[Row]]]) -> list[Row]:
        rows: list[Row] = []
        refused: dict[str, DeskError] = {}
        home = kind_named(name).within
        if home and home[0] in self._refused:  # nowhere was looked, which is not the same as nothing there
            self._hide(name, self._refused[home[0]])
        for scope, future in futures.items():
            try:
                rows += future.result()
            except HIDDEN as error:
                refused[scope] = error
        if refused and len(refused) == len(futures):
            self._hide(name, next(iter(refused.values())))
        else:
            self.gaps += [Gap(name, scope, str(error), _layer(error)) for scope, error in refused.items()]
        return rows

    def _count(self, name: str, *, objects: int = 1, parts: int = 0) -> None:
        with self._lock:
            self._counts[name] = self._counts.get(name, 0) + objects
            done, of = self._parts.get(name, (0, 0))
            self._parts[name] = (done + parts, of)
            if self._progress:
                self._progress(name, self._counts[name], *self._parts[name])

    def _completed(self, kind: Kind, rows: list[Row], pool: ThreadPoolExecutor) -> list[Row]:
        """Objects that are read one by one after their list count from the beginning."""
        self._counts[kind.name], self._parts[kind.name] = 0, (0, 0)

        def ahead(count: int) -> None:
            with self._lock:
                self._parts[kind.name] = (self._parts[kind.name][0], count)

        return complete(self.session, kind, rows, pool, lambda: self._count(kind.name, parts=1), ahead)


def _layer(error: DeskError) -> str:
    if not isinstance(error, Forbidden):
        return "connection"
    return {"SCOPE_MISMATCH": "scope", "LICENSE_ACCESS_LIMITED": "edition"}.get(error.code, "profile")
