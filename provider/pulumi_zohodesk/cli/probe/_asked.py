"""What `zohodesk probe` asks, and how it is told."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer
from rich.text import Text

from pulumi_zohodesk.actions import enabled
from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.cli._connection_meant import connection_meant
from pulumi_zohodesk.cli._console import framed, printer, say, tell
from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.errors import DeskError, InputError
from pulumi_zohodesk.questions import (
    CLEANING,
    FACTS,
    PREFIX,
    PROBES,
    QUESTIONS,
    SHAPES,
    Asking,
    Facts,
    Found,
    Report,
    Shape,
    ask,
    clean,
    cost,
    facts,
    kept_back,
    shapes,
)
from pulumi_zohodesk.settings import Settings, resolve, write_whole
from pulumi_zohodesk.transport import client_for

NEXT = "the next run with --write removes it"


@dataclass(frozen=True)
class Wanted:
    """What the options say.

    Attributes:
        shapes: answers are compared with the contract as well.
        write: objects are made and removed; with ``departments``, a department as well.
        organization, yes: what must be said for that.
    """

    shapes: bool
    write: bool
    departments: bool
    organization: str | None
    yes: bool


def probed(connection: str | None, report: Path | None, wanted: Wanted, *, as_json: bool) -> int:
    """Ask, print and write what was found; returns the exit code."""
    settings = resolve(connection=connection_meant(connection))
    if report is not None and not report.resolve().parent.is_dir():
        raise InputError(f"There is no folder {report.parent} for the report. Nothing was sent.")
    if report is not None and report.is_dir():
        raise InputError(f"{report} is a folder: name a file for the report. Nothing was sent.")
    _must_be_meant(settings, wanted)
    asking = Asking(client_for(settings), enabled(settings))
    _tell_cost(wanted)
    about = facts(asking)
    found, left = _asked(asking, wanted)
    with _not_removed_told(lambda: left):
        result = _Result(settings, asking, about, found, left, list(shapes(asking)) if wanted.shapes else [])
    if as_json:
        print(json.dumps(_as_json(result), indent=2))
    else:
        _show(result)
    if report is not None:
        write_whole(report, Report.of(settings.dc, about, found, result.shapes).text())
    return _verdict(found)


@dataclass(frozen=True)
class _Result:
    """What came of it; ``left`` says what could not be removed again."""

    settings: Settings
    asking: Asking
    about: Facts
    found: Sequence[Found]
    left: Sequence[str]
    shapes: Sequence[Shape]


def _tell_cost(wanted: Wanted) -> None:
    write, departments = wanted.write, wanted.departments
    asked = (question.name for question in QUESTIONS if not kept_back(question, write=write, departments=departments))
    probes = [PROBES[name] for name in asked]
    calls, credits = cost([FACTS, *probes, *([SHAPES] if wanted.shapes else []), *([CLEANING] if write else [])])
    writes = f'it makes and removes what begins with "{PREFIX}"; a list of several pages takes a call more for each'
    what = writes if write else "it only reads"
    say(f"At most {calls} calls and {credits} credits of today; {what}.", sys.stderr)


def _must_be_meant(settings: Settings, wanted: Wanted) -> None:
    """Refuses to write into an organisation that is not named, before any request."""
    if not wanted.write and (wanted.departments or wanted.organization or wanted.yes):
        raise typer.BadParameter("It goes with --write.", param_hint="'--departments', '--organization', '--yes'")
    if wanted.write and not (wanted.yes and wanted.organization == settings.org_id):
        raise InputError(
            f"Nothing was sent: --write makes objects in the organisation of this connection, {settings.org_id}. If it "
            f"is a sandbox, say so: --organization {settings.org_id} --yes."
        )


def _asked(asking: Asking, wanted: Wanted) -> tuple[list[Found], list[str]]:
    """What was found, and what could not be removed again. What another run left behind is removed first."""
    if not wanted.write:
        return _watched(ask(asking, QUESTIONS)), []
    clean(asking)
    with _not_removed_told(lambda: _cleaned(asking)):
        found = _watched(ask(asking, QUESTIONS, write=True, departments=wanted.departments))
    return found, _cleaned(asking)


@contextmanager
def _not_removed_told(left: Callable[[], Sequence[str]]) -> Iterator[None]:
    """Whatever ends what is within, Ctrl-C too: what could not be removed is told before."""
    try:
        yield
    except BaseException:
        for words in left():
            say(_not_removed(words), sys.stderr)
        raise


def _not_removed(words: str) -> str:
    return f"Not removed: {printable(words)}."


def _watched(found: Iterable[Found]) -> list[Found]:
    """All of them; a terminal shows meanwhile which question was asked last."""
    console = printer(sys.stderr)
    told: list[Found] = []
    with console.status("") if console.is_terminal else nullcontext() as shown:
        for one in found:
            told.append(one)
            if shown is not None and not one.question.no_probe:
                shown.update(one.question.name)
    return told


def _cleaned(asking: Asking) -> list[str]:
    try:
        return clean(asking)
    except DeskError:
        return [f"what this run made, since calls no longer get through; {NEXT}"]
    except BaseException:
        say(_not_removed(f"what this run made, or part of it, since that was stopped; {NEXT}"), sys.stderr)
        raise


def _as_json(result: _Result) -> dict[str, Any]:
    return {
        "connection": result.settings.connection,
        "data_center": result.settings.dc,
        "edition": result.about.edition,
        "limits": result.about.limits,
        "calls": result.asking.client.calls,
        "credits": result.asking.client.credits_spent,
        "questions": [_row(one) for one in result.found],
        "shapes": [
            {"operation": shape.operation, "fields": shape.fields, "open": shape.open or None}
            for shape in result.shapes
        ],
        "left": list(result.left),
    }


def _row(one: Found) -> dict[str, Any]:
    question = one.question
    return {
        "name": question.name,
        "asks": question.asks,
        "answer": one.answer or None,
        "expected": question.expected if question.answers else None,
        "unsafe": question.relied if one.unsafe else None,
        "open": one.open or None,
    }


def _show(result: _Result) -> None:
    """What was asked, a row each, and counts."""
    table = framed("question", "answer", "expected", "what follows")
    asked = [one for one in result.found if not one.question.no_probe]
    for one in asked:
        style = "bold red" if one.unsafe else "" if one.expected or one.open else "yellow"
        table.add_row(one.question.name, Text(one.answer or "open", style), one.question.expected, _follows(one))
    tell(table)
    count = Counter(_sort(one) for one in asked)
    say(
        f"Of {len(asked)} with a probe {count['expected']} are as expected, {count['other']} otherwise, "
        f"{count['open']} open. {len(result.found) - len(asked)} more have no probe (docs/api-notes.md). "
        f"{result.asking.client.calls} calls, {result.asking.client.credits_spent} credits."
    )
    _show_shapes(result.shapes)
    for words in result.left:
        say(_not_removed(words))


def _show_shapes(seen: Sequence[Shape]) -> None:
    """What differs from the contract, a row for each operation."""
    if not seen:
        return
    table = framed("operation", "the contract lacks", "never came")
    for one in seen:
        if one.open:
            table.add_row(one.operation, f"not seen: {one.open}", "")
        elif one.fields:
            lacks = [f"{name} ({', '.join(types)})" for name, types in one.fields.items() if types]
            never = [name for name, types in one.fields.items() if not types]
            table.add_row(one.operation, ", ".join(lacks) or "-", ", ".join(never) or "-")
    tell(table)


def _sort(one: Found) -> str:
    return "open" if one.open else "expected" if one.expected else "other"


def _follows(one: Found) -> str:
    if one.open:
        return one.open
    if one.unsafe:
        return f"unsafe: {one.question.relied}"
    return "-" if one.expected else "nothing here relies on it"


def _verdict(found: Sequence[Found]) -> int:
    """Says what is unsafe, and what kept the probe from its end."""
    for one in found:
        if one.unsafe:
            say(f"error: {one.question.name} is {one.answer}, which is unsafe: {one.question.relied}.", sys.stderr)
    ended = next((one.open for one in found if one.ended), "")
    if ended:
        say(f"error: {ended[0].upper()}{ended[1:]}. Run it again later: what was told stands above.", sys.stderr)
    return _exit.ERROR if ended or any(one.unsafe for one in found) else _exit.DONE
