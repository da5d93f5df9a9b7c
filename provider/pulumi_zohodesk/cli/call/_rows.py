"""Answers of the service, as tables for people or as JSON for programs."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

from pulumi_zohodesk.cli._console import tell
from pulumi_zohodesk.cli._printable import json_text, printable
from pulumi_zohodesk.errors import InputError

FIRST = ("id", "ticketNumber", "name", "accountName", "companyName", "firstName", "lastName", "subject", "emailId")
MANY = 7
"""Columns of a table unless they are named."""


def show(answer: Any, *, as_table: bool, columns: Sequence[str] | None = None) -> None:
    """Print an answer. Raises InputError for a column that no row has."""
    if columns and isinstance(answer, list):
        answer = [{name: row.get(name) for name in columns} for row in _having(answer, columns)]
    elif columns and isinstance(answer, Mapping):
        (answer,) = ({name: row.get(name) for name in columns} for row in _having([answer], columns))
    if not as_table:
        print(json_text(answer))
    elif answer is None:
        print("Done.")
    elif isinstance(answer, list):
        _table(answer, columns)
    else:
        _object(answer)


def _having(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> Sequence[Mapping[str, Any]]:
    known = sorted({name for row in rows for name in row})
    strange = [name for name in columns if rows and name not in known]
    if strange:
        raise InputError(f"No row has {', '.join(strange)}. There are: {', '.join(known)}.")
    return rows


def _table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str] | None) -> None:
    if not rows:
        print("No rows.", file=sys.stderr)
        return
    from rich.table import Table
    from rich.text import Text

    chosen = columns or _columns(rows)
    table = Table(box=None, pad_edge=False)
    for name in chosen:  # what is copied from a table must be whole
        table.add_column(Text(printable(name)), no_wrap=name.lower().endswith("id"))
    for row in rows:
        table.add_row(*(Text(printable(row.get(name))) for name in chosen))
    tell(table)


def _columns(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Those that say most: what names an object, then plain values in the order of the service."""
    plain = {
        name: None
        for row in rows
        for name, value in row.items()
        if isinstance(value, (str, int, float, bool)) and not str(value).startswith("http")
    }
    return [*(name for name in FIRST if name in plain), *(name for name in plain if name not in FIRST)][:MANY]


def _object(row: Any) -> None:
    if not isinstance(row, Mapping):
        print(printable(row))
        return
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    for name, value in row.items():
        grid.add_row(Text(printable(name), style="cyan"), Text(printable(value)))
    tell(grid)
