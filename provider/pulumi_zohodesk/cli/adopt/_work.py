"""How `zohodesk adopt` takes objects under management: those that the program declares, or those of an export."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pulumi_zohodesk.cli._console import framed, printer, tell
from pulumi_zohodesk.cli._organizations import Sessions
from pulumi_zohodesk.cli._phases import phase
from pulumi_zohodesk.cli._printable import count_of, printable
from pulumi_zohodesk.cli.adopt._choice import (
    chosen,
    import_parts,
    objects_of,
    refuse_held,
    refuse_managed,
    refuse_unfitting,
    stack_lacks,
)
from pulumi_zohodesk.cli.adopt._import_content import ImportContent, declared_in
from pulumi_zohodesk.cli.adopt._matching import Match, Pending, match_all, pending_creates
from pulumi_zohodesk.cli.engine._engine import PulumiStack
from pulumi_zohodesk.plan import holders_of, plan_of
from pulumi_zohodesk.settings import is_on

PROTECTED = (
    "Departments and agents of this stack are protected from removal by zohodesk:protect in its settings, which belong "
    "into version control. One that may go says protect=False in its ResourceOptions."
)


@dataclass(frozen=True)
class Choice:
    """What the options choose.

    Attributes:
        only, without: patterns of logical names and kinds.
        other_stacks: what these manage is refused.
    """

    only: Sequence[str] = ()
    without: Sequence[str] = ()
    other_stacks: Sequence[str] = ()


def adopt_declared(engine: PulumiStack, choice: Choice, *, dry_run: bool, protect: bool | None, as_json: bool) -> None:
    """Take what the program declares, the stack lacks, and Zoho Desk has."""
    config = engine.config()
    sessions = Sessions(config, engine.directory)
    sessions.reach()
    preview = engine.preview()
    refuse_unfitting([*choice.only, *choice.without], preview)
    creates = list(pending_creates(preview))
    hidden = is_on(config.get("hidePersonalData"))

    with phase("looking for what the program declares", len(creates)) as progress:
        found, missing = match_all(sessions, creates, secret=hidden, progress=progress)
    meant = [match for match in found if chosen(match.pending, choice.only, choice.without)]
    content = ImportContent(meant, declared_in(preview))
    plan = plan_of(preview)
    refuse_held(meant, holders_of(plan))
    refuse_managed(content.matches, choice.other_stacks, engine)
    protects = _protects(config, protect) and any(match.pending.kind.protect for match in content.matches)
    if content.matches and not dry_run:
        removed = {step.urn for step in plan.steps if step.removed}
        parts = list(content.parts(removed, protect=protects))  # all are checked before the first is imported
        engine.take_back({match.pending.urn: match.id for match in content.matches if match.pending.urn in removed})
        _import(engine, config, parts, protects)
    result = _Result(content.matches, missing, content.waiting, len(found) - len(meant), dry_run)
    if as_json:
        print(json.dumps(_report(result), indent=2))
    else:
        _tell(result, protects)


def adopt_file(engine: PulumiStack, file: Path, *, dry_run: bool, protect: bool | None, as_json: bool) -> None:
    """Take what an export read. Raises InputError for a file that is none of an export."""
    objects = objects_of(file)
    config = engine.config()
    lacking = stack_lacks(engine, objects, config.get("orgId", ""))
    protects = _protects(config, protect)
    if not dry_run:
        kept = protects and any(one.kind.protect for one in lacking)
        _import(engine, config, import_parts(lacking, protect=protects), kept)
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


def _protects(config: Mapping[str, str], said: bool | None) -> bool:
    return is_on(config.get("protect", "true")) if said is None else said


def _import(
    engine: PulumiStack, config: Mapping[str, str], parts: Iterable[tuple[bool, dict[str, Any]]], protects: bool
) -> None:
    """Import parts, each with whether it is protected. The stack is told before: it stays so, also after a kill."""
    if protects and not is_on(config.get("protect")):
        engine.configure("protect", "true")
    for guarded, content in parts:
        engine.import_file(content, protect=guarded)


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
            table.add_row(printable(match.pending.name), match.pending.kind.words, match.id)
        tell(table)
    if result.missing:
        names = ", ".join(f"{one.kind.words} {printable(one.name)}" for one in result.missing)
        console.print(f"Not in Zoho Desk, so `pulumi up` will create: {names}")
    if result.waiting:
        names = ", ".join(f"{one.pending.kind.words} {printable(one.pending.name)}" for one in result.waiting)
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
