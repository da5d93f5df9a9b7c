"""What arguments that name other objects mean: ids. A value of another form is refused before anything is made."""

from __future__ import annotations

from typing import Any
from weakref import WeakSet

import pulumi

from pulumi_zohodesk.dynamic._messages import as_end_of_program
from pulumi_zohodesk.engine import Field, IdSet
from pulumi_zohodesk.errors import InputError

__all__ = ["is_one_id", "reference", "refuse_resource"]

_SEVERAL = (list, tuple, set, frozenset)
_IDS: WeakSet[pulumi.Output[str]] = WeakSet()
"""Ids of the objects of this program: in a preview nothing else tells them from an output of a list."""


def is_one_id(id: pulumi.Output[str] | str) -> None:
    """Note that an output is the id of an object; one that is a text already, as without an engine, tells itself."""
    if isinstance(id, pulumi.Output):
        _IDS.add(id)


def reference(value: Any, field: Field, where: str) -> Any:
    """The id that an argument means, or the list of ids; outputs too.

    Args:
        where: argument and object, as the start of a sentence.

    Raises:
        InputError: a resource of another kind, one object for a set, or a list where one object belongs.
    """
    kind = str(field.ref)
    if isinstance(value, pulumi.Output) and value not in _IDS:
        return value.apply(lambda known: reference(known, field, where))
    if value is None or not isinstance(field.type, IdSet):
        return _id(value, kind, where, f"takes one {kind} or its id, not a list")
    if not isinstance(value, _SEVERAL):
        words = f"takes a list of {kind} resources or their ids, not {_words(value)}: write {field.snake}=[...]"
        raise _refused(where, words)
    return [_id(item, kind, where, "holds a list in a list: write one list") for item in value]


def refuse_resource(value: Any, where: str) -> None:
    """Raise InputError for a resource where a plain value belongs."""
    if isinstance(value, pulumi.Resource):
        raise _refused(where, f"takes a value, not {_words(value)}: write an output of it, such as its name")


def _id(value: Any, kind: str, where: str, listed: str) -> Any:
    if isinstance(value, pulumi.Output) and value not in _IDS:
        return value.apply(lambda known: _id(known, kind, where, listed))
    if isinstance(value, _SEVERAL):
        raise _refused(where, listed)
    if not isinstance(value, pulumi.Resource):
        return value
    if getattr(getattr(value, "KIND", None), "name", "") != kind:
        raise _refused(where, f"takes a {kind} or its id, not {_words(value)}")
    return value.id  # type: ignore[attr-defined]  # mypy: whatever has a kind has an id


def _words(value: Any) -> str:
    if isinstance(value, pulumi.Resource):
        return f"a {type(value).__name__}"
    return "one id" if isinstance(value, str | int | pulumi.Output) else f"a {type(value).__name__}"


def _refused(where: str, words: str) -> InputError:
    error = InputError(f"{where} {words}.")
    as_end_of_program(error)
    return error
