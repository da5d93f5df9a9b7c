"""Words of the service made fit for a terminal: none of them moves the cursor, changes a colour or forges a line.

And what people call a field, beside its name in the code, and how they read its value.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pulumi_zohodesk.engine import Kind, plural
from pulumi_zohodesk.settings import printable as in_one_line


def printable(value: Any) -> str:
    """A value in one line; what could move the cursor or turn text around is spelled out."""
    if value is None:
        return "-"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return in_one_line(text)


def json_text(value: Any) -> str:
    """A value as JSON; what could move the cursor or turn text around is spelled out there as well."""
    text = json.dumps(value, indent=2, ensure_ascii=False)
    return "".join(one if one.isprintable() or one == "\n" else json.dumps(one)[1:-1] for one in text)


def lines(text: str) -> str:
    """A text of several lines, each printable."""
    return "\n".join(map(printable, text.split("\n")))


def count_of(number: int, word: str) -> str:
    """``1 agent``, ``2 agents``."""
    return f"{number} {word if number == 1 else plural(word)}"


OWN: Mapping[str, str] = {
    "about_info": "About",
    "cf": "Custom fields",
    "country_code": "Country",
    "email_id": "E-mail address",
    "extn": "Extension",
    "lang_code": "Language",
    "on_destroy": "On removal",
}
"""Names that say nothing to somebody who knows the screens of Zoho Desk; all others are made of their own words."""


def field_words(kind: Kind, path: str) -> str:
    """``Skill type`` for ``skill_type_id``, ``Criteria: field conditions: value`` for a part of a structure."""
    name, *below = path.split(".")
    return ": ".join(
        [_words(kind, name.partition("[")[0]), *(one.partition("[")[0].replace("_", " ") for one in below)]
    )


def value_words(value: Any) -> str:
    """``day: FRIDAY, slots: (start: 08:00, end: 12:00; start: 13:00, end: 17:30)`` for a structure, in one line."""
    if isinstance(value, Mapping) and value:
        return ", ".join(f"{printable(name)}: {_inner(entry)}" for name, entry in value.items())
    if isinstance(value, list) and value:
        return "; ".join(map(value_words, value))
    return printable(value)


def _inner(value: Any) -> str:
    return f"({value_words(value)})" if isinstance(value, Mapping | list) and value else printable(value)


def _words(kind: Kind, name: str) -> str:
    if name in OWN:
        return OWN[name]
    field = kind.by_snake.get(name)
    if field and field.ref:
        one, many = name.removesuffix("_id"), name.removesuffix("_ids")
        name = one if one != name else f"{many}s" if many != name else name
    words = name.removeprefix("is_").replace("_", " ")
    return words[:1].upper() + words[1:]
