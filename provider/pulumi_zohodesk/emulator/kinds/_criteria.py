"""Criteria of skills: conditions and the pattern that joins them by number."""

from __future__ import annotations

import re
from typing import Any

from pulumi_zohodesk.emulator._errors import FieldError, invalid
from pulumi_zohodesk.emulator._kind import Portal
from pulumi_zohodesk.emulator._store import Record

TOKEN = re.compile(r"\s*(\(|\)|and|or|\d+)", re.IGNORECASE)
TEXT_CONDITIONS = ("is", "isn't", "contains", "doesn't contain", "starts with", "ends with")
FIELDS = {
    "tickets": {
        **dict.fromkeys(("Subject", "Description", "Category"), "Text"),
        **dict.fromkeys(("Channel", "Priority", "Status", "Classification", "Language"), "Picklist"),
        "Email": "Email",
        "Phone": "Phone",
    },
    "contacts": {
        **dict.fromkeys(("First Name", "Last Name", "City", "Country"), "Text"),
        "Email": "Email",
        "Phone": "Phone",
    },
    "accounts": {"Account Name": "Text", "Industry": "Picklist", "Country": "Text"},
}
"""A small catalogue with the labels that stand in ``fieldName``; the service's is longer, and a seed can add to it."""


def errors_of(portal: Portal, criteria: Record) -> list[FieldError]:
    """What is wrong with the criteria beyond their schema."""
    conditions = criteria["fieldConditions"]
    if not conditions and portal.switches.empty_criteria:
        return []
    if not conditions:
        return [invalid("/criteria/fieldConditions", "At least one condition is required.")]
    if not is_pattern(criteria["pattern"], len(conditions)):
        return [invalid("/criteria/pattern", "The pattern must join existing condition numbers with and, or.")]
    used = {int(token) for token in _tokens(criteria["pattern"]) or () if token.isdigit()}
    if portal.switches.pattern_uses_all and len(used) < len(conditions):
        return [invalid("/criteria/pattern", "The pattern must name every condition.")]
    return _unlisted(portal, conditions) if portal.switches.criteria_checked else []


def _unlisted(portal: Portal, conditions: list[Record]) -> list[FieldError]:
    """One error for every field and every condition that the organisation does not list."""
    errors = []
    for place, one in enumerate(conditions):
        pointer = f"/criteria/fieldConditions/{place}"
        if one["fieldName"] not in _fields(portal, one["fieldModule"]):
            errors.append(invalid(f"{pointer}/fieldName", "The module has no such field for criteria."))
        elif one["condition"] not in TEXT_CONDITIONS:
            errors.append(invalid(f"{pointer}/condition", "The field does not take the condition."))
    return errors


def is_pattern(text: str, conditions: int) -> bool:
    """Whether the text is an expression over the numbers of existing conditions."""
    depth, complete = 0, False
    for token in _tokens(text) or ():
        if complete and token == ")" and depth:
            depth -= 1
        elif complete and token in ("and", "or"):
            complete = False
        elif not complete and token == "(":
            depth += 1
        elif not complete and token.isdigit() and len(token) < 10 and 1 <= int(token) <= conditions:
            complete = True
        else:
            return False
    return complete and depth == 0


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


def _fields(portal: Portal, module: str) -> dict[str, str]:
    """The fields of a module by label with their types: those that every organisation has, and its own."""
    return {**FIELDS.get(module, {}), **dict.fromkeys(portal.criteria_fields.get(module, ()), "Text")}


def catalogue(portal: Portal, module: str) -> list[Record]:
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
        for label, kind in _fields(portal, module).items()
    ]
    return [{"name": module, "displayLabel": module.capitalize(), "fieldDetails": details}]
