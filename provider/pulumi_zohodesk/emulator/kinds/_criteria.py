"""Criteria of skills: conditions and the pattern that joins them by number."""

from __future__ import annotations

import re
from typing import Any

from pulumi_zohodesk.emulator._errors import FieldError, invalid
from pulumi_zohodesk.emulator._store import Record

TOKEN = re.compile(r"\s*(\(|\)|and|or|\d+)", re.IGNORECASE)
TEXT_CONDITIONS = ("is", "isn't", "contains", "doesn't contain", "starts with", "ends with")
FIELDS = {
    "tickets": (("Subject", "Text"), ("Channel", "Picklist"), ("Priority", "Picklist"), ("Phone", "Phone")),
    "contacts": (("First Name", "Text"), ("Last Name", "Text"), ("Email", "Email")),
    "accounts": (("Account Name", "Text"), ("Industry", "Picklist")),
}
"""A small catalogue with the labels that stand in ``fieldName``; the service's is longer."""


def errors_of(criteria: Record) -> list[FieldError]:
    """What is wrong with the criteria beyond their schema."""
    conditions = criteria["fieldConditions"]
    if not conditions:
        return [invalid("/criteria/fieldConditions", "At least one condition is required.")]
    if not is_pattern(criteria["pattern"], len(conditions)):
        return [invalid("/criteria/pattern", "The pattern must join existing condition numbers with and, or.")]
    return []


def is_pattern(text: str, conditions: int) -> bool:
    """Whether the text is an expression over the numbers of existing conditions."""
    tokens = _tokens(text)
    if tokens is None:
        return False
    end = _expression(tokens, 0, conditions)
    return end is not None and end == len(tokens)


def _tokens(text: str) -> list[str] | None:
    found, position = [], 0
    text = text.strip()
    while position < len(text):
        match = TOKEN.match(text, position)
        if match is None:
            return None
        found.append(match[1].lower())
        position = match.end()
    return found


def _expression(tokens: list[str], start: int, conditions: int) -> int | None:
    """The place after the expression that starts there, or None when there is none."""
    place = _term(tokens, start, conditions)
    while place is not None and place < len(tokens) and tokens[place] in ("and", "or"):
        place = _term(tokens, place + 1, conditions)
    return place


def _term(tokens: list[str], start: int, conditions: int) -> int | None:
    if start >= len(tokens):
        return None
    if tokens[start] == "(":
        place = _expression(tokens, start + 1, conditions)
        closed = place is not None and place < len(tokens) and tokens[place] == ")"
        return place + 1 if place is not None and closed else None
    number = tokens[start]
    return start + 1 if number.isdigit() and 1 <= int(number) <= conditions else None


def normalized(text: str) -> str:
    """The pattern without spaces, and without parentheses around the whole or around one number."""
    tokens = _tokens(text) or [text]
    plain = re.sub(r"\((\d+)\)", r"\1", "".join(tokens))
    while plain.startswith("(") and _encloses(plain):
        plain = plain[1:-1]
    return plain


def _encloses(text: str) -> bool:
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return place == len(text) - 1
    return False


def with_display(criteria: Record) -> Record:
    """The criteria as answers show them: every condition with displayValue, which writes do not take."""
    conditions = [
        {**one, "displayValue": [_display(value) for value in one["value"] or []]}
        for one in criteria["fieldConditions"]
    ]
    return {**criteria, "fieldConditions": conditions}


def _display(value: Any) -> str:
    marks = {"${EMPTY}": "is empty", "${NOTEMPTY}": "is not empty"}
    return marks.get(value, value) if isinstance(value, str) else str(value)


def catalogue(module: str) -> list[Record]:
    """The fields of a module with the conditions each takes."""
    details = [
        {
            "fieldLabel": label,
            "i18NLabel": label,
            "type": kind,
            "availableConditions": [
                {"condition": one, "i18NCondition": one, "value": ["${CUSTOM}"]} for one in TEXT_CONDITIONS
            ],
        }
        for label, kind in FIELDS[module]
    ]
    return [{"name": module, "displayLabel": module.capitalize(), "fieldDetails": details}]
