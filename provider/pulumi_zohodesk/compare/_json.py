"""What an organisation holds as JSON that every encoding and every parser takes."""

from __future__ import annotations

import json
import re
from typing import Any

_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of a sign beyond the first 65,536, alone: JSON can say them, and no text can be encoded that has one."""


def json_text(value: Any, indent: int = 2) -> str:
    """The value as JSON, letters of all languages as they are."""
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    return _HALVES.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
