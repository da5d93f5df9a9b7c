"""Fields and types of answers against the contract. Values are looked at for their type and never kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.questions._asking import Asking, Ended, Open, Probe, known_form
from pulumi_zohodesk.questions._contract import contract, needed, operations, parameters, value
from pulumi_zohodesk.transport import Operation

__all__ = ["SHAPES", "Shape", "shapes"]

Types = Mapping[str, tuple[str, ...]]
NAMES: Mapping[type, str] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    dict: "object",
    list: "array",
}
FIELD = re.compile(r"(?!cf_|customField)[A-Za-z_]{1,60}")
"""Names that the service gives to fields. Fields of an organisation's own are named by people, and keys that are ids
have digits."""


@dataclass(frozen=True)
class Shape:
    """How the answer to one operation differs from the contract.

    Attributes:
        fields: those that the contract lacks, or has with other types, with the types that came; those that never
            came without any. Nested ones after a dot.
        open: why nothing could be seen; empty where something was.
    """

    operation: str
    fields: Types
    open: str = ""


_SAID = [one for name, one in operations().items() if contract()[name]["fields"]]
"""What the contract says something of."""
SHAPES = Probe(lambda _asking: "", tuple(use for one in _SAID for use in (*needed(one), one)))
"""What `shapes` asks for, at most: lists for ids are asked once."""


def shapes(asking: Asking) -> Iterator[Shape]:
    """Every list and every single object that the token may read, one call each."""
    ended = ""
    for operation in _SAID:
        try:
            with known_form():
                shape = Shape(operation.name, {}, ended) if ended else _shape(asking, operation)
            yield shape
        except Open as error:
            yield Shape(operation.name, {}, str(error))
        except Ended as error:
            ended = f"not asked further: {error}"
            yield Shape(operation.name, {}, ended)


def _shape(asking: Asking, operation: Operation) -> Shape:
    path, query = ({name: value(asking, name) for name in names} for names in parameters(operation))
    seen = asking.look(operation, path, **query)
    if not seen.good:
        raise Open(f"it was refused: HTTP {seen.status} {seen.code}".strip())
    single = isinstance(seen.content, dict) and not contract()[operation.name]["envelope"]
    objects = [seen.content] if single else seen.rows
    if not objects:
        raise Open("it is empty, or shows the token's agent nothing")
    return Shape(operation.name, _differences(contract()[operation.name]["fields"], objects))


def _differences(known: Types, objects: list[dict[str, Any]]) -> dict[str, tuple[str, ...]]:
    came: dict[str, set[str]] = {}
    opened: set[str] = set()
    for one in objects:
        _walk(one, "", known, came, opened)
    strange = {path: tuple(sorted(types)) for path, types in came.items() if types - _allowed(known.get(path))}
    never = {path: () for path in known if path not in came and path.rpartition(".")[0] in opened}
    return dict(sorted({**strange, **never}.items()))


def _allowed(types: Any) -> set[str]:
    """The types that the contract has of a field; all where it has the field and no type."""
    if types is None:
        return set()
    return {*types, *(["integer"] if "number" in types else [])} or {*NAMES.values(), "null"}


def _walk(one: Mapping[str, Any], place: str, known: Types, came: dict[str, set[str]], opened: set[str]) -> None:
    """Notes the types of the fields of an object, and of objects in it whose fields the contract knows; and the places
    where an object was seen, with whatever fields."""
    opened.add(place)
    for name, held in one.items():
        path = f"{place}.{name}" if place else name
        if path not in known and not FIELD.fullmatch(name):
            continue
        came.setdefault(path, set()).add("null" if held is None else NAMES[type(held)])
        if any(each.startswith(f"{path}.") for each in known):
            for inner in held if isinstance(held, list) else [held]:
                if isinstance(inner, dict):
                    _walk(inner, path, known, came, opened)
