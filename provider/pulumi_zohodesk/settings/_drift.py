"""What a drift job passes over: the table ``[drift]`` of `zohodesk.toml`.

::

    [drift]
    ignore = ["Agent:*@contractor.example", "Department:Test *"]   # unmanaged objects that are meant to be there
    baseline = "drift-baseline.json"   # what was there before the stack, by id; beside this file
    unmanaged = "fail"                 # that counts as drift too; by default ("tell") it does not
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pulumi_zohodesk.settings._shown import quoted, shown

__all__ = ["DriftTable", "drift_from", "drift_problems"]

KEYS = ("ignore", "baseline", "unmanaged")
WAYS = ("tell", "fail")


@dataclass(frozen=True)
class DriftTable:
    """Attributes:
    ignore: patterns of unmanaged objects that may be there.
    baseline: the file that says what was there before the stack; None when none is asked for.
    fails: what was there before the stack counts as drift as well.
    """

    ignore: tuple[str, ...] = ()
    baseline: Path | None = None
    fails: bool = False


def drift_from(table: Mapping[str, Any], folder: Path) -> DriftTable:
    """A table in which `drift_problems` finds nothing; ``folder`` is where its file lies."""
    baseline = folder / table["baseline"] if "baseline" in table else None
    return DriftTable(tuple(table.get("ignore", ())), baseline, table.get("unmanaged") == "fail")


def drift_problems(table: Any, at: Callable[..., str]) -> Iterator[str]:
    """What is wrong with the table; ``at`` says where a table or a key of it stands in the file."""
    if not isinstance(table, dict):
        yield f"In {at('drift')}, drift must be a table: [drift]."
        return
    for key, value in table.items():
        where = f"In {at('drift', key)}, {shown(key)} of [drift]"
        if key not in KEYS:
            yield f"{where} means nothing here. Allowed are: {', '.join(KEYS)}."
        elif key == "ignore":
            yield from _ignore_problems(value, where, at)
        elif key == "baseline" and not (isinstance(value, str) and value.strip()):
            yield f'{where} must be the name of a file such as "drift-baseline.json".'
        elif key == "unmanaged" and value not in WAYS:
            yield f'{where} must be "tell" or "fail".'


def _ignore_problems(value: Any, where: str, at: Callable[..., str]) -> Iterator[str]:
    if not isinstance(value, list) or not all(isinstance(line, str) for line in value):
        yield f'{where} must be a list of texts such as "Agent:*@contractor.example".'
        return
    for number, line in enumerate(value):
        if reason := _fault(line):
            yield f"In {at('drift', 'ignore', number)}, ignore of [drift] has {reason}"


def _fault(line: str) -> str:
    kind, colon, glob = line.partition(":")
    if colon and kind.strip() and glob.strip():
        return ""
    return f'{quoted(line)}, which names no kind or no pattern: write KIND:PATTERN, as "Agent:*@contractor.example".'
