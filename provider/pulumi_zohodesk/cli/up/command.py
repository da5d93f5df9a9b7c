"""``zohodesk preview`` and ``zohodesk up``: a run that is looked at, priced and bounded, then applied."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.cli._console import say, write
from pulumi_zohodesk.cli._group import option
from pulumi_zohodesk.cli._options import AsHtml, AsMarkdown, ConfigFile, Directory, Stack, Yes, check_form
from pulumi_zohodesk.settings import Limits, load_limits


def _share(percent: float | None) -> float | None:
    if percent is None or 0 <= percent <= 100:
        return percent
    raise typer.BadParameter(f"{percent:g} is no share: it is from 0 to 100.")


Removals = Annotated[int | None, option("--removals N", "So many removals are no damage.", min=0)]
RemovalsShare = Annotated[
    float | None,
    option("--removals-percent N", "Nor is such a share (0 to 100) of a kind, or of all.", callback=_share),
]
Updates = Annotated[int | None, option("--updates N", "So many updates are no damage.", min=0)]
UpdatesShare = Annotated[
    float | None, option("--updates-percent N", "Nor is such a share (0 to 100) of a kind, or of all.", callback=_share)
]
AsJson = Annotated[bool, option("--json", "Print the result as JSON; the rest goes to stderr.")]


def preview(
    directory: Directory = Path(),
    stack: Stack = None,
    config_file: ConfigFile = None,
    plan: Annotated[Path | None, option("--plan FILE", "Save the plan here, for `zohodesk up --plan FILE`.")] = None,
    removals: Removals = None,
    removals_percent: RemovalsShare = None,
    updates: Updates = None,
    updates_percent: UpdatesShare = None,
    as_json: AsJson = False,
    markdown: AsMarkdown = False,
    page: AsHtml = None,
    exit_code: Annotated[bool, option("--exit-code", "End with 3 when `zohodesk up` would refuse this.")] = False,
) -> int:
    """Show what `zohodesk up` would do, cost and refuse.

    Nothing is written. A plan that is saved can be reviewed, and applied as it is with `zohodesk up --plan FILE`.
    """
    from pulumi_zohodesk.cli.engine._process import terminable
    from pulumi_zohodesk.cli.engine._run import RunStack
    from pulumi_zohodesk.cli.up._planned import look, report, show, unfit  # here: help starts without Pulumi
    from pulumi_zohodesk.cli.up._planned_page import as_html, as_markdown
    from pulumi_zohodesk.plan import save_plan

    check_form(as_json, markdown)
    limits = _limits(directory, removals, removals_percent, updates, updates_percent)
    with terminable("Stopped. Nothing was changed."):
        planned = look(RunStack(directory, stack, config_file), limits)
    if plan is not None:
        save_plan(planned.plan, planned.organizations, plan)
    if page is not None:
        write(page, as_html(planned, plan))
    code = _exit.REFUSED if exit_code and unfit(planned) else _exit.DONE
    if as_json:
        print(json.dumps({**report(planned), "plan": str(plan) if plan else None}, indent=2))
        return code
    if markdown:
        print(as_markdown(planned), end="")
        return code
    show(planned)
    if plan is not None and unfit(planned):
        say(f"The plan is in {plan}. Nothing was changed. As it is, it is refused for what stands above.")
    elif plan is not None:
        say(f"The plan is in {plan}. Nothing was changed. Apply it with: zohodesk up --plan {plan}")
    return code


def up(
    directory: Directory = Path(),
    stack: Stack = None,
    config_file: ConfigFile = None,
    plan: Annotated[Path | None, option("--plan FILE", "Apply this plan of `zohodesk preview`, or nothing.")] = None,
    yes: Yes = False,
    force: Annotated[
        bool, option("--force", "However much changes at once, and where figures say that there is no room.")
    ] = False,
    removals: Removals = None,
    removals_percent: RemovalsShare = None,
    updates: Updates = None,
    updates_percent: UpdatesShare = None,
    snapshot: Annotated[bool, option("--snapshot/--no-snapshot", "Keep what is touched as it was.")] = True,
    snapshot_file: Annotated[
        Path | None, option("--snapshot-file FILE", "Keep it here.", show_default=".zohodesk/snapshots/STACK/TIME.json")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Apply the program: preview, limits, price, snapshot, update.

    Nothing is applied when too much would change at once (--force), when a guard would refuse part of it, or when
    nobody says yes. What is updated or removed is kept in a snapshot, from which `zohodesk restore` puts it back.
    """
    from pulumi_zohodesk.cli.engine._run import RunStack
    from pulumi_zohodesk.cli.up._carry_out import Wish, carry_out
    from pulumi_zohodesk.plan import load_plan

    saved = None if plan is None else load_plan(plan)
    limits = _limits(directory, removals, removals_percent, updates, updates_percent)
    wish = Wish(limits, yes, force, saved, plan, snapshot, snapshot_file, as_json)
    return carry_out(RunStack(directory, stack, config_file), wish)


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
