"""Criteria: numbered conditions on fields and the expression that combines them. Source: Skill.json, createSkill.

Answers add ``displayValue`` to each condition, which never counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pulumi_zohodesk.engine import Choice, Many, Part, Problem, Scalar, Struct, Text, scalar
from pulumi_zohodesk.kinds._fields import name_text

MODULES = ("tickets", "tasks", "contracts", "accounts", "contacts", "products", "calls", "events", "activities")


class Pattern(Text):
    """Numbers of conditions joined by and and or, with brackets that match."""

    def clauses(self, value: Any) -> Iterator[str]:
        if not _reads(scalar(value)):
            yield f"is {scalar(value)!r}, which cannot be read: write for example 1, (1and2) or (1or(2and3))"

    def canon(self, value: Any) -> Any:
        """Without white space, case and outer brackets: the service normalises it, users write it freely."""
        text = re.sub(r"\s+", "", scalar(value)).lower()
        while text.startswith("(") and text.endswith(")") and _reads(text[1:-1]):
            text = text[1:-1]
        return text

    def limits(self) -> str:
        return ""


def _reads(pattern: str) -> bool:
    """Whether it becomes one number when each that is in brackets, and each two that are joined, become one."""
    text = pattern.lower()
    while (shorter := re.sub(r"\(\s*[0-9]+\s*\)|[0-9]+\s*(and|or)\s*[0-9]+", " 1 ", text)) != text:
        text = shorter
    return re.fullmatch(r"\s*[0-9]+\s*", text) is not None


def _numbers(value: Mapping[str, Any]) -> Iterator[Problem]:
    """Every condition is in the pattern, and nothing else is."""
    pattern, count = scalar(value["pattern"]), len(value["fieldConditions"])
    numbers = {int(digits) for digits in re.findall(r"[0-9]+", pattern)}
    if extra := sorted(numbers - set(range(1, count + 1))):
        yield ".pattern", f"names condition {extra[0]}, but the last one is {count}"
    if unused := sorted(set(range(1, count + 1)) - numbers):
        yield ".pattern", f"leaves condition {unused[0]} out: it is {pattern!r}"


FIELD_CONDITION = Struct(
    "FieldCondition",
    "One condition on a field of a record.",
    (
        Part("fieldModule", Choice(MODULES), "the module of the record", required=True),
        Part("fieldName", name_text(100), "the field", required=True),
        Part("condition", Text(100), "how to compare, for example ``is`` or ``contains``", required=True),
        Part(
            "value",
            Many(Scalar(), ordered=True),
            "what to compare with; ``${EMPTY}``, ``${NOTEMPTY}`` and ``${CUSTOM}`` are markers of the API",
            required=True,
        ),
    ),
    added=frozenset({"displayValue"}),
)
CRITERIA = Struct(
    "Criteria",
    "Which records are meant: conditions, and how they combine.",
    (
        Part("fieldConditions", Many(FIELD_CONDITION, ordered=True, least=1), "numbered from 1", required=True),
        Part(
            "pattern",
            Pattern(1000),
            "how they combine, for example ``1``, ``(1and2)`` or ``(1or(2and3))``",
            required=True,
        ),
    ),
    _numbers,
)
