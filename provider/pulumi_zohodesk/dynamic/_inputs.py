"""What a program gives for an argument, as the SDK shall send it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from operator import attrgetter
from typing import Any

import pulumi

from pulumi_zohodesk.engine import Many, Map, Reference, Struct, ValueType

__all__ = ["sent"]


def sent(type_: ValueType, value: Any, where: str, resource: type[pulumi.CustomResource]) -> Any:
    """A value with the API's names in structures and ids in the place of resources, at every depth; in outputs too.

    Args:
        where: the argument, for messages: ``Skill.agent_ids``.
        resource: the class of resources.

    Raises:
        TypeError: a resource of another kind was given.
    """
    if isinstance(value, pulumi.Output):
        return value.apply(lambda known: sent(type_, known, where, resource))
    if isinstance(type_, Reference) and isinstance(value, resource):
        kind: str = value.KIND.name  # type: ignore[attr-defined]
        if kind != type_.kind:
            raise TypeError(f"{where} takes a {type_.kind} or its id, not a {kind}.")
        return value.id
    if isinstance(type_, Many) and isinstance(value, list | tuple | set | frozenset):
        return [sent(type_.type, item, f"{where}[{place}]", resource) for place, item in enumerate(value)]
    if isinstance(type_, Map) and isinstance(value, Mapping):
        return {key: sent(type_.type, item, f"{where}[{key!r}]", resource) for key, item in value.items()}
    if isinstance(type_, Struct):
        return _structure(type_, value, where, resource)
    return value


def _structure(type_: Struct, value: Any, where: str, resource: type[pulumi.CustomResource]) -> Any:
    """A typed value, or a map with Python's names or the API's."""
    if is_dataclass(value):
        value = {part.wire: getattr(value, part.snake, None) for part in type_.parts}
    if not isinstance(value, Mapping):
        return value
    parts = {part.wire: part for part in type_.parts}
    return {
        wire: sent(parts[wire].type, item, f"{where}.{parts[wire].snake}", resource) if wire in parts else item
        for wire, item in type_.in_wire(value, attrgetter("snake")).items()
        if item is not None
    }
