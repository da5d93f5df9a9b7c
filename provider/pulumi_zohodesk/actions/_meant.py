"""What a connection says it is for: its names looked up, and a sentence for each that means nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pulumi_zohodesk.actions._action import Action
from pulumi_zohodesk.actions._scopes import check_scope, doubt_of_scope
from pulumi_zohodesk.actions._table import action_named
from pulumi_zohodesk.actions._uses import kind_named_like
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.settings import Connection, Settings, find_file, shown

__all__ = ["Meant", "meant_by"]

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
    """One connection that is gone through."""

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
