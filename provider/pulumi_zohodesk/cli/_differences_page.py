"""Differences as text for a terminal, as Markdown for a comment, as one page of HTML."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

from rich.text import Text

from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.cli._console import printer, say, write
from pulumi_zohodesk.cli._differences import Entry, Line, Report, as_data, sections, summary
from pulumi_zohodesk.cli._markdown import MOST, code, fitting, folded, plain
from pulumi_zohodesk.compare import json_text
from pulumi_zohodesk.page import Page, card, headed, made_now, named_field, table


def tell(report: Report, *, as_json: bool, markdown: bool, page: Path | None) -> int:
    """Print the report, and write it as a page; returns the exit code."""
    if page is not None:
        write(page, as_html(report))
    if as_json:
        print(json_text(as_data(report)))
    elif markdown:
        print(as_markdown(report), end="")
    else:
        _show(report)
    for doubt in report.doubts:
        say(f"error: {doubt}", sys.stderr)
    if report.doubts:
        return _exit.ERROR
    return _exit.DIFFERENCES if report.differs else _exit.DONE


# --- Terminal -------------------------------------------------------------------------------------------------------


def _show(report: Report) -> None:
    console = printer()
    for section in sections(report):
        console.print(Text(f"{section.title} ({len(section.entries)})", style="bold cyan"))
        for entry in section.entries:
            console.print(Text("  ") + _titled(entry))
            for line in entry.lines:
                console.print(Text("      ") + _lined(line))
        console.print()
    console.print(Text(f"{report.title}: {summary(report)}.", style="" if report.differs else "green"))
    for note in report.notes:
        console.print(Text(note, style="yellow"))


def _titled(entry: Entry) -> Text:
    text = Text(f"{entry.words} ") + Text(_path(entry), style="bold")
    return text + Text(f" ({'; '.join(entry.remarks)})", style="dim") if entry.remarks else text


def _lined(line: Line) -> Text:
    text = Text(f"{line.path}: ")
    if line.added or line.removed:
        signed = [Text(f"-{one}") for one in line.removed] + [Text(f"+{one}", style="bold") for one in line.added]
        return text + Text("  ").join(signed)
    return text + Text(f"{line.old} → ") + Text(line.new, style="bold")


def _path(entry: Entry) -> str:
    return " in ".join(f'"{name}"' for name in entry.names)


# --- Markdown -------------------------------------------------------------------------------------------------------


def as_markdown(report: Report) -> str:
    """The report for a comment: the details are folded. What does not fit into a comment is left out, and says so."""
    head = [f"### {plain(report.title)}", f"**{plain(summary(report))}**"]
    tail, _ = fitting(([f"- {plain(one)}"] for one in (*report.doubts, *report.notes)), MOST // 3)
    blocks: list[str] = []
    room = MOST - sum(len(text.encode()) + 2 for text in (*head, *tail)) - 500
    for section in sections(report):
        lines, room = fitting((list(_listed(entry)) for entry in section.entries), room)
        blocks.append(folded(f"{section.title} ({len(section.entries)})", lines))
    return "\n\n".join([*head, *blocks, *(["\n".join(tail)] if tail else [])]) + "\n"


def _listed(entry: Entry) -> Iterator[str]:
    names = " in ".join(map(code, entry.names))
    remarks = f" ({'; '.join(map(plain, entry.remarks))})" if entry.remarks else ""
    yield f"- {entry.words} {names}{remarks}"
    for line in entry.lines:
        if line.added or line.removed:
            signed = [f"− {code(one)}" for one in line.removed] + [f"+ {code(one)}" for one in line.added]
            yield f"  - {code(line.path)}: {', '.join(signed)}"
        else:
            yield f"  - {code(line.path)}: {code(line.old)} → {code(line.new)}"


# --- HTML -------------------------------------------------------------------------------------------------------------


def as_html(report: Report) -> str:
    """One page that needs nothing else; everything in it is escaped."""
    found = sections(report)
    body = [
        headed(f"{one.title} ({len(one.entries)})", "\n".join(_card(entry, report.sides) for entry in one.entries))
        for one in found
    ]
    return Page(
        report.title,
        [*report.about, made_now()],
        f"{summary(report)}.",
        "\n".join(body),
        report.doubts,
        report.notes,
        [(one.title, one.meaning) for one in found if one.meaning],
        report.then if found else (),
    ).html()


def _card(entry: Entry, sides: tuple[str, str]) -> str:
    names = " in ".join(f"<b>{escape(name)}</b>" for name in entry.names)
    content = table(("Field", *sides), map(_row, entry.lines)) if entry.lines else ""
    return card(f"{escape(entry.words.capitalize())} {names}", "; ".join(entry.remarks), content)


def _row(line: Line) -> tuple[str, str, str]:
    old, new = line.old, line.new
    if line.added or line.removed:
        old, new = ("only here:\n" + "\n".join(side) if side else "nothing else" for side in (line.removed, line.added))
    return named_field(line.words, line.path), escape(old), escape(new)
