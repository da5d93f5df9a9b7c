"""Why a way to the engine is not open."""

from __future__ import annotations


class NotThisWay(Exception):
    """This way does not lead to an engine here; the message says why, and what would open it."""
