"""What state holds of an object: the API's own keys, ``id``, the options, and one map of marks."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from pulumi_zohodesk.engine._fields import Field, Row
from pulumi_zohodesk.engine._kind import Kind
from pulumi_zohodesk.engine._values import exact

MARKS = "__zohodesk"
"""The state key of the marks. Frozen, as are the keys inside: they are in users' state files."""

STATE_VERSION = 1


@dataclass(frozen=True)
class Marks:
    """What the provider notes about an object; never compared.

    Attributes:
        organization: id of the organisation the object lives in; empty when never written.
        connection: name of the connection it was last written through, or empty.
        managed: wire names that the program manages; None when unknown (an import without inputs).
        incomplete: wire names that the last run could not finish.
        rewritten: by wire name, a digest of what the service made of what was written, where that is another text.
    """

    organization: str = ""
    connection: str = ""
    managed: tuple[str, ...] | None = None
    incomplete: tuple[str, ...] = ()
    rewritten: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @classmethod
    def of(cls, outputs: Row) -> Marks:
        found = outputs.get(MARKS)
        if not isinstance(found, Mapping):
            return cls()
        managed = found.get("managed")
        return cls(
            str(found.get("organization") or ""),
            str(found.get("connection") or ""),
            tuple(managed) if isinstance(managed, (list, tuple)) else None,
            tuple(found.get("incomplete") or ()),
            dict(found.get("rewritten") or {}),
        )

    def as_state(self) -> dict[str, Any]:
        return {
            "version": STATE_VERSION,
            "organization": self.organization,
            "connection": self.connection,
            "managed": sorted(self.managed or ()),
            "incomplete": sorted(self.incomplete),
            **({"rewritten": dict(sorted(self.rewritten.items()))} if self.rewritten else {}),
        }


def rewritten(kind: Kind, row: Row, inputs: Row) -> dict[str, str]:
    """For `Marks`: what the answer to a write holds in place of what was written."""
    return {
        field.wire: _digest(row[field.wire])
        for field in kind.managed
        if field.rewritten
        and field.wire in row
        and inputs.get(field.wire) is not None
        and not field.type.same(row[field.wire], inputs[field.wire])
    }


def as_written(field: Field, live: Any, stored: Any, marks: Marks) -> Any:
    """The live value, comparable with the stored one: that one itself where it is what the service made of it."""
    if field.rewritten and marks.rewritten.get(field.wire) == _digest(live):
        return stored
    return field.type.shown(live, stored)


def _digest(value: Any) -> str:
    return sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def inputs_from(kind: Kind, row: Row, before: Row, marks: Marks, managed: Sequence[str]) -> dict[str, Any]:
    """The managed fields as they are live, in the spelling of ``before`` where that means the same.

    A field that the answer leaves out is unknown, not empty: it keeps the value it had.
    """
    inputs: dict[str, Any] = {}
    for field in kind.fields:
        stored = before.get(field.wire)
        if field.option:
            if stored is not None:
                inputs[field.wire] = stored
        elif field.wire in managed:
            inputs[field.wire] = as_written(field, row[field.wire], stored, marks) if field.wire in row else stored
    return {key: value for key, value in inputs.items() if value is not None}


def echo(kind: Kind, inputs: Row, undone: Sequence[str] = ()) -> dict[str, Any]:
    """What state holds of wanted inputs after they were written: they themselves, whatever the answer says.

    Were it the answer, then what somebody else changed at that moment would be in the state without ever having been
    shown, and the next update would undo it without showing that either. So the next refresh finds it, as drift.
    What is still undone is not so yet.
    """
    return {
        field.wire: inputs[field.wire]
        for field in kind.fields
        if inputs.get(field.wire) is not None and field.wire not in undone
    }


def outputs_from(kind: Kind, id: str, row: Row, inputs: Row, before: Row, marks: Marks) -> dict[str, Any]:
    """The whole state of an object: managed fields as ``inputs`` has them, all else as the service answers it."""
    outputs: dict[str, Any] = {}
    for wire in (*(field.wire for field in kind.answered), *(output.wire for output in kind.outputs)):
        value = row.get(wire, before.get(wire))
        if value is not None:
            outputs[wire] = exact(value)
    return {**outputs, **inputs, "id": id, MARKS: marks.as_state()}
