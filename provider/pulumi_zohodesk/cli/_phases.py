"""What a command is doing right now: a line for each phase on a terminal, from its first moment; nothing elsewhere.

There is one display at a time: a phase within another is a line below it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, Task, TaskID
from rich.text import Text

from pulumi_zohodesk.cli._console import counting, printer
from pulumi_zohodesk.engine import plural
from pulumi_zohodesk.kinds import kind_named

Advance = Callable[[int], object]
"""Hears of how many more things are done."""

_active: list[Progress] = []


class _Bar(BarColumn):
    """A bar where it is known how much there is to do."""

    def render(self, task: Task) -> Text:  # type: ignore[override]  # a column may render anything
        return super().render(task) if task.fields["bar"] else Text("")  # type: ignore[return-value]


class _Count(ProgressColumn):
    """`3/12`, or what is asked for at each look: `34 calls`."""

    def render(self, task: Task) -> Text:
        if task.fields["bar"]:
            return Text(f"{int(task.completed)}/{int(task.total or 0)}")
        return Text(task.fields["count"]())


class _Time(ProgressColumn):
    """`0:42 left` while that can be told, else how long it has taken."""

    def render(self, task: Task) -> Text:
        left = None if task.total is None or task.finished else task.time_remaining
        minutes, seconds = divmod(int(task.elapsed or 0) if left is None else int(left), 60)
        return Text(f"{minutes}:{seconds:02}" + ("" if left is None else " left"), style="dim")


def _shown() -> bool:
    """Whether there is a terminal; what a display puts in the place of stderr may not say so."""
    return bool(_active) or sys.stderr.isatty()


@contextmanager
def _display() -> Iterator[Progress]:
    if _active:
        yield _active[-1]
        return
    columns = (SpinnerColumn(), counting("{task.description}"), _Bar(), _Count(), _Time())
    with Progress(
        *columns, console=printer(sys.stderr), transient=True, refresh_per_second=5, redirect_stdout=False
    ) as display:
        _active.append(display)
        try:
            yield display
        finally:
            _active.pop()


@contextmanager
def phase(words: str, total: int | None = None, count: Callable[[], str] = str) -> Iterator[Advance]:
    """Show what the block does; it tells what is done of ``total``, or else ``count`` is asked from time to time."""
    if not _shown():
        yield lambda _more: None
        return
    with _display() as display:
        task = display.add_task(words, total=total, bar=bool(total), count=count)
        try:
            yield lambda more: display.advance(task, more)
        finally:
            display.refresh()  # the end is seen, however short it was
            display.remove_task(task)


@contextmanager
def reading() -> Iterator[Callable[[str, int, int, int], None] | None]:
    """How much of each kind was read (`inventory.Progress`), and the time left where it can be told.

    The service does not say how long a list is, so a kind that is one list has no time left, only a count.
    """
    if not _shown():
        yield None
        return
    with _display() as display:
        tasks: dict[str, TaskID] = {}

        def progress(kind_name: str, count: int, done: int, of: int) -> None:
            if kind_name not in tasks:
                tasks[kind_name] = display.add_task(
                    plural(kind_named(kind_name).words), total=None, bar=False, count=str
                )
            display.update(tasks[kind_name], completed=done, total=of or None, count=lambda: str(count))

        try:
            yield progress
        finally:
            display.refresh()
            for task in tasks.values():
                display.remove_task(task)
