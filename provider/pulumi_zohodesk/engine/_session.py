"""One organisation as the engine sees it: fresh reads, look-ups by natural key, and what everything belongs to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Any

from pulumi_zohodesk.engine._fields import Call, Row
from pulumi_zohodesk.engine._homes import note_homes
from pulumi_zohodesk.engine._kind import Kind
from pulumi_zohodesk.engine._kinds import Kinds
from pulumi_zohodesk.engine._layers import Layers
from pulumi_zohodesk.engine._looked_up import LookedUp, chosen
from pulumi_zohodesk.engine._own_operations import GET_ORGANIZATION, MY_INFO
from pulumi_zohodesk.engine._scopes import note_scope, scope_of
from pulumi_zohodesk.engine._snapshot import Snapshot, one_object
from pulumi_zohodesk.engine._values import scalar
from pulumi_zohodesk.engine._words import plural, single
from pulumi_zohodesk.engine.types import snake
from pulumi_zohodesk.errors import AmbiguousMatch, APIError, InputError, Refused, WrongOrganization
from pulumi_zohodesk.settings import Settings, quoted, shown
from pulumi_zohodesk.transport import SECRET_AT_HAND, Operation

if TYPE_CHECKING:
    from pulumi_zohodesk.transport import Client

__all__ = ["Session"]


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
        self._facts: dict[str, Row] = {}
        self._found: dict[tuple[str, ...], list[Row]] = {}
        self.set_up: set[tuple[str, str]] = set()
        self._look_ups = Lock()
        self._lock = Lock()

    @property
    def organization_id(self) -> str:
        return self.settings.org_id

    def require_kind(self, name: str, *, reading: bool = False) -> None:
        """Refuse, before any request, a kind that the connection is not for.

        Looking up (``reading``) is also allowed by the actions ``list`` and ``get`` of the kind.
        """
        group = plural(snake(name))
        kinds = self.settings.kinds
        looks = reading and self._names(self.settings.actions, f"{group}.list", f"{group}.get")
        if self._bounded and not looks and not self._names(kinds, name):
            known = {kind.name.casefold() for kind in self.kinds}
            strange = [one for one in kinds if _folded(one) not in known]
            raise self._outside(name, "neither kinds nor actions", strange)

    def require_action(self, name: str) -> None:
        """Refuse, before any request, an action that the connection is not for; reading the organisation is part of
        every kind, and listing of the kind itself."""
        part = name == "organizations.get" and bool(self.settings.kinds)
        part |= any(name == f"{kind.group}.list" and self._names(self.settings.kinds, kind.name) for kind in self.kinds)
        if self._bounded and not part and not self._names(self.settings.actions, name):
            raise self._outside(name, "neither actions nor kinds", [])

    @property
    def _bounded(self) -> bool:
        return bool(self.settings.kinds or self.settings.actions)

    @staticmethod
    def _names(said: Iterable[str], *wanted: str) -> bool:
        return not {_folded(one) for one in said}.isdisjoint(map(_folded, wanted))

    def _outside(self, name: str, keys: str, strange: list[str]) -> Refused:
        table = f"[connections.{shown(self.settings.connection or '')}]"
        more = f" There is no kind {', '.join(map(quoted, strange))}, which kinds names." if strange else ""
        return Refused(
            f"The connection {quoted(self.settings.connection or '')} is not for {name}: {keys} of {table} in "
            f"zohodesk.toml name it.{more} Nothing was sent. Add it there, or use another connection."
        )

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

    def act(self, call: Call, kind: Kind, id: str, state: Row, label: str = "") -> Any:
        """Carry out an action on an object."""
        body = call.body(id, state)
        self.snapshot.drop(kind, id)
        path = kind.calls.path_of(call.operation, id)
        return self.client.call(call.operation, path=path, body=body, about=label or self.label(kind, state, id))

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
        if kind.look_up is not None:
            rows = list(kind.look_up.find(self, key))
        else:
            rows = list(self.fresh(kind, self.scope_for(kind, key)))
        return [row for row in rows if kind.matches(row, key) and not kind.deleted(row)]

    def look_up(self, kind: Kind, key: Mapping[str, str]) -> Row:
        """The one object with this natural key, for programs; list pages, and what was found, are fetched once.

        Raises:
            InputError: there is none.
            AmbiguousMatch: there are several.
            Refused: the connection is not for that kind; nothing was sent.
        """
        self.require_kind(kind.name, reading=True)
        if kind.look_up is not None:
            rows = self._found_once(kind, key)
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
        return chosen(what, self._listed(what.operation, query), given)

    def _listed(self, operation: Operation, query: Mapping[str, Any]) -> list[Row]:
        place = operation.name, *(f"{wire}={value}" for wire, value in query.items())
        with self._look_ups:
            if place not in self._found and operation.page_size:
                pages = self.client.pages(operation, query=query)
                self._found[place] = [row for page in pages for row in page]
            elif place not in self._found:
                self._found[place] = [self.client.call(operation, query=query) or {}]
            return self._found[place]

    def setting_id(self, scope: str | None) -> str:
        """The id of what is always there: that of the scope which has it, or of the organisation."""
        return scope or self.organization_id

    def _everything(self, kind: Kind, scope: str | None) -> list[Row]:
        if kind.always:
            return [self.snapshot.read(kind, self.setting_id(scope), scope, ())]
        return self.snapshot.rows(kind, scope)

    def _found_once(self, kind: Kind, key: Mapping[str, str]) -> list[Row]:
        place = kind.name, *(value.casefold() for value in key.values())
        with self._look_ups:
            if not self._found.get(place):
                self._found[place] = self.find(kind, key)
            return self._found[place]

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
                return self.scope_of(parent, id, scope, f"{self.label(parent, {}, id)} of {self.label(kind, values)}")
        raise InputError(f"{single(kind.words).capitalize()} can only be looked up within a {scope}; none is given.")

    def scope_of(self, kind: Kind, id: str, scope: str, label: str = "") -> str:
        """In which scope an object lies, asking the service when this process does not know."""
        return scope_of(kind.name, id) or scalar(self.get(kind, id, label).get(scope))

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
        return self._fact("me", MY_INFO, {})

    def organization(self) -> Row:
        """The connected organisation. A 200 here proves that the token reaches it."""
        row = self._fact("organization", GET_ORGANIZATION, {"organizationId": self.organization_id})
        self.client.throttle.edition(scalar(row.get("edition")))
        return row

    def _fact(self, name: str, operation: Operation, path: Mapping[str, str]) -> Row:
        with self._lock:
            if name not in self._facts:
                answer = self.client.call(operation, path=path, about="the connection")
                self._facts[name] = answer if isinstance(answer, Mapping) else {}
            return self._facts[name]

    def readable(self, kind: Kind, id: str) -> bool:
        """Whether the token sees an object at all."""
        try:
            self.snapshot.read(kind, id, None, ())
        except APIError as error:
            if error.status in (403, 404):
                return False
            raise
        return True


def _folded(name: str) -> str:
    """A name of a kind or an action as it is compared: letter case, ``-`` and ``_`` do not count."""
    return re.sub(r"[-_\s]", "", name).casefold()


def only(kind: Kind, rows: list[Row], words: str) -> Row:
    """The one row. Raises AmbiguousMatch, naming the ids."""
    if len(rows) > 1:
        ids = ", ".join(scalar(row.get("id")) for row in rows)
        raise AmbiguousMatch(
            f"{len(rows)} objects of kind {kind.words} have {words}: ids {ids}. "
            "Rename all but one of them in Zoho Desk."
        )
    return rows[0]
