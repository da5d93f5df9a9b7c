"""What YAML files may declare, as models made from the declarations of the kinds; also the JSON Schema of the files.

Loaded only where such a file is read or its schema is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, WithJsonSchema, create_model

from pulumi_zohodesk.engine import (
    Choice,
    Flag,
    Kind,
    LongText,
    Many,
    Map,
    Number,
    Part,
    Reference,
    Scalar,
    Struct,
    Text,
    ValueType,
    single,
)
from pulumi_zohodesk.engine import Field as Argument
from pulumi_zohodesk.kinds._register import KINDS

_MEMBERS: frozenset[int | str] = frozenset({"str", "list[str]", "ById"})
"""What the error of a reference says beside its place: which form it is not."""


class ById(BaseModel):
    """An object by its id, where no name means it alone."""

    model_config = ConfigDict(extra="forbid")
    id: str | int


class InFile(BaseModel):
    """The text that this file beside the data holds."""

    model_config = ConfigDict(extra="forbid")
    file: str


class InSettings(BaseModel):
    """A secret by the name of the setting that holds it: ``pulumi config set --secret NAME``."""

    model_config = ConfigDict(extra="forbid")
    secret: str


def _annotation(type_: ValueType) -> Any:
    """What a value may be in a file. Limits and choices are for editors: what is live passes whatever it is."""
    if isinstance(type_, Reference):
        return str | list[str] | ById
    if isinstance(type_, Choice):
        return Annotated[str, Field(json_schema_extra={"enum": list(type_.options)})]
    if isinstance(type_, Flag):
        return bool
    if isinstance(type_, Number):
        return int
    if isinstance(type_, LongText):  # a file in its place has been read before
        text = {"type": "string", "maxLength": type_.limit}
        return Annotated[str, WithJsonSchema({"anyOf": [text, InFile.model_json_schema()]})]
    if isinstance(type_, Text):
        return Annotated[str, Field(json_schema_extra={"maxLength": type_.limit})]
    if isinstance(type_, Scalar):
        return str | int | float | bool | None
    if isinstance(type_, Many):
        return Annotated[list[_annotation(type_.type)], Field(json_schema_extra=_bounds(type_))]  # type: ignore[misc]
    if isinstance(type_, Map):
        return dict[str, _annotation(type_.type)]  # type: ignore[misc]
    return _model(type_.name, type_.sentence, type_.parts) if isinstance(type_, Struct) else str


def _bounds(type_: Many) -> dict[str, Any]:
    bounds = {"minItems": type_.least or None, "maxItems": type_.most}
    return {name: value for name, value in bounds.items() if value is not None}


def _is_secret(part: Part) -> bool:
    return isinstance(part, Argument) and part.write_only


def _model(name: str, sentence: str, parts: tuple[Part, ...]) -> type[BaseModel]:
    entries: dict[str, Any] = {}
    for part in parts:
        annotation = InSettings if _is_secret(part) else _annotation(part.type)
        described = Field(... if part.required else None, description=part.sentence)
        entries[part.yaml_name] = (annotation if part.required else annotation | None, described)
    return create_model(name, __config__=ConfigDict(extra="forbid", strict=True), __doc__=sentence, **entries)


@cache
def _of_kind(name: str) -> type[BaseModel]:
    kind = KINDS.named(name)
    return _model(kind.name, kind.sentence, kind.fields)


_WORDS = {
    "string_type": "must be text",
    "bool_type": "must be true or false",
    "int_type": "must be a whole number",
    "list_type": "must be a list",
    "dict_type": "must be a map",
    "model_type": "must be a map",
}


def problems(kind: Kind, arguments: Mapping[str, Any]) -> list[str]:
    """What is wrong with the arguments of one object: sentences that say where. What is null was left out."""
    try:
        _of_kind(kind.name).model_validate({name: value for name, value in arguments.items() if value is not None})
    except ValidationError as error:
        errors = error.errors(include_url=False)
        missing = [str(error["loc"][0]) for error in errors if error["type"] == "missing" and len(error["loc"]) == 1]
        sentences = {"": f"{', '.join(missing)} of the {kind.words} is missing."} if missing else {}
        for one in errors:
            if one["loc"] not in [(name,) for name in missing]:
                place = _place(one["loc"])
                sentences.setdefault(place, _sentence(kind, place, one))
        return list(sentences.values())
    return []


def _place(steps: tuple[int | str, ...]) -> str:
    """``targets[0].agent``; the members of a union are no steps."""
    path = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps if step not in _MEMBERS]
    return "".join(path).removeprefix(".")


def _sentence(kind: Kind, place: str, error: Any) -> str:
    if any(_is_secret(field) for field in kind.fields if field.yaml_name == error["loc"][0]):
        return (
            f"{error['loc'][0]} is a secret, which no file may hold: write {{secret: NAME}} here, and give the stack "
            "its value with `pulumi config set --secret NAME`."
        )
    if error["type"] == "extra_forbidden":
        name = str(error["loc"][-1])
        known = [part.yaml_name for part in _parts_at(kind, error["loc"][:-1])]
        close = get_close_matches(name, known, 1)
        hint = f"Did you mean {close[0]}?" if close else f"It has {', '.join(known)}."
        owner = single(kind.words) if place == name else place.removesuffix(f".{name}")
        return f"{owner} has no {name}. {hint}"
    if error["type"] == "missing":
        return f"{place} is missing."
    if set(error["loc"]) & _MEMBERS:
        return f"{place} is {error['input']!r}, which names nothing; write a name in quotes, or a list of names."
    return f"{place} {_WORDS.get(error['type'], error['msg'])}, not {error['input']!r}."


def _parts_at(kind: Kind, steps: tuple[int | str, ...]) -> tuple[Part, ...]:
    """The entries that there are where an error is."""
    parts: tuple[Part, ...] = kind.fields
    for step in steps:
        found = next((part.type for part in parts if part.yaml_name == step), None)
        while isinstance(found, Many | Map):
            found = found.type
        parts = found.parts if isinstance(found, Struct) else parts
    return parts


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the files."""
    entries: dict[str, Any] = {
        kind.name: (dict[str, _of_kind(kind.name)] | None, Field(None, description=kind.sentence))  # type: ignore[misc]
        for kind in KINDS
    }
    whole = create_model("HelpDesk", __config__=ConfigDict(extra="forbid"), **entries)
    schema: dict[str, Any] = whole.model_json_schema()
    return schema
