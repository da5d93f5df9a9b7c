"""``zohodesk drift``: what people changed since the stack was applied last."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.cli._console import say
from pulumi_zohodesk.cli._group import option
from pulumi_zohodesk.cli._options import AsHtml, AsJson, AsMarkdown, ConfigFile, Directory, Stack, check_form
from pulumi_zohodesk.errors import Refused
from pulumi_zohodesk.settings import load_drift, load_limits


def drift(
    directory: Directory = Path(),
    stack: Stack = None,
    config_file: ConfigFile = None,
    all_kinds: Annotated[bool, option("--all-kinds", "Unmanaged objects of every kind count.")] = False,
    managed_only: Annotated[bool, option("--managed-only", "Do not look for unmanaged objects; fewer calls.")] = False,
    settle_revert: Annotated[bool, option("--revert", "Put it back, after showing the plan.")] = False,
    settle_accept: Annotated[bool, option("--accept", "Write it into YAML data, or say what to edit.")] = False,
    note_baseline: Annotated[
        bool, option("--write-baseline", "Note what is unmanaged now as having been there.")
    ] = False,
    yes: Annotated[bool, option("--yes -y", "With --revert: do not ask.")] = False,
    force: Annotated[bool, option("--force", "With --revert: however much changes at once.")] = False,
    snapshot: Annotated[
        bool, option("--snapshot/--no-snapshot", "With --revert: keep what is touched as it was.")
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
    from pulumi_zohodesk.cli._differences_page import tell
    from pulumi_zohodesk.cli.drift._look import Want
    from pulumi_zohodesk.cli.drift._report import (
        DriftStack,
        about,
        looked,
        read_baseline,
        reported,
        there_before,
        write_baseline,
    )
    from pulumi_zohodesk.cli.drift._settle import accept, revert
    from pulumi_zohodesk.cli.up._carry_out import Wish  # here: help starts without Pulumi
    from pulumi_zohodesk.compare import ignore_from

    check_form(as_json, markdown)
    _check(managed_only and (all_kinds or note_baseline), settle_revert, settle_accept, as_json or markdown)
    table = load_drift(directory)
    baseline = read_baseline(table.baseline, writes=note_baseline)
    engine = DriftStack(directory, stack, config_file)
    want = Want(all_kinds, managed_only, ignore_from(table.ignore), baseline=baseline)
    found, sessions = looked(engine, directory, want)
    if note_baseline and table.baseline:
        write_baseline(table.baseline, baseline, found.strangers)
        say(f"Written: {table.baseline}", sys.stderr)
        found = replace(found, findings=tuple(map(there_before, found.findings)))
    report = reported(engine, found, table)
    if page is not None:
        report = replace(report, about=about(report, sessions))
    code = tell(report, as_json=as_json, markdown=markdown, page=page)
    found = replace(found, findings=tuple(finding for finding in found.findings if finding.sort not in report.quiet))
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
