"""Settling drift: putting it back through the engine, or writing it into the code."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from pulumi_zohodesk.cli._asking import agree
from pulumi_zohodesk.cli._console import printer
from pulumi_zohodesk.cli._drift_code import Places, python_value
from pulumi_zohodesk.cli._drift_stack import DriftStack
from pulumi_zohodesk.cli._printable import count_of, printable
from pulumi_zohodesk.cli._run import READING
from pulumi_zohodesk.compare import Finding, Sort, data_files, keys_in
from pulumi_zohodesk.dynamic import logical_name, qualified_type
from pulumi_zohodesk.engine import Many
from pulumi_zohodesk.errors import InputError, Refused
from pulumi_zohodesk.export import DataEdit, Rename, Renames, edit_data
from pulumi_zohodesk.kinds import kind_named
from pulumi_zohodesk.plan import protections
from pulumi_zohodesk.settings import read_text, rewrite

__all__ = ["accept", "revert"]

Key = tuple[str, ...]
HARMLESS = ("create", "update", "import")


# --- Revert ---------------------------------------------------------------------------------------------------------


def revert(engine: DriftStack, findings: Sequence[Finding], *, yes: bool) -> bool:
    """Put back what the stack manages, after showing the plan; returns whether something is left.

    Raises:
        Refused: nobody says yes, or the plan would do more than put back.
        EngineError: the engine failed.
    """
    urns = list(dict.fromkeys(one.urn for one in findings if one.urn))
    strangers = [one for one in findings if not one.urn]
    console = printer()
    if urns:
        dependents = any(one.sort is Sort.DISAPPEARED for one in findings)
        _show_plan(console, engine.plan(urns, dependents=dependents))
        _confirm(yes)
        engine.put_back(urns, sys.stdout, dependents=dependents)
        console.print(f"Put back: {count_of(len(urns), 'object')}.")
    if strangers:
        console.print(
            f"Left as they are, since nobody manages them: {len(strangers)}. Take them over with `zohodesk adopt`, or "
            "list them under [drift] in zohodesk.toml."
        )
    return bool(strangers)


def _show_plan(console: Console, every: Sequence[dict[str, Any]]) -> None:
    steps = [one for one in every if one["op"] not in READING]
    console.print(
        Text("\nPlan" if steps else "\nPlan: nothing is written; the state is brought up to date.", "bold cyan")
    )
    for step in steps:
        paths = ", ".join(sorted(step.get("detailedDiff") or {}))
        name = printable(logical_name(str(step["urn"])))
        console.print(Text(f"  {step['op']} {name}") + Text(f": {printable(paths)}" if paths else ""))
    for one in protections(every):
        console.print(Text(f"  {printable(one.name)} {one.words}", "yellow"))
    invited = sum(step["op"] == "create" and qualified_type(str(step["urn"])).endswith(":Agent") for step in steps)
    if invited:
        console.print(Text(f"Zoho Desk sends {count_of(invited, 'invitation')} by e-mail.", "yellow"))
    more = [printable(logical_name(str(step["urn"]))) for step in steps if step["op"] not in HARMLESS]
    if more:
        raise Refused(
            f"The program would also remove or replace {', '.join(more)}, which is more than putting back. "
            "Nothing was changed. Look at it with: pulumi preview --refresh"
        )


def _confirm(yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        raise Refused("This would be written to Zoho Desk. Nothing was changed. Say so with --yes.")
    agree("Write this to Zoho Desk?")


# --- Accept ---------------------------------------------------------------------------------------------------------


def accept(findings: Sequence[Finding], directory: Path) -> None:
    """Write the drift into YAML data where it lies there; say what to edit elsewhere.

    Where a natural key changes, every reference to it in the data follows.
    """
    console = printer()
    left = [one for one in findings if one.urn]
    files = data_files(directory)
    known = keys_in(files)
    renames = Renames(_renames(known, left))
    edits = [_edit(one) for one in left]
    texts = {file: edit_data(_read(file), edits, renames) for file in files}  # all of it, before any is written
    for file, (text, done) in texts.items():
        if done:
            rewrite(file, text)
            console.print(Text(f"Written to {file}: {', '.join(printable(name) for _, name in done)}"))
    left = [one for one in left if (one.kind, one.name) not in known]
    places = Places(directory)
    for line in (line for one in left for line in _by_hand(one, places)):
        console.print(Text(line))
    strangers = [one for one in findings if not one.urn]
    if strangers:
        console.print(
            f"Not in the code: {len(strangers)} that appeared. Declare them (`zohodesk export` writes how), "
            "then take them under management with: zohodesk adopt"
        )
    console.print("Afterwards `pulumi up --refresh` writes nothing; it brings the state up to date.")


def _edit(one: Finding) -> DataEdit:
    values = {edit.field: edit.new for edit in one.edits}
    return DataEdit(one.kind, one.name, None if one.sort is Sort.DISAPPEARED else values)


def _renames(known: Mapping[tuple[str, str], tuple[str, Key]], findings: Sequence[Finding]) -> Iterator[Rename]:
    """The objects whose natural keys may change. References to them are in the words of the data, not of the state."""
    for one in findings:
        connection, key = known.get((one.kind, one.name), ("", one.key))
        yield Rename(connection, one.kind, key, {edit.field: edit.new for edit in one.edits})


def _by_hand(one: Finding, places: Places) -> Iterator[str]:
    place = places.of(one.kind, one.name)
    where = f"{place or 'in the program'}: desk.{one.kind}({python_value(one.name)}, ...)"
    if one.sort is Sort.DISAPPEARED:
        yield f"{where}: remove it"
    for edit in (each.shown for each in one.edits):
        ref = kind_named(one.kind).by_snake[edit.field].ref
        new = [] if edit.new is None and isinstance(edit.type, Many) else edit.new
        if edit.secret:
            value = "(secret)"
        elif ref:
            value = places.references(ref, new, one.declared, place)
        else:
            value = python_value(new)
        yield f"{where}: {edit.field}={value}"


def _read(file: Path) -> str:
    try:
        return read_text(file)
    except (OSError, UnicodeError) as error:
        raise InputError(f"{file} cannot be read: {error}") from None
