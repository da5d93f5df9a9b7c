"""Counting calls over several processes: the engine's plugins end with what they knew."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

TALLY_FILE = "ZOHODESK_TALLY_FILE"
"""The variable that names a file; every process that has it adds a line for each answered call."""


def note(credits: int) -> None:
    """Add a call to the tally, if there is one. What cannot be counted does not fail."""
    if path := os.environ.get(TALLY_FILE):
        with suppress(OSError), open(path, "a", encoding="ascii") as file:
            file.write(f"{credits}\n")  # short enough to be appended in one piece


def tallied(path: Path) -> tuple[int, int]:
    """Calls and credits that were noted."""
    lines = path.read_text(encoding="ascii").split() if path.exists() else []
    return len(lines), sum(map(int, lines))
