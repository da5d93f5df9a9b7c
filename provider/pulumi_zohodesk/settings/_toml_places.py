"""Where a table, a key or an element of a list stands in a TOML file: no parser for TOML in Python tells."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from pathlib import Path

from pulumi_zohodesk.settings._whole_file import read_text

__all__ = ["Places"]

Way = tuple[str | int, ...]

_BLANK = re.compile(r"[ \t]*")
_BETWEEN = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_TEXT = re.compile(
    r'"""(?:\\.|[^\\])*?""""{0,2}' r"|'''.*?''''{0,2}" r'|"(?:\\.|[^"\\\n])*"' r"|'[^'\n]*'",
    re.DOTALL,
)
_SCALAR = re.compile(r"[^,\]}#\r\n]+")


class Places:
    """The lines of a file whose text is valid TOML."""

    def __init__(self, file: Path, text: str) -> None:
        self.file = file
        self._ends = [one.start() for one in re.finditer("\n", text)]
        self._scan = _Scan(text)

    @classmethod
    def of(cls, file: Path) -> Places:
        """The places of a file; without lines when it cannot be read."""
        try:
            text = read_text(file)
            tomllib.loads(text)
            return cls(file, text)
        except (OSError, ValueError, RecursionError):
            return cls(file, "")

    def at(self, *way: str | int) -> str:
        """``zohodesk.toml, line 7`` for ``"connections", "prod", "dc"``; of what is not there, the place around it."""
        for count in range(len(way), 0, -1):
            if (start := self._scan.starts.get(way[:count])) is not None:
                return f"{self.file}, line {bisect_left(self._ends, start) + 1}"
        return str(self.file)

    def written(self, *way: str | int) -> str:
        """A value as it is written, when it is no text, list or table; else empty."""
        return self._scan.scalars.get(way, "")


class _Scan:
    """One walk through the text. Arrays of tables are one table each: nothing here needs their elements."""

    def __init__(self, text: str) -> None:
        self.text, self.here = text, 0
        self.starts: dict[Way, int] = {}
        self.scalars: dict[Way, str] = {}
        table: Way = ()
        while self._skip():
            if self._is("["):
                table = self._head()
            else:
                self._pair(table)

    def _is(self, sign: str) -> bool:
        return self.text.startswith(sign, self.here)

    def _skip(self, space: re.Pattern[str] = _BETWEEN) -> bool:
        """Pass over space and comments; whether anything is left."""
        found = space.match(self.text, self.here)
        self.here = found.end() if found else self.here
        return self.here < len(self.text)

    def _note(self, before: Way, keys: list[str], start: int) -> Way:
        for count in range(1, len(keys) + 1):
            self.starts.setdefault((*before, *keys[:count]), start)
        return (*before, *keys)

    def _head(self) -> Way:
        start, signs = self.here, 2 if self._is("[[") else 1
        self.here += signs
        keys = self._keys()
        self.here += signs
        return self._note((), keys, start)

    def _keys(self) -> list[str]:
        keys: list[str] = []
        while True:
            self._skip(_BLANK)
            text = _TEXT.match(self.text, self.here)
            raw = text or _BARE.match(self.text, self.here)
            if raw is None:
                return keys
            keys.append(tomllib.loads(f"key = {raw[0]}")["key"] if text else raw[0])
            self.here = raw.end()
            self._skip(_BLANK)
            if not self._is("."):
                return keys
            self.here += 1

    def _pair(self, table: Way) -> None:
        start = self.here
        way = self._note(table, self._keys(), start)
        self.here += 1  # the sign =
        self._value(way)

    def _value(self, way: Way) -> None:
        self._skip()
        if self._is("[") or self._is("{"):
            self._several(way, "]" if self._is("[") else "}")
        elif text := _TEXT.match(self.text, self.here):
            self.here = text.end()
        elif scalar := _SCALAR.match(self.text, self.here):
            self.scalars[way] = scalar[0].strip()
            self.here = scalar.end()

    def _several(self, way: Way, end: str) -> None:
        self.here += 1
        count = 0
        while self._skip() and not self._is(end):
            if end == "]":
                self.starts.setdefault((*way, count), self.here)
                self._value((*way, count))
            else:
                self._pair(way)
            count += 1
            self._skip()
            self.here += self._is(",")
        self.here += 1
