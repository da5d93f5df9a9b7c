"""What a drift job passes over: the table ``[drift]`` of `zohodesk.toml`.

::

    [drift]
    ignore = ["Agent:*@contractor.example", "Department:Test *"]   # unmanaged objects that are meant to be there
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pulumi_zohodesk.settings._shown import quoted, shown

__all__ = ["drift_problems", "ignored_in"]


def ignored_in(table: Mapping[str, Any]) -> tuple[str, ...]:
    """The ignore list of a table in which `drift_problems` finds nothing."""
    return tuple(table.get("ignore", ()))


def drift_problems(table: Any, at: Callable[..., str]) -> Iterator[str]:
    """What is wrong with the table; ``at`` says where a table or a key of it stands in the file."""
    if not isinstance(table, dict):
        yield f"In {at('drift')}, drift must be a table: [drift]."
        return
    for key, value in table.items():
        where = f"In {at('drift', key)}, {shown(key)} of [drift]"
        if key != "ignore":
            yield f"{where} means nothing here. Allowed is: ignore."
        elif not isinstance(value, list) or not all(isinstance(line, str) for line in value):
            yield f'{where} must be a list of texts such as "Agent:*@contractor.example".'
        else:
            for number, line in enumerate(value):
                if reason := _fault(line):
                    yield f"In {at('drift', key, number)}, {key} of [drift] has {reason}"


def _fault(line: str) -> str:
    kind, colon, glob = line.partition(":")
    if colon and kind.strip() and glob.strip():
        return ""
    return f'{quoted(line)}, which names no kind or no pattern: write KIND:PATTERN, as "Agent:*@contractor.example".'
