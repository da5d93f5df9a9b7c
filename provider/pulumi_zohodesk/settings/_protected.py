"""What must stay, however it came into a plan: the table ``[protected]`` of `zohodesk.toml`.

::

    [protected]
    Department = ["Sales", "Support*"]   # natural keys; * and ? stand for anything
    Agent = ["*@example.com"]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pulumi_zohodesk.settings._shown import shown

__all__ = ["Protected", "protected_from", "protected_problems"]

Protected = tuple[tuple[str, tuple[str, ...]], ...]
"""Names of kinds with patterns of natural keys."""


def protected_from(table: Mapping[str, Any]) -> Protected:
    """What a table says in which `protected_problems` finds nothing."""
    return tuple((kind, tuple(patterns)) for kind, patterns in table.items())


def protected_problems(table: Any, at: Callable[..., str]) -> Iterator[str]:
    """What is wrong with the table; ``at`` says where a table or a key of it stands in the file."""
    if not isinstance(table, dict):
        yield f"In {at('protected')}, protected must be a table: [protected]."
        return
    for key, value in table.items():
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            yield (
                f"In {at('protected', key)}, {shown(key)} of [protected] must be a list of natural keys, as in "
                'Department = ["Sales", "Support*"].'
            )
