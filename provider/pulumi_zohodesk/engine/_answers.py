"""Answers of the service in the shape in which their fields are written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pulumi_zohodesk.engine._fields import Field, Output, Row
from pulumi_zohodesk.engine.types import MISSING, structures, value_at


def shaping(entries: Sequence[Field | Output], id_key: str) -> Callable[[Row], Row]:
    """What brings an answer into the shape of a write: the id under ``id``, every field under its own name.

    Args:
        entries: arguments and outputs of the kind.
        id_key: the key under which answers have the id.
    """
    reads = [(item.wire, item.read.split(".")) for item in entries if item.read]
    reads += [("id", [id_key])] * (id_key != "id")
    fields = [item for item in entries if isinstance(item, Field) and not item.option]
    # Those that have something under another name in answers, further down.
    nested = [item for item in fields if any(part.read for inner in structures(item.type) for part in inner.parts)]

    def row(answer: Row) -> Row:
        found = {wire: value_at(answer, steps) for wire, steps in reads}
        row = {**answer, **{wire: value for wire, value in found.items() if value is not MISSING}} if found else answer
        written = {item.wire: item.type.written(row[item.wire]) for item in nested if item.wire in row}
        return {**row, **written} if written else row

    return row
