"""What is logged of requests: one line each, which holds nothing of a person and no secret."""

from __future__ import annotations

import logging

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
