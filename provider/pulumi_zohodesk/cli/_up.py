"""``zohodesk preview`` and ``zohodesk up``: a run that is looked at, priced and bounded, then applied."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.cli._apply import keep, update
from pulumi_zohodesk.cli._asking import agree
from pulumi_zohodesk.cli._console import say
from pulumi_zohodesk.cli._differences_page import AsHtml, AsMarkdown, check_form
from pulumi_zohodesk.cli._options import ConfigFile, Directory, Stack
from pulumi_zohodesk.cli._planned import Planned, engine_for, look, report, show
from pulumi_zohodesk.cli._planned_page import as_html, as_markdown
from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.cli._process import terminable
from pulumi_zohodesk.cli._run import RunStack
from pulumi_zohodesk.cli._unnamed_file import unnamed_file
from pulumi_zohodesk.errors import Refused
from pulumi_zohodesk.plan import SavedPlan, is_applied, load_plan, misfits, save_plan
from pulumi_zohodesk.settings import Limits, load_limits, write_whole

__all__ = ["add_to"]


def _share(percent: float | None) -> float | None:
    if percent is None or 0 <= percent <= 100:
        return percent
    raise typer.BadParameter(f"{percent:g} is no share: it is from 0 to 100.")


Removals = Annotated[int | None, typer.Option("--removals", metavar="N", min=0, help="So many removals are no damage.")]
RemovalsShare = Annotated[
    float | None,
    typer.Option(
        "--removals-percent", metavar="N", callback=_share, help="Nor is such a share (0 to 100) of a kind, or of all."
    ),
]
Updates = Annotated[int | None, typer.Option("--updates", metavar="N", min=0, help="So many updates are no damage.")]
UpdatesShare = Annotated[
    float | None,
    typer.Option(
        "--updates-percent", metavar="N", callback=_share, help="Nor is such a share (0 to 100) of a kind, or of all."
    ),
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
        Path | None, typer.Option("--plan", metavar="FILE", help="Save the plan here, for `zohodesk up --plan FILE`.")
    ] = None,
    removals: Removals = None,
    removals_percent: RemovalsShare = None,
    updates: Updates = None,
    updates_percent: UpdatesShare = None,
    as_json: AsJson = False,
    markdown: AsMarkdown = False,
    page: AsHtml = None,
) -> None:
    """Show what `zohodesk up` would do, cost and refuse.

    Nothing is written. A plan that is saved can be reviewed, and applied as it is with `zohodesk up --plan FILE`.
    """
    check_form(as_json, markdown)
    limits = _limits(directory, removals, removals_percent, updates, updates_percent)
    with terminable("Stopped. Nothing was changed."):
        planned = look(engine_for(directory, stack, config_file), limits)
    if plan is not None:
        save_plan(planned.plan, planned.organizations, plan)
    if page is not None:
        write_whole(page, as_html(planned, plan))
        say(f"Written: {page}", sys.stderr)
    if as_json:
        print(json.dumps({**report(planned), "plan": str(plan) if plan else None}, indent=2))
        return
    if markdown:
        print(as_markdown(planned), end="")
        return
    show(planned)
    if plan is not None:
        say(f"The plan is in {plan}. Nothing was changed. Apply it with: zohodesk up --plan {plan}")


def up(
    directory: Directory = Path(),
    stack: Stack = None,
    config_file: ConfigFile = None,
    plan: Annotated[
        Path | None, typer.Option("--plan", metavar="FILE", help="Apply this plan of `zohodesk preview`, or nothing.")
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
        typer.Option(
            "--snapshot-file", metavar="FILE", help="Keep it here.", show_default=".zohodesk/snapshots/STACK/TIME.json"
        ),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Apply the program: preview, limits, price, snapshot, update.

    Nothing is applied when too much would change at once (--force), when a guard would refuse part of it, or when
    nobody says yes. What is updated or removed is kept in a snapshot, from which `zohodesk restore` puts it back.
    """
    saved = None if plan is None else load_plan(plan)
    limits = _limits(directory, removals, removals_percent, updates, updates_percent)
    engine = engine_for(directory, stack, config_file)
    said: dict[str, Any] = {}
    with terminable("Stopped."), unnamed_file() as held:
        try:
            with terminable("Stopped. Nothing was changed in Zoho Desk."):
                planned = look(engine, limits, held)
                said |= {
                    **report(planned),
                    "applied": False,
                    "snapshot": None,
                    "done": [],
                    "left": [],
                    "failed": [],
                    "beyond": [],
                }
                show(planned, sys.stderr if as_json else None)
                if _is_settled(planned, saved, plan, force=force):
                    return _exit.DONE
                _ask(planned, yes=yes)
                kept = _kept(planned, directory, snapshot, snapshot_file, as_json=as_json)
                _learn(engine, planned, kept)
            return update(engine, planned, said, kept, held, as_json=as_json)
        finally:
            if as_json and said:
                print(json.dumps(said, indent=2))


def _is_settled(planned: Planned, saved: SavedPlan | None, file: Path | None, *, force: bool) -> bool:
    """Whether there is nothing to do. Raises Refused when something speaks against doing it."""
    if saved is not None and is_applied(saved, planned.plan, planned.organizations):
        say(f"The plan of {file} was applied already.", sys.stderr)
        return True
    _refuse(planned, saved, file, force=force)
    return not planned.plan


def _kept(planned: Planned, directory: Path, wanted: bool, file: Path | None, *, as_json: bool) -> Path | None:
    kept = keep(planned, directory, wanted, file)
    if kept:
        out = sys.stderr if as_json else sys.stdout
        say(f"What is touched is kept as it was in {kept}", out)
    return kept


def _learn(engine: RunStack, planned: Planned, kept: Path | None) -> None:
    try:
        engine.learn(planned.plan.stale)
    except BaseException:  # of a run that did not begin there is nothing to put back
        if kept:
            kept.unlink(missing_ok=True)
        raise


def _limits(
    directory: Path, removals: int | None, removed: float | None, updates: int | None, updated: float | None
) -> Limits:
    """Those of zohodesk.toml. An option takes the place of a general bound; that of a kind it can only tighten."""
    found = load_limits(directory)
    names = ("removals", "removals_percent", "updates", "updates_percent")
    own: dict[str, Any] = dict(zip(names, (removals, removed, updates, updated), strict=True))
    own = {name: value for name, value in own.items() if value is not None}
    kinds = {
        kind: {key: min(value, own.get(key, value)) for key, value in bounds.items()}
        for kind, bounds in found.kinds.items()
    }
    return Limits(replace(found.every, **own), kinds) if own else found


def _refuse(planned: Planned, saved: SavedPlan | None, file: Path | None, *, force: bool) -> None:
    """Raises Refused; nothing was written."""
    if saved is not None:
        reasons = list(misfits(saved, planned.plan, planned.organizations))
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
