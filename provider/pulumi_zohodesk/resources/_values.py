"""Values with entries. Made by `make generate` from the types of the kinds' fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypedDict

import pulumi

__all__ = ["Criteria", "CriteriaDict", "FieldCondition", "FieldConditionDict"]


@dataclass(frozen=True, kw_only=True)
class FieldCondition:
    """One condition on a field of a record.

    Attributes:
        field_module: the module of the record; ``tickets`` or ``tasks`` or ``contracts`` or ``accounts`` or
            ``contacts`` or ``products`` or ``calls`` or ``events`` or ``activities``.
        field_name: the field; at most 100 characters.
        condition: how to compare, for example ``is`` or ``contains``; at most 100 characters.
        value: what to compare with; ``${EMPTY}``, ``${NOTEMPTY}`` and ``${CUSTOM}`` are markers of the API; in
            an order that counts.
    """

    field_module: pulumi.Input[
        Literal["tickets", "tasks", "contracts", "accounts", "contacts", "products", "calls", "events", "activities"]
    ]
    field_name: pulumi.Input[str]
    condition: pulumi.Input[str]
    value: pulumi.Input[Sequence[pulumi.Input[Any]]]


class FieldConditionDict(TypedDict):
    """`FieldCondition` as a map."""

    field_module: pulumi.Input[
        Literal["tickets", "tasks", "contracts", "accounts", "contacts", "products", "calls", "events", "activities"]
    ]
    field_name: pulumi.Input[str]
    condition: pulumi.Input[str]
    value: pulumi.Input[Sequence[pulumi.Input[Any]]]


@dataclass(frozen=True, kw_only=True)
class Criteria:
    """Which records are meant: conditions, and how they combine.

    Attributes:
        field_conditions: numbered from 1; in an order that counts, at least 1.
        pattern: how they combine, for example ``1``, ``(1and2)`` or ``(1or(2and3))``.
    """

    field_conditions: pulumi.Input[Sequence[pulumi.Input[FieldCondition | FieldConditionDict]]]
    pattern: pulumi.Input[str]


class CriteriaDict(TypedDict):
    """`Criteria` as a map."""

    field_conditions: pulumi.Input[Sequence[pulumi.Input[FieldCondition | FieldConditionDict]]]
    pattern: pulumi.Input[str]
