"""What a stack knows of its objects, read from `pulumi stack export --show-secrets`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pulumi_zohodesk.dynamic import BY_TYPE, logical_name, marks_in, opened
from pulumi_zohodesk.engine import Field, Kind, Map, Marks, as_written, has_unknown
from pulumi_zohodesk.inventory import Key, Place


@dataclass(frozen=True)
class Held:
    """An object of a stack.

    Attributes:
        urn: its name in the stack.
        id: its id in the organisation.
        outputs: all that state holds of it, by wire name.
        inputs: what the program said when it was applied last.
        secret: wire names that state keeps encrypted.
    """

    urn: str
    kind: Kind
    id: str
    outputs: Mapping[str, Any]
    inputs: Mapping[str, Any]
    secret: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The logical name in the program."""
        return logical_name(self.urn)

    @property
    def place(self) -> Place:
        return self.kind.name, self.id

    @property
    def connection(self) -> str | None:
        """Its own connection; None: the stack's."""
        return self.outputs.get("connection") or None

    @cached_property
    def marks(self) -> Marks:
        """What the provider noted about it."""
        return Marks.of(self.outputs)

    @property
    def organization(self) -> str:
        return self.marks.organization

    @property
    def managed(self) -> tuple[Field, ...]:
        """The fields that the program manages and that can be compared: what it said last.

        Not what the state notes: that is as old as the last write of the object, since Pulumi renews the inputs of an
        object that did not change, but keeps its outputs.
        """
        return tuple(field for field in self.kind.answered if self.inputs.get(field.wire) is not None)

    def shown(self, field: Field, live: Any) -> Any:
        """The live value of a field, comparable with what the state has."""
        return as_written(field, live, self.value(field.wire), self.marks)

    def value(self, wire: str) -> Any:
        """What the state has for a field; of a map or an order only what the program names now.

        Of these the outputs keep what a program no longer names, as long as nothing else of the object changes.
        """
        stored, said = self.outputs.get(wire, self.inputs.get(wire)), self.inputs.get(wire)
        of = self.kind.by_wire.get(wire)
        if of is None or said is None or not (isinstance(of.type, Map) or of.type.relative):
            return stored
        return of.type.shown(stored, said)


def held_in(deployment: Mapping[str, Any]) -> list[Held]:
    """The objects of this provider in an exported deployment, in its order.

    What is only read (``Department.get``) is not the stack's own; what waits for its deletion, or was removed for a
    successor that is not made yet, is so no longer.
    """
    return [
        _held(resource, kind)
        for resource in deployment.get("resources") or ()
        if (kind := BY_TYPE.get(resource.get("type", "").split("$")[-1]))
        and resource.get("id")
        and not any(resource.get(mark) for mark in ("external", "delete", "pendingReplacement"))
    ]


def _held(entry: Mapping[str, Any], kind: Kind) -> Held:
    outputs, inputs = (dict(_readable(entry.get(name) or {})) for name in ("outputs", "inputs"))
    secret = {wire for name in ("outputs", "inputs") for wire, raw in (entry.get(name) or {}).items() if marks_in(raw)}
    return Held(str(entry["urn"]), kind, str(entry["id"]), outputs, inputs, frozenset(secret))


def _readable(values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    known = ((wire, opened(raw)) for wire, raw in values.items() if wire != "__provider")
    return ((wire, value) for wire, value in known if not has_unknown(value))


def key_of(held: Held, name_of: Mapping[Place, Key]) -> Key:
    """The natural key in names, as the state has it; what nothing names stands there as ``#ID``."""
    parts: list[str] = []
    for wire in held.kind.key:
        ref, text = held.kind.by_wire[wire].ref, str(held.value(wire) or "")
        parts += name_of.get((ref, text), (f"#{text}",)) if ref else (text,)
    return held.kind.key_in_names(parts)
