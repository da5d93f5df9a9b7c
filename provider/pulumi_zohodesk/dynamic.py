"""Pulumi's protocol for any kind: pickling, check, diff, create, read, update, delete; unknowns and secrets.

State format, frozen: the pickle in every resource's ``__provider`` names ``pulumi_zohodesk.dynamic.load_provider``
and a kind. Renaming either makes every existing object undeletable. tests/dynamic/test_pickle.py holds the bytes.
"""

from __future__ import annotations

import base64
import pickle
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from types import SimpleNamespace
from typing import Any, ClassVar, TypeVar

import pulumi
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
from pulumi_zohodesk.client import client_for
from pulumi_zohodesk.engine import UNKNOWN, Kind, Session, Unknown, kind_named
from pulumi_zohodesk.errors import DeskError, InputError
from pulumi_zohodesk.settings import resolve

__all__ = [
    "CONFIG_KEYS",
    "DeskProvider",
    "DeskResource",
    "load_provider",
    "provider_string",
    "reference",
    "session_from_program",
]

PROVIDER_KEY = "__provider"
PICKLE_PROTOCOL = 4
"""Fixed: the default changes with Python 3.14, and with it every resource's ``__provider`` would."""

CONFIG_KEYS = (
    *("connection", "orgId", "dc", "apiUrl", "accountsUrl", "clientId", "restore", "hidePersonalData"),
    # Refused by `resolve`, so that a secret put there by mistake is noticed and named.
    *("clientSecret", "refreshToken", "accessToken"),
)

SWITCHES = ("restore", "hidePersonalData")


class _Configuration:
    """What `configure` received. One plugin process serves one stack, so there is one."""

    def __init__(self) -> None:
        self.stack: dict[str, str] = {}
        self._session: Session | None = None
        self._lock = Lock()

    def take(self, stack: Mapping[str, str]) -> None:
        with self._lock:
            if self._session is None or dict(stack) != self.stack:
                self.stack = dict(stack)
                self._session = session_from(self.stack)

    def session(self) -> Session:
        with self._lock:
            if self._session is None:
                self._session = session_from(self.stack)
            return self._session

    @property
    def hides_personal_data(self) -> bool:
        return _is_on(self.stack.get("hidePersonalData"))


_CONFIGURATION = _Configuration()


def session_from(stack: Mapping[str, str]) -> Session:
    """The session that some stack configuration (keys without ``zohodesk:``) and the environment describe.

    Raises:
        ConfigError: something is missing, contradictory, or a secret stands in the configuration.
    """
    settings = resolve({key: value for key, value in stack.items() if key not in SWITCHES})
    return Session(client_for(settings), settings, restore=_is_on(stack.get("restore")))


_PROGRAM: dict[tuple[tuple[str, str], ...], Session] = {}


def session_from_program() -> Session:
    """The session of a running Pulumi program, from its own stack configuration; for look-ups."""
    config = pulumi.Config("zohodesk")
    stack = {key: value for key in CONFIG_KEYS if (value := config.get(key)) is not None}
    mark = tuple(sorted(stack.items()))
    if mark not in _PROGRAM:
        _PROGRAM[mark] = session_from(stack)
    return _PROGRAM[mark]


def _is_on(text: str | None) -> bool:
    return (text or "").strip().lower() in ("1", "true", "yes", "on")


def load_provider(kind_name: str) -> DeskProvider:
    """Make the provider of a kind. Frozen: pickles in users' state name this function."""
    _show_messages_without_traceback()
    return DeskProvider(kind_name)


def provider_string(kind_name: str) -> str:
    """What ``__provider`` holds: the same bytes in every process and on every Python."""
    return base64.b64encode(pickle.dumps(DeskProvider(kind_name), protocol=PICKLE_PROTOCOL)).decode("ascii")


def _show_messages_without_traceback() -> None:
    """Let the plugin answer our errors with their message alone.

    The SDK answers every exception with ``traceback.format_exc()``. Our messages are sentences for users; twenty
    lines of frames around them hide what to do. Other errors, and other providers, keep their traceback.
    """
    main = sys.modules.get("__main__")
    if not hasattr(main, "_abort_with_traceback") or isinstance(getattr(main, "traceback", None), SimpleNamespace):
        return

    def format_exc() -> str:
        error = sys.exc_info()[1]
        return str(error) if isinstance(error, DeskError) else traceback.format_exc()

    setattr(main, "traceback", SimpleNamespace(format_exc=format_exc))  # noqa: B010


