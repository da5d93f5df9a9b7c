"""What the pages of `zohodesk report` have beside the frame of all: styles and scripts of their own."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from pulumi_zohodesk.cli._printable import printable


def source(*names: str) -> str:
    """Style sheets or scripts of the pages, or of the library that they draw with."""
    package = "pulumi_zohodesk.cli"
    return "\n".join(files(package).joinpath("report_pages", name).read_text("utf-8") for name in names)


def text(words: str) -> str:
    """Words of the service as HTML: no markup, and nothing that turns text around."""
    return escape(printable(words))
