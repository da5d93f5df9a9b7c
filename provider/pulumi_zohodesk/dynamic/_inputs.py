"""What a program gives for an argument, as the SDK shall send it. A value of another form is refused at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from operator import attrgetter
from typing import Any
from weakref import WeakSet

import pulumi

from pulumi_zohodesk.dynamic._messages import as_end_of_program
from pulumi_zohodesk.engine import Many, Map, Reference, Struct, ValueType
from pulumi_zohodesk.errors import InputError

_SEVERAL = (list, tuple, set, frozenset)
_IDS: WeakSet[pulumi.Output[str]] = WeakSet()
"""Ids of the objects of this program: in a preview nothing else tells them from an output of a list."""


def is_one_id(id: pulumi.Output[str] | str) -> None:
    """Note that an output is the id of an object."""
    if isinstance(id, pulumi.Output):
        _IDS.add(id)


def sent(type_: ValueType, value: Any, where: str) -> Any:
    """A value with the API's names in structures and ids in the place of resources, at every depth; in outputs too.

    Args:
        where: argument and object, as the start of a sentence.

    Raises:
        InputError: a resource of another kind, one object for a set, or a list where one object belongs.
    """
    if isinstance(value, pulumi.Output) and value not in _IDS:
        return value.apply(lambda known: sent(type_, known, where))
    if value is None:
        return None
    if isinstance(type_, Reference):
        return _id(value, type_.kind, where)
    if isinstance(type_, Many):
        return _list(type_, value, where)
    if isinstance(type_, Map) and isinstance(value, Mapping):
        return {key: sent(type_.type, item, where) for key, item in value.items()}
    if isinstance(value, pulumi.Resource):
        raise _refused(where, f"takes a value, not {_words(value)}: write an output of it, such as its name")
    return _structure(type_, value, where) if isinstance(type_, Struct) else value


def _id(value: Any, kind: str, where: str) -> Any:
    if isinstance(value, _SEVERAL):
        raise _refused(where, f"takes one {kind} or its id, not a list")
    if not isinstance(value, pulumi.Resource):
        return value
    if getattr(getattr(value, "KIND", None), "name", "") != kind:
        raise _refused(where, f"takes a {kind} or its id, not {_words(value)}")
    return value.id  # type: ignore[attr-defined]  # mypy: whatever has a kind has an id


def _list(type_: Many, value: Any, where: str) -> Any:
    inner = type_.type
    if isinstance(value, _SEVERAL):
        if isinstance(inner, Reference) and any(isinstance(item, _SEVERAL) for item in value):
            raise _refused(where, "holds a list in a list: write one list")
        return [sent(inner, item, where) for item in value]
    if isinstance(inner, Reference) or isinstance(value, pulumi.Resource):
        of = f" of {inner.kind} resources or their ids" if isinstance(inner, Reference) else ""
        raise _refused(where, f"takes a list{of}, not {_words(value)}: write [...]")
    return value


def _structure(type_: Struct, value: Any, where: str) -> Any:
    """A typed value, or a map with Python's names or the API's."""
    if is_dataclass(value):
        value = {part.wire: getattr(value, part.snake, None) for part in type_.parts}
    if not isinstance(value, Mapping):
        return value
    parts = {part.wire: part for part in type_.parts}
    return {
        wire: sent(parts[wire].type, item, where) if wire in parts else item
        for wire, item in type_.in_wire(value, attrgetter("snake")).items()
        if item is not None
    }


def holds_output(value: Any) -> bool:
    """Whether an output stands anywhere in a value; an object does not count."""
    if isinstance(value, pulumi.Output):
        return True
    if is_dataclass(value) and not isinstance(value, type):
        value = vars(value)
    items = value.values() if isinstance(value, Mapping) else value if isinstance(value, _SEVERAL) else ()
    return any(map(holds_output, items))


def _words(value: Any) -> str:
    if isinstance(value, pulumi.Resource):
        return f"a {type(value).__name__}"
    return "one id" if isinstance(value, str | int | pulumi.Output) else f"a {type(value).__name__}"


def _refused(where: str, words: str) -> InputError:
    error = InputError(f"{where} {words}.")
    as_end_of_program(error)
    return error
