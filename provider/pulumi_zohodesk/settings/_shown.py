"""Text of files and command lines in messages: one line, not too long, and never what may be a secret."""

from __future__ import annotations

import re

LONGEST = 100
"""Characters of a text of others that a message shows."""

HIDDEN = "(it looks like a secret, so it is not shown)"


def like_secret(value: str) -> bool:
    """Whether a value may be a token, a client secret or an address with a password, put into the wrong place."""
    return bool(re.search(r"1\d{3}\.[0-9A-Za-z]{8,}|[0-9a-fA-F]{24,}|\S:\S*@", value))


def printable(text: str) -> str:
    """A text in one line; what could move the cursor or turn text around is spelled out."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


def shown(text: str) -> str:
    """A text for a message, or words in its place where it may be a secret."""
    if like_secret(text):
        return HIDDEN
    return _cut(text)


def quoted(text: str) -> str:
    """The same in quotes."""
    return HIDDEN if like_secret(text) else f'"{_cut(text)}"'


def _cut(text: str) -> str:
    if len(text) <= LONGEST:
        return printable(text)
    return f"{printable(text[:LONGEST])}... ({len(text)} characters)"
