"""What existed before a stack did: objects that nobody manages, which are no drift."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pulumi_zohodesk.engine import scalar

_FINE = re.compile(r"(\.\d{6})\d+")
"""Pulumi writes nanoseconds, which Python does not read."""


@dataclass(frozen=True)
class Before:
    """Attributes:
    since: when the stack first looked; None where its state does not tell.
    known: kind and id of what a baseline says was there.
    """

    since: datetime | None = None
    known: frozenset[tuple[str, str]] = frozenset()

    def covers(self, kind: str, id: str, created: Any) -> bool:
        """Whether an object was there. One that tells no time of creation was not, unless the baseline has it: a
        newcomer must not pass for an old acquaintance."""
        if (kind, id) in self.known:
            return True
        when = moment(created)
        return when is not None and self.since is not None and when < self.since


NOTHING = Before()


def first_look(deployment: Mapping[str, Any]) -> datetime | None:
    """When a stack first looked at anything: the earliest time that its state tells, the first of what it made or
    imported, and of the stack itself; else that of the checkpoint. None for an empty state."""
    resources: Iterable[Mapping[str, Any]] = deployment.get("resources") or ()
    times = [when for resource in resources if (when := moment(resource.get("created")))]
    if not times and resources:
        times = [when for when in [moment((deployment.get("manifest") or {}).get("time"))] if when]
    return min(times, default=None)


def moment(value: Any) -> datetime | None:
    """A time in UTC, of ISO 8601 or of milliseconds since 1970 (the service answers both); None for anything else."""
    text = scalar(value)
    try:
        found = datetime.fromtimestamp(int(text) / 1000, UTC) if text.isdecimal() else _iso(text)
    except (ValueError, OverflowError, OSError):
        return None
    return found.astimezone(UTC) if found.tzinfo else None


def _iso(text: str) -> datetime:
    return datetime.fromisoformat(_FINE.sub(r"\1", text))
