"""Where a program declares an object, and how a value is written there."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pulumi_zohodesk.actions import python_files
from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.engine import snake
from pulumi_zohodesk.kinds import kind_named

Key = tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """Attributes:
    file: relative to the folder of the program.
    line: of the call, from 1.
    variable: at the top of the file, to which the object is assigned; empty where there is none.
    """

    file: Path
    line: int
    variable: str = ""

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}"

    def seen_from(self, file: Path | None) -> str:
        """The variable as another file of the program writes it; empty where there is none."""
        if not self.variable or file == self.file or self.file.name == "__main__.py":
            return self.variable if file == self.file else ""
        return ".".join((*self.file.with_suffix("").parts, self.variable))


class Places:
    """Calls such as ``desk.Skill("french", ...)`` in the Python files of a folder."""

    def __init__(self, folder: Path) -> None:
        self._found: dict[tuple[str, str], Place] = {}
        for file in python_files(folder):
            for kind, name, line, variable in _calls(file):
                self._found.setdefault((kind, name), Place(file.relative_to(folder), line, variable))

    def of(self, kind: str, name: str) -> Place | None:
        """None where it cannot be told."""
        return self._found.get((kind, name))

    def references(self, kind: str, value: Any, declared: Mapping[tuple[str, Key], str], here: Place | None) -> str:
        """A reference, or a set of them, as the program may write it: variables, look-ups, else ids.

        Args:
            value: natural keys as `compare` tells them.
            declared: logical names of what the stack has, by kind and natural key.
            here: where it is to be written.
        """

        def one(name: Any) -> str:
            id = str(name.get("id")) if isinstance(name, Mapping) else ""
            key = tuple(name) if isinstance(name, list) else (id or str(name),)
            place = self.of(kind, declared.get((kind, key), ""))
            variable = place and place.seen_from(here.file if here else None)
            return variable or (python_value(id) if id else _look_up(kind, key))

        if value is None:
            return "None"
        sets = isinstance(value, list) and (not value or _names_in(kind) == 1 or isinstance(value[0], (list, Mapping)))
        return f"[{', '.join(map(one, value))}]" if sets else one(value)


def _look_up(kind_name: str, key: Key) -> str:
    """``desk.get_agent(email_id='jo@example.com').id``."""
    return f"desk.get_{snake(kind_name)}({', '.join(_arguments(kind_name, key))}).id"


def _arguments(kind_name: str, key: Key) -> Iterator[str]:
    kind = _kind(kind_name)
    rest = key
    for wire in kind.key if kind else ("name",):
        ref = kind.by_wire[wire].ref if kind else None
        count = _names_in(ref) if ref else 1
        part, rest = rest[:count], rest[count:]
        yield f"{snake(wire)}={_look_up(ref, part) if ref else python_value(part[0])}"


def _names_in(kind_name: str) -> int:
    """Of how many names the natural key of a kind is made."""
    kind = _kind(kind_name)
    refs = [kind.by_wire[wire].ref for wire in kind.key] if kind else [None]
    return sum(_names_in(ref) if ref else 1 for ref in refs)


def _kind(name: str) -> Any:
    try:
        return kind_named(name)
    except KeyError:  # a role or a profile
        return None


def _calls(file: Path) -> Iterator[tuple[str, str, int, str]]:
    try:
        tree = ast.parse(file.read_bytes())
    except (OSError, SyntaxError, ValueError):
        return
    variables = {
        one.value: one.targets[0].id
        for one in tree.body
        if isinstance(one, ast.Assign) and len(one.targets) == 1 and isinstance(one.targets[0], ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            kind = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if isinstance(node.args[0].value, str):
                yield kind, node.args[0].value, node.lineno, variables.get(node, "")


def python_value(value: Any) -> str:
    """A value as Python writes it, in one line."""
    return printable(repr(value if value is not None else ""))
