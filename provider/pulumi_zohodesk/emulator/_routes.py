"""From method and path to operation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
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


class Routes:
    """The paths of all operations of all kinds: what answers each method, with the names of its parameters."""

    def __init__(self, targets: Iterable[Target]) -> None:
        self._paths: dict[re.Pattern[str], dict[str, Target]] = {}
        for target in targets:
            self._paths.setdefault(_pattern(target.operation.path), {})[target.operation.method] = target

    def find(self, path: str) -> tuple[dict[str, Target], list[str]] | None:
        """What answers the methods of a path, and the values of its parameters."""
        asked = f"/{path.strip('/')}"
        found = ((match, targets) for pattern, targets in self._paths.items() if (match := pattern.fullmatch(asked)))
        return next(((targets, list(match.groups())) for match, targets in found), None)


@cache
def _pattern(path: str) -> re.Pattern[str]:
    """What a path of the contract matches: most parameters are digits, so that no word is taken for one."""
    return re.compile(re.sub(r"{(\w+)}", lambda found: "([^/]*)" if found[1] in TEXT_PARAMETERS else "([0-9]+)", path))


def is_elsewhere(method: str, path: str) -> bool:
    """Whether the service has the operation, though the emulator has it not."""
    return any(method in methods and pattern.fullmatch(path) for pattern, methods in _elsewhere())


@cache
def _elsewhere() -> list[tuple[re.Pattern[str], list[str]]]:
    text = files("pulumi_zohodesk.emulator").joinpath("elsewhere.txt").read_text("utf-8")
    rows = (line.split() for line in text.splitlines())  # the third word is the source: see docs/api-notes.md
    return [(_pattern(f"/api/v1{path}"), methods.split(",")) for path, methods, _ in rows]
