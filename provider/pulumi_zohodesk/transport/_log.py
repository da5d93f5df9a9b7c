"""Requests are told and counted: a line in the log, without a person and without a secret, and one in a tally."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from pathlib import Path

REQUESTS = "pulumi_zohodesk.transport"
"""The logger that each request is told to, at the level DEBUG."""

_log = logging.getLogger(REQUESTS)


def note_answer(method: str, path: str, status: int, credits: int, seconds: float) -> None:
    """A request was answered.

    Args:
        path: the template, not the address: that may hold e-mail addresses and names.
    """
    _log.debug("%s %s: HTTP %d, %d credits, %d ms", method, path, status, credits, seconds * 1000)


def note_silence(method: str, path: str, words: str) -> None:
    """A request was not answered, in words of our own."""
    _log.debug("%s %s: %s", method, path, words)


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
