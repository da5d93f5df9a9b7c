"""A terminal that keeps what it is shown, and types what it is given."""

from __future__ import annotations

import io
import re


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    def plain(self) -> str:
        """What was shown, without colours."""
        return re.sub(r"\x1b\[[\d;]*m", "", self.getvalue())
