"""Exit codes. Fixed: scripts and CI jobs read them."""

from __future__ import annotations

from typing import Final

DONE: Final = 0
"""Done, nothing to report."""

ERROR: Final = 1
"""Something failed."""

DIFFERENCES: Final = 2
"""Differences were found."""

REFUSED: Final = 3
"""`zohodesk up` would refuse what `zohodesk preview --exit-code` has looked at."""

USAGE: Final = 64
"""The command line is wrong. Not the library's own 2, which means differences here."""

INTERRUPTED: Final = 130
"""Stopped with Ctrl-C."""


class Stopped(Exception):
    """Somebody stopped the command, which ends with `INTERRUPTED`; the message says what had happened by then."""
