"""Answers of the service in the shape in which their fields are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pulumi_zohodesk.engine._fields import Field, Output, Row
from pulumi_zohodesk.engine.types import MISSING, structures, value_at


def shaping(entries: Sequence[Field | Output], id_key: str, envelope: str) -> Callable[[Row], Row]:
    """What brings an answer into the shape of a write: the id under ``id``, every field under its own name.

    Args:
        entries: arguments and outputs of the kind.
        id_key: the key under which answers have the id.
        envelope: the key under which single answers have the object, where they do.
    """
    reads = [(item.wire, item.read.split(".")) for item in entries if item.read]
    reads += [("id", [id_key])] * (id_key != "id")
    fields = [item for item in entries if isinstance(item, Field) and not item.option]
    # Those that have something under another name in answers, further down.
    nested = [item for item in fields if any(part.read for inner in structures(item.type) for part in inner.parts)]

    # Where a service that repeats what it was sent would have secrets: nobody may read them.
    unsaid = [(item.place, item.sent.rpartition(".")[2]) for item in fields if item.write_only]

    def row(answer: Row) -> Row:
        inner = answer.get(envelope) if envelope else None
        answer = inner if isinstance(inner, Mapping) else answer
        found = {wire: value_at(answer, steps) for wire, steps in reads}
        row = {**answer, **{wire: value for wire, value in found.items() if value is not MISSING}} if found else answer
        for place, name in unsaid:
            if isinstance(row.get(place), Mapping):
                row = {**row, place: {key: value for key, value in row[place].items() if key != name}}
        written = {item.wire: item.type.written(row[item.wire]) for item in nested if item.wire in row}
        return {**row, **written} if written else row

    return row
