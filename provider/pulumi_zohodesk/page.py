"""The frame of every page that people look at: reports, plan, guide, consent, callback. A page needs nothing else.

It knows nothing of the provider, so that the emulator may use it as well.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from html import escape
from typing import Any

__all__ = ["Page", "card", "document", "headed", "inline", "made_now", "named_field", "table"]

_NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser lets a page load or run: nothing but its own styles."""

_FRAME = """
:root { color-scheme: light dark; --text: #1d2330; --ground: #fff; --soft: #f3f4f7; --line: #c9cdd6; --quiet: #545c6b;
  --accent: #274bb0; --warn: #8a4b00; }
@media screen and (prefers-color-scheme: dark) { :root { --text: #e6e8ee; --ground: #14171d; --soft: #1f242d;
  --line: #3c4452; --quiet: #a7afbd; --accent: #9db7ff; --warn: #ffc27a; } }
@media print { :root { color-scheme: light; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
a { color: var(--accent); }
header { border-bottom: 1px solid var(--line); padding-bottom: .8rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .4rem 0; }
dt { color: var(--quiet); }
dd { margin: 0; }
.lead { font-weight: 600; margin: .6rem 0 0; }
.warn { border-left: 4px solid var(--warn); padding-left: .7rem; color: var(--warn); font-weight: 600; }
h2 { font-size: 1.2rem; line-height: 1.3; }
code, pre { font: .9em/1.5 ui-monospace, Consolas, monospace; background: var(--soft); border-radius: 4px; }
code { padding: .1em .3em; }
@media screen and (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .3rem; } }
"""
"""Colours, head and facts: the same in all pages."""

_DOCUMENT = """
body { max-width: 60rem; }
h2 { margin: 2rem 0 .5rem; color: var(--accent); }
h3 { font-size: 1rem; font-weight: normal; margin: 0; }
.remark { color: var(--quiet); margin: 0; }
article { border: 1px solid var(--line); border-radius: 6px; padding: .5rem .9rem; margin: .6rem 0; }
tbody th code { font-size: .8em; padding: 0; background: none; color: var(--quiet); }
pre { padding: .8rem 1rem; white-space: pre-wrap; user-select: all; }
pre code { padding: 0; background: none; font-size: 1em; }
table { border-collapse: collapse; width: 100%; margin-top: .5rem; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: .35rem .7rem .35rem 0; border-top: 1px solid var(--line);
  white-space: pre-wrap; }
tbody th { font-weight: normal; }
thead th:first-child { width: 34%; }
thead th { font-size: .85rem; color: var(--quiet); border-top: 0; padding-top: 0; }
button, select { font: inherit; padding: .4rem .9rem; max-width: 100%; }
@media screen and (max-width: 40rem) {
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  table, tbody, tr, th, td { display: block; width: auto; }
  tbody tr { border-top: 1px solid var(--line); padding: .4rem 0; }
  tbody th, td { border: 0; padding: .1rem 0; width: auto; }
  td::before { content: attr(data-head) ": "; color: var(--quiet); }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  article, tr, pre, dl { break-inside: avoid; }
  h2, h3, thead { break-after: avoid; }
}
"""
"""Cards and tables of the pages that have no style of their own."""


@dataclass(frozen=True)
class Page:
    """Attributes:
    title: a line.
    facts: names and values below it: whose, when.
    lead: the sentence that says most.
    body: HTML in which everything is escaped already.
    warnings: sentences.
    notes: sentences.
    legend: what stands in the page, and what it means.
    then: what to do next, as sentences.
    style: what the body's own looks need.
    scripts: only these run, at the page's end.
    data: what they find as JSON in the element ``data``.
    """

    title: str
    facts: Sequence[tuple[str, str]] = ()
    lead: str = ""
    body: str = ""
    warnings: Sequence[str] = ()
    notes: Sequence[str] = ()
    legend: Sequence[tuple[str, str]] = ()
    then: Sequence[str] = ()
    style: str = _DOCUMENT
    scripts: Sequence[str] = ()
    data: Any = None

    def html(self) -> str:
        return document(self.title, _FRAME + self.style, "\n".join(filter(None, self._parts())) + "\n", self.scripts)

    def _parts(self) -> Iterator[str]:
        lead = f'\n<p class="lead">{inline(self.lead)}</p>' if self.lead else ""
        yield f"<header>\n<h1>{escape(self.title)}</h1>{_pairs(self.facts)}{lead}\n</header>\n<main>"
        yield from (f'<p class="warn">{inline(warning)}</p>' for warning in self.warnings)
        yield from (f"<p>{inline(note)}</p>" for note in self.notes)
        if self.then:
            listed = "\n".join(f"<li>{inline(one)}</li>" for one in self.then)
            yield headed("What to do next", f"<ul>\n{listed}\n</ul>")
        yield self.body
        if self.legend:
            yield headed("How to read this", _pairs(self.legend))
        yield "</main>"
        if self.data is not None:
            yield f'<script type="application/json" id="data">{_json(self.data)}</script>'


def document(title: str, style: str, body: str, scripts: Sequence[str] = ()) -> str:
    """A whole document that loads nothing; title is text, body HTML, and only these scripts run, at its end."""
    hashes = " ".join(f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts)
    policy = f"{_NOTHING_ELSE}; script-src {hashes}" if scripts else _NOTHING_ELSE
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}"
        + "".join(f"<script>{script}</script>\n" for script in scripts)
        + "</body>\n</html>\n"
    )


def made_now() -> tuple[str, str]:
    """The time as a fact of a page."""
    return "Made", datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")


def headed(title: str, content: str) -> str:
    """A part of a page with its heading; the content is HTML."""
    return f"<section>\n<h2>{escape(title)}</h2>\n{content}\n</section>"


def card(title: str, remark: str, content: str) -> str:
    """An object below a section; title and content are HTML, the remark is text."""
    said = f'\n<p class="remark">{escape(remark)}</p>' if remark else ""
    return f"<article>\n<h3>{title}</h3>{said}{content}\n</article>"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose first cell heads its row; heads are text, cells are HTML."""
    heads = "".join(f'<th scope="col">{escape(one)}</th>' for one in head)
    lines = "\n".join(_row(head, row) for row in rows)
    return f"\n<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{lines}\n</tbody>\n</table>"


def named_field(words: str, name: str) -> str:
    """A field as people call it, beside its name in the code; both are text."""
    return f"{escape(words)}<br><code>{escape(name)}</code>"


def _row(head: Sequence[str], row: Sequence[str]) -> str:
    cells = "".join(f'<td data-head="{escape(name)}">{one}</td>' for name, one in zip(head[1:], row[1:], strict=True))
    return f'<tr><th scope="row">{row[0]}</th>{cells}</tr>'


def _pairs(pairs: Sequence[tuple[str, str]]) -> str:
    listed = "\n".join(f"<dt>{escape(name)}</dt><dd>{inline(words)}</dd>" for name, words in pairs)
    return f"\n<dl>\n{listed}\n</dl>" if listed else ""


def inline(words: str) -> str:
    """A sentence as HTML: `code` and addresses are recognised, nothing else is markup."""
    parts = words.split("`")
    return "".join(
        f"<code>{escape(part)}</code>" if place % 2 else _linked(escape(part)) for place, part in enumerate(parts)
    )


def _json(data: Any) -> str:
    """JSON in which nothing can end the element that it stands in."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _linked(text: str) -> str:
    return re.sub(r"https://[^\s<>)]*[^\s<>).,:;]", lambda found: f'<a href="{found[0]}">{found[0]}</a>', text)
