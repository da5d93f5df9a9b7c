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
from pulumi_zohodesk.page import Page, headed, inline, made_now, table


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
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = str | Items | Code | Rows
"""In sentences and cells, `code` and addresses are recognised; nothing else is markup."""


@dataclass(frozen=True)
class Step:
    title: str
    blocks: Sequence[Block]


@dataclass(frozen=True)
class Document:
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


def as_html(document: Document) -> str:
    """The document as one page that needs nothing else."""
    intro, *steps = document.sections()
    body = [*map(_html, intro[1]), *(headed(title, "\n".join(map(_html, blocks))) for title, blocks in steps)]
    return Page(document.title, [made_now()], body="\n".join(body)).html()


def _html(block: Block) -> str:
    if isinstance(block, str):
        return f"<p>{inline(block)}</p>"
    if isinstance(block, Items):
        return "<ul>\n" + "\n".join(f"<li>{inline(line)}</li>" for line in block.lines) + "\n</ul>"
    if isinstance(block, Code):
        return f"<pre><code>{html.escape(block.text)}</code></pre>"
    return table(block.head, (list(map(inline, row)) for row in block.rows))
