"""What somebody wants to do, or a connection is for, and what follows: actions, scopes, permissions, data sharing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pulumi_zohodesk.actions._action import Action
from pulumi_zohodesk.actions._scopes import check_scope, doubt_of_scope, smallest
from pulumi_zohodesk.actions._table import action_named, action_of
from pulumi_zohodesk.actions._uses import Use, kind_named_like, look_up_operations, operations_of
from pulumi_zohodesk.engine import LEVELS
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.settings import Connection, Settings, find_file, shown

_STRICTNESS = tuple(LEVELS)
SIGN_IN = ("organizations.list_accessible", "organizations.get", "agents.me")
"""What `zohodesk login` and `whoami` ask; whatever a connection is for, signing in is allowed."""


@dataclass(frozen=True)
class Need:
    """An action that is needed, and what for: ``kind Agent``, ``look-up get_role``, ``action tickets.list``."""

    action: Action
    reason: str


@dataclass(frozen=True)
class Choice:
    """What somebody wants to do.

    Attributes:
        actions: names of actions.
        uses: kinds.
        look_ups: look-ups of a program.
        read_only: kinds are only refreshed and previewed, as a drift job does.
        sign_in: also what ``zohodesk login`` and ``whoami`` ask.
        only: names of the actions that count; None: all.
    """

    actions: tuple[str, ...] = ()
    uses: tuple[Use, ...] = ()
    look_ups: tuple[str, ...] = ()
    read_only: bool = False
    sign_in: bool = False
    only: frozenset[str] | None = None

    @property
    def needs(self) -> tuple[Need, ...]:
        """Every action that may be called, once for each reason. Raises InputError for an unknown action."""
        return tuple(
            dict.fromkeys(need for need in self._needs() if self.only is None or need.action.name in self.only)
        )

    def _needs(self) -> Iterator[Need]:
        for name in self.actions:
            yield Need(action_named(name), f"action {action_named(name).name}")
        for use in self.uses:
            actual = Use(use.kind, manages=False) if self.read_only else use
            for operation in operations_of(actual):
                yield Need(action_of(operation), f"kind {use.kind}")
        for look_up in self.look_ups:
            for operation in look_up_operations(look_up):
                yield Need(action_of(operation), f"look-up {look_up}")
        if self.sign_in:
            for name in SIGN_IN:
                yield Need(action_named(name), "zohodesk login")

    @property
    def needed(self) -> tuple[Action, ...]:
        return tuple(dict.fromkeys(need.action for need in self.needs))

    def scopes(self, *, narrow: bool = False) -> tuple[str, ...]:
        """The smallest set of OAuth scopes that is enough."""
        return smallest((action.operation.scopes for action in self.needed), narrow=narrow)

    def scope_reasons(self, scopes: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
        """For each of some scopes, the needed actions that it opens."""
        return {
            scope: tuple(action.name for action in self.needed if scope in action.operation.scopes) for scope in scopes
        }

    @property
    def permissions(self) -> tuple[str, ...]:
        """What the profile of the agent who consents must allow: ``tickets.view``, ``setup.department`` ..."""
        return tuple(dict.fromkeys(action.profile.needs for action in self.needed if action.profile.needs))

    @property
    def levels(self) -> Mapping[str, str]:
        """The least level of data sharing by module."""
        found: dict[str, str] = {}
        for action in self.needed:
            if level := action.sharing.needs:
                found[action.group] = max(found.get(action.group, level), level, key=_STRICTNESS.index)
        return found


Found = TypeVar("Found")


@dataclass(frozen=True)
class Meant:
    """What the lists of a connection stand for.

    Attributes:
        actions, kinds: those that exist.
        problems: sentences about what does not exist; the connection cannot be used before they are mended.
        doubts: sentences about scopes that nobody lists; they may exist.
    """

    actions: tuple[Action, ...]
    kinds: tuple[str, ...]
    problems: tuple[str, ...]
    doubts: tuple[str, ...]


def meant_by(connection: Connection | Settings) -> Meant:
    """What a connection is for, as its actions, kinds and scopes say."""
    search = _Search(connection)
    actions = search.found("actions", connection.actions, action_named)
    kinds = search.found("kinds", connection.kinds, kind_named_like)
    search.found("scopes", connection.scopes, check_scope)
    doubts = [search.sentence("scopes", doubt) for scope in connection.scopes if (doubt := doubt_of_scope(scope))]
    return Meant(tuple(actions), tuple(kinds), tuple(search.problems), tuple(doubts))


class _Search:
    def __init__(self, connection: Connection | Settings) -> None:
        if isinstance(connection, Connection):
            self.name, self.file = connection.name, Path(connection.file)
        else:
            self.name, self.file = connection.connection or "", find_file() or Path("zohodesk.toml")
        self.problems: list[str] = []

    def found(self, key: str, names: Iterable[str], find: Callable[[str], Found]) -> list[Found]:
        found = []
        for name in names:
            try:
                found.append(find(name))
            except InputError as error:
                self.problems.append(self.sentence(key, str(error)))
        return found

    def sentence(self, key: str, words: str) -> str:
        return f"In {self.file}, {key} of [connections.{shown(self.name)}]: {words}"
