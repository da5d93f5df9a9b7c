"""The schema of a Pulumi package with the kinds: made on demand, for a provider that other languages can use.

Nothing uses it yet. What it cannot say: that a reference takes a resource, limits, and which fields exclude others.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from importlib.metadata import metadata
from typing import Any

from generate.resources import choice_name, documented, structures_of
from pulumi_zohodesk.engine import (
    Choice,
    Decimal,
    Field,
    Flag,
    Kind,
    Many,
    Map,
    Number,
    Output,
    Part,
    Scalar,
    Struct,
    ValueType,
)
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.settings import STACK_KEYS

__all__ = ["package_schema"]

STATE_TYPE = "pulumi-python:dynamic/zohodesk:{name}"
"""The type under which states of today have a kind."""


def package_schema() -> str:
    """The schema as JSON. What must hold of it is Pulumi's metaschema, ``pkg/codegen/schema/pulumi.json``."""
    about = metadata("pulumi-zohodesk")
    schema = {
        "name": "zohodesk",
        "displayName": "Zoho Desk",
        "version": about["Version"],
        "description": about["Summary"],
        "license": about["License-Expression"],
        "config": {"variables": {key: {"type": "string"} for key in STACK_KEYS}},
        "types": _types(),
        "resources": {_token(kind.name): _resource(kind) for kind in KINDS},
        "functions": {_token(f"get{kind.name}"): _look_up(kind) for kind in KINDS},
    }
    return json.dumps(schema, indent=1) + "\n"


def _token(name: str) -> str:
    return f"zohodesk:index:{name}"


def _types() -> dict[str, Any]:
    found = {_token(structure.name): _structure(structure) for structure in structures_of(KINDS)}
    owners: list[tuple[str, Iterable[Part]]] = [(kind.name, kind.fields) for kind in KINDS]
    owners += [(structure.name, structure.parts) for structure in structures_of(KINDS)]
    for owner, parts in owners:
        for part in parts:
            if (choice := _choice(part.type)) is not None:
                words = [{"value": option} for option in choice.options]
                found[_token(choice_name(owner, part))] = {"type": "string", "enum": words}
    return found


def _choice(type_: ValueType) -> Choice | None:
    inner = type_.type if isinstance(type_, Many | Map) else type_
    return inner if isinstance(inner, Choice) else None


def _structure(structure: Struct) -> dict[str, Any]:
    return {
        "type": "object",
        "description": structure.sentence,
        "properties": _properties(structure.name, structure.parts),
        "required": [part.wire for part in structure.parts if part.required],
    }


def _properties(owner: str, parts: Iterable[Part]) -> dict[str, Any]:
    return {part.wire: _property(owner, part) for part in parts}


def _property(owner: str, part: Part) -> dict[str, Any]:
    said = part.sentence if isinstance(part, Output) else documented(part)
    more: dict[str, Any] = {"description": said} if said else {}
    if isinstance(part, Field):
        more |= {"default": part.default} if part.default is not None else {}
        more |= {"willReplaceOnChanges": True} if part.fixed else {}
    return {**_type(part.type, choice_name(owner, part)), **more}


def _type(type_: ValueType, choice: str) -> dict[str, Any]:
    """A type; ``choice`` is what the words of a list are called."""
    if isinstance(type_, Many):
        return {"type": "array", "items": _type(type_.type, choice)}
    if isinstance(type_, Map):
        return {"type": "object", "additionalProperties": _type(type_.type, choice)}
    if isinstance(type_, Struct | Choice):
        return {"$ref": f"#/types/{_token(type_.name if isinstance(type_, Struct) else choice)}"}
    if isinstance(type_, Decimal):
        return {"oneOf": [{"type": "number"}, {"type": "string"}]}
    if isinstance(type_, Scalar):
        return {"$ref": "pulumi.json#/Any"}
    return {"type": "boolean" if isinstance(type_, Flag) else "integer" if isinstance(type_, Number) else "string"}


def _resource(kind: Kind) -> dict[str, Any]:
    always = [field.wire for field in kind.fields if field.required or field.default is not None]
    return {
        "description": kind.sentence,
        "properties": _properties(kind.name, kind.entries),
        "required": [*always, *(output.wire for output in kind.outputs if output.always)],
        "inputProperties": _properties(kind.name, kind.fields),
        "requiredInputs": [field.wire for field in kind.fields if field.required],
        "aliases": [{"type": STATE_TYPE.format(name=kind.name)}],
    }


def _look_up(kind: Kind) -> dict[str, Any]:
    wires = tuple(dict.fromkeys((*kind.look_up_key, *kind.key)))
    answers: Mapping[str, Any] = _properties(kind.name, [*kind.managed, *kind.outputs])
    return {
        "description": f"The {kind.words} of this natural key.",
        "inputs": {
            "properties": {wire: {"type": "string"} for wire in (*wires, "connection")},
            "required": list(kind.look_up_key),
        },
        "outputs": {"properties": {"id": {"type": "string"}, **answers}, "required": ["id"]},
    }
