"""A run in front of a person: looked at, shown, bounded, asked about, kept as it was, then applied."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.cli._asking import agree
from pulumi_zohodesk.cli._console import say
from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.cli.engine._process import terminable
from pulumi_zohodesk.cli.engine._run import RunStack
from pulumi_zohodesk.cli.engine._unnamed_file import unnamed_file
from pulumi_zohodesk.cli.up._apply import keep, update
from pulumi_zohodesk.cli.up._planned import Planned, look, report, show
from pulumi_zohodesk.errors import Refused
from pulumi_zohodesk.plan import SavedPlan, is_applied, misfits
from pulumi_zohodesk.settings import Limits

NOBODY = "Nobody can be asked here, so nothing was changed. Add --yes to apply it without being asked."


@dataclass(frozen=True)
class Wish:
    """What a person says about a run.

    Attributes:
        limits: how much is too much.
        yes: nobody is asked.
        force: however much changes, and whatever there seems to be no room for.
        saved, file: the plan that must still fit.
        snapshot, snapshot_file: whether what is touched is kept, and where if not in its usual place.
        as_json: the result goes to stdout as JSON, all else to stderr.
        check: raises Refused for what this run must not do.
    """

    limits: Limits
    yes: bool = False
    force: bool = False
    saved: SavedPlan | None = None
    file: Path | None = None
    snapshot: bool = True
    snapshot_file: Path | None = None
    as_json: bool = False
    check: Callable[[Planned], None] = lambda _planned: None


def carry_out(engine: RunStack, wish: Wish) -> int:
    """Look, show, ask, keep and apply; returns the exit code.

    Where nothing is to be written, the state of what the run is bound to still learns how that is.

    Raises:
        Refused: something speaks against it, or nobody says yes; nothing was changed.
        Stopped: it was told to stop.
    """
    said: dict[str, Any] = {}
    with terminable("Stopped."), unnamed_file() as held:
        try:
            with terminable("Stopped. Nothing was changed in Zoho Desk."):
                planned = look(engine, wish.limits, held, room=not wish.force)
                nothing: dict[str, Any] = {name: [] for name in ("done", "left", "failed", "beyond")}
                said |= {**report(planned), "applied": False, "snapshot": None, **nothing}
                refused = bool(planned.refusals or (planned.exceeded and not wish.force))
                show(planned, sys.stderr if wish.as_json else None, refused=refused)
                if _is_settled(planned, wish):
                    if engine.targets:
                        engine.learn(planned.plan.stale)
                    return _exit.DONE
                if not wish.yes:
                    agree(f"Apply this to organisation {', '.join(planned.organizations)}?", NOBODY)
                kept = _kept(engine, planned, wish)
                _learn(engine, planned, kept)
            return update(engine, planned, said, kept, held, as_json=wish.as_json)
        finally:
            if wish.as_json and said:
                print(json.dumps(said, indent=2))


def _is_settled(planned: Planned, wish: Wish) -> bool:
    """Whether there is nothing to do. Raises Refused when something speaks against doing it."""
    if wish.saved is not None and is_applied(wish.saved, planned.plan, planned.organizations):
        say(f"The plan of {wish.file} was applied already.", sys.stderr)
        return True
    wish.check(planned)
    _refuse(planned, wish)
    return not planned.plan


def _kept(engine: RunStack, planned: Planned, wish: Wish) -> Path | None:
    kept = keep(planned, engine.directory, wish.snapshot, wish.snapshot_file)
    if kept:
        out = sys.stderr if wish.as_json else sys.stdout
        say(f"What is touched is kept as it was in {kept}", out)
    return kept


def _learn(engine: RunStack, planned: Planned, kept: Path | None) -> None:
    try:
        engine.learn(planned.plan.stale)
    except BaseException:  # of a run that did not begin there is nothing to put back
        if kept:
            kept.unlink(missing_ok=True)
        raise


def _refuse(planned: Planned, wish: Wish) -> None:
    """Raises Refused; nothing was written."""
    if wish.saved is not None:
        reasons = list(misfits(wish.saved, planned.plan, planned.organizations))
        if reasons:
            raise Refused(
                listed(f"The plan of {wish.file} no longer fits:", reasons)
                + "\nNothing was changed. Make and review another plan with `zohodesk preview --plan FILE`."
            )
    if planned.refusals:
        reasons = [f"{refusal.step.name}: {refusal.reason}" for refusal in planned.refusals]
        raise Refused(listed("Part of this would be refused, so nothing is applied:", reasons))
    if planned.exceeded and not wish.force:
        raise Refused(
            listed("This changes more than one run should:", planned.exceeded)
            + "\nNothing was changed. If all of it is meant, add --force, or raise [limits] in zohodesk.toml."
        )


def listed(head: str, lines: Iterable[str]) -> str:
    """A sentence, and lines below it."""
    return "\n".join([head, *(f"  - {printable(line)}" for line in lines)])
