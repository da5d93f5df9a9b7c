"""Text of docstrings, in lines."""

from __future__ import annotations

import textwrap

__all__ = ["wrapped"]

WIDTH = 112


def wrapped(text: str, indent: int, more: int = 0) -> list[str]:
    """Lines of generated code, of which all but the first are indented by ``more``."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + more),
        break_on_hyphens=False,
        break_long_words=False,
    )
