"""Answers in the shape that another organisation's have: fields left out, added, or of another type, at any depth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pulumi_zohodesk.emulator._store import Record, copied

EMPTY: Mapping[str, Any] = {
    "string": "",
    "integer": 0,
    "number": 0.0,
    "boolean": False,
    "object": {},
    "array": [],
    "null": None,
}
"""What stands in fields of which only the type is known; null in those of a type that a later report may know."""
MOST_KEYS = 1_000
_NAMES = {type(value): name for name, value in EMPTY.items()}


def shaped(rows: Sequence[Record], shape: Mapping[str, Sequence[str]], *, whole: bool) -> list[Record]:
    """Copies of some objects in a shape.

    Args:
        shape: fields, nested ones after a dot, and the types that they have. Those without types are left out. Those
            that an object lacks are added, in one row after the other of each type; values of other types are made
            fit, as far as they can be. Of ``*`` the type is how many keys are added that people named.
        whole: nothing is left out.
    """
    found = copied(list(rows))
    for path, types in shape.items():
        *above, name = path.split(".")
        for place, one in enumerate(_within(found, above)):
            if name == "*":
                one.update({f"cf_{number}": None for number in range(_number(types))})
            elif not types and not whole:
                one.pop(name, None)
            elif not types:
                continue
            elif name not in one:
                one[name] = copied(EMPTY.get(types[place % len(types)]))
            elif _NAMES.get(type(one[name])) not in types:
                one[name] = _made(one[name], next((each for each in types if each != "null"), "null"))
    return found


def _within(held: Any, path: Sequence[str]) -> Iterator[Record]:
    if isinstance(held, list):
        for one in held:
            yield from _within(one, path)
    elif isinstance(held, dict):
        if path:
            yield from _within(held.get(path[0]), path[1:])
        else:
            yield held


def _number(types: Sequence[str]) -> int:
    return min(sum(int(one) for one in types if one.isdecimal()), MOST_KEYS)


def _made(value: Any, wanted: str) -> Any:
    """The value in another type; empty where it has no sense there."""
    if wanted == "string" and isinstance(value, (int, float)):
        return str(value).lower()
    if wanted in ("integer", "number") and str(value).isdecimal():
        return type(EMPTY[wanted])(str(value))
    return copied(EMPTY.get(wanted))
