"""A run is rehearsed: what it costs, and what of it would be refused."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import Any

from pulumi_zohodesk.engine import (
    UNKNOWN,
    Row,
    Session,
    create,
    diff,
    note_homes,
    note_scope,
    outsiders,
    remove,
    scalar,
    unseen,
    update,
)
from pulumi_zohodesk.errors import APIError, ConfigError, DoubtfulAbsence, InputError, Refused, WrongOrganization
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.plan._known import holders_of
from pulumi_zohodesk.plan._limits import Room
from pulumi_zohodesk.plan._names import names_taken
from pulumi_zohodesk.plan._plan import Plan
from pulumi_zohodesk.plan._price import Price, price_of
from pulumi_zohodesk.plan._rehearsal import RehearsalClient
from pulumi_zohodesk.plan._step import Step
from pulumi_zohodesk.plan._values import filled


@dataclass(frozen=True)
class Refusal:
    """A change that would be refused, with the reason as a sentence."""

    step: Step
    reason: str


def rehearse(
    plan: Plan,
    session_for: Callable[[str | None], Session],
    progress: Callable[[int], object] = lambda _more: None,
    *,
    room: bool = True,
) -> tuple[Price, tuple[Refusal, ...]]:
    """Go through the plan without writing anything: what it costs, and what of it would be refused.

    What look-ups in the program read comes on top.

    Args:
        session_for: the session of a connection, of the stack's own settings for None.
        progress: hears of each step.
        room: ask whether there is room for what is made, as far as that is told; see `Room`.

    Raises ConfigError, TransportError, AuthError: the organisation cannot be asked.
    """
    rehearsal = _Rehearsal(plan, session_for, room)
    with _quiet():
        refusals = tuple(rehearsal.run(progress))
    return price_of(plan, rehearsal.clients), refusals


_REFUSED = (InputError, APIError, DoubtfulAbsence, WrongOrganization)


class _Rehearsal:
    def __init__(self, plan: Plan, session_for: Callable[[str | None], Session], room: bool) -> None:
        self._plan = plan
        self._asks_room = room
        self._rooms: dict[str, Room] = {}
        self._session_for = session_for
        self._sessions: dict[str | None, tuple[Session, RehearsalClient]] = {}
        self._made: dict[str, str] = {}
        self._gone: set[str] = set()
        self._holders = holders_of(plan)
        for kind, id, state in plan.objects.values():
            note_homes(kind, id, state)
            if kind.within:
                note_scope(kind.name, id, state.get(kind.within[1]))
        for step in plan.steps:
            if step.op == "update":
                note_homes(step.kind, step.id, {**step.state, **step.new})

    @property
    def clients(self) -> list[RehearsalClient]:
        return [client for _, client in self._sessions.values()]

    def run(self, progress: Callable[[int], object]) -> Iterator[Refusal]:
        taken = names_taken(self._plan)
        for step in sorted(self._plan.steps, key=lambda step: step.op == "delete"):  # the engine deletes last
            progress(1)
            try:
                session, client = self._session(step)
                with session.hiding(step.id, step.hidden):
                    self._go(step, session, client)
                reason = ""
            except _REFUSED as error:
                reason = str(error)
            if reason := taken.get(step.urn, reason):
                yield Refusal(step, reason)

    def _go(self, step: Step, session: Session, client: RehearsalClient) -> None:
        session.require_kind(step.kind.name)
        new = {wire: self._known(step, wire, client) for wire in step.new}
        guessed = dict.fromkeys((wire for wire in new if not self._plan.is_sure(step, wire)), UNKNOWN)
        self._require_neighbours(step, {**new, **guessed}, session, client)
        if step.op == "update":
            update(session, step.kind, step.id, step.state, new)
            client.change(step.kind, step.id, new)
            client.note(step.kind, step.id, guessed)
            note_homes(step.kind, step.id, {**step.state, **new, **guessed})
            self._require_room(step, {**step.state, **new})
        if step.op in ("replace", "delete") and not step.retained:
            self._remove_what_needs(step)
            try:
                self._remove(step, session, client)
            except Refused as error:
                raise Refused(f"{error}{self._instead(step)}") from None
        if step.removed:
            with suppress(*_REFUSED):
                self._remove(replace(step, op="delete", id=step.removed[0], state=step.removed[1]), session, client)
        if step.op in ("replace", "create"):
            self._create(step, session, client, new, guessed)

    def _require_neighbours(
        self, step: Step, new: Mapping[str, Any], session: Session, client: RehearsalClient
    ) -> None:
        """Raise InputError for what names an object of another department; what the plan does not know is read."""
        for name, id in unseen(step.kind, step.state, new):
            if row := client.foresee(KINDS.named(name), id):
                note_homes(KINDS.named(name), id, row)

        def told(name: str, id: str) -> str:
            row = client.known(KINDS.named(name), id)
            return session.label(KINDS.named(name), row or {}, "" if row and id in self._made.values() else id)

        for _, reason in outsiders(step.kind, step.state, new, told):
            raise InputError(reason)

    def _remove_what_needs(self, step: Step) -> None:
        """What is replaced because this is goes before it, as the engine does it."""
        later = [other for other in self._plan.steps if other.op == "replace" and not other.retained]
        for other in reversed(later if step.op == "replace" else []):
            if other.urn not in self._gone and _is_replaced_with(other, step):
                self._remove_what_needs(other)
                with suppress(*_REFUSED):  # said in its own turn
                    self._remove(other, *self._session(other))

    def _instead(self, step: Step) -> str:
        """What to do where an object cannot be removed before what is in it has its successor."""
        waits = (urns for other in self._plan.steps if other is not step for urns in other.waits.values())
        if step.op != "replace" or not any(step.urn in urns for urns in waits):
            return ""
        return (
            " Pulumi would remove it before it changes what refers to it. Give it another name in the program, and "
            "no alias: then the new one is made first, and this one is removed last."
        )

    def _remove(self, step: Step, session: Session, client: RehearsalClient) -> None:
        if step.urn in self._gone:
            return
        kept = self._holders.why_not_removed(step.kind, step.id, session.organization_id, step.urn)
        remove(session, step.kind, step.id, step.state, kept=kept)
        self._holders.release(step.kind, step.id, step.urn)
        client.change(step.kind, step.id, None)
        self._gone.add(step.urn)

    def _create(self, step: Step, session: Session, client: RehearsalClient, new: Row, guessed: Row) -> None:
        self._made[step.urn] = client.stand_in()  # for what refers to it, even if it is refused

        def held(id: str) -> str:
            return self._holders.why_not_taken(step.kind, id, session.organization_id, step.urn)

        making = step.kind.writes[0].name
        made = client.tally.writes[making]
        id, state = create(session, step.kind, new, held=held, sleep=lambda _: None)  # nothing is uncertain
        session.note_secret(id, step.hidden)
        self._made[step.urn] = id
        client.note(step.kind, id, guessed)
        note_homes(step.kind, id, {**state, **guessed})
        self._holders.hold(step.kind, id, session.organization_id, step.urn)
        scope = session.scope_for(step.kind, new)
        home = scalar(state.get(step.kind.within[1]) or scope) if step.kind.within else ""
        if step.kind.within:
            note_scope(step.kind.name, id, home)
        if step.kind.look_up is None:
            client.appear(step.kind, scope, state)
        self._require_room(step, state, home, made=client.tally.writes[making] > made)

    def _require_room(self, step: Step, new: Row, home: str = "", *, made: bool = False) -> None:
        if self._asks_room:
            session, client = self._session(step)
            self._rooms[session.organization_id].require(step, new, home, client, made=made)

    def _known(self, step: Step, wire: str, client: RehearsalClient) -> Any:
        """A wanted value with ids of the rehearsal for what does not exist yet; a text is like no other."""
        ids = iter([self._made[urn] for urn in self._plan.referred(step, wire) if urn in self._made])
        value, of = filled(step.new[wire], lambda: next(ids, "") or client.stand_in()), step.kind.by_wire.get(wire)
        return of.type.fitting(value) if of else value

    def _session(self, step: Step) -> tuple[Session, RehearsalClient]:
        name = step.connection
        if name not in self._sessions:
            real = self._real(step)
            real.organization()  # tells how many calls may run at once, and that the connection works
            client = RehearsalClient(real.client, self._plan.objects.values())
            session = Session(client, real.settings, KINDS, restore=real.restore, hides=real.hides)
            for urn, (_, id, _) in self._plan.objects.items():
                session.note_secret(id, self._plan.hidden.get(urn, ()))
            self._rooms.setdefault(real.organization_id, Room(real))
            self._sessions[name] = session, client
        return self._sessions[name]

    def _real(self, step: Step) -> Session:
        """The session of its connection; of the stack's for one that was renamed, if that leads to its organisation."""
        try:
            return self._session_for(step.connection)
        except ConfigError:
            if step.connection is None or step.op != "delete":
                raise
            own = self._session_for(None)
            if own.organization_id != step.organization:
                raise
            return own


def _is_replaced_with(other: Step, step: Step) -> bool:
    """Whether the engine removes one object before another that it replaces: it asks what an unknown reference does."""
    wires = [wire for wire, urns in other.waits.items() if step.urn in urns]
    return any(wire in diff(other.kind, other.state, {**other.new, wire: UNKNOWN}).replaces for wire in wires)


@contextmanager
def _quiet() -> Iterator[None]:
    """What the engine says of its deeds is not true of a rehearsal."""
    log = logging.getLogger("pulumi_zohodesk.engine")
    was, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = was
