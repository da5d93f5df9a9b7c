"""Differences as text for a terminal, as Markdown for a comment, as one page of HTML."""

from __future__ import annotations

import html
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.cli._console import printer, say
from pulumi_zohodesk.cli._differences import Entry, Line, Report, as_data, sections, summary
from pulumi_zohodesk.cli._markdown import MOST, code, fitting, folded, plain
from pulumi_zohodesk.compare import json_text
from pulumi_zohodesk.settings import write_whole

__all__ = ["AsHtml", "AsJson", "AsMarkdown", "as_html", "as_markdown", "check_form", "tell"]

AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
AsMarkdown = Annotated[bool, typer.Option("--markdown", help="Print Markdown, for a comment or an issue.")]
AsHtml = Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write one page for people as well.")]


def check_form(as_json: bool, markdown: bool) -> None:
    """Raises BadParameter when two forms are asked for; before anything is read."""
    if as_json and markdown:
        raise typer.BadParameter("--json and --markdown contradict each other.")


def tell(report: Report, *, as_json: bool, markdown: bool, page: Path | None) -> int:
    """Print the report, and write it as a page; returns the exit code."""
    if page is not None:
        write_whole(page, as_html(report))
        say(f"Written: {page}", sys.stderr)
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
        signed = [Text(f"-{one}", style="red") for one in line.removed]
        signed += [Text(f"+{one}", style="green") for one in line.added]
        return text + Text("  ").join(signed)
    return text + Text(line.old, style="red") + Text(" → ") + Text(line.new, style="green")


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


# --- HTML -----------------------------------------------------------------------------------------------------------

_STYLE = """
:root { color-scheme: light dark; --line: #8885; --soft: #8881; --accent: #0b6e4f; --old: #b3261e; --new: #0b6e4f; }
@media (prefers-color-scheme: dark) { :root { --accent: #5fd3a8; --old: #ff8a80; --new: #5fd3a8; } }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.25; margin-bottom: .2rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; color: var(--accent); }
.sum { font-weight: 600; }
article { border: 1px solid var(--line); border-radius: 6px; padding: .6rem .9rem; margin: .6rem 0; }
article p { margin: 0; }
small { opacity: .75; }
table { border-collapse: collapse; width: 100%; margin-top: .4rem; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-top: 1px solid var(--line);
  overflow-wrap: anywhere; white-space: pre-wrap; font-weight: normal; }
thead th { font-size: .8rem; opacity: .75; border-top: 0; }
.old { color: var(--old); } .new { color: var(--new); }
"""


def as_html(report: Report) -> str:
    """One page that needs nothing else; everything in it is escaped."""
    body = [f"<h1>{html.escape(report.title)}</h1>", f'<p class="sum">{html.escape(summary(report))}.</p>']
    body += [f"<p>{html.escape(one)}</p>" for one in (*report.doubts, *report.notes)]
    for section in sections(report):
        body.append(f"<section>\n<h2>{html.escape(section.title)} ({len(section.entries)})</h2>")
        body += [_article(entry, report.sides) for entry in section.entries]
        body.append("</section>")
    head = (
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(report.title)}</title>\n<style>{_STYLE}</style>"
    )
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n{head}\n</head>\n<body>\n' + "\n".join(body) + "\n</body></html>\n"
    )


def _article(entry: Entry, sides: tuple[str, str]) -> str:
    names = " in ".join(f"<b>{html.escape(name)}</b>" for name in entry.names)
    remarks = f" <small>{html.escape('; '.join(entry.remarks))}</small>" if entry.remarks else ""
    rows = "\n".join(_row(line) for line in entry.lines)
    heads = "".join(f"<th>{html.escape(one)}</th>" for one in ("field", *sides))
    table = f"\n<table><thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>" if rows else ""
    return f"<article><p>{html.escape(entry.words)} {names}{remarks}</p>{table}</article>"


def _row(line: Line) -> str:
    sets = line.added or line.removed
    old, new = ("\n".join(line.removed), "\n".join(line.added)) if sets else (line.old, line.new)
    mark_old, mark_new = ("only here: " if sets and text else "" for text in (old, new))
    return (
        f'<tr><th>{html.escape(line.path)}</th><td class="old">{mark_old}{html.escape(old)}</td>'
        f'<td class="new">{mark_new}{html.escape(new)}</td></tr>'
    )