Result = TypeVar("Result")


class DeskProvider(ResourceProvider):
    """Pulumi's calls, turned into the engine's. It carries nothing but the name of its kind."""

    serialize_as_secret_always = False

    def __init__(self, kind_name: str) -> None:
        super().__init__()
        self.kind_name = kind_name

    def __reduce__(self) -> tuple[Callable[[str], DeskProvider], tuple[str]]:
        return load_provider, (self.kind_name,)

    @property
    def kind(self) -> Kind:
        return kind_named(self.kind_name)

    def configure(self, req: ConfigureRequest) -> None:
        """Take the stack's configuration; no network."""
        found = {key: req.config.get(f"zohodesk:{key}") for key in CONFIG_KEYS}
        _CONFIGURATION.take({key: str(value) for key, value in found.items() if value is not None})

    def check(self, _olds: dict[str, Any], news: dict[str, Any]) -> CheckResult:
        """Normal form and what is wrong with it, per field; no network."""
        checked = engine.check(self.kind, _without_provider(_olds), _without_provider(news))
        failures = [CheckFailure(problem.argument, problem.reason) for problem in checked.problems]
        return CheckResult(_to_pulumi(checked.inputs), failures)

    def diff(self, _id: str, _olds: dict[str, Any], _news: dict[str, Any]) -> DiffResult:
        """Equal: False. Different inputs: None, so that the engine shows each field. Unfinished: True."""
        kind, olds = self.kind, _without_provider(_olds)
        if kind.within:
            engine.note_scope(kind.name, _id, olds.get(kind.within[1]))
        delta = engine.diff(kind, olds, _without_provider(_news))
        if not delta:
            return DiffResult(changes=False)
        return DiffResult(
            changes=True if delta.incomplete else None,
            replaces=list(delta.replaces),
            delete_before_replace=bool(delta.replaces),
        )

    def create(self, props: dict[str, Any]) -> CreateResult:
        id, outputs = engine.create(_CONFIGURATION.session(), self.kind, _without_provider(props))
        return CreateResult(id, outputs)

    def read(self, id_: str, props: dict[str, Any]) -> ReadResult:
        """The object as it is, with the managed fields as inputs; an empty id when it is gone."""
        session, kind, outputs = _CONFIGURATION.session(), self.kind, _without_provider(props)
        live = engine.read(session, kind, id_, outputs)
        if live is not None:
            return ReadResult(id_, live.outputs, self._hidden(live.inputs))
        if engine.MARKS not in outputs:
            # Not a refresh but a `get`, or the first read after an import: Pulumi cannot be told "not found" there.
            raise InputError(f"Organisation {session.organization_id} has no {kind.words} with id {id_}.")
        # Typed as a string, but None is what the plugin turns into "gone" (pulumi.dynamic.__main__, Read).
        return ReadResult(None, {})

    def update(self, _id: str, _olds: dict[str, Any], _news: dict[str, Any]) -> UpdateResult:
        olds, news = _without_provider(_olds), _without_provider(_news)
        return UpdateResult(engine.update(_CONFIGURATION.session(), self.kind, _id, olds, news))

    def delete(self, _id: str, _props: dict[str, Any]) -> None:
        engine.remove(_CONFIGURATION.session(), self.kind, _id, _without_provider(_props))

    def _hidden(self, inputs: dict[str, Any]) -> dict[str, Any]:
        """Inputs with personal fields as secrets, where the stack asks for that."""
        if not _CONFIGURATION.hides_personal_data:
            return inputs
        personal = {field.wire for field in self.kind.fields if field.personal}
        return {key: rpc.wrap_rpc_secret(value) if key in personal else value for key, value in inputs.items()}


def _without_provider(props: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _from_pulumi(value) for key, value in props.items() if key != PROVIDER_KEY}


