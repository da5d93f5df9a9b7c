"""From method and path to operation: a tree of path segments, built once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from pulumi_zohodesk.emulator._contract import Operation
from pulumi_zohodesk.emulator._kind import Kind

TEXT_PARAMETERS = ("emailId",)
"""Path parameters that are not ids; every other one takes digits only."""


@dataclass(frozen=True)
class Target:
    """An operation and the kind that answers it."""

    operation: Operation
    kind: Kind


@dataclass
class Node:
    """One segment: the segments below, the parameter below, the operations that end here by method."""

    below: dict[str, Node] = field(default_factory=dict)
    parameter: tuple[str, Node] | None = None
    targets: dict[str, tuple[Target, tuple[str, ...]]] = field(default_factory=dict)


class Routes:
    """The paths of all operations of all kinds."""

    def __init__(self, targets: Iterable[Target]) -> None:
        self._root = Node()
        for target in targets:
            self._add(target)

    def _add(self, target: Target) -> None:
        node, names = self._root, []
        for segment in target.operation.path.strip("/").split("/"):
            if segment.startswith("{"):
                names.append(segment[1:-1])
                if node.parameter is None:
                    node.parameter = (names[-1], Node())
                node = node.parameter[1]
            else:
                node = node.below.setdefault(segment, Node())
        node.targets[target.operation.method] = (target, tuple(names))

    def find(self, path: str) -> tuple[Node, list[str]] | None:
        """The node of a path with the values of its parameters; words win over parameters."""
        node, values = self._root, []
        for segment in path.strip("/").split("/"):
            if segment in node.below:
                node = node.below[segment]
            elif node.parameter is not None and _fits(node.parameter[0], segment):
                values.append(segment)
                node = node.parameter[1]
            else:
                return None
        return (node, values) if node.targets else None


def _fits(name: str, segment: str) -> bool:
    return name in TEXT_PARAMETERS or (segment.isascii() and segment.isdigit())


def is_elsewhere(method: str, path: str) -> bool:
    """Whether the service has the operation, though the emulator has it not."""
    return any(method in methods and pattern.fullmatch(path) for pattern, methods in _elsewhere())


@cache
def _elsewhere() -> list[tuple[re.Pattern[str], list[str]]]:
    text = files("pulumi_zohodesk.emulator").joinpath("elsewhere.txt").read_text("utf-8")
    rows = (line.split() for line in text.splitlines())  # the third word is the source: see docs/api-notes.md
    return [(re.compile("/api/v1" + re.sub(r"{\w+}", "[0-9]+", path)), methods.split(",")) for path, methods, _ in rows]
