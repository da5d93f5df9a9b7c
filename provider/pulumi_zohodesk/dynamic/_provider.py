"""Pulumi's calls, turned into the engine's."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from typing import Any

from pulumi.dynamic import (
    CheckFailure,
    CheckResult,
    ConfigureRequest,
    CreateResult,
    DiffResult,
    ReadResult,
    ResourceProvider,
    UpdateResult,
)
from pulumi.runtime import rpc

from pulumi_zohodesk import engine
from pulumi_zohodesk.dynamic._configuration import CONFIGURATION, own_keys
from pulumi_zohodesk.dynamic._holders import alone_twice, called_for, twice
from pulumi_zohodesk.dynamic._messages import show_messages_without_traceback
from pulumi_zohodesk.dynamic._no_values import no_values
from pulumi_zohodesk.dynamic._values import repeating, to_pulumi, without_provider
from pulumi_zohodesk.engine import Kind, Marks, Unknown
from pulumi_zohodesk.errors import ConfigError, DoubtfulAbsence, InputError, Refused
from pulumi_zohodesk.kinds import kind_named
from pulumi_zohodesk.settings import is_on

ADOPTING = "ZOHODESK_ADOPTING"
"""Variable by which `zohodesk adopt` says that what exists needs no secret that it has."""

_LONG = 500
"""Letters of a value that the engine's message about it may repeat."""
_NAMELESS = "The connection is an empty text. Name one of zohodesk.toml, or leave it out: then it is that of the stack."


