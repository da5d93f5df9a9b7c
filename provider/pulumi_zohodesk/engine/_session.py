"""One organisation as the engine sees it: fresh reads, look-ups by natural key, and what everything belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from threading import Lock, RLock
from typing import TYPE_CHECKING, Any

from pulumi_zohodesk.engine._bounds import require_action, require_kind
from pulumi_zohodesk.engine._fields import Call, Row
from pulumi_zohodesk.engine._kind import Kind
from pulumi_zohodesk.engine._kinds import Kinds
from pulumi_zohodesk.engine._layers import Layers
from pulumi_zohodesk.engine._looked_up import LookedUp, chosen, only
from pulumi_zohodesk.engine._own_operations import GET_ORGANIZATION, MY_INFO
from pulumi_zohodesk.engine._seen import note_homes, note_scope, scope_of
from pulumi_zohodesk.engine._snapshot import Snapshot, one_object
from pulumi_zohodesk.engine._values import scalar
from pulumi_zohodesk.engine._words import single
from pulumi_zohodesk.errors import APIError, InputError, WrongOrganization
from pulumi_zohodesk.settings import Settings
from pulumi_zohodesk.transport import SECRET_AT_HAND, Operation

if TYPE_CHECKING:
    from pulumi_zohodesk.transport import Client


class Session:
    """The connection to one organisation, shared by all threads of a process.

    Attributes:
        client: sends operations.
        settings: where to, and as whom.
        kinds: those that there are.
        snapshot: reads from list pages; for refresh, export and look-ups in programs.
        layers: what the profile of the token's agent and data sharing allow.
        restore: bring back a disabled or deactivated object instead of refusing to create it again.
        hides: no message says more of a person than an id; the service's own words about people are not repeated.
    """

    def __init__(
        self, client: Client, settings: Settings, kinds: Kinds, *, restore: bool = False, hides: bool = False
    ) -> None:
        self.client = client
        self.settings = settings
        self.kinds = kinds
        self.restore = restore
        self.hides = hides
        self.snapshot = Snapshot(client)
        self.layers = Layers(client)
        client.explain = self.layers.explain
        if hides:  # never back: a client is shared, and what one session hides no other may tell
            client.hides_people = True
        self._secret: dict[str, frozenset[str]] = {}
        self._absences: dict[str, list[str]] = {}
        self._reads: Counter[str] = Counter()
        self._known: dict[tuple[str, ...], list[Row]] = {}
        self.set_up: set[tuple[str, str]] = set()
        self._asking = RLock()
        self._lock = Lock()

    @property
    def organization_id(self) -> str:
        return self.settings.org_id

    def require_kind(self, name: str, *, reading: bool = False) -> None:
        """Refuse, before any request, a kind that the connection is not for.

        Looking up (``reading``) is also allowed by the actions ``list`` and ``get`` of the kind.
        """
        require_kind(self.settings, self.kinds, name, reading=reading)

    def require_action(self, name: str) -> None:
        """Refuse, before any request, an action that the connection is not for; reading the organisation is part of
        every kind, and listing of the kind itself."""
        require_action(self.settings, self.kinds, name)

    def label(self, kind: Kind, values: Row, id: str = "") -> str:
        """How messages name one object: ``skill "Billing" (id 12)``; by the id alone where its name is hidden."""
        return kind.label(values, id, hidden=self._hidden(kind, id or scalar(values.get("id"))))

    def key_words(self, kind: Kind, key: Mapping[str, str]) -> str:
        """A natural key in messages: ``name "Billing"``; ``this emailId`` where that is hidden."""
        quiet = self._hidden(kind)
        return " and ".join(f"this {wire}" if wire in quiet else f'{wire} "{value}"' for wire, value in key.items())

    def _hidden(self, kind: Kind, id: str = "") -> frozenset[str]:
        return kind.hidden(SECRET_AT_HAND.get() | self._secret.get(id, frozenset()), personal=self.hides)

    @contextmanager
    def hiding(self, id: str, secret: Iterable[str]) -> Iterator[None]:
        """What is done to an object of which some fields, by wire name, are secret: no message says what these hold.

        Messages about others do not name it either, from now on. The ``id`` of one that is to be created is empty.
        """
        wires = frozenset(secret)
        self.note_secret(id, wires)
        token = SECRET_AT_HAND.set(wires)
        try:
            yield
        finally:
            SECRET_AT_HAND.reset(token)

    def note_secret(self, id: str, secret: Iterable[str]) -> None:
        """Remember which fields of an object are secret."""
        if id:
            self._secret[id] = frozenset(secret)

    def require_organization(self, label: str, organization: str) -> None:
        """Refuse, before any request, to touch an object of another organisation."""
        if organization and organization != self.organization_id:
            raise WrongOrganization(
                f"The {label} belongs to organisation {organization}, but the connected organisation is "
                f"{self.organization_id}. Nothing was changed. Use the connection of organisation {organization} "
                "for this stack, or another stack for this organisation."
            )

    def get(self, kind: Kind, id: str, label: str = "") -> Row:
        """One object, fresh from the service. Raises NotFound."""
        answer = kind.calls.fetch(self.client, id, label or self.label(kind, {}, id))
        row = one_object(answer, kind, id)
        self.snapshot.put(kind, id, row)
        self.note(kind, id, row)
        return row

    def take_from_others(self, kind: Kind, written: Row) -> None:
        """Forget what was read of the others where one was given what only one of them has (`Field.exclusive`)."""
        if any(written.get(field.wire) for field in kind.managed if field.exclusive):
            self.snapshot.forget(kind)

    def act(self, call: Call, kind: Kind, id: str, state: Row) -> Any:
        """Carry out an action on an object."""
        self.snapshot.drop(kind, id)
        path, body = kind.calls.path_of(call.operation, id), call.body(id, state)
        return self.client.call(call.operation, path=path, body=body, about=self.label(kind, state, id))

    def fresh(self, kind: Kind, scope: str | None) -> Iterator[Row]:
        """All objects of a kind in a scope, straight from the service, page by page."""
        if kind.always:
            yield self.get(kind, self.setting_id(scope))
            return
        path, query = kind.listing.place(scope)
        for page in self.client.pages(kind.listing.operation, path=path, query=query):
            yield from map(kind.row, page)

    def find(self, kind: Kind, key: Mapping[str, str]) -> list[Row]:
        """Objects with this natural key, straight from the service; deleted ones do not count."""
        rows = kind.look_up.find(self, key) if kind.look_up else self.fresh(kind, self.scope_for(kind, key))
        return [row for row in rows if kind.matches(row, key) and not kind.deleted(row)]

    def look_up(self, kind: Kind, key: Mapping[str, str]) -> Row:
        """The one object with this natural key, for programs; list pages, and what was found, are fetched once.

        Raises:
            InputError: there is none.
            AmbiguousMatch: there are several.
            Refused: the connection is not for that kind; nothing was sent.
        """
        self.require_kind(kind.name, reading=True)
        if kind.look_up:
            place = kind.name, *(value.casefold() for value in key.values())
            if not (rows := self._once(place, lambda: self.find(kind, key))):
                self._known.pop(place, None)  # it may be made yet
        else:
            everything = self._everything(kind, self.scope_for(kind, key))
            rows = [row for row in everything if kind.matches(row, key) and not kind.deleted(row)]
        words = self.key_words(kind, key)
        if not rows:
            raise InputError(
                f"Organisation {self.organization_id} has no {kind.words} with {words} that this token can see."
            )
        return only(kind, rows, words)

    def look_up_other(self, what: LookedUp, given: Mapping[str, Any]) -> Row:
        """What no kind manages, for programs; each list, and each count, is fetched once.

        Raises:
            InputError: there is none.
            AmbiguousMatch: there are several.
            Refused: the connection is not for the action; nothing was sent.
        """
        self.require_action(what.action)
        query = {wire: given[wire] for wire in what.query if wire in given}

        def ask() -> list[Row]:
            if what.operation.page_size:
                return [row for page in self.client.pages(what.operation, query=query) for row in page]
            return [self.client.call(what.operation, query=query) or {}]

        place = what.operation.name, *(f"{wire}={value}" for wire, value in query.items())
        return chosen(what, self._once(place, ask), given)

    def _once(self, place: tuple[str, ...], ask: Callable[[], list[Row]]) -> list[Row]:
        """What is asked for once in a process."""
        with self._asking:
            if place not in self._known:
                self._known[place] = ask()
            return self._known[place]

    def setting_id(self, scope: str | None) -> str:
        """The id of what is always there: that of the scope which has it, or of the organisation."""
        return scope or self.organization_id

    def _everything(self, kind: Kind, scope: str | None) -> list[Row]:
        if kind.always:
            return [self.snapshot.read(kind, self.setting_id(scope), scope, ())]
        return self.snapshot.rows(kind, scope)

    def scope_for(self, kind: Kind, values: Row) -> str | None:
        """The scope in which the kind must be listed to find an object with these values."""
        scope = kind.listing.scope
        if scope is None:
            return None
        if values.get(scope):
            return scalar(values[scope])
        for field in kind.fields:
            if field.follows == scope and field.ref and values.get(field.wire):
                parent, id = self.kinds.named(field.ref), scalar(values[field.wire])
                label = f"{self.label(parent, {}, id)} of {self.label(kind, values)}"
                # Asked at the service when this process does not know.
                return scope_of(parent.name, id) or scalar(self.get(parent, id, label).get(scope))
        raise InputError(f"{single(kind.words).capitalize()} can only be looked up within a {scope}; none is given.")

    def note(self, kind: Kind, id: str, row: Row) -> None:
        """Remember in which scope an object lies, for `diff`, and in which departments, for `check`."""
        note_homes(kind, id, row)
        if kind.within:
            note_scope(kind.name, id, row.get(kind.within[1]))

    def count_read(self, kind: Kind) -> None:
        """Note that an object of this kind is read for a refresh."""
        with self._lock:
            self._reads[kind.name] += 1

    def count_absence(self, kind: Kind, label: str) -> tuple[list[str], int]:
        """Note that an object answers 404; returns all that did so far, and how many objects were read."""
        with self._lock:
            gone = self._absences.setdefault(kind.name, [])
            gone.append(label)
            return list(gone), self._reads[kind.name]

    def me(self) -> Row:
        """The agent the token belongs to."""
        return self._fact(MY_INFO, {})

    def organization(self) -> Row:
        """The connected organisation. A 200 here proves that the token reaches it."""
        row = self._fact(GET_ORGANIZATION, {"organizationId": self.organization_id})
        self.client.throttle.edition(scalar(row.get("edition")))
        return row

    def _fact(self, operation: Operation, path: Mapping[str, str]) -> Row:
        def ask() -> list[Row]:
            answer = self.client.call(operation, path=path, about="the connection")
            return [answer if isinstance(answer, Mapping) else {}]

        return self._once((operation.name,), ask)[0]

    def readable(self, kind: Kind, id: str) -> bool:
        """Whether the token sees an object at all."""
        try:
            self.snapshot.read(kind, id, None, ())
        except APIError as error:
            if error.status in (403, 404):
                return False
            raise
        return True
