"""How messages name one, and several."""

from __future__ import annotations


def single(words: str) -> str:
    """One of what these words name: ``an agent``; what is many already stays so."""
    return words if plural(words) == words else f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def plural(words: str) -> str:
    """Several of what these words name."""
    if words.endswith("s"):
        return f"{words}es" if words.endswith("ss") else words
    return f"{words[:-1]}ies" if words.endswith("y") else f"{words}s"
