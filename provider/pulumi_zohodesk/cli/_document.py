"""A document of steps, and how it is shown: on the terminal, as Markdown, as one HTML page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pulumi_zohodesk.cli._console import hang, printer, tell

__all__ = ["Block", "Code", "Document", "Items", "Rows", "Step", "as_html", "as_markdown", "show"]


@dataclass(frozen=True)
class Items:
    """A list of sentences."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Code:
    """Something to copy: commands, scopes."""

    text: str


@dataclass(frozen=True)
class Rows:
    """A table."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = str | Items | Code | Rows
"""In sentences and cells, `code` and addresses are recognised; nothing else is markup."""


@dataclass(frozen=True)
class Step:
    """A numbered step."""

    title: str
    blocks: Sequence[Block]


@dataclass(frozen=True)
class Document:
    """A title, an introduction and numbered steps."""

    title: str
    intro: Sequence[Block]
    steps: Sequence[Step]

    def sections(self) -> Iterator[tuple[str, Sequence[Block]]]:
        yield "", self.intro
        for number, step in enumerate(self.steps, 1):
            yield f"{number}. {step.title}", step.blocks


# --- Terminal -------------------------------------------------------------------------------------------------------


def show(document: Document) -> None:
    """Print the document; colours appear on terminals only."""
    console = printer()
    console.print(Text(document.title, style="bold"))
    for title, blocks in document.sections():
        console.print()
        if title:
            console.print(Text(title, style="bold cyan"))
        for block in blocks:
            _show(console, block)


def _show(console: Console, block: Block) -> None:
    if isinstance(block, str):
        hang(_styled(block), "   ")
    elif isinstance(block, Items):
        for line in block.lines:
            hang(_styled(line), "   - ", "     ")
    elif isinstance(block, Code):
        # As it stands, so that it can be copied, however narrow the terminal is.
        text = "\n".join(f"     {line}" for line in block.text.splitlines())
        console.print(Text(text, style="green"), soft_wrap=True)
    else:
        table = Table(*block.head, box=None, pad_edge=False)
        for row in block.rows:
            table.add_row(*map(_styled, row))
        tell(table, 3)


def _styled(words: str) -> Text:
    text = Text()
    for place, part in enumerate(words.split("`")):
        text.append(part, style="green" if place % 2 else "")
    return text


# --- Markdown -------------------------------------------------------------------------------------------------------


def as_markdown(document: Document) -> str:
    """The document as Markdown."""
    parts = [f"# {document.title}"]
    for title, blocks in document.sections():
        parts += [f"## {title}"] if title else []
        parts += [_markdown(block) for block in blocks]
    return "\n\n".join(parts) + "\n"


def _markdown(block: Block) -> str:
    if isinstance(block, str):
        return _plain(block)
    if isinstance(block, Items):
        return "\n".join(f"- {_plain(line)}" for line in block.lines)
    if isinstance(block, Code):
        return f"```text\n{block.text}\n```"
    lines = [block.head, tuple("---" for _ in block.head), *block.rows]
    return "\n".join("| " + " | ".join(_plain(cell).replace("|", "\\|") for cell in line) + " |" for line in lines)


def _plain(words: str) -> str:
    """Words in which nothing but `code` is markup."""
    parts = words.split("`")
    return "`".join(part if place % 2 else _escaped(part) for place, part in enumerate(parts))


def _escaped(text: str) -> str:
    return re.sub(r"([\\\[\]*])", r"\\\1", html.escape(text, quote=False))


# --- HTML -----------------------------------------------------------------------------------------------------------

_STYLE = """
:root { color-scheme: light dark; --line: #8885; --soft: #8882; --accent: #0b6e4f; }
@media (prefers-color-scheme: dark) { :root { --accent: #5fd3a8; } }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.55 system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.15rem; margin-top: 2.2rem; color: var(--accent); }
code, pre { font: .9em/1.5 ui-monospace, Consolas, monospace; background: var(--soft); border-radius: 4px; }
code { padding: .1em .3em; overflow-wrap: anywhere; }
pre { padding: .8rem 1rem; overflow-x: auto; user-select: all; }
pre code { padding: 0; background: none; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); }
"""


def as_html(document: Document) -> str:
    """The document as one page that needs nothing else."""
    body = [f"<h1>{html.escape(document.title)}</h1>"]
    for title, blocks in document.sections():
        content = "\n".join(map(_html, blocks))
        heading = f"<h2>{html.escape(title)}</h2>\n" if title else ""
        body.append(f"<section>\n{heading}{content}\n</section>")
    head = (
        f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(document.title)}</title>\n<style>{_STYLE}</style>"
    )
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n{head}\n</head>\n<body>\n'
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


def _html(block: Block) -> str:
    if isinstance(block, str):
        return f"<p>{_inline(block)}</p>"
    if isinstance(block, Items):
        return "<ul>\n" + "\n".join(f"<li>{_inline(line)}</li>" for line in block.lines) + "\n</ul>"
    if isinstance(block, Code):
        return f"<pre><code>{html.escape(block.text)}</code></pre>"
    head = "".join(f"<th>{_inline(cell)}</th>" for cell in block.head)
    rows = "\n".join("<tr>" + "".join(f"<td>{_inline(cell)}</td>" for cell in row) + "</tr>" for row in block.rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _inline(words: str) -> str:
    parts = words.split("`")
    return "".join(
        f"<code>{html.escape(part)}</code>" if place % 2 else _linked(html.escape(part))
        for place, part in enumerate(parts)
    )


def _linked(text: str) -> str:
    return re.sub(r"https://[^\s<>)]*[^\s<>).,:;]", lambda found: f'<a href="{found[0]}">{found[0]}</a>', text)
