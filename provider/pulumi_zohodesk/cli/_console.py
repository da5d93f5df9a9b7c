"""Where tables and sentences go: a terminal, which has a width, or a pipe, whose reader wants whole lines."""

from __future__ import annotations

import sys

from rich.box import HEAVY_HEAD
from rich.console import Console
from rich.table import Table

__all__ = ["framed", "printer", "tell"]

WIDE = 100_000
"""Columns of a pipe: more than anything takes that is printed."""


def printer() -> Console:
    """What prints to stdout: wrapped at the width of a terminal, in whole lines and without colours elsewhere."""
    if sys.stdout.isatty():
        return Console(file=sys.stdout, highlight=False, markup=False)
    return Console(file=sys.stdout, highlight=False, markup=False, width=WIDE, soft_wrap=True)


def framed(*head: str, title: str | None = None) -> Table:
    """A table that has a frame on a terminal; lines that other programs read have none."""
    frame = HEAVY_HEAD if sys.stdout.isatty() else None
    return Table(*head, title=title, title_justify="left", box=frame, pad_edge=frame is not None)


def tell(table: Table) -> None:
    """Print a table; the lines end where their text does, so that a pipe is not filled with blanks."""
    console = printer()
    if sys.stdout.isatty():
        console.print(table)
        return
    with console.capture() as made:
        console.print(table)
    print("\n".join(line.rstrip() for line in made.get().rstrip("\n").split("\n")))
