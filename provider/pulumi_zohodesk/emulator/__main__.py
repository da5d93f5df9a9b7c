"""``python -m pulumi_zohodesk.emulator``."""

from __future__ import annotations

import sys

from pulumi_zohodesk.emulator._command import run

if __name__ == "__main__":
    sys.exit(run())
