"""``zohodesk drift``: what people changed since the stack was applied last."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.cli._differences import Report
from pulumi_zohodesk.cli._differences_page import AsHtml, AsJson, AsMarkdown, check_form, tell
from pulumi_zohodesk.cli._drift_look import Looked, Want, look
from pulumi_zohodesk.cli._drift_settle import accept, revert
from pulumi_zohodesk.cli._drift_stack import DriftStack
from pulumi_zohodesk.cli._export import progress
from pulumi_zohodesk.cli._options import ConfigFile, Directory, Stack
from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.compare import Sort, ignore_from
from pulumi_zohodesk.dynamic import session_from
from pulumi_zohodesk.engine import Session
from pulumi_zohodesk.errors import Refused
from pulumi_zohodesk.settings import load_drift_ignore

__all__ = ["add_to"]

EPILOG = "Example: zohodesk drift --markdown"
HEADINGS = {
    Sort.CHANGED: "Changed",
    Sort.DISABLED: "Disabled",
    Sort.DISAPPEARED: "Disappeared",
    Sort.APPEARED: "Appeared",
}


def add_to(app: typer.Typer) -> None:
    """Add the command to the tree."""
    app.command("drift", epilog=EPILOG)(drift)


def drift(
    directory: Directory = Path(),
    stack: Stack = None,
    config_file: ConfigFile = None,
    all_kinds: Annotated[bool, typer.Option("--all-kinds", help="Unmanaged objects of every kind count.")] = False,
    managed_only: Annotated[
        bool, typer.Option("--managed-only", help="Do not look for unmanaged objects; fewer calls.")
    ] = False,
    settle_revert: Annotated[bool, typer.Option("--revert", help="Put it back, after showing the plan.")] = False,
    settle_accept: Annotated[
        bool, typer.Option("--accept", help="Write it into YAML data, or say what to edit.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="With --revert: do not ask.")] = False,
    as_json: AsJson = False,
    markdown: AsMarkdown = False,
    page: AsHtml = None,
) -> int:
    """Show what people changed since the stack was applied last.

    Changed fields, disabled, disappeared and, of the kinds that the stack has, new objects; those that may be there
    are listed under [drift] in zohodesk.toml. It only reads, so a read-only token is enough. Ends with 2 when there
    is any drift, with 0 when there is none.
    """
    check_form(as_json, markdown)
    _check(all_kinds and managed_only, settle_revert, settle_accept, as_json or markdown)
    engine = DriftStack(directory, stack, config_file)
    want = Want(all_kinds, managed_only, ignore_from(load_drift_ignore(directory)))
    found = _look(engine, directory, want)
    report = _report(engine, found)
    code = tell(report, as_json=as_json, markdown=markdown, page=page)
    if not found.findings:
        return code
    if found.doubts and (settle_accept or settle_revert):
        raise Refused(
            "Nothing was written or put back, since not everything could be told: settle what stands above first."
        )
    if settle_accept:
        accept(found.findings, directory)
    if settle_revert:
        left = revert(engine, found.findings, yes=yes)
        return code if code == _exit.ERROR else _exit.DIFFERENCES if left else _exit.DONE
    return code


def _check(contradicting: bool, reverts: bool, accepts: bool, form: bool) -> None:
    """Raises BadParameter for options that do not go together; before anything is read."""
    if contradicting:
        raise typer.BadParameter("--all-kinds and --managed-only contradict each other.")
    if reverts and accepts:
        raise typer.BadParameter("--revert and --accept contradict each other.")
    if form and (reverts or accepts):
        raise typer.BadParameter("--revert and --accept speak to people: leave out --json and --markdown.")


def _look(engine: DriftStack, directory: Path, want: Want) -> Looked:
    config = engine.config()

    @cache
    def session_for(connection: str | None) -> Session:
        return session_from(config, connection, directory)

    state = engine.held()
    with progress() as told:
        return look(state, session_for, want, told)


def _report(engine: DriftStack, found: Looked) -> Report:
    stack = engine.stack or found.stack
    notes = []
    if not found.objects:
        notes.append("The stack has no object of Zoho Desk.")
    if found.ignored:
        notes.append(f"Unmanaged, and ignored as zohodesk.toml says: {found.ignored}.")
    return Report(
        title=f"Drift of the stack {printable(stack)}" if stack else "Drift of the stack",
        sides=("stack", "live"),
        headings=HEADINGS,
        findings=found.findings,
        checked=found.objects,
        notes=notes,
        doubts=found.doubts,
        facts={
            "stack": stack,
            "organizations": list(dict.fromkeys(found.organizations)),
            "ignored": found.ignored,
        },
    )
