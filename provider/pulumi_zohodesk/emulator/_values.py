"""What values the controls take: types, bounds and choices, said in a sentence when they are not kept."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from inspect import signature
from typing import Any, TypeVar

from pydantic import ConfigDict, ValidationError

Model = TypeVar("Model")
STRICT = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)
WORDS = {
    "bool_type": "true or false",
    "dict_type": "an object",
    "float_type": "a number",
    "int_type": "a whole number",
    "pattern_regex": "a regular expression",
    "pattern_type": "a regular expression",
    "string_type": "a text",
}
"""pydantic's sorts of errors as what a value should have been."""
Rule = Callable[[Any], str]
"""Answers what a value should have been; empty when it is that."""


def rule(wanted: str, right: Callable[[Any], bool]) -> Rule:
    """What is right, or the words for it."""
    return lambda value: "" if right(value) else wanted


def _is(value: Any, *types: type) -> bool:
    """Whether a value is of one of the types; true is no number."""
    return isinstance(value, types) and isinstance(value, bool) <= (bool in types)


def of(wanted: str, *types: type) -> Rule:
    return rule(wanted, lambda value: _is(value, *types))


flag = of("true or false", bool)
text = rule("a text that is not empty", lambda value: isinstance(value, str) and bool(value.strip()))
texts = rule(
    "a list of texts",
    lambda value: isinstance(value, (list, tuple, set, frozenset)) and all(isinstance(entry, str) for entry in value),
)
mapping = rule("an object", lambda value: isinstance(value, Mapping) and all(isinstance(name, str) for name in value))
MOST = 10**9
"""The greatest whole number that anything may be set to."""


def whole(least: int, most: int = MOST) -> Rule:
    return rule(f"a whole number from {least} to {most}", lambda value: _is(value, int) and least <= value <= most)


def number(most: float) -> Rule:
    """A finite number, at most that far from zero."""
    wanted = f"a number from {-most:.0f} to {most:.0f}"
    return rule(wanted, lambda value: _is(value, int, float) and math.isfinite(value) and abs(value) <= most)


def one_of(*choices: Any) -> Rule:
    """One of the choices; true and 1 are not the same."""
    wanted = f"one of {', '.join(repr(choice) for choice in choices)}"
    return rule(wanted, lambda value: any(value == choice and type(value) is type(choice) for choice in choices))


def optional(rule: Rule) -> Rule:
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


def made(what: str, model: Callable[..., Model], values: Any) -> Model:
    """A dataclass of pydantic with the values. Raises ValueError as ``must_keep`` does."""
    must_be(what, values, mapping)
    try:
        return model(**values)
    except ValidationError as error:
        wrong = error.errors(include_url=False)
    if unknown := [str(one["loc"][0]) for one in wrong if one["type"] == "unexpected_keyword_argument"]:
        raise ValueError(
            f"{what} has no {', '.join(sorted(unknown))}; it has {', '.join(signature(model).parameters)}."
        )
    sort, name = wrong[0]["type"], str(wrong[0]["loc"][0])
    wanted = WORDS.get(sort, wrong[0]["msg"].removeprefix("Input should be "))
    raise ValueError(f"{what}: {name} must be {wanted}, not {_short(values[name])}.")


def _short(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 40 else f"{shown[:37]}..."
