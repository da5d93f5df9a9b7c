"""Names in programs, made of names in an organisation: any script, any sign, always the same."""

from __future__ import annotations

import builtins
import hashlib
import keyword
import unicodedata
from collections.abc import Iterable

_TAKEN = frozenset({*keyword.kwlist, *keyword.softkwlist, *dir(builtins), "desk", "pulumi", "lookups"})


def identifier(parts: Iterable[str], fallback: str) -> str:
    """A Python identifier in lower case that reads like the parts: ``("Sales", "24/7")`` is ``sales_24_7``.

    Letters of every script stay. Python reads identifiers in the form NFKC, so they are written in it.

    Args:
        fallback: stands for parts that hold no letter and no digit, and before a name that begins with a digit or
            means something else in Python.
    """
    name = "_".join(_word(part) or fallback for part in parts)
    return name if name.isidentifier() and name not in _TAKEN else f"{fallback}_{name}"


def _word(text: str) -> str:
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).lower())
    kept = "".join(letter if f"a{letter}".isidentifier() else "_" for letter in plain)
    return "_".join(filter(None, kept.split("_")))


def _cut(name: str, longest: int) -> str:
    """A name that is too long ends with a mark of the whole, so that two with one beginning stay two."""
    text = name.encode()
    if not longest or len(text) <= longest:
        return name
    mark = hashlib.sha256(text).hexdigest()[:8]
    return f"{text[: longest - 9].decode(errors='ignore').rstrip('_')}_{mark}"


class Names:
    """Identifiers that are given once each: the second of a name gets ``_2``."""

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self._taken = {*_TAKEN, *reserved}

    def new(self, parts: Iterable[str], fallback: str, longest: int = 0) -> str:
        """An identifier that nobody else has. Ask in a fixed order, so that it is the same every time.

        Args:
            longest: bytes in UTF-8, beside a number at the end; 0 is any length.
        """
        wanted = name = _cut(identifier(parts, fallback), longest)
        number = 1
        while name in self._taken:
            number += 1
            name = f"{wanted}_{number}"
        self._taken.add(name)
        return name
