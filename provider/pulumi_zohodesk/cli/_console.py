"""Where tables and sentences go: a terminal, which has a width, or a pipe, whose reader wants whole lines.

Every console is made here: rich takes words in brackets for its markup and `:x:` for a picture, and leaves them out.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from pulumi_zohodesk.settings import write_whole

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import TextColumn
    from rich.table import Table
    from rich.text import Text

WIDE = 100_000
"""Columns of a pipe: more than anything takes that is printed."""


@cache
def _printer_class() -> type[Console]:
    """Made when it is first asked for: a command that prints to a pipe does not wait for rich."""
    from rich.console import Console
    from rich.text import Text

    class Printer(Console):
        """It breaks lines between words only; a longer word is left to the terminal, which copies it whole."""

        def print(self, *objects: Any, **options: Any) -> None:
            whole = self.soft_wrap or options.get("soft_wrap")
            if whole or len(objects) != 1 or not isinstance(objects[0], (str, Text)):
                super().print(*objects, **options)
                return
            text = objects[0] if isinstance(objects[0], Text) else Text(objects[0])
            for line in _wrapped(text, self.width):
                super().print(line, **{**options, "soft_wrap": True})

    return Printer


def _wrapped(text: Text, room: int) -> Iterator[Text]:
    """Lines of at most so many columns, and longer words on lines of their own. Rich would cut these in pieces."""
    from rich.cells import cell_len

    for line in text.split("\n", allow_blank=True):
        ends, width = [], 0
        for word in re.finditer(r"\s*(\S+)", line.plain):
            if width and width + cell_len(word[0]) > room:
                ends.append(word.start(1))
                width = cell_len(word[1])
            else:
                width += cell_len(word[0])
        for part in line.divide(ends):
            part.rstrip()
            yield part


def printer(out: TextIO | None = None) -> Console:
    """What prints, to stdout if not told: wrapped at the width of a terminal, in whole lines and plain elsewhere."""
    out = out or sys.stdout
    shape: dict[str, Any] = {} if out.isatty() else {"width": WIDE, "soft_wrap": True}
    return _printer_class()(file=out, highlight=False, markup=False, emoji=False, **shape)


def say(words: str, out: TextIO | None = None) -> None:
    """Print sentences as they are, to stdout if not told; a terminal breaks them between words."""
    out = out or sys.stdout
    if out.isatty():
        printer(out).print(words)
    else:  # without rich, which would end the process when nobody reads any more
        print(words, file=out, flush=True)


def write(path: Path, text: str) -> None:
    """A whole file, and a word on it."""
    write_whole(path, text)
    say(f"Written: {path}", sys.stderr)


def counting(words: str) -> TextColumn:
    """A column of a progress display; names in it are no markup."""
    from rich.progress import TextColumn

    return TextColumn(words, markup=False)


def framed(*head: str, title: str | None = None) -> Table:
    """A table that has a frame on a terminal; lines that other programs read have none."""
    from rich.box import HEAVY_HEAD
    from rich.table import Table

    frame = HEAVY_HEAD if sys.stdout.isatty() else None
    return Table(*head, title=title, title_justify="left", box=frame, pad_edge=frame is not None)


def tell(table: Table, indent: int = 0) -> None:
    """Print a table; the lines end where their text does, so that a pipe is not filled with blanks.

    On a terminal no word is broken: where one is too long for its column, each row is printed as lines of its own.
    """
    from rich.padding import Padding

    console = printer()
    if sys.stdout.isatty() and not _fitted(console, table, console.width - indent):
        for line in _as_lines(table):
            hang(line, " " * indent)
        return
    with console.capture() as made:
        console.print(Padding(table, (0, 0, 0, indent), expand=False))
    print("\n".join(line.rstrip() for line in made.get().rstrip("\n").split("\n")))


def hang(text: Text, first: str | Text, rest: str | Text | None = None, console: Console | None = None) -> None:
    """Print a paragraph that is indented: by one text in its first line, by another, or the same, in all others."""
    from rich.text import Text

    console = console or printer()
    room = console.width - max(len(first), len(rest or ""))
    for number, line in enumerate(_wrapped(text, room)):
        console.print(Text.assemble(first if rest is None or not number else rest, line), soft_wrap=True)


def _fitted(console: Console, table: Table, room: int) -> bool:
    """Whether every word has room in its column; the columns then have widths. Rich's own widths break words."""
    from rich.measure import Measurement

    wide = console.options.update(max_width=WIDE)
    sizes = [[Measurement.get(console, wide, one) for one in (each.header, *each.cells)] for each in table.columns]
    least, most = ([max(size[end] for size in column) for column in sizes] for end in (0, 1))
    between = Measurement.get(console, wide, table).maximum - sum(most)
    spare = room - between - sum(least)
    if spare < 0:
        return False
    by_need = sorted(range(len(least)), key=lambda place: most[place] - least[place])
    for left, place in zip(range(len(least), 0, -1), by_need, strict=True):
        more = min(most[place] - least[place], spare // left)
        table.columns[place].width = least[place] + more
        spare -= more
    return True


def _as_lines(table: Table) -> Iterator[Text]:
    """A row's cells, each after its head; cells without heads on one line."""
    from rich.text import Text

    if table.title:
        yield Text(str(table.title))
    for row in zip(*(column.cells for column in table.columns), strict=True):
        cells = [cell if isinstance(cell, Text) else Text(str(cell)) for cell in row]
        if not table.show_header:
            yield Text(" ").join(cells)
            continue
        for column, cell in zip(table.columns, cells, strict=True):
            yield Text(f"{column.header}: ") + cell
        yield Text()
