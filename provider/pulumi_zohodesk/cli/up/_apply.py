"""The part of `zohodesk up` that writes: snapshot, what the state must learn, the engine's update, and its report."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.cli._console import say
from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.cli.engine._run import Ended, RunStack
from pulumi_zohodesk.cli.engine._unnamed_file import UnnamedFile
from pulumi_zohodesk.cli.up._planned import Planned
from pulumi_zohodesk.dynamic import TYPE_PREFIX, logical_name, qualified_type
from pulumi_zohodesk.errors import Refused
from pulumi_zohodesk.plan import Step, default_place, save_snapshot, snapshot_of

MADE: Mapping[str, frozenset[str]] = {
    "create": frozenset({"create", "create-replacement"}),
    "update": frozenset({"update"}),
    "replace": frozenset({"create-replacement"}),
    "delete": frozenset({"delete"}),
}
"""What the engine calls the last part of a step; of a replacement that began in an earlier run, it is no ``create``."""

_REPLACING = frozenset({"replace", "create-replacement", "delete-replaced"})
PARTS: Mapping[str, frozenset[str]] = {
    **MADE,
    "create": _REPLACING | {"create"},  # what an earlier run has removed is removed once more, which does nothing
    "replace": _REPLACING | {"update"},
}
"""What it calls all of them."""


@dataclass(frozen=True)
class Outcome:
    """What became of the steps.

    Attributes:
        done, left: steps of the plan.
        beyond: names of objects that were changed though the plan lacks that.
    """

    planned: Planned
    ended: Ended
    done: Sequence[Step]
    left: Sequence[Step]
    beyond: Mapping[str, str] = field(default_factory=dict)

    @property
    def good(self) -> bool:
        return self.ended.code == 0 and not self.beyond


def keep(planned: Planned, directory: Path, wanted: bool, file: Path | None) -> Path | None:
    """The file of the snapshot, written; None when there is nothing to keep. Raises Refused when it cannot be."""
    kept = snapshot_of(planned.plan)
    if not wanted or not kept.entries:
        return None
    try:
        while True:
            place = file or default_place(directory, kept)
            try:
                save_snapshot(kept, place)
                return place
            except FileExistsError:  # of another run in the same second
                if file is not None:
                    raise
    except OSError as error:
        raise Refused(
            f"The snapshot cannot be written to {error.filename or file or directory} ({error.strerror}), so nothing "
            "was changed. Say where with --snapshot-file, or do without one with --no-snapshot."
        ) from None


def update(
    engine: RunStack,
    planned: Planned,
    said: dict[str, Any],
    kept: Path | None,
    engine_plan: UnnamedFile,
    *,
    as_json: bool,
) -> int:
    """Let the engine apply what was looked at; ``said`` learns what came of it. Returns the exit code."""
    if sys.stderr.isatty():
        say("Applying it. The engine tells each object that is done.", sys.stderr)
    ended = engine.update(sys.stderr if as_json else sys.stdout, engine_plan)
    done = [step for step in planned.plan.steps if _is_done(step, ended)]
    left = [step for step in planned.plan.steps if step not in done]
    outcome = Outcome(planned, ended, done, left, _beyond(planned, ended))
    if kept and not ended.begun:
        kept.unlink(missing_ok=True)  # nothing was touched, so it would only be one more file about people
        kept = None
    said.update(
        applied=outcome.good,
        snapshot=str(kept) if kept else None,
        done=[step.urn for step in done],
        left=[step.urn for step in left],
        failed=list(ended.failed),
        beyond=list(outcome.beyond),
    )
    if ended.unheard:
        say("Nobody reads the output any more; the run went on to its end.", sys.stderr)
    if ended.spared:
        names = ", ".join(printable(logical_name(urn)) for urn in sorted(ended.spared))
        say(f"No replacement was needed of {names}. The engine counts that as errored; nothing is wrong.", sys.stderr)
    if outcome.good:
        return _exit.DONE
    say("\n".join(_failure(outcome, kept)), sys.stderr)
    return _exit.INTERRUPTED if ended.interrupted else _exit.ERROR


def _is_done(step: Step, ended: Ended) -> bool:
    return step.urn in ended.spared or bool(ended.done.get(step.urn, frozenset()) & MADE[step.op])


def _beyond(planned: Planned, ended: Ended) -> dict[str, str]:
    """By URN, what was done to objects of Zoho Desk though nobody was shown it."""
    allowed = {step.urn: PARTS[step.op] for step in planned.plan.steps}
    found = {}
    for urn, ops in ended.done.items():
        more = ops - allowed.get(urn, frozenset())
        if more and qualified_type(urn).rsplit("$", 1)[-1].startswith(TYPE_PREFIX):
            found[urn] = ", ".join(sorted(more))
    return found


def _failure(outcome: Outcome, kept: Path | None) -> list[str]:
    ended = outcome.ended
    words = "stopped" if ended.interrupted else "failed" if ended.code else "did more than was shown"
    count = len(outcome.done) + len(outcome.left)
    lines = [f"error: The run {words}. {len(outcome.done)} of {count} changes were made."]
    lines += [f"  made:     {_named(step)}" for step in outcome.done]
    lines += [f"  {_left(one, outcome)}" for one in outcome.left]
    lines += [
        f"  made, though it was not shown: {ops} {printable(urn.rsplit('::', 1)[-1])}"
        for urn, ops in outcome.beyond.items()
    ]
    if ended.strayed:
        lines.append(
            "The program wants something else than when it was looked at, and the engine refused that (that a value "
            "hangs on another resource through an apply is seen only then). Look again with `zohodesk preview`."
        )
    elif ended.failed:
        lines.append("The engine tells above why that failed; what was held back by it needs nothing else.")
    lines.append("`zohodesk up` goes on from here." if ended.begun else "Nothing was changed.")
    if kept:
        lines.append(f"What was touched is put back by: zohodesk restore {kept}")
    return lines


def _left(step: Step, outcome: Outcome) -> str:
    """A step that was not made, with what held it back."""
    ended = outcome.ended
    before = outcome.planned.plan.before(step.urn)
    holders = [printable(logical_name(urn)) for urn in ended.failed if urn in before and urn != step.urn]
    removed = "delete-replaced" in ended.done.get(step.urn, ())
    begun = step.urn in ended.failed
    notes = [
        *([f"held back by {', '.join(holders)}"] if holders and not begun else []),
        *(["the old one was removed, the new one was not made"] if removed else []),
    ]
    if not notes and not begun and ended.failed:
        notes = ["not begun after that"]
    return f"{'failed:  ' if begun else 'not made:'} {_named(step)}" + (f" ({'; '.join(notes)})" if notes else "")


def _named(step: Step) -> str:
    return f"{step.op} {step.kind.words} {printable(step.name)}"
