"""``zohodesk clone``: bring one organisation into another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.cli._group import option
from pulumi_zohodesk.cli._options import Form, Yes, connection_names
from pulumi_zohodesk.errors import DeskError

if TYPE_CHECKING:
    from pulumi_zohodesk.cli.clone._run import CloneRun

MOST_INVITATIONS = 10
"""So many people are invited without a question of its own."""


def clone(
    source: Annotated[str, option("--from NAME", "Connection that is copied; it is only read.", connection_names)],
    target: Annotated[str, option("--to NAME", "Connection that is written to.", connection_names)],
    out: Annotated[Path, option("--out -o DIR", "Folder of program, stack and report.")],
    agents: Annotated[
        str, option("--agents WHAT", "Whom the target lacks: skip, invite, or a from,to table.")
    ] = "skip",
    yes: Yes = False,
    yes_invite: Annotated[int, option("--yes-invite N", "Invite up to N people without asking.")] = MOST_INVITATIONS,
    prune: Annotated[bool, option("--prune", "Remove what only the target has.")] = False,
    force: Annotated[
        bool, option("--force", "Above the damage limits, and against the figures of an edition.")
    ] = False,
    dry_run: Annotated[bool, option("--dry-run", "Show the plan; write nothing.")] = False,
    form: Form = "python",
    as_json: Annotated[bool, option("--json", "Print the report as JSON.")] = False,
) -> int:
    """Bring one organisation into another that need not be empty.

    Objects are the same when their natural keys are, letter case aside. What the target has is taken over and brought
    up to date; what it lacks is made; what only it has stays. The folder holds the program, its stack and a report;
    the same command brings the clone up to date.
    """
    from pulumi_zohodesk.cli.clone._run import CloneRun  # here: help starts without Pulumi
    from pulumi_zohodesk.cli.clone._side import Side
    from pulumi_zohodesk.clone import people_from, report_text

    sides = Side.of(source), Side.of(target)
    run = CloneRun(*sides, people_from(agents), prune, force, form, yes_invite, quiet=as_json)
    try:
        return _run(run, out, yes, dry_run)
    except DeskError as error:
        if as_json:
            print(report_text(run.refusal(str(error))), end="")
        raise


def _run(run: CloneRun, out: Path, yes: bool, dry_run: bool) -> int:
    from pulumi_zohodesk.cli.clone._stack import stack_in
    from pulumi_zohodesk.clone import CloneFolder, report_text

    run.refuse_same()
    folder = CloneFolder(out, run.source.id, run.target.id, run.target.name)
    if dry_run:
        run.read()
        run.plan(folder.earlier())
        if run.quiet:
            print(report_text(run.report()), end="")
        return _exit.DONE
    with folder.held():
        return run.whole(folder, stack_in(folder.path, run.target.name, run.target.name), yes)
