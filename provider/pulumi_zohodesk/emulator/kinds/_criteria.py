"""Criteria of skills: conditions and the pattern that joins them by number."""

from __future__ import annotations

import re

from pulumi_zohodesk.emulator._errors import FieldError, invalid
from pulumi_zohodesk.emulator._kind import Portal, Record

TOKEN = r"\s*(\(|\)|and|or|\d++)"
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
    plain = "".join("1" if _is_number(token, conditions) else token for token in _tokens(text) or ())
    while plain != (shorter := re.sub(r"\(1\)|1(and|or)1", "1", plain)):
        plain = shorter
    return plain == "1"


def _is_number(token: str, most: int) -> bool:
    return token.isdigit() and len(token) < 10 and 1 <= int(token) <= most


def _tokens(text: str) -> list[str] | None:
    whole = re.fullmatch(rf"(?:{TOKEN})*\s*", text, re.IGNORECASE)
    return [token.lower() for token in re.findall(TOKEN, text, re.IGNORECASE)] if whole else None


def normalized(text: str) -> str:
    """The pattern without spaces, and without parentheses around the whole or around one number."""
    plain = re.sub(r"\((\d+)\)", r"\1", "".join(_tokens(text) or [text]))
    while plain.startswith("(") and is_pattern(plain[1:-1], 10**9):
        plain = plain[1:-1]
    return plain


def with_display(criteria: Record) -> Record:
    """The criteria as answers show them: every condition with displayValue, which writes do not take."""
    marks = {"${EMPTY}": "is empty", "${NOTEMPTY}": "is not empty"}
    conditions = [
        {**one, "displayValue": [marks.get(str(value), str(value)) for value in one["value"] or []]}
        for one in criteria["fieldConditions"]
    ]
    return {**criteria, "fieldConditions": conditions}


def _fields(portal: Portal, module: str) -> dict[str, str]:
    """The fields of a module by label with their types: those that every organisation has, and its own."""
    return {**FIELDS.get(module, {}), **dict.fromkeys(portal.criteria_fields.get(module, ()), "Text")}


def catalogue(portal: Portal, module: str) -> list[Record]:
    """The fields of a module with the conditions each takes."""
    known = [
        {"condition": text_condition, "i18NCondition": text_condition, "value": ["${CUSTOM}"]}
        for text_condition in TEXT_CONDITIONS
    ]
    details = [
        {"fieldLabel": label, "i18NLabel": label, "type": kind, "availableConditions": known}
        for label, kind in _fields(portal, module).items()
    ]
    return [{"name": module, "displayLabel": module.capitalize(), "fieldDetails": details}]
