"""Objects of one kind in an emulated organisation that has all they refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.engine import Kind, Order, Row, Session, check, create
from pulumi_zohodesk.kinds import KINDS, kind_named
from pulumi_zohodesk.settings import resolve
from pulumi_zohodesk.transport import Client
from tests.transport.desk import Time

from .objects import PORTABLE, change, right, shuffled
from .tables import TABLES
from .values import Ids

NEIGHBOURS = 2
"""So many objects of the kind, and of each kind that it refers to, are there already."""


class Living:
    """Attributes:
    kind: what is tried.
    emulator: the service.
    made: ids of what was there before, by kind.
    """

    def __init__(self, kind: Kind, emulator: Emulator, folder: Path, closes: ExitStack, portal: str = "prod") -> None:
        self.kind, self.emulator, self._folder, self._closes, self._portal = kind, emulator, folder, closes, portal
        self._number = 0
        self.made: dict[str, list[str]] = {}
        self._whole = self._client()
        for one in _needed(kind):
            self.make(one)
        emulator.clear_log()

    def make(self, kind: Kind) -> None:
        """What others can refer to."""
        session = self.session()
        for _ in range(1 if kind.always else NEIGHBOURS):
            id, _state = create(session, kind, self.inputs(kind))
            self.made.setdefault(kind.name, []).append(id)

    def session(self, **token: Any) -> Session:
        """One as a new process has it; ``token`` says with which scopes. Nobody waits."""
        client = self._client(**token) if token else self._whole
        return Session(client, client.settings, KINDS)

    def _client(self, **token: Any) -> Client:
        environ = self.emulator.env(self._portal)
        if token:
            environ["ZOHODESK_REFRESH_TOKEN"] = self.emulator.token(self._portal, **token)["refresh_token"]
        settings = resolve(environ=environ, directory=self._folder)
        client = Client(settings, clock=Time().clock(), cache_dir=self._folder)
        return self._closes.enter_context(closing(client))

    def ids(self, kind: str) -> Sequence[str]:
        """What can be referred to: what was made, else what there is; what lets people do most comes last."""
        if kind == "SLA":
            return self._slas()
        if kind in self.made:
            return self.made[kind]
        rows = self.emulator.state(self._portal)[TABLES[kind]]
        return [row["id"] for row in reversed(rows) if row.get("isVisible", True)]

    def _slas(self) -> list[str]:
        """Two of the department that everything is made in."""
        home = next(iter(self.made["Department"]))
        if not self.emulator.state(self._portal)["slas"]:
            for name in ("Gold", "Silver"):
                values = {"name": name, "departmentId": home}
                self.emulator.edit(self._portal, "slas", "create", values=values)
        return [row["id"] for row in self.emulator.state(self._portal)["slas"]]

    def inputs(self, kind: Kind | None = None, **changes: Any) -> dict[str, Any]:
        """A whole new object, as the engine wants it."""
        of, self._number = kind or self.kind, self._number + 1
        return checked(of, {}, {**right(of, self.ids, self._number), **changes})

    def create(self, session: Session | None = None, **changes: Any) -> tuple[str, dict[str, Any], dict[str, Any]]:
        """A new object: its id, its state, and what was wanted."""
        wanted = self.inputs(**changes)
        id, state = create(session or self.session(), self.kind, wanted, sleep=lambda _seconds: None)
        return id, state, wanted

    def rows(self) -> list[dict[str, Any]]:
        """All objects of the kind, as the service has them."""
        return list(self.emulator.state(self._portal)[TABLES[self.kind.name]])

    def edit(self, id: str, action: str = "update", **values: Any) -> None:
        """Somebody changes or deletes an object in the UI; an order is that of its members."""
        if isinstance(calls := self.kind.calls, Order):
            for place, member in enumerate(values[calls.wire], start=1):
                self.emulator.edit(
                    self._portal, TABLES[self.kind.name], "update", id=member, values={calls.place: place}
                )
            return
        self.emulator.edit(self._portal, TABLES[self.kind.name], action, id=id, values=values)

    def calls(self) -> list[str]:
        """Operations since the log was cleared, but for tokens."""
        return [entry["operation"] for entry in self.emulator.log() if "/oauth/" not in entry["path"]]

    def writes(self) -> list[str]:
        entries = (entry for entry in self.emulator.log() if entry["method"] != "GET")
        return [entry["operation"] for entry in entries if "/oauth/" not in entry["path"]]


def checked(kind: Kind, olds: Row, news: Row) -> dict[str, Any]:
    """New inputs as `engine.check` passes them on, sets in another order than they were given."""
    found = check(kind, olds, shuffled(kind, {wire: value for wire, value in news.items() if value is not None}))
    assert found.problems == ()
    return found.inputs


def _needed(kind: Kind) -> Iterator[Kind]:
    """The kinds that objects of a kind may refer to, at any distance, and itself: what comes first, first."""
    found, new = set(), {kind.name}
    while new:
        found |= new
        new = {name for one in new for name in kind_named(one).refers_to if name in KINDS} - found
    return (one for one in KINDS if one.name in found)


def populate(emulator: Emulator, portal: str, kinds: Iterable[Kind] = PORTABLE) -> None:
    """Objects of some kinds in an organisation, which refer to each other; no field is the same in all."""
    with ExitStack() as closes:
        folder = Path(closes.enter_context(TemporaryDirectory()))
        living = Living(next(iter(KINDS)), emulator, folder, closes, portal)
        for kind in kinds:
            if kind.name not in living.made:
                living.make(kind)
            create(living.session(), kind, checked(kind, {}, _varied(kind, living.ids)))


def _varied(kind: Kind, ids: Ids) -> dict[str, Any]:
    """Another value of everything that can have one beside the rest."""
    values = right(kind, ids, 99)
    for field in kind.managed:
        new = {**values, **change(kind, field.wire, values, ids)}
        given = {wire: value for wire, value in new.items() if value is not None}
        if field.wire not in kind.key and not check(kind, {}, given).problems:
            values = given
    return values
