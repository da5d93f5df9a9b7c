"""The command ``zohodesk``: the only place of the package that prints."""

from pulumi_zohodesk.cli._main import main

__all__ = ["main"]
