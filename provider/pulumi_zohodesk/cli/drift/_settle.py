"""Settling drift: putting it back through the engine, or writing it into the code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from rich.text import Text

from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.cli._console import printer, say
from pulumi_zohodesk.cli._printable import count_of, printable
from pulumi_zohodesk.cli.drift._code import Places, python_value
from pulumi_zohodesk.cli.engine._run import RunStack
from pulumi_zohodesk.cli.up._carry_out import Wish, carry_out
from pulumi_zohodesk.cli.up._planned import Planned
from pulumi_zohodesk.compare import Finding, Sort, data_files, keys_in
from pulumi_zohodesk.engine import Many
from pulumi_zohodesk.errors import InputError, Refused
from pulumi_zohodesk.export import DataEdit, Rename, Renames, edit_data, shared_texts
from pulumi_zohodesk.kinds import kind_named
from pulumi_zohodesk.settings import read_text, rewrite

Key = tuple[str, ...]


# --- Revert ---------------------------------------------------------------------------------------------------------


def revert(engine: RunStack, findings: Sequence[Finding], wish: Wish) -> int:
    """Put back what the stack manages, as `zohodesk up` does it, but these objects alone; returns the exit code.

    Raises:
        Refused: nobody says yes, or the plan would do more than put back.
        EngineError: the engine failed.
    """
    urns = tuple(dict.fromkeys(finding.urn for finding in findings if finding.urn))
    strangers = sum(not finding.urn for finding in findings)
    code = _exit.DONE
    if urns:
        gone = any(finding.sort is Sort.DISAPPEARED for finding in findings)
        code = carry_out(replace(engine, targets=urns, dependents=gone), replace(wish, check=_only_back))
        if code == _exit.DONE:
            say(f"Put back: {count_of(len(urns), 'object')}.")
    if strangers:
        say(
            f"Left as they are, since nobody manages them: {strangers}. Take them over with `zohodesk adopt`, or "
            "list them under [drift] in zohodesk.toml."
        )
    return code or (_exit.DIFFERENCES if strangers else _exit.DONE)


def _only_back(planned: Planned) -> None:
    more = [printable(step.name) for step in planned.plan.listed if step.op in ("delete", "replace")]
    if more:
        raise Refused(
            f"The program would also remove or replace {', '.join(more)}, which is more than putting back. "
            "Nothing was changed. Look at it with: pulumi preview --refresh"
        )


# --- Accept ---------------------------------------------------------------------------------------------------------


def accept(findings: Sequence[Finding], directory: Path) -> None:
    """Write the drift into YAML data where it lies there; say what to edit elsewhere.

    Where a natural key changes, every reference to it in the data follows.
    """
    console = printer()
    left = [finding for finding in findings if finding.urn]
    files = data_files(directory)
    known = keys_in(files)
    renames = Renames(_renames(known, left))
    edits = [_edit(one) for one in left]
    before = {file: _read(file) for file in files}
    shared = shared_texts(before, edits)
    # All of it, before any is written.
    texts = {file: edit_data(text, edits, renames, shared[file]) for file, text in before.items()}
    for file, (text, done, long_texts) in texts.items():
        for name, content in long_texts.items():
            rewrite(file.parent / name, content)
        if done:
            rewrite(file, text)
            console.print(Text(f"Written to {file}: {', '.join(printable(name) for _, name in done)}"))
    left = [one for one in left if (one.kind, one.name) not in known]
    places = Places(directory)
    for line in (line for one in left for line in _by_hand(one, places)):
        console.print(Text(line))
    strangers = [finding for finding in findings if not finding.urn]
    if strangers:
        console.print(
            f"Not in the code: {len(strangers)} that appeared. Declare them (`zohodesk export` writes how), "
            "then take them under management with: zohodesk adopt"
        )
    console.print("Afterwards `pulumi up --refresh` writes nothing; it brings the state up to date.")


def _edit(finding: Finding) -> DataEdit:
    values = {edit.field: edit.new for edit in finding.edits}
    return DataEdit(finding.kind, finding.name, None if finding.sort is Sort.DISAPPEARED else values)


def _renames(known: Mapping[tuple[str, str], tuple[str, Key]], findings: Sequence[Finding]) -> Iterator[Rename]:
    """The objects whose natural keys may change. References to them are in the words of the data, not of the state."""
    for finding in findings:
        connection, key = known.get((finding.kind, finding.name), ("", finding.key))
        yield Rename(connection, finding.kind, key, {edit.field: edit.new for edit in finding.edits})


def _by_hand(finding: Finding, places: Places) -> Iterator[str]:
    place = places.of(finding.kind, finding.name)
    where = f"{place or 'in the program'}: desk.{finding.kind}({python_value(finding.name)}, ...)"
    if finding.sort is Sort.DISAPPEARED:
        yield f"{where}: remove it"
    for edit in (each.shown for each in finding.edits):
        field = kind_named(finding.kind).by_snake[edit.field]
        ref = field.ref
        if field.exclusive and edit.new is None:
            yield f"{where}: leave out {edit.field}"
            continue
        new = [] if edit.new is None and isinstance(edit.type, Many) else edit.new
        if edit.secret:
            value = "(secret)"
        elif ref:
            value = places.references(ref, new, finding.declared, place)
        else:
            value = python_value(new)
        yield f"{where}: {edit.field}={value}"


def _read(file: Path) -> str:
    try:
        return read_text(file)
    except (OSError, UnicodeError) as error:
        raise InputError(f"{file} cannot be read: {error}") from None
