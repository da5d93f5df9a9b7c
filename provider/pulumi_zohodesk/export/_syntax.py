"""Python source as `ruff format` and `black` leave it. Text of an organisation enters only as quoted literals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

WIDTH = 88
INDENT = "    "


@dataclass(frozen=True)
class Code:
    """Source that is written as it is; never anything that an organisation holds."""

    text: str


@dataclass(frozen=True)
class Call:
    """A call. Arguments without a name come first, under keys that begin with ``*``."""

    head: str
    arguments: Mapping[str, Any]


def literal(text: str) -> str:
    """A string literal that means exactly this text, on one line; signs that cannot be printed are escaped."""
    quote = "'" if text.count('"') > text.count("'") else '"'
    return quote + "".join(f"\\{sign}" if sign == quote else repr(sign)[1:-1] for sign in text) + quote


def source(node: Any, before: str = "", depth: int = 0, after: str = "") -> str:
    """A value as source, on one line where it fits, else one element a line."""
    line = f"{before}{_flat(node)}{after}"
    if _width(INDENT * depth + line) <= WIDTH or not (parts := _parts(node)):
        return line
    opening, closing = _brackets(node)
    inner = [INDENT * (depth + 1) + source(value, name, depth + 1, ",") for name, value in parts]
    return "\n".join([f"{before}{opening}", *inner, f"{INDENT * depth}{closing}{after}"])


def _flat(node: Any) -> str:
    if isinstance(node, Code):
        return node.text
    if isinstance(node, str):
        return literal(node)
    if not isinstance(node, (Call, Mapping, Sequence)):
        return repr(node)
    opening, closing = _brackets(node)
    return opening + ", ".join(name + _flat(value) for name, value in _parts(node)) + closing


def _brackets(node: Any) -> tuple[str, str]:
    if isinstance(node, Call):
        return f"{node.head}(", ")"
    return ("{", "}") if isinstance(node, Mapping) else ("[", "]")


def _parts(node: Any) -> list[tuple[str, Any]]:
    """What stands between the brackets: what comes before each value, and the value."""
    if isinstance(node, Call):
        return [("" if name.startswith("*") else f"{name}=", value) for name, value in node.arguments.items()]
    if isinstance(node, Mapping):
        return [(f"{literal(str(name))}: ", value) for name, value in node.items()]
    if isinstance(node, Sequence) and not isinstance(node, str):
        return [("", value) for value in node]
    return []


def _width(line: str) -> int:
    """At least as wide as any formatter takes it for: what is split too early stays split, by its last comma."""
    return sum(1 if letter < "\x7f" else 2 for letter in line)
