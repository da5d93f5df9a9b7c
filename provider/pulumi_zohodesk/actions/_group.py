"""What the classes of typed methods share: handing arguments on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, Final, Protocol

from pulumi_zohodesk.engine import Row

__all__ = ["LEFT_OUT", "Answer", "Group", "LeftOut", "Performer", "Row", "Rows"]

Rows = list[dict[str, Any]]
Answer = Any


class LeftOut(Enum):
    """An argument that was not given, where None means something: it clears a field."""

    LEFT_OUT = "left out"


LEFT_OUT: Final = LeftOut.LEFT_OUT


class Performer(Protocol):
    def call(self, name: str, given: Mapping[str, Any]) -> Any: ...

    def all(self, name: str, given: Mapping[str, Any]) -> Iterator[dict[str, Any]]: ...

    def nullable(self, name: str) -> frozenset[str]: ...


class Group:
    """Actions of one group."""

    def __init__(self, performer: Performer) -> None:
        self._performer = performer

    def _given(self, name: str, values: Mapping[str, Any]) -> dict[str, Any]:
        """What was given; None counts only where it clears something."""
        nullable = self._performer.nullable(name)
        return {key: one for key, one in values.items() if one is not LEFT_OUT and (one is not None or key in nullable)}

    def _answer(self, name: str, values: Mapping[str, Any]) -> Answer:
        return self._performer.call(name, self._given(name, values))

    def _rows(self, name: str, values: Mapping[str, Any]) -> Rows:
        rows: Rows = self._performer.call(name, self._given(name, values))
        return rows

    def _do(self, name: str, values: Mapping[str, Any]) -> None:
        self._performer.call(name, self._given(name, values))

    def _all(self, name: str, values: Mapping[str, Any]) -> Iterator[Row]:
        return self._performer.all(name, self._given(name, values))
