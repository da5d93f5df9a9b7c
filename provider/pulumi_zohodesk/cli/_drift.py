"""``zohodesk drift``: what people changed since the stack was applied last."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.cli._carry_out import Wish
from pulumi_zohodesk.cli._console import say
from pulumi_zohodesk.cli._differences import Report
from pulumi_zohodesk.cli._differences_page import AsHtml, AsMarkdown, check_form, tell
from pulumi_zohodesk.cli._drift_baseline import read_baseline, write_baseline
from pulumi_zohodesk.cli._drift_look import Looked, Want, look
from pulumi_zohodesk.cli._drift_settle import accept, revert
from pulumi_zohodesk.cli._drift_stack import DriftStack
from pulumi_zohodesk.cli._options import AsJson, ConfigFile, Directory, Stack
from pulumi_zohodesk.cli._phases import reading
from pulumi_zohodesk.cli._printable import count_of, printable
from pulumi_zohodesk.cli._whose import organization_words
from pulumi_zohodesk.compare import Finding, Sort, ignore_from
from pulumi_zohodesk.dynamic import session_from
from pulumi_zohodesk.engine import Session
from pulumi_zohodesk.errors import Refused
from pulumi_zohodesk.kinds import kind_named
from pulumi_zohodesk.settings import DriftTable, load_drift, load_limits

__all__ = ["add_to"]

EPILOG = "Example: zohodesk drift --markdown"
HEADINGS = {
    Sort.CHANGED: "Changed",
    Sort.DISABLED: "Disabled",
    Sort.DISAPPEARED: "Disappeared",
    Sort.APPEARED: "Appeared",
    Sort.UNMANAGED: "Unmanaged",
}


LEGEND = {
    Sort.CHANGED: "A field that the program manages has another value in Zoho Desk than the stack applied last.",
    Sort.DISABLED: "It was switched off in Zoho Desk.",
    Sort.DISAPPEARED: "It is gone from Zoho Desk; the stack still has it.",
    Sort.APPEARED: "It came to Zoho Desk after the stack first looked, and no program manages it.",
    Sort.UNMANAGED: "It was in Zoho Desk before the stack, and no program manages it.",
}
MANAGED = (
    "Put it back as the program has it: `zohodesk drift --revert` (it shows a plan and asks first).",
    "Or keep it, and let the program say so: `zohodesk drift --accept`.",
)
STRANGERS = (
    "What appeared is left alone. Take it over: declare it, then `zohodesk adopt`. Or say in `zohodesk.toml`, under "
    "[drift], that it may be there.",
)


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
    note_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Note what is unmanaged now as having been there.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="With --revert: do not ask.")] = False,
    force: Annotated[bool, typer.Option("--force", help="With --revert: however much changes at once.")] = False,
    snapshot: Annotated[
        bool, typer.Option("--snapshot/--no-snapshot", help="With --revert: keep what is touched as it was.")
    ] = True,
    as_json: AsJson = False,
    markdown: AsMarkdown = False,
    page: AsHtml = None,
) -> int:
    """Show what people changed since the stack was applied last.

    Changed fields, disabled, disappeared and, of the kinds that the stack has, what appeared since the stack first
    looked; what was there before is unmanaged, and counted. [drift] in zohodesk.toml says what may be there, and asks
    for a baseline. It only reads, so a read-only token is enough. Ends with 2 when there is any drift, with 0 when
    there is none.
    """
    check_form(as_json, markdown)
    _check(managed_only and (all_kinds or note_baseline), settle_revert, settle_accept, as_json or markdown)
    table = load_drift(directory)
    baseline = read_baseline(table.baseline, writes=note_baseline)
    engine = DriftStack(directory, stack, config_file)
    want = Want(all_kinds, managed_only, ignore_from(table.ignore), baseline=baseline)
    found, sessions = _look(engine, directory, want)
    if note_baseline and table.baseline:
        write_baseline(table.baseline, baseline, found.strangers)
        say(f"Written: {table.baseline}", sys.stderr)
        found = replace(found, findings=tuple(map(_there_before, found.findings)))
    report = _report(engine, found, table)
    if page is not None:
        report = replace(report, about=_about(report, sessions))
    code = tell(report, as_json=as_json, markdown=markdown, page=page)
    found = replace(found, findings=tuple(one for one in found.findings if one.sort not in report.quiet))
    if not found.findings:
        return code
    if found.doubts and (settle_accept or settle_revert):
        raise Refused(
            "Nothing was written or put back, since not everything could be told: settle what stands above first."
        )
    if settle_accept:
        accept(found.findings, directory)
    if settle_revert:
        back = revert(engine, found.findings, Wish(load_limits(directory), yes, force, snapshot=snapshot))
        return code if code == _exit.ERROR else back
    return code


def _check(contradicting: bool, reverts: bool, accepts: bool, form: bool) -> None:
    """Raises BadParameter for options that do not go together; before anything is read."""
    if contradicting:
        raise typer.BadParameter("--managed-only and --all-kinds or --write-baseline contradict each other.")
    if reverts and accepts:
        raise typer.BadParameter("--revert and --accept contradict each other.")
    if form and (reverts or accepts):
        raise typer.BadParameter("--revert and --accept speak to people: leave out --json and --markdown.")


def _look(engine: DriftStack, directory: Path, want: Want) -> tuple[Looked, list[Session]]:
    """What is found, and the sessions that it was found with."""
    config = engine.config()
    sessions: list[Session] = []

    @cache
    def session_for(connection: str | None) -> Session:
        sessions.append(session_from(config, connection, directory))
        return sessions[-1]

    state = engine.held()
    want = replace(want, since=engine.first_look())
    with reading() as told:
        return look(state, session_for, want, told), sessions


def _there_before(one: Finding) -> Finding:
    return replace(one, sort=Sort.UNMANAGED) if one.sort is Sort.APPEARED else one


def _about(report: Report, sessions: Sequence[Session]) -> list[tuple[str, str]]:
    whose = dict.fromkeys(organization_words(session) for session in sessions)
    return [("Stack", printable(report.facts["stack"] or "-")), ("Organisation", ", ".join(whose) or "-")]


def _report(engine: DriftStack, found: Looked, table: DriftTable) -> Report:
    stack, since = engine.stack or found.stack, engine.first_look()
    notes = []
    if not found.held:
        notes.append("The stack has no object of Zoho Desk.")
    if found.ignored:
        notes.append(f"Unmanaged, and ignored as zohodesk.toml says: {found.ignored}.")
    notes += _strangers(found.findings, table)
    return Report(
        title=f"Drift of the stack {printable(stack)}" if stack else "Drift of the stack",
        sides=("In the stack", "Live in Zoho Desk"),
        headings=HEADINGS,
        findings=found.findings,
        checked=found.objects,
        untold=found.held - found.objects,
        notes=notes,
        doubts=found.doubts,
        facts={
            "stack": stack,
            "organizations": list(dict.fromkeys(found.organizations)),
            "ignored": found.ignored,
            "firstLook": since.strftime("%Y-%m-%dT%H:%M:%SZ") if since else None,
        },
        legend=LEGEND,
        then=[
            *(MANAGED if any(one.urn for one in found.findings) else ()),
            *(STRANGERS if any(not one.urn for one in found.findings) else ()),
        ],
        quiet=frozenset() if table.fails else frozenset({Sort.UNMANAGED}),
    )


def _strangers(findings: Sequence[Finding], table: DriftTable) -> Iterator[str]:
    """What is said of objects that nobody manages: what was there before in numbers, and what cannot be told."""
    there = Counter(one.kind for one in findings if one.sort is Sort.UNMANAGED)
    if there and not table.fails:
        listed = ", ".join(count_of(count, kind_named(kind).words) for kind, count in there.items())
        yield f"Unmanaged, there before the stack, and no drift: {listed}. --json lists them."
    undated = sum(one.sort is Sort.APPEARED and not one.when for one in findings)
    if undated and table.baseline is None:
        yield (
            f"{undated} of what appeared tells no time of creation, so it may have been there before the stack. Note "
            'what was: write baseline = "drift-baseline.json" under [drift] in zohodesk.toml, then run '
            "zohodesk drift --write-baseline."
        )
