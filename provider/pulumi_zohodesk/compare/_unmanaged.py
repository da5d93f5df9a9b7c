"""What nobody manages and is no drift: what existed before a stack did, and what may exist beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from typing import Any

from pulumi_zohodesk.engine import scalar
from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.kinds import KINDS

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
        if text.isdecimal():
            return datetime.fromtimestamp(int(text) / 1000, UTC)
        found = datetime.fromisoformat(_FINE.sub(r"\1", text))
    except (ValueError, OverflowError, OSError):
        return None
    return found.astimezone(UTC) if found.tzinfo else None


@dataclass(frozen=True)
class Ignore:
    """Attributes:
    patterns: name of a kind or ``*``, and a pattern of `fnmatch`, folded: for the last part of the natural
        key, or for all of it with ``/`` between the parts.
    """

    patterns: tuple[tuple[str, str], ...] = ()

    def covers(self, kind: str, key: tuple[str, ...]) -> bool:
        """Whether an object that nobody manages may be there."""
        low = [part.casefold() for part in key]
        return any(
            of in ("*", kind) and (fnmatchcase(low[-1], glob) or fnmatchcase("/".join(low), glob))
            for of, glob in self.patterns
        )


def ignore_from(lines: Iterable[str]) -> Ignore:
    """The list of `zohodesk.toml`: ``Agent:*@contractor.example``, ``Skill:Sales/*``, ``*:Test *``.

    Raises ConfigError for a kind that does not exist.
    """
    known = {kind.name.casefold(): kind.name for kind in KINDS}
    found: list[tuple[str, str]] = []
    problems: list[str] = []
    for line in lines:
        name, _, glob = line.partition(":")
        of = "*" if name.strip() == "*" else known.get(name.strip().replace("-", "").replace("_", "").casefold())
        if of is None:
            problems.append(
                f'In [drift] of zohodesk.toml, ignore has "{line}": there is no kind "{name.strip()}". '
                f"Known are {', '.join(known.values())}, and * for all."
            )
        else:
            found.append((of, glob.strip().casefold().replace("[", "[[]")))  # a bracket is just a letter
    if problems:
        raise ConfigError(problems)
    return Ignore(tuple(found))
