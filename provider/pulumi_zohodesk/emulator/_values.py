"""What values the controls take: types, bounds and choices, said in a sentence when they are not kept."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

Rule = Callable[[Any], str]
"""Answers what a value should have been; empty when it is that."""


def flag(value: Any) -> str:
    return "" if isinstance(value, bool) else "true or false"


def text(value: Any) -> str:
    return "" if isinstance(value, str) and value.strip() else "a text that is not empty"


def texts(value: Any) -> str:
    right = isinstance(value, (list, tuple, set, frozenset)) and all(isinstance(one, str) for one in value)
    return "" if right else "a list of texts"


def mapping(value: Any) -> str:
    return "" if isinstance(value, Mapping) and all(isinstance(one, str) for one in value) else "an object"


def whole(least: int, most: int = 10**9) -> Rule:
    """A whole number within bounds."""

    def rule(value: Any) -> str:
        right = isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
        return "" if right else f"a whole number from {least} to {most}"

    return rule


def number(most: float) -> Rule:
    """A finite number, at most that far from zero."""

    def rule(value: Any) -> str:
        right = isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
        return "" if right and abs(value) <= most else f"a number from {-most:.0f} to {most:.0f}"

    return rule


def one_of(*choices: Any) -> Rule:
    """One of the choices; true and 1 are not the same."""

    def rule(value: Any) -> str:
        right = any(value == one and type(value) is type(one) for one in choices)
        return "" if right else f"one of {', '.join(repr(one) for one in choices)}"

    return rule


def optional(rule: Rule) -> Rule:
    """What the rule takes, or nothing."""
    return lambda value: "" if value is None else rule(value)


def must_be(what: str, value: Any, rule: Rule) -> None:
    """Raises ValueError with a sentence unless the value is what the rule asks for."""
    wanted = rule(value)
    if wanted:
        raise ValueError(f"{what} must be {wanted}, not {_short(value)}.")


def must_keep(what: str, values: Any, rules: Mapping[str, Rule]) -> None:
    """Raises ValueError unless the values are an object of which every name has a rule, and keeps it."""
    must_be(what, values, mapping)
    unknown = sorted(set(values) - set(rules))
    if unknown:
        raise ValueError(f"{what} has no {', '.join(unknown)}; it has {', '.join(rules)}.")
    for name, value in values.items():
        must_be(f"{what}: {name}", value, rules[name])


def _short(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 40 else f"{shown[:37]}..."
