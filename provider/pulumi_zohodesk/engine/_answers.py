"""Answers of the service in the shape in which their fields are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pulumi_zohodesk.engine._fields import Field, Output, Row
from pulumi_zohodesk.engine.types import MISSING, structures, value_at

__all__ = ["AnswerShape"]


@dataclass(frozen=True)
class AnswerShape:
    """Where the answers of a kind have what.

    Attributes:
        entries: its arguments and outputs.
        id_key: the key under which they have the id.
        envelope: the key under which single answers have the object, where they do.
    """

    entries: tuple[Field | Output, ...]
    id_key: str
    envelope: str = ""

    def row(self, answer: Row) -> Row:
        """An answer as a write has it: the id under ``id``, every field under its own name."""
        inner = answer.get(self.envelope) if self.envelope else None
        answer = inner if isinstance(inner, Mapping) else answer
        found = {wire: value_at(answer, steps) for wire, steps in self._reads}
        row = {**answer, **{wire: value for wire, value in found.items() if value is not MISSING}} if found else answer
        for place, name in self._unsaid:
            if isinstance(row.get(place), Mapping):
                row = {**row, place: {key: value for key, value in row[place].items() if key != name}}
        written = {item.wire: item.type.written(row[item.wire]) for item in self._nested if item.wire in row}
        return {**row, **written} if written else row

    @cached_property
    def _reads(self) -> tuple[tuple[str, Sequence[str]], ...]:
        reads = [(item.wire, item.read.split(".")) for item in self.entries if item.read]
        return (*reads, ("id", [self.id_key])) if self.id_key != "id" else tuple(reads)

    @cached_property
    def _unsaid(self) -> tuple[tuple[str, str], ...]:
        """Where a service that repeats what it was sent would have secrets: nobody may read them."""
        secret = [item for item in self.entries if isinstance(item, Field) and item.write_only]
        return tuple((item.place, item.sent.rpartition(".")[2]) for item in secret)

    @cached_property
    def _nested(self) -> tuple[Field, ...]:
        """Fields that have something under another name in answers, further down."""
        fields = [item for item in self.entries if isinstance(item, Field) and not item.option]
        return tuple(
            item for item in fields if any(part.read for inner in structures(item.type) for part in inner.parts)
        )
