"""Values of every type, for tests over all fields of all kinds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pulumi_zohodesk.engine import Choice, Flag, Id, Many, Map, Number, Reference, Struct, ValueType, scalar

Ids = Callable[[str], Sequence[str]]
"""Ids that objects of a kind have."""


def text_value(type_: ValueType, text: str, flag: bool = True) -> Any:
    """A value in which every text is this one, whatever the limits are."""
    if isinstance(type_, Flag):
        return flag
    if isinstance(type_, Many):
        return [text_value(type_.type, text, flag)]
    if isinstance(type_, Map) and type_.entries:
        key = next(iter(type_.entries))
        return {key: text_value(type_.of(key), text, flag)}
    if isinstance(type_, Map):
        return {"cf_x": text_value(type_.type, text, flag)}
    if isinstance(type_, Struct):
        return {part.wire: text_value(part.type, text, flag) for part in type_.parts}
    return text


def another_value(type_: ValueType, value: Any, ids: Ids) -> Any:
    """A value of a type that means something else than the given one."""
    if isinstance(type_, Reference):
        return next(id for id in ids(type_.kind) if id != scalar(value))
    if isinstance(type_, Many):
        return _other_elements(type_, value, ids)
    if isinstance(type_, Map) and type_.entries:
        key = next(iter(type_.entries))
        return {key: another_value(type_.of(key), (value or {}).get(key), ids)}
    if isinstance(type_, Map):
        return {"cf_floor": "3" if value != {"cf_floor": "3"} else "4"}
    if isinstance(type_, Struct):
        return {part.wire: another_value(part.type, (value or {}).get(part.wire), ids) for part in type_.parts}
    return _other_leaf(type_, value)


def _other_leaf(type_: ValueType, value: Any) -> Any:
    if isinstance(type_, Flag):
        return not value
    if isinstance(type_, Choice):
        return next(option for option in type_.options if option != value)
    if isinstance(type_, Id):
        return scalar(int(value or 0) + 1)
    if isinstance(type_, Number):
        return int(value or type_.least or 0) + 1
    return "Other" if value != "Other" else "Another"


def _other_elements(type_: Many, value: Any, ids: Ids) -> Any:
    if isinstance(type_.type, Choice):
        return [option for option in type_.type.options if option not in (value or ())][:1]
    if isinstance(type_.type, Reference) and not ids(type_.type.kind):
        return []  # nothing is there yet
    if type_.relative and isinstance(type_.type, Reference):
        return value[::-1] if value else ids(type_.type.kind)[: type_.least]
    first = value[0] if value else None
    other = another_value(type_.type, first, ids)
    return [{**other, type_.key: first[type_.key]}] if type_.key and first else [other]
