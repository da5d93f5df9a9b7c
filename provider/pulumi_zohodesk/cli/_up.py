"""``zohodesk preview`` and ``zohodesk up``: a run that is looked at, priced and bounded, then applied."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.cli._asking import agree
from pulumi_zohodesk.cli._planned import Planned, engine_for, look, report, show
from pulumi_zohodesk.cli._rows import printable
from pulumi_zohodesk.cli._run import Ended, RunStack
from pulumi_zohodesk.errors import Refused
from pulumi_zohodesk.plan import (
    SavedPlan,
    Step,
    default_place,
    load_plan,
    misfits,
    save_plan,
    save_snapshot,
    snapshot_of,
)
from pulumi_zohodesk.settings import Limits, load_limits

__all__ = ["add_to"]

Directory = Annotated[Path, typer.Option("--cwd", "-C", help="Folder of the Pulumi project.", show_default="here")]
Stack = Annotated[str | None, typer.Option("--stack", "-s", help="Stack; the selected one if left out.")]
ConfigFile = Annotated[
    Path | None, typer.Option("--config-file", help="The stack's settings, where `pulumi` is given them so.")
]
Removals = Annotated[int | None, typer.Option("--removals", min=0, help="So many removals are no damage.")]
RemovalsShare = Annotated[
    float | None, typer.Option("--removals-percent", min=0, max=100, help="Nor is such a share of a kind, or of all.")
]
Updates = Annotated[int | None, typer.Option("--updates", min=0, help="So many updates are no damage.")]
UpdatesShare = Annotated[
    float | None, typer.Option("--updates-percent", min=0, max=100, help="Nor is such a share of a kind, or of all.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON; the rest goes to stderr.")]


def add_to(app: typer.Typer) -> None:
    """Add the commands to the tree."""
    app.command("preview", epilog="Example: zohodesk preview --plan plan.json")(preview)
    app.command("up", epilog="Example: zohodesk up --yes")(up)


def preview(
    directory: Directory = Path(),
    stack: Stack = None,
    config_file: ConfigFile = None,
    plan: Annotated[
        Path | None, typer.Option("--plan", help="Save the plan here, for `zohodesk up --plan FILE`.")
    ] = None,
    removals: Removals = None,
    removals_percent: RemovalsShare = None,
    updates: Updates = None,
    updates_percent: UpdatesShare = None,
    as_json: AsJson = False,
) -> None:
    """Show what `zohodesk up` would do, what it costs, and what it would refuse.

    Nothing is written. A plan that is saved can be reviewed, and applied as it is with `zohodesk up --plan FILE`.
    """
    limits = _limits(directory, removals, removals_percent, updates, updates_percent)
    planned = look(engine_for(directory, stack, config_file), limits)
    if plan is not None:
        save_plan(planned.plan, planned.organizations, plan)
    if as_json:
        print(json.dumps({**report(planned), "plan": str(plan) if plan else None}, indent=2))
        return
    show(planned)
    if plan is not None:
        print(f"The plan is in {plan}. Nothing was changed. Apply it with: zohodesk up --plan {plan}")


def up(
    directory: Directory = Path(),
    stack: Stack = None,
    config_file: ConfigFile = None,
    plan: Annotated[
        Path | None, typer.Option("--plan", help="Apply this plan of `zohodesk preview`, or nothing.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    force: Annotated[bool, typer.Option("--force", help="However much changes at once.")] = False,
    removals: Removals = None,
    removals_percent: RemovalsShare = None,
    updates: Updates = None,
    updates_percent: UpdatesShare = None,
    snapshot: Annotated[bool, typer.Option("--snapshot/--no-snapshot", help="Keep what is touched as it was.")] = True,
    snapshot_file: Annotated[
        Path | None,
        typer.Option("--snapshot-file", help="Keep it here.", show_default=".zohodesk/snapshots/STACK/TIME.json"),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Apply the program: preview, limits, price, snapshot, then `pulumi up`.

    Nothing is applied when too much would change at once (--force), when a guard would refuse part of it, or when
    nobody says yes. What is updated or removed is kept in a snapshot, from which `zohodesk restore` puts it back.
    """
    saved = None if plan is None else load_plan(plan)
    engine = engine_for(directory, stack, config_file)
    planned = look(engine, _limits(directory, removals, removals_percent, updates, updates_percent))
    said: dict[str, Any] = {**report(planned), "applied": False, "snapshot": None, "done": [], "left": []}
    show(planned, sys.stderr if as_json else None)
    try:
        _refuse(planned, saved, plan, force=force)
        if planned.plan:
            _ask(planned, yes=yes)
            return _apply(engine, planned, said, _place(planned, directory, snapshot, snapshot_file), as_json=as_json)
        return _exit.DONE
    finally:
        if as_json:
            print(json.dumps(said, indent=2))


