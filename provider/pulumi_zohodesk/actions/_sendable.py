"""What JSON and UTF-8 can carry: the rest would only fail while a request is put together."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

__all__ = ["unsendable"]

_DEEPEST = 50
"""Levels of lists and objects within each other; far more than any field of the service has."""


def unsendable(value: Any, where: str, depth: int = 0) -> Iterator[str]:
    """What cannot be sent of a value, a sentence each: where it stands, and why."""
    if depth > _DEEPEST:
        yield f"{where.partition('.')[0].partition(',')[0]} is nested more than {_DEEPEST} levels deep."
    elif isinstance(value, Mapping):
        for name, item in value.items():
            if isinstance(name, str) and _encodes(name):
                yield from unsendable(item, f"{where}.{name}", depth + 1)
            else:
                yield f"{where} has the key {name!a}, which is no text that can be sent."
    elif isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray)):
        for place, item in enumerate(value, 1):
            yield from unsendable(item, f"{where}, entry {place},", depth + 1)
    else:
        yield from _plain(value, where)


def _plain(value: Any, where: str) -> Iterator[str]:
    if isinstance(value, str):
        if not _encodes(value):
            yield f"{where} holds half of a character (a lone surrogate), which cannot be sent."
    elif isinstance(value, float):
        if not math.isfinite(value):
            yield f"{where} is {value}, which is no number of JSON."
    elif value is not None and not isinstance(value, (bool, int)):
        yield f"{where} is a {type(value).__name__}, which is no value of JSON."


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
