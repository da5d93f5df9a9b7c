"""Criteria as programs write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pulumi

__all__ = ["Criteria", "FieldCondition"]


@dataclass(frozen=True, kw_only=True)
class FieldCondition:
    """One condition on a field of a record.

    Attributes:
        field_module: the record's module, for example ``tickets``, ``contacts`` or ``accounts``.
        field_name: the field, at most 100 characters.
        condition: how to compare, for example ``is`` or ``contains``.
        value: what to compare with; ``${EMPTY}``, ``${NOTEMPTY}`` and ``${CUSTOM}`` are markers of the API.
    """

    field_module: pulumi.Input[str]
    field_name: pulumi.Input[str]
    condition: pulumi.Input[str]
    value: pulumi.Input[Sequence[pulumi.Input[Any]]]

    def as_input(self) -> dict[str, Any]:
        return {
            "fieldModule": self.field_module,
            "fieldName": self.field_name,
            "condition": self.condition,
            "value": self.value,
        }


@dataclass(frozen=True, kw_only=True)
class Criteria:
    """Which tickets need a skill.

    Attributes:
        field_conditions: at least one; numbered from 1.
        pattern: how they combine, for example ``1``, ``(1and2)`` or ``(1or(2and3))``.
    """

    field_conditions: Sequence[FieldCondition | Mapping[str, Any]]
    pattern: pulumi.Input[str]

    def as_input(self) -> dict[str, Any]:
        return {
            "fieldConditions": [
                item.as_input() if isinstance(item, FieldCondition) else dict(item) for item in self.field_conditions
            ],
            "pattern": self.pattern,
        }
