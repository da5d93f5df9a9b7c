"""Markdown for comments and summaries of jobs: text that is no markup, lists that fit, details that are folded."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

MOST = 60_000
"""Bytes of a page; a comment on GitHub may have 65,536 characters, and files are cut by bytes."""


def fitting(entries: Iterable[Sequence[str]], room: int) -> tuple[list[str], int]:
    """The lines of as many entries as fit, with how many do not, and the room that is left: below zero then.

    Args:
        entries: each of one or more lines, which stay together.
        room: bytes.
    """
    lines: list[str] = []
    left = 0
    for entry in entries:
        room -= sum(len(line.encode()) + 1 for line in entry)
        if room < 0:
            left += 1
        else:
            lines += entry
    if left:
        lines.append(f"- … and {left} more, which do not fit here")
    return lines, room


def folded(title: str, lines: Iterable[str], *, unfolded: bool = False) -> str:
    """Lines below a title that opens and closes."""
    state = " open" if unfolded else ""
    head = f"<details{state}><summary>{html.escape(title)}</summary>"
    return f"{head}\n\n" + "\n".join(lines) + "\n\n</details>"


def code(text: str) -> str:
    """A code span that nothing in the text can end, so that it is no markup, no mention and no link."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if text[:1] in ("`", " ") or text[-1:] in ("`", " ") or not text else ""
    return f"{fence}{space}{text}{space}{fence}"


def plain(text: str) -> str:
    """A sentence with nothing that Markdown reads as markup, an entity, a link or a mention."""
    escaped = re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", " ".join(text.split()).replace("&", "&amp;"))
    escaped = escaped.replace("://", "&#58;//").replace("www.", "www&#46;")
    return escaped.replace("@", "@\u200b")
