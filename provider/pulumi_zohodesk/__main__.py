"""``python -m pulumi_zohodesk``: the command `zohodesk`."""

from __future__ import annotations

from pulumi_zohodesk.cli import main

if __name__ == "__main__":
    main()
