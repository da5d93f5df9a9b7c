"""``zohodesk adopt``: take existing objects under management, without touching them."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from pulumi_zohodesk.cli._engine import PulumiStack
from pulumi_zohodesk.cli._matching import Match, Pending, match_all, pending_creates
from pulumi_zohodesk.dynamic import is_on, session_from
from pulumi_zohodesk.engine import Session

__all__ = ["add_to"]

EPILOG = "Example: zohodesk adopt --dry-run"


def add_to(app: typer.Typer) -> None:
    """Add the command to the tree."""
    app.command("adopt", epilog=EPILOG)(adopt)


def adopt(
    directory: Annotated[
        Path, typer.Option("--cwd", "-C", help="Folder of the Pulumi project.", show_default="here")
    ] = Path(),
    stack: Annotated[str | None, typer.Option("--stack", "-s", help="Stack; the selected one if left out.")] = None,
    config_file: Annotated[
        Path | None, typer.Option("--config-file", help="The stack's settings, where `pulumi` is given them so.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be adopted; change nothing.")] = False,
    protect: Annotated[
        bool, typer.Option("--protect/--no-protect", help="Protect adopted departments and agents from deletion.")
    ] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Take objects that exist in Zoho Desk under the management of a stack.

    Every object that the program declares and the stack does not have is looked up by its natural key (the name of
    a department, the e-mail of an agent ...). What exists is imported into the stack; nothing in Zoho Desk changes.
    What differs shows as an update in the next preview.
    """
    engine = PulumiStack(directory, stack, config_file)
    config = engine.config()
    creates = list(pending_creates(engine.preview()))
    hidden = is_on(config.get("hidePersonalData"))

    @cache
    def session_for(connection: str | None) -> Session:
        return session_from(config, connection, directory)

    matches, missing = match_all(session_for, creates, secret=hidden)
    if matches and not dry_run:
        engine.import_file(_import_file(matches))
        urns = [match.pending.urn for match in matches if match.pending.kind.protect]
        if protect and urns:
            engine.protect(urns)
    if as_json:
        print(json.dumps(_report(matches, missing, dry_run), indent=2))
    else:
        _tell(matches, missing, dry_run, protect)


def _import_file(matches: Sequence[Match]) -> dict[str, Any]:
    """All matches in one file; parents that the stack has are named in its table."""
    parents = sorted({match.pending.parent for match in matches if match.pending.parent})
    names = {urn: f"parent{place}" for place, urn in enumerate(parents)}
    entries = [match.entry(names.get(match.pending.parent or "")) for match in matches]
    return {"nameTable": {name: urn for urn, name in names.items()}, "resources": entries}


def _report(matches: Sequence[Match], missing: Sequence[Pending], dry_run: bool) -> dict[str, Any]:
    return {
        "dryRun": dry_run,
        "adopted": [{"urn": match.pending.urn, "kind": match.pending.kind.name, "id": match.id} for match in matches],
        "missing": [{"urn": one.urn, "kind": one.kind.name} for one in missing],
    }


def _tell(matches: Sequence[Match], missing: Sequence[Pending], dry_run: bool, protect: bool) -> None:
    console = Console(file=sys.stdout, highlight=False)
    if matches:
        table = Table("name", "kind", "id", title="Would be adopted" if dry_run else "Adopted", title_justify="left")
        for match in matches:
            table.add_row(match.pending.name, match.pending.kind.words, match.id)
        console.print(table)
    if missing:
        names = ", ".join(one.name for one in missing)
        console.print(f"Not in Zoho Desk, so `pulumi up` will create: {names}", soft_wrap=True)
    if not matches:
        console.print("Nothing to adopt: no object that the program declares and the stack lacks exists in Zoho Desk.")
    elif not dry_run:
        console.print(
            "Nothing in Zoho Desk was changed. See what differs with: pulumi preview --refresh", soft_wrap=True
        )
        if protect and any(match.pending.kind.protect for match in matches):
            console.print(
                "Departments and agents are protected until the next `pulumi up`; to keep them so, "
                "give them opts=pulumi.ResourceOptions(protect=True).",
                soft_wrap=True,
            )
