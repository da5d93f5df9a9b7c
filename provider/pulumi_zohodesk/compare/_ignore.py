"""What may exist beside a stack: ``[drift] ignore`` of `zohodesk.toml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.kinds import KINDS


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
