"""Which matches are adopted: what the options choose, and never what another stack manages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path

from pulumi_zohodesk.cli._engine import PulumiStack
from pulumi_zohodesk.cli._matching import Match, Pending
from pulumi_zohodesk.cli._rows import printable
from pulumi_zohodesk.compare import Held, held_in
from pulumi_zohodesk.engine import MARKS
from pulumi_zohodesk.errors import InputError, Refused

__all__ = ["chosen", "refuse_managed"]


def chosen(one: Pending, only: Sequence[str], without: Sequence[str]) -> bool:
    """Whether an object is meant: ``only`` and ``without`` are patterns for logical names and kinds."""
    return (not only or _fits(one, only)) and not _fits(one, without)


def _fits(one: Pending, patterns: Iterable[str]) -> bool:
    names = one.name.casefold(), one.kind.name.casefold()
    return any(fnmatchcase(name, pattern.casefold()) for pattern in patterns for name in names)


def refuse_managed(matches: Sequence[Match], others: Sequence[str], engine: PulumiStack) -> None:
    """Refuse what one of some other stacks manages: two stacks would undo each other's work.

    Args:
        others: names of stacks, or files that `pulumi stack export` wrote.

    Raises:
        Refused: with every such object; nothing was imported.
        InputError: a file cannot be read, or is no state.
        EngineError: a stack cannot be read.
    """
    problems = []
    for other in others:
        held = {one.place: one for one in _held(other, engine)}
        for match in matches:
            one = held.get((match.pending.kind.name, match.id))
            if one and one.organization in ("", match.outputs[MARKS]["organization"]):
                label = f"{match.pending.name} ({match.pending.kind.words}, id {match.id})"
                problems.append(f"- {printable(label)}: {printable(one.name)} of {other}, {printable(one.urn)}")
    if problems:
        listed = "\n".join(problems)
        raise Refused(
            f"Another stack manages these already; nothing was imported:\n{listed}\n"
            "Take them out of that stack with `pulumi state delete URN`, or leave them out with --except."
        )


def _held(other: str, engine: PulumiStack) -> list[Held]:
    path = Path(other)
    if not path.is_file():
        return held_in(replace(engine, stack=other, settings=None).deployment())
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        state = content.get("deployment") or (content.get("checkpoint") or {})["latest"]
        return held_in(state)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise InputError(f"{path} is no state: write it with `pulumi stack export --file {path}`.") from None
