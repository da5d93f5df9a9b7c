"""The frame of the pages of `zohodesk report`: one file that needs nothing else, and can ask nothing of any network."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from typing import Any

from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.page import document

__all__ = ["report_page", "text"]


def _source(name: str) -> str:
    """A style sheet or script of the pages, or of the library that they draw with."""
    return files("pulumi_zohodesk.cli").joinpath("report_pages", name).read_text("utf-8")


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
    sources = [_source(name) for name in scripts]
    styles = "\n".join(_source(name) for name in ("page.css", style))
    shown = "" if data is None else f'<script type="application/json" id="data">{_json(data)}</script>\n'
    told = "\n".join(f"<p>{text(one)}</p>" for one in facts)
    warned = "".join(f'<p class="warn">{text(one)}</p>\n' for one in notes)
    header = f"<header>\n<h1>{text(title)}</h1>\n{told}\n{warned}</header>\n"
    return document(printable(title), styles, f"{header}<main>\n{body}\n</main>\n{shown}", sources)


def text(words: str) -> str:
    """Words of the service as HTML: no markup, and nothing that turns text around."""
    return escape(printable(words))


def _json(data: Any) -> str:
    """JSON in which nothing can end the element that it stands in."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
