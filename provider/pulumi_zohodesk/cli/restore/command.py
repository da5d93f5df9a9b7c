"""``zohodesk restore``: put back what a run of `zohodesk up` changed or removed."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.cli._group import argument, option
from pulumi_zohodesk.cli._options import AsJson, ConfigFile, Directory, Yes, snapshot_files, snapshots, stack_names
from pulumi_zohodesk.settings import is_on

if TYPE_CHECKING:
    from pulumi_zohodesk.cli.engine._process import Stops
    from pulumi_zohodesk.plan import Done


def restore(
    snapshot: Annotated[Path | None, argument("SNAPSHOT", "A snapshot of `zohodesk up`.", snapshots)] = None,
    only: Annotated[list[str] | None, option("--only GLOB", "Only such URNs or names; repeatable.")] = None,
    dry_run: Annotated[bool, option("--dry-run", "Show what would be put back; change nothing.")] = False,
    yes: Yes = False,
    listing: Annotated[bool, option("--list", "List the snapshots that this folder has.")] = False,
    directory: Directory = Path(),
    stack: Annotated[
        str | None, option("--stack -s STACK", "Stack whose settings lead to the organisation.", stack_names)
    ] = None,
    config_file: ConfigFile = None,
    as_json: AsJson = False,
) -> int:
    """Put objects back as a snapshot has them.

    No run of Pulumi is needed. What was changed or disabled is changed back; what was deleted is made anew, with
    another id, where Zoho Desk can: skills and skill types, not agents. What the run created stays. The stack does not
    hear of it: see what it says at the end. Stopped or failed half-way, the same command goes on. In a project, `pulumi
    config` gives the settings.
    """
    if listing:
        return _list(directory, as_json)
    if snapshot is None:
        raise typer.BadParameter("name a snapshot; `zohodesk restore --list` shows them.", param_hint="SNAPSHOT")
    from pulumi_zohodesk.cli._organizations import Sessions
    from pulumi_zohodesk.cli.engine._process import Stops, telling, terminable  # here: help starts without Pulumi
    from pulumi_zohodesk.cli.restore._work import Record, advise, ask, config_of, end, hiding, put_back, report, show
    from pulumi_zohodesk.plan import choose, load_made, load_snapshot, made_file, restoring

    kept, record = load_snapshot(snapshot), made_file(snapshot)
    made = load_made(record)
    with terminable("Stopped. Nothing was changed."):
        config = config_of(kept, directory, stack, config_file)
        kept = hiding(kept, personal=is_on(config.get("hidePersonalData")))
        session_for = Sessions(config, directory)
        acts = restoring(choose(kept, only or ()), session_for, made, every=kept.entries)
        if not as_json:
            show(kept, acts)
        work = [act for act in acts if act.does in ("update", "create")]
        if work and not dry_run:
            ask(kept, len(work), yes)
    done: list[Done] = []
    stops = Stops()
    if not dry_run:
        with telling("Stopping: the object under way is finished first.", _twice) as stops:
            done = put_back(acts, session_for, Record(record, made), stops, sys.stderr if as_json else sys.stdout)
    if as_json:
        print(json.dumps(report(kept, acts, done, dry_run), indent=2))
    elif done:
        advise(done)
    return end(acts, done, stops)


def _twice(stops: Stops) -> None:
    if stops.count > 1:
        raise KeyboardInterrupt


def _list(directory: Path, as_json: bool) -> int:
    files = snapshot_files(directory)
    if as_json:
        print(json.dumps([str(file) for file in files], indent=2))
    else:
        print("\n".join(map(str, files)) or "There are no snapshots in this folder.")
    return _exit.DONE
