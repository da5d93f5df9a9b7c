"""The frame of the pages of `zohodesk report`: one file that needs nothing else, and can ask nothing of any network."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

from pulumi_zohodesk.cli._printable import printable

__all__ = ["report_page", "text"]

FOLDER = Path(__file__).with_name("report_pages")
"""Styles, scripts and the library of the pages."""


def report_page(
    title: str,
    facts: Iterable[str],
    body: str,
    *,
    style: str,
    scripts: Sequence[str],
    data: Any = None,
    notes: Iterable[str] = (),
) -> str:
    """A whole page.

    Args:
        facts: sentences below the title, as text.
        body: HTML in which everything is escaped already.
        style: name of the page's own style sheet, beside that of all.
        scripts: names of scripts; only these run, and the page loads nothing.
        data: what scripts find as JSON in the element ``data``.
        notes: sentences that warn.
    """
    sources = [(FOLDER / name).read_text(encoding="utf-8") for name in scripts]
    allowed = " ".join(f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'" for source in sources)
    styles = "\n".join((FOLDER / name).read_text(encoding="utf-8") for name in ("page.css", style))
    shown = "" if data is None else f'<script type="application/json" id="data">{_json(data)}</script>\n'
    told = "\n".join(f"<p>{text(one)}</p>" for one in facts)
    warned = "".join(f'<p class="warn">{text(one)}</p>\n' for one in notes)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        f"style-src 'unsafe-inline'; script-src {allowed}\">\n"
        f"<title>{text(title)}</title>\n<style>{styles}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{text(title)}</h1>\n{told}\n{warned}</header>\n<main>\n{body}\n</main>\n{shown}"
        + "".join(f"<script>{source}</script>\n" for source in sources)
        + "</body>\n</html>\n"
    )


def text(words: str) -> str:
    """Words of the service as HTML: no markup, and nothing that turns text around."""
    return escape(printable(words))


def _json(data: Any) -> str:
    """JSON in which nothing can end the element that it stands in."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
