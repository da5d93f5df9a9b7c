"""``zohodesk adopt``: take existing objects under management, without touching them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from pulumi_zohodesk.cli._adopt_choice import chosen, refuse_held, refuse_managed, refuse_unfitting
from pulumi_zohodesk.cli._adopt_file import FileObject, import_objects, objects_of, stack_lacks
from pulumi_zohodesk.cli._console import framed, printer, tell
from pulumi_zohodesk.cli._engine import PulumiStack
from pulumi_zohodesk.cli._import_content import ImportContent, declared_in
from pulumi_zohodesk.cli._matching import Match, Pending, match_all, pending_creates
from pulumi_zohodesk.cli._options import ConfigFile, Directory, Stack
from pulumi_zohodesk.cli._printable import count_of, printable
from pulumi_zohodesk.dynamic import require_session, session_from
from pulumi_zohodesk.engine import Session
from pulumi_zohodesk.plan import holders_of, plan_of
from pulumi_zohodesk.settings import is_on

__all__ = ["add_to"]

EPILOG = "Example: zohodesk adopt --only Department --dry-run"
PROTECTED = (
    "Departments and agents of this stack are protected from removal by zohodesk:protect in its settings, which belong "
    "into version control. One that may go says protect=False in its ResourceOptions."
)


def add_to(app: typer.Typer) -> None:
    """Add the command to the tree."""
    app.command("adopt", epilog=EPILOG)(adopt)


def adopt(
    directory: Directory = Path(),
    stack: Stack = None,
    config_file: ConfigFile = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="GLOB", help="Only such logical names or kinds: 'sales_*', Agent; repeatable."),
    ] = None,
    without: Annotated[
        list[str] | None, typer.Option("--except", metavar="GLOB", help="All but such names or kinds; repeatable.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--file", "-f", metavar="FILE", help="Just what this file of an export holds.")
    ] = None,
    other_stack: Annotated[
        list[str] | None,
        typer.Option("--other-stack", metavar="STACK", help="Refuse what this stack, or exported file, manages."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be adopted; change nothing.")] = False,
    protect: Annotated[
        bool | None,
        typer.Option(
            "--protect/--no-protect",
            help="Let the stack protect departments and agents from removal: `zohodesk:protect`.",
            show_default="as the stack says, else --protect",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Take objects that exist under the management of a stack.

    Every object that the program declares and the stack does not have is looked up by its natural key (the name of
    a department, the e-mail of an agent ...). What exists is imported into the stack; nothing in Zoho Desk changes.
    What differs shows as an update in the next preview.

    With --file import.json, after `zohodesk export`, the objects are those that the export read.
    """
    engine = PulumiStack(directory, stack, config_file)
    if file is not None:
        if only or without or other_stack:
            raise typer.BadParameter("It contradicts --only, --except and --other-stack.", param_hint="'--file'")
        _adopt_file(engine, objects_of(file), dry_run=dry_run, protect=protect, as_json=as_json)
        return
    config = engine.config()
    require_session(config, directory)
    preview = engine.preview()
    refuse_unfitting([*(only or ()), *(without or ())], preview)
    creates = list(pending_creates(preview))
    hidden = is_on(config.get("hidePersonalData"))

    @cache
    def session_for(connection: str | None) -> Session:
        return session_from(config, connection, directory)

    found, missing = match_all(session_for, creates, secret=hidden)
    meant = [match for match in found if chosen(match.pending, only or (), without or ())]
    content = ImportContent(meant, declared_in(preview))
    refuse_held(meant, holders_of(plan_of(preview)))
    refuse_managed(content.matches, other_stack or (), engine)
    protects = is_on(config.get("protect", "true")) if protect is None else protect
    protects = protects and any(match.pending.kind.protect for match in content.matches)
    if content.matches and not dry_run:
        parts = list(content.parts(protect=protects))  # all are checked before the first is imported
        if protects and not is_on(config.get("protect")):
            engine.configure("protect", "true")  # before the import: what is protected stays so, also after a kill
        for part in parts:
            engine.import_file(part.content, protect=part.protect)
    result = _Result(content.matches, missing, content.waiting, len(found) - len(meant), dry_run)
    if as_json:
        print(json.dumps(_report(result), indent=2))
    else:
        _tell(result, protects)


def _adopt_file(
    engine: PulumiStack, objects: Sequence[FileObject], *, dry_run: bool, protect: bool | None, as_json: bool
) -> None:
    config = engine.config()
    lacking = stack_lacks(engine, objects, config.get("orgId", ""))
    protects = is_on(config.get("protect", "true")) if protect is None else protect
    if not dry_run:
        import_objects(engine, lacking, config, protect=protects)
    counts = Counter(one.kind.words for one in lacking)
    if as_json:
        adopted = [{"name": one.name, "kind": one.kind.name, "id": one.id} for one in lacking]
        print(json.dumps({"dryRun": dry_run, "adopted": adopted, "had": len(objects) - len(lacking)}, indent=2))
        return
    said = ", ".join(count_of(count, words) for words, count in counts.items()) or "nothing: the stack has it all"
    console = printer()
    console.print(f"{'Would be adopted' if dry_run else 'Adopted'}: {said}")
    if not dry_run:
        console.print("Nothing in Zoho Desk was changed. See that nothing differs with: zohodesk preview")
        if protects and any(one.kind.protect for one in objects):
            console.print(PROTECTED, soft_wrap=True)


@dataclass(frozen=True)
class _Result:
    """Attributes:
    matches: what was, or would be, adopted.
    missing: what Zoho Desk does not have.
    waiting: what lies in something that does not exist yet.
    left_out: how many existing objects the options leave out.
    """

    matches: Sequence[Match]
    missing: Sequence[Pending]
    waiting: Sequence[Match]
    left_out: int
    dry_run: bool


def _report(result: _Result) -> dict[str, Any]:
    return {
        "dryRun": result.dry_run,
        "adopted": [{"urn": one.pending.urn, "kind": one.pending.kind.name, "id": one.id} for one in result.matches],
        "missing": [{"urn": one.urn, "kind": one.kind.name} for one in result.missing],
        "waiting": [{"urn": one.pending.urn, "kind": one.pending.kind.name, "id": one.id} for one in result.waiting],
        "leftOut": result.left_out,
    }


def _tell(result: _Result, protects: bool) -> None:
    console = printer()
    if result.matches:
        title = "Would be adopted" if result.dry_run else "Adopted"
        table = framed("name", "kind", "id", title=title)
        for match in result.matches:
            table.add_row(*map(Text, (printable(match.pending.name), match.pending.kind.words, match.id)))
        tell(table)
    if result.missing:
        names = ", ".join(printable(one.name) for one in result.missing)
        console.print(f"Not in Zoho Desk, so `pulumi up` will create: {names}")
    if result.waiting:
        names = ", ".join(printable(one.pending.name) for one in result.waiting)
        console.print(f"Cannot be adopted before their parent is in the stack: {names}")
    if result.left_out:
        console.print(f"Exist as well, but are left out by --only or --except: {result.left_out} objects")
    if not result.matches:
        words = "nothing else that" if result.left_out or result.waiting else "nothing that"
        console.print(f"Nothing to adopt: {words} the program declares and the stack lacks exists.")
    elif not result.dry_run:
        console.print("Nothing in Zoho Desk was changed. See what differs with: pulumi preview --refresh")
        if protects:
            console.print(PROTECTED, soft_wrap=True)
