"""What ``[limits]``, ``[protected]`` and ``[drift]`` of `zohodesk.toml` say to a run (docs/reference/settings.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

Protected = tuple[tuple[str, tuple[str, ...]], ...]
"""Names of kinds with patterns of natural keys."""


@dataclass(frozen=True)
class Bounds:
    """How much may be changed without being asked for twice; a count and a share must both be exceeded.

    Attributes:
        removals, updates: so many objects are always allowed.
        removals_percent, updates_percent: and so large a share of the objects that the stack has.
    """

    removals: int = 10
    removals_percent: float = 30
    updates: int = 30
    updates_percent: float = 50


@dataclass(frozen=True)
class Limits:
    """Attributes:
    every: the bounds for all objects together, and for each kind that has none of its own.
    kinds: by name of the kind, what differs from these.
    """

    every: Bounds = Bounds()
    kinds: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def of(self, kind_name: str) -> Bounds:
        """The bounds of one kind."""
        return replace(self.every, **self.kinds.get(kind_name, {}))


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
