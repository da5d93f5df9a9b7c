"""How `zohodesk restore` puts objects back: what is asked, done, written down and told."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

from rich.text import Text

from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.cli._asking import agree
from pulumi_zohodesk.cli._console import printer
from pulumi_zohodesk.cli._organizations import Sessions
from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.cli.engine._engine import PulumiStack
from pulumi_zohodesk.cli.engine._process import Stops, say
from pulumi_zohodesk.cli.up._words import change
from pulumi_zohodesk.errors import InputError, Refused
from pulumi_zohodesk.plan import Act, Done, Snapshot, restore, save_made

SIGNS = {"update": ("~", "yellow"), "create": ("+", "green"), "nothing": ("=", "dim"), "refused": ("!", "red")}


class Record:
    """The ids that objects got, written down as they get them."""

    def __init__(self, file: Path, made: Mapping[str, str]) -> None:
        self._file, self.made = file, dict(made)

    def open(self) -> None:
        """Raises Refused when nothing could be written down later: nothing was changed then."""
        try:
            save_made(self._file, self.made)
        except (OSError, InputError) as error:
            why = error.strerror if isinstance(error, OSError) else str(error)
            raise Refused(
                f"The new ids cannot be written to {self._file} ({why}), so nothing was changed. "
                "Copy the snapshot into a folder that can be written to, and restore from there."
            ) from None

    def note(self, old: str, new: str) -> None:
        if self.made.get(old, old) != new:
            self.made[old] = new
            save_made(self._file, self.made)


def put_back(acts: Sequence[Act], session_for: Sessions, record: Record, stops: Stops, out: TextIO) -> list[Done]:
    """Each object is told, and its id written down, as soon as it is put back."""
    if any(act.does == "create" or act.id not in ("", act.entry.id) for act in acts):
        record.open()
        for act in acts:
            record.note(act.entry.id, act.id or act.entry.id)
    done = []
    for one in restore(acts, session_for, record.made, before=lambda: not stops):
        if not one.error:
            record.note(one.act.entry.id, one.id)
        say(_sentence(one), sys.stderr if one.error else out)
        done.append(one)
    return done


def end(acts: Sequence[Act], done: Sequence[Done], stops: Stops) -> int:
    left = sum(act.does in ("update", "create") for act in acts) - len(done)
    if stops:
        good = sum(not one.error for one in done)
        say(f"Stopped. {good} objects were put back, {left} not yet: the same command goes on.", sys.stderr)
        return _exit.INTERRUPTED
    failed = any(one.error for one in done) or any(act.does == "refused" for act in acts)
    return _exit.ERROR if failed else _exit.DONE


def config_of(kept: Snapshot, directory: Path, stack: str | None, config_file: Path | None) -> dict[str, str]:
    """The stack's settings; none outside of a project, where the environment or a connection must say everything."""
    if stack is None and not any((directory / name).exists() for name in ("Pulumi.yaml", "Pulumi.yml")):
        return {}
    return PulumiStack(directory, stack or kept.stack or None, config_file).config()


def hiding(kept: Snapshot, *, personal: bool) -> Snapshot:
    """The snapshot with what is said of people hidden as well, where the stack asks for that."""
    entries = (replace(entry, hidden=entry.kind.hidden(entry.hidden, personal=personal)) for entry in kept.entries)
    return replace(kept, entries=tuple(entries))


def ask(kept: Snapshot, count: int, yes: bool) -> None:
    if yes:
        return
    owners = ", ".join(sorted({entry.organization for entry in kept.entries}))
    nobody = "Nobody can be asked here, so nothing was changed. Add --yes to put it back without being asked."
    agree(f"Put {count} objects of organisation {owners} back?", nobody)


def show(kept: Snapshot, acts: Sequence[Act]) -> None:
    console = printer()
    console.print(Text(f"As of {printable(kept.time)}, before a run of {printable(f'{kept.project}/{kept.stack}')}:"))
    for act in acts:
        sign, style = SIGNS[act.does]
        line = Text(f"  {sign} ", style=style)
        line.append(f"{_label(act)}  {_what(act)}", style="default")
        console.print(line)


def _label(act: Act) -> str:
    entry = act.entry
    if entry.kind.title in entry.hidden:
        return f"{entry.kind.words} {printable(entry.name)} (id {entry.id})"
    return f"{printable(entry.kind.label(entry.key, entry.id))} ({printable(entry.name)})"


def _what(act: Act) -> str:
    again = f" (it exists again, with the id {act.id})" if act.id not in ("", act.entry.id) else ""
    if act.does == "nothing":
        return f"is as it was{again}"
    if act.does == "refused":
        return f"cannot be put back: {printable(act.reason)}"
    if act.does == "create":
        return "will be made anew, with another id"
    entry = act.entry
    return ", ".join(change(entry.kind, wire, *pair, entry.hidden) for wire, pair in act.changes.items()) + again


def _sentence(one: Done) -> str:
    name = printable(one.act.entry.name)
    if one.error:
        return f"error: {name} was not put back: {printable(one.error)}"
    if one.act.does == "create":
        return f"{name} was made anew: its id is {one.id}, it was {one.act.entry.id}."
    return f"{name} was put back."


def advise(done: Sequence[Done]) -> None:
    good = [one for one in done if not one.error]
    if any(one.act.does == "create" for one in good):
        say(
            "The stack does not know the new ids: let the program declare these objects again and run "
            "`zohodesk adopt`.",
            sys.stdout,
        )
    if any(one.act.does == "update" for one in good):
        say(
            "The program still wants what it wanted: change it before the next `zohodesk up`, or that changes it "
            "again.",
            sys.stdout,
        )


def report(kept: Snapshot, acts: Sequence[Act], done: Sequence[Done], dry_run: bool) -> dict[str, Any]:
    ended = {one.act.entry.urn: one for one in done}

    def row(act: Act) -> dict[str, Any]:
        one = ended.get(act.entry.urn)
        return {
            "urn": act.entry.urn,
            "kind": act.entry.kind.name,
            "id": act.entry.id,
            "does": act.does,
            "fields": list(act.changes),
            "reason": act.reason or None,
            "newId": _new_id(act, one),
            "error": (one.error or None) if one else None,
        }

    return {"stack": kept.stack, "time": kept.time, "dryRun": dry_run, "objects": [row(act) for act in acts]}


def _new_id(act: Act, one: Done | None) -> str | None:
    id = one.id if one and not one.error else act.id
    return id if id not in ("", act.entry.id) else None
