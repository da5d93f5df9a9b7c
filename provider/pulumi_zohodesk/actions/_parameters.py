"""What an operation takes: tables made from the contract by ``tools/contract/parameters.py``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Place = Literal["path", "query", "body", "field"]
Type = Literal["text", "id", "integer", "number", "flag", "list", "object", "map"]


@dataclass(frozen=True)
class Parameter:
    """One parameter of an operation, or one field of its JSON body.

    Patterns of the contract are left out on purpose: they are a Java dialect, and some refuse what the service takes.

    Attributes:
        name: the API's own name.
        place: ``path``, ``query`` or ``body``; ``field`` inside an object.
        type: ``id`` is digits, as text or number; ``map`` an object with free keys.
        required: must be given.
        nullable: may be null.
        choices: the only values it takes; empty: any.
        shortest, longest: characters of a text; elements of a list.
        least, most: of a number.
        default: what the service takes when it is left out, where the contract says so.
        items: what a list holds.
        fields: what an object holds.
        meaning: in a few words, without a full stop; empty inside of objects.
    """

    name: str
    place: Place
    type: Type
    required: bool = False
    nullable: bool = False
    choices: tuple[Any, ...] = ()
    shortest: int | None = None
    longest: int | None = None
    least: float | None = None
    most: float | None = None
    default: Any = None
    items: Parameter | None = None
    fields: tuple[Parameter, ...] = ()
    meaning: str = ""


def parameters_of(group: str, operation: str) -> tuple[Parameter, ...]:
    """The parameters of an operation of a group of actions. Raises KeyError for one that the tables do not have."""
    return _table(group)[operation]


@cache
def _table(group: str) -> Mapping[str, tuple[Parameter, ...]]:
    text = files("pulumi_zohodesk.actions").joinpath("contract", f"{group}.json").read_text("utf-8")
    return {name: tuple(map(_parameter, rows)) for name, rows in json.loads(text).items()}


def _parameter(row: Mapping[str, Any]) -> Parameter:
    values = dict(row)
    values.setdefault("place", "field")
    if "items" in values:
        values["items"] = _parameter({"name": "", **values["items"]})
    values["choices"] = tuple(values.get("choices", ()))
    values["fields"] = tuple(map(_parameter, values.get("fields", ())))
    return Parameter(**values)
