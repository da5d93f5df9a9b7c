"""Criteria: numbered conditions on fields and the expression that combines them. Several kinds have them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pulumi_zohodesk.engine._values import Unknown, ValueType, has_unknown, near, plain, scalar

__all__ = ["CRITERIA", "MODULES", "CriteriaType", "tidy_pattern"]

MODULES = (
    "tickets",
    "tasks",
    "contracts",
    "accounts",
    "contacts",
    "products",
    "calls",
    "events",
    "activities",
)
_CONDITION_KEYS = ("condition", "fieldModule", "fieldName", "value")


def tidy_pattern(pattern: Any) -> str:
    """An expression without white space, case and outer brackets: the service normalises it, users write it freely."""
    text = re.sub(r"\s+", "", scalar(pattern)).lower()
    while text.startswith("(") and text.endswith(")") and _encloses(text):
        text = text[1:-1]
    return text


def _encloses(text: str) -> bool:
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return place == len(text) - 1
    return False


class CriteriaType(ValueType):
    """``{fieldConditions: [{fieldModule, fieldName, condition, value: [...]}], pattern: "(1or2)"}``.

    Source: Skill.json, createSkill. Answers add ``displayValue`` to each condition, which never counts.
    """

    words = "criteria"

    def problems(self, value: Any, old: Any = None) -> Iterator[str]:
        if not isinstance(value, Mapping):
            yield "must be a desk.Criteria(field_conditions=[...], pattern=...)"
            return
        conditions = value.get("fieldConditions")
        if isinstance(conditions, Unknown):
            return
        if not isinstance(conditions, (list, tuple)) or not conditions:
            yield "has no field_conditions; Zoho Desk needs at least one"
            return
        known = _known_conditions(old)
        for number, condition in enumerate(conditions, 1):
            if condition not in known:
                yield from _condition_problems(number, condition)
        yield from _unknown_keys(value, ("fieldConditions", "pattern"))
        pattern = value.get("pattern")
        if not isinstance(pattern, Unknown):
            yield from _pattern_problems(scalar(pattern), len(conditions))

    def canon(self, value: Any) -> Any:
        if has_unknown(value):
            return value
        if not isinstance(value, Mapping):
            return None
        conditions = [_canon_condition(item) for item in value.get("fieldConditions") or ()]
        return conditions, tidy_pattern(value.get("pattern"))

    def respell(self, old: Any, new: Any) -> Any:
        if not isinstance(old, Mapping) or not isinstance(new, Mapping) or has_unknown(old):
            return new
        result = {
            "fieldConditions": _respell_conditions(old.get("fieldConditions"), new.get("fieldConditions")),
            "pattern": new.get("pattern"),
        }
        if not has_unknown(result["pattern"]) and tidy_pattern(old.get("pattern")) == tidy_pattern(result["pattern"]):
            result["pattern"] = old.get("pattern")
        return result

    def body(self, value: Any) -> Any:
        return {
            "fieldConditions": [
                {key: plain(item[key]) for key in _CONDITION_KEYS} for item in value["fieldConditions"]
            ],
            "pattern": scalar(value["pattern"]),
        }

    def shown(self, live: Any, wanted: Any) -> Any:
        if not isinstance(live, Mapping):
            return live
        bare = {
            "fieldConditions": [
                {key: item.get(key) for key in _CONDITION_KEYS} for item in live.get("fieldConditions") or ()
            ],
            "pattern": live.get("pattern"),
        }
        return self.respell(wanted, bare)


CRITERIA = CriteriaType()


def _canon_condition(condition: Mapping[str, Any]) -> tuple[str, ...]:
    values = condition.get("value")
    spread = values if isinstance(values, (list, tuple)) else [values]
    head = (scalar(condition.get(key)) for key in ("fieldModule", "fieldName", "condition"))
    return (*head, *(scalar(item) for item in spread))


def _known_conditions(old: Any) -> list[Any]:
    conditions = old.get("fieldConditions") if isinstance(old, Mapping) else None
    return list(conditions) if isinstance(conditions, (list, tuple)) else []


def _respell_conditions(old: Any, new: Any) -> Any:
    if not isinstance(old, (list, tuple)) or not isinstance(new, (list, tuple)):
        return new
    return [
        old[place]
        if place < len(old)
        and isinstance(item, Mapping)
        and isinstance(old[place], Mapping)
        and not has_unknown(item)
        and _canon_condition(old[place]) == _canon_condition(item)
        else item
        for place, item in enumerate(new)
    ]


def _condition_problems(number: int, condition: Any) -> Iterator[str]:
    if isinstance(condition, Unknown):
        return
    if not isinstance(condition, Mapping):
        yield f"has as condition {number} something that is no desk.FieldCondition"
        return
    yield from _unknown_keys(condition, (*_CONDITION_KEYS, "displayValue"), f" in condition {number}")
    for key in _CONDITION_KEYS:
        value = condition.get(key)
        if value is None or value == "":
            yield f"lacks {key} in condition {number}"
    module = condition.get("fieldModule")
    if isinstance(module, str) and module and module not in MODULES:
        yield f"has field_module {module!r} in condition {number}, which is none of {', '.join(MODULES)}"
    value = condition.get("value")
    if value is not None and not isinstance(value, (list, tuple, Unknown)):
        yield f"needs a list as value of condition {number}"
    for key in ("fieldName", "condition"):
        text = condition.get(key)
        if isinstance(text, str) and len(text) > 100:
            yield f"has {len(text)} characters in {key} of condition {number}, Zoho Desk takes at most 100"


def _unknown_keys(value: Mapping[str, Any], known: Iterable[str], where: str = "") -> Iterator[str]:
    for key in value:
        if key not in known:
            yield f"has {key!r}{where}, which means nothing; {near(key, known)}"


def _pattern_problems(pattern: str, count: int) -> Iterator[str]:
    if not pattern:
        yield 'lacks pattern, the expression that combines the conditions, for example "1" or "(1and2)"'
        return
    if not _reads(pattern):
        yield f"has the pattern {pattern!r}, which cannot be read: write for example (1and2) or (1or(2and3))"
        return
    numbers = {int(digits) for digits in re.findall(r"[0-9]+", pattern)}
    if extra := sorted(numbers - set(range(1, count + 1))):
        yield f"names condition {extra[0]} in its pattern, but has {count}"
    if unused := sorted(set(range(1, count + 1)) - numbers):
        yield f"leaves condition {unused[0]} out of its pattern {pattern!r}"


def _reads(pattern: str) -> bool:
    """Whether a pattern is numbers joined by and and or, with brackets that match."""
    words = re.findall(r"[0-9]+|and|or|[()]|[^\s]", pattern.lower())
    while len(words) > 1:
        shorter = _reduced(words)
        if shorter == words:
            return False
        words = shorter
    return bool(words) and words[0].isdigit()


def _reduced(words: list[str]) -> list[str]:
    """One step: a bracketed number, or two joined ones, become a number."""
    for place in range(len(words) - 2):
        first, middle, last = words[place : place + 3]
        joined = first.isdigit() and middle in ("and", "or") and last.isdigit()
        if joined or (first == "(" and middle.isdigit() and last == ")"):
            return [*words[:place], "1", *words[place + 3 :]]
    return words
