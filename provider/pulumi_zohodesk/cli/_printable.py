"""Words of the service made fit for a terminal: none of them moves the cursor, changes a colour or forges a line."""

from __future__ import annotations

import json
from typing import Any

from pulumi_zohodesk.engine import plural
from pulumi_zohodesk.settings import printable as in_one_line

__all__ = ["count_of", "json_text", "lines", "printable"]


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