def _limits(
    directory: Path, removals: int | None, removed: float | None, updates: int | None, updated: float | None
) -> Limits:
    """Those of zohodesk.toml; an option counts for every kind."""
    found = load_limits(directory)
    names = ("removals", "removals_percent", "updates", "updates_percent")
    own: dict[str, Any] = dict(zip(names, (removals, removed, updates, updated), strict=True))
    own = {name: value for name, value in own.items() if value is not None}
    kinds = {
        kind: {key: value for key, value in bounds.items() if key not in own} for kind, bounds in found.kinds.items()
    }
    return Limits(replace(found.every, **own), kinds) if own else found


def _refuse(planned: Planned, saved: SavedPlan | None, file: Path | None, *, force: bool) -> None:
    """Raises Refused; nothing was written."""
    if saved is not None:
        reasons = list(misfits(saved, planned.plan, planned.organizations, hidden=planned.hidden))
        if reasons:
            raise Refused(
                _listed(f"The plan of {file} no longer fits:", reasons)
                + "\nNothing was changed. Make and review another plan with `zohodesk preview --plan FILE`."
            )
    if planned.refusals:
        reasons = [f"{one.step.name}: {one.reason}" for one in planned.refusals]
        raise Refused(_listed("Part of this would be refused, so nothing is applied:", reasons))
    if planned.exceeded and not force:
        raise Refused(
            _listed("This changes more than one run should:", planned.exceeded)
            + "\nNothing was changed. If all of it is meant, add --force, or raise [limits] in zohodesk.toml."
        )


def _listed(head: str, lines: Any) -> str:
    return "\n".join([head, *(f"  - {printable(line)}" for line in lines)])


def _ask(planned: Planned, *, yes: bool) -> None:
    if yes:
        return
    whose = ", ".join(planned.organizations)
    if not sys.stdin.isatty():
        raise Refused("Nobody can be asked here, so nothing was changed. Add --yes to apply it without being asked.")
    agree(f"Apply this to organisation {whose}?")


def _place(planned: Planned, directory: Path, wanted: bool, file: Path | None) -> Path | None:
    """The file of the snapshot, written; None when there is nothing to keep. Raises Refused when it cannot be."""
    kept = snapshot_of(planned.plan)
    if not wanted or not kept.entries:
        return None
    try:
        place = file or default_place(directory, kept)
        save_snapshot(kept, place)
    except OSError as error:
        raise Refused(
            f"The snapshot cannot be written to {error.filename or file or directory} ({error.strerror}), so nothing "
            "was changed. Say where with --snapshot-file, or do without one with --no-snapshot."
        ) from None
    return place


def _apply(engine: RunStack, planned: Planned, said: dict[str, Any], kept: Path | None, *, as_json: bool) -> int:
    out = sys.stderr if as_json else sys.stdout
    if kept:
        print(f"What is touched is kept as it was in {kept}", file=out, flush=True)
    said["snapshot"] = str(kept) if kept else None
    engine.learn(planned.plan.stale)
    ended = engine.update(out)
    done = [step for step in planned.plan.steps if _is_done(step, ended)]
    left = [step for step in planned.plan.steps if step not in done]
    said.update(applied=ended.code == 0, done=[step.urn for step in done], left=[step.urn for step in left])
    if ended.code == 0:
        return _exit.DONE
    _tell_failure(planned, done, left, ended, kept)
    return _exit.INTERRUPTED if ended.interrupted else _exit.ERROR


def _is_done(step: Step, ended: Ended) -> bool:
    done = ended.done.get(step.urn, frozenset())
    return bool(done & ({"replace", "create-replacement"} if step.op == "replace" else {step.op}))


def _tell_failure(planned: Planned, done: list[Step], left: list[Step], ended: Ended, kept: Path | None) -> None:
    words = "stopped" if ended.interrupted else "failed"
    lines = [f"error: The run {words}. {len(done)} of {len(planned.plan.steps)} changes were made."]
    lines += [f"  made:     {step.op} {step.kind.words} {printable(step.name)}" for step in done]
    lines += [
        f"  {'failed' if step.urn in ended.failed else 'not made'}: {step.op} {step.kind.words} {printable(step.name)}"
        for step in left
    ]
    lines.append("`zohodesk up` goes on from here.")
    if kept:
        lines.append(f"What was touched is put back by: zohodesk restore {kept}")
    print("\n".join(lines), file=sys.stderr)