class DeskProvider(ResourceProvider):
    """Pulumi's calls, turned into the engine's. It carries the name of its kind, and names of fields that are secret.

    What is secret is not logged nor in errors; outputs that may repeat it are secret as well.
    """

    serialize_as_secret_always = False

    def __init__(self, kind_name: str, secret: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.kind_name = kind_name
        self.given = secret

    def __reduce__(self) -> tuple[Callable[..., DeskProvider], tuple[Any, ...]]:
        return load_provider, (self.kind_name, self.given) if self.given else (self.kind_name,)

    @property
    def kind(self) -> Kind:
        return kind_named(self.kind_name)

    @property
    def hidden(self) -> frozenset[str]:
        """Fields that may be secret, by wire name."""
        return self.kind.hidden(self.given)

    @property
    def _secret(self) -> tuple[str, ...]:
        """Fields that are secret in earnest. Ids come as outputs all the time, and what is said names objects by id."""
        return tuple(field.wire for field in self.kind.fields if field.wire in self.hidden and not field.ref)

    def configure(self, req: ConfigureRequest) -> None:
        """Take the stack's configuration; no network."""
        # The SDK lets a provider ask for keys only; one that was misspelt, or is a secret, must be noticed too.
        CONFIGURATION.take(own_keys(req.config._props))

    def check(self, _olds: dict[str, Any], news: dict[str, Any]) -> CheckResult:
        """Normal form and what is wrong with it, per field; no network."""
        urn, holders = called_for(), CONFIGURATION.holders
        holders.declare(urn)
        olds, inputs = without_provider(_olds), without_provider(news)
        organization, failures = self._organization(inputs.get("connection"))
        checked = engine.check(
            self.kind, olds, inputs, organization, secret=self.hidden, adopting=is_on(os.environ.get(ADOPTING))
        )
        # The engine prints the value of the property that a failure names, a secret one too, and all of a long one.
        unsaid = {field.snake for field in self.kind.fields if field.wire in self.hidden}
        unsaid |= {one.snake for one in self.kind.fields if len(str(inputs.get(one.wire))) > _LONG}
        found = [(problem.argument, problem.reason) for problem in checked.problems]
        found += no_values(self.kind, olds, inputs)
        if organization and (other := holders.wish(self.kind, organization, checked.inputs, olds, urn)):
            key = self.kind.key
            found.append((self.kind.by_wire[key[-1]].snake if key else "", twice(self.kind, other, urn)))
        found += [
            (of.snake, alone_twice(self.kind, of, other, urn))
            for of, other in holders.claim(self.kind, organization, checked.inputs, urn)
        ]
        failures += [CheckFailure("" if argument in unsaid else argument, reason) for argument, reason in found]
        return CheckResult(to_pulumi(checked.inputs), failures)

    def _organization(self, connection: Any) -> tuple[str, list[CheckFailure]]:
        """Which organisation an object is for, and whether its connection can be used for it."""
        if not isinstance(connection, str | None):
            return "", []  # not known yet, or no name: then the check of the argument says so
        if connection is not None and not connection.strip():
            return "", [CheckFailure("connection", _NAMELESS)]
        try:
            session = CONFIGURATION.session(connection)
            session.require_kind(self.kind_name)
        except (ConfigError, Refused) as error:
            if connection is None and isinstance(error, ConfigError):
                raise  # nothing is wrong with this object in particular
            return "", [CheckFailure("connection", str(error))]
        return session.organization_id, []

    def diff(self, _id: str, _olds: dict[str, Any], _news: dict[str, Any]) -> DiffResult:
        """Equal: False. Different inputs: None, so that the engine shows each field. Unfinished: True."""
        kind, olds, news = self.kind, without_provider(_olds), without_provider(_news)
        if kind.within:
            engine.note_scope(kind.name, _id, olds.get(kind.within[1]))
        engine.note_homes(kind, _id, {**olds, **news})
        self._require_same_organization(_id, olds, news.get("connection"))
        self._require_one_holder(_id, olds)
        delta = engine.diff(kind, olds, news)
        label = self._label(olds, _id)
        # A replacement gives its name away before it takes another.
        engine.note_rename(kind, _id, Marks.of(olds).organization, olds, olds if delta.replaces else news, label)
        if not delta:
            return DiffResult(changes=False)
        return DiffResult(
            changes=True if delta.incomplete else None,
            replaces=list(delta.replaces),
            delete_before_replace=bool(delta.replaces),
        )

    def _require_same_organization(self, id: str, olds: dict[str, Any], connection: Any) -> None:
        """Raise WrongOrganization in the preview already when an object is given to another organisation."""
        organization = Marks.of(olds).organization
        engine.note_owner(id, organization)
        if isinstance(connection, Unknown):
            return
        # After a refresh the "new" inputs are those of the state, whose connection may have another name by now.
        kept = bool(connection) and connection == olds.get("connection")
        session = CONFIGURATION.session_of(olds) if kept else CONFIGURATION.session(connection)
        session.note_secret(id, self._secret)
        session.require_organization(session.label(self.kind, olds, id), organization)

    def _require_one_holder(self, id: str, olds: dict[str, Any]) -> None:
        """Raise Refused in the preview already when the program has two resources for one object."""
        kind, holders, place = self.kind, CONFIGURATION.holders, (id, Marks.of(olds).organization, called_for())
        holders.hold(kind, *place)
        if reason := holders.why_not_kept(kind, *place):
            raise Refused(f"The {self._label(olds, id)} {reason}")

    def _label(self, olds: dict[str, Any], id: str) -> str:
        hidden = self.kind.hidden(self._secret, personal=CONFIGURATION.hides_personal_data)
        return self.kind.label(olds, id, hidden=hidden)

    def create(self, props: dict[str, Any]) -> CreateResult:
        inputs = without_provider(props)
        session = CONFIGURATION.session(inputs.get("connection"))
        session.require_kind(self.kind_name)
        kind, organization, urn, holders = self.kind, session.organization_id, called_for(), CONFIGURATION.holders

        def held(id: str) -> str:
            return holders.why_not_taken(kind, id, organization, urn)

        with session.hiding("", self._secret):
            id, outputs = engine.create(session, kind, inputs, held=held)
        session.note_secret(id, self._secret)
        engine.note_owner(id, organization)
        engine.note_homes(kind, id, outputs)
        holders.hold(kind, id, organization, urn)
        return CreateResult(id, self._sealed(outputs, inputs))

    def read(self, id_: str, props: dict[str, Any]) -> ReadResult:
        """The object as it is, with the managed fields as inputs; an empty id when it is gone."""
        kind, outputs = self.kind, without_provider(props)
        session = CONFIGURATION.session_of(outputs)
        session.require_kind(kind.name, reading=True)
        known = engine.MARKS in outputs
        urn, organization, holders = called_for(), session.organization_id, CONFIGURATION.holders
        holders.hold(kind, id_, organization, urn, reads=not known)
        if not known:  # the program reads it, in this run; a refresh says nothing of what the program has
            holders.declare(urn)
        try:
            with session.hiding(id_, self._secret):
                live = engine.read(session, kind, id_, outputs)
        except DoubtfulAbsence:
            if known:
                raise
            live = None  # whether it was deleted or cannot be seen matters only to a state that holds it
        if live is not None:
            engine.note_owner(id_, organization)
            engine.note_homes(kind, id_, live.outputs)
            return ReadResult(id_, self._sealed(live.outputs, live.inputs), self._hidden(live.inputs))
        if not known:
            # Not a refresh but a `get`, or the first read after an import: Pulumi cannot be told "not found" there.
            raise InputError(
                f"Organisation {session.organization_id} has no {kind.words} with id {id_} that this token can see."
            )
        holders.release(kind, id_, urn)
        # Typed as a string, but None is what the plugin turns into "gone" (pulumi.dynamic.__main__, Read).
        return ReadResult(None, {})

    def update(self, _id: str, _olds: dict[str, Any], _news: dict[str, Any]) -> UpdateResult:
        olds, news = without_provider(_olds), without_provider(_news)
        session = CONFIGURATION.session(news.get("connection"))
        session.require_kind(self.kind_name)
        with session.hiding(_id, self._secret):
            return UpdateResult(self._sealed(engine.update(session, self.kind, _id, olds, news), news))

    def delete(self, _id: str, _props: dict[str, Any]) -> None:
        olds = without_provider(_props)
        session = CONFIGURATION.session_of(olds)
        session.require_kind(self.kind_name)
        kind, organization, urn, holders = self.kind, session.organization_id, called_for(), CONFIGURATION.holders
        with session.hiding(_id, self._secret):
            engine.remove(session, kind, _id, olds, kept=holders.why_not_removed(kind, _id, organization, urn))
        holders.release(kind, _id, urn)

    def _hidden(self, inputs: dict[str, Any]) -> dict[str, Any]:
        """Inputs with what is written only as secrets, and what is personal where the stack asks for that."""
        return _wrapped(inputs, self.kind.hidden(personal=CONFIGURATION.hides_personal_data))

    def _sealed(self, outputs: dict[str, Any], inputs: dict[str, Any]) -> dict[str, Any]:
        """Outputs with those as secrets that may repeat one; of secret inputs the engine keeps that itself."""
        repeated = {*self._secret} - self.kind.write_only
        return _wrapped(outputs, self.kind.write_only | (repeating(outputs, inputs) if repeated else frozenset()))


def _wrapped(values: dict[str, Any], secret: Collection[str]) -> dict[str, Any]:
    return {key: rpc.wrap_rpc_secret(value) if key in secret else value for key, value in values.items()}


def load_provider(kind_name: str, secret: tuple[str, ...] = ()) -> DeskProvider:
    """Make the provider of a kind; ``secret``: wire names. Frozen: pickles in users' state name this function, as the
    package's own."""
    show_messages_without_traceback()
    return DeskProvider(kind_name, secret)


load_provider.__module__ = __package__ or load_provider.__module__