def _from_pulumi(value: Any) -> Any:
    """Pulumi's values as the engine knows them: its own unknown, no floats where whole numbers were meant."""
    if isinstance(value, pulumi.output.Unknown):
        return UNKNOWN
    if isinstance(value, Mapping):
        return {key: _from_pulumi(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_from_pulumi(item) for item in value]
    return engine.plain(value)


def _to_pulumi(value: Any) -> Any:
    if isinstance(value, Unknown):
        return pulumi.output.UNKNOWN
    if isinstance(value, Mapping):
        return {key: _to_pulumi(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_to_pulumi(item) for item in value]
    return value


class DeskResource(pulumi.CustomResource):
    """An object of Zoho Desk in a program. Subclasses name their kind and spell out its arguments."""

    KIND: ClassVar[Kind]

    def __init__(self, name: str, args: Mapping[str, Any], opts: pulumi.ResourceOptions | None = None) -> None:
        """Register the object.

        Args:
            name: the logical name; the object's own name is an argument.
            args: Python names to inputs; None means left out.
            opts: Pulumi's options.
        """
        kind = self.KIND
        props: dict[str, Any] = {engine.snake(wire): None for wire in kind.outputs}
        # Options have no live value, so an option left out needs no output of its own; each costs the SDK 0.1 ms.
        given = {key: value for key, value in args.items() if value is not None or not kind.by_snake[key].option}
        props.update({key: self._input(kind, key, value) for key, value in given.items()})
        if pulumi.Config("zohodesk").get_bool("hidePersonalData"):
            opts = self._hide(kind, props, opts)
        props[PROVIDER_KEY] = provider_string(kind.name)
        super().__init__(f"pulumi-python:dynamic/zohodesk:{kind.name}", name, props, opts)

    @classmethod
    def _existing(
        cls: type[Resource], name: str, id: pulumi.Input[str], opts: pulumi.ResourceOptions | None
    ) -> Resource:
        """An object that exists and is only read."""
        merged = pulumi.ResourceOptions.merge(opts, pulumi.ResourceOptions(id=id))
        instance = cls.__new__(cls)
        DeskResource.__init__(instance, name, {field.snake: None for field in cls.KIND.managed}, merged)
        return instance

    @staticmethod
    def _input(kind: Kind, key: str, value: Any) -> Any:
        field = kind.by_snake[key]
        if field.ref is not None:
            return reference(value, field.ref, f"{kind.name}.{key}")
        return value.as_input() if hasattr(value, "as_input") else value

    @staticmethod
    def _hide(kind: Kind, props: dict[str, Any], opts: pulumi.ResourceOptions | None) -> pulumi.ResourceOptions:
        personal = [field.snake for field in kind.fields if field.personal]
        for key in personal:
            if props.get(key) is not None:
                props[key] = pulumi.Output.secret(props[key])
        hidden = [*personal, *(engine.snake(wire) for wire in kind.personal_outputs)]
        return pulumi.ResourceOptions.merge(opts, pulumi.ResourceOptions(additional_secret_outputs=hidden))

    def translate_output_property(self, prop: str) -> str:
        return _NAMES.snake(prop)

    def translate_input_property(self, prop: str) -> str:
        return _NAMES.wire(prop)


Resource = TypeVar("Resource", bound=DeskResource)


class _Names:
    """Declared names only; everything else stays as it is, so that free maps such as ``cf`` survive."""

    NESTED = ("fieldConditions", "fieldModule", "fieldName")

    def __init__(self) -> None:
        self._snake: dict[str, str] = {}
        self._wire: dict[str, str] = {}

    def _fill(self) -> None:
        for kind in engine.kinds():
            for wire in (*(field.wire for field in kind.fields), *kind.outputs, *self.NESTED):
                self._snake[wire] = engine.snake(wire)
                self._wire[engine.snake(wire)] = wire

    def snake(self, wire: str) -> str:
        if not self._snake:
            self._fill()
        return self._snake.get(wire, wire)

    def wire(self, snake: str) -> str:
        if not self._wire:
            self._fill()
        return self._wire.get(snake, snake)


_NAMES = _Names()


def reference(value: Any, kind_name: str, where: str) -> Any:
    """The id that an argument means: of the resource itself, of each resource in a list, or as given.

    Raises:
        TypeError: a resource of another kind was given.
    """
    if isinstance(value, DeskResource):
        if kind_name != value.KIND.name:
            raise TypeError(f"{where} takes a {kind_name} or its id, not a {value.KIND.name}.")
        return value.id
    if isinstance(value, (list, tuple, set, frozenset)):
        items: Iterable[Any] = value
        return [reference(item, kind_name, where) for item in items]
    return value
