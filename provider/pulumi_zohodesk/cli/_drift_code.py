"""Where a program declares an object, and how a value is written there."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pulumi_zohodesk.cli._rows import printable

__all__ = ["Places", "python_value"]

_SKIPPED = {"__pycache__", "node_modules", "site-packages"}


class Places:
    """Calls such as ``desk.Skill("french", ...)`` in the Python files of a folder."""

    def __init__(self, folder: Path) -> None:
        self._found: dict[tuple[str, str], str] = {}
        for file in _files(folder):
            for kind, name, line in _calls(file):
                self._found.setdefault((kind, name), f"{file.relative_to(folder)}, line {line}")

    def of(self, kind: str, name: str) -> str:
        """File and line; empty where it cannot be told."""
        return self._found.get((kind, name), "")


def _files(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        place = Path(here)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and name not in _SKIPPED and not (place / name / "pyvenv.cfg").exists()
        )
        yield from (place / name for name in sorted(files) if name.endswith(".py"))


def _calls(file: Path) -> Iterator[tuple[str, str, int]]:
    try:
        tree = ast.parse(file.read_bytes())
    except (OSError, SyntaxError, ValueError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            kind = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if isinstance(node.args[0].value, str):
                yield kind, node.args[0].value, node.lineno


def python_value(value: Any) -> str:
    """A value as Python writes it, in one line; references stand there by name."""
    return printable(repr(value if value is not None else ""))
