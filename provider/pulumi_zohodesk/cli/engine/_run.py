"""Running the engine on a stack in front of a person: refreshed preview, update with its output passed on."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TextIO

from pulumi_zohodesk.cli.engine._engine import PulumiStack, targeted
from pulumi_zohodesk.cli.engine._process import Ran, streamed
from pulumi_zohodesk.cli.engine._unnamed_file import UnnamedFile
from pulumi_zohodesk.dynamic import BY_TYPE

READING = ("same", "read", "refresh", "remove-pending-replace")
"""Operations of the engine that change nothing."""

VIOLATES = "violates plan"
STRAYED = (VIOLATES, "allowed by the plan")
"""What the engine says when the program wants something else than its plan."""

_UNSEEN = re.compile(
    r"(?P<head>.*?)error: expected resource operations for (?P<urn>.*) but none were seen\n?", re.DOTALL
)
"""What it says of every object that it did not come to: dropped by the program, or held back by what failed."""

_TYPES = "|".join(map(re.escape, ("pulumi:pulumi:Stack", *BY_TYPE)))
_STATES = (
    r"(?:creat|updat|delet|replac|read|refresh|import)(?:ing|ed)(?: failed)?|creating replacement|"
    r"created replacement|deleting original|deleted original"
)
_PROGRESS = re.compile(
    rf" (?:[-+~=<>]{{1,2}}| {{1,2}}) {{1,3}}(?:{_TYPES}) \S+ (?:{_STATES}|\*\*(?:{_STATES})\*\*)(?!\w)"
)
"""A line about a resource: sign, type, name and what becomes of it."""

_TOTAL = re.compile(r"Diagnostics:|Resources:| {4}(?:[-+~]{1,2} )?\d+ [a-z]+|Duration: [\dhms.]+|")


@dataclass(frozen=True)
class Ended:
    """How an update ended.

    Attributes:
        code: the engine's exit code.
        done: by URN, the operations that were carried out.
        failed: URNs of what failed.
        interrupted: it was told to stop.
        begun: something may have been written.
        unheard: whoever read the output went away.
        strayed: the engine refused an operation that its plan lacks, or the program no longer has an object.
        spared: URNs of what was to be replaced and needed no more than an update, or nothing. The engine takes that
            for a failure; it is none.
    """

    code: int
    done: Mapping[str, frozenset[str]] = field(default_factory=dict)
    failed: tuple[str, ...] = ()
    interrupted: bool = False
    begun: bool = True
    unheard: bool = False
    strayed: bool = False
    spared: frozenset[str] = frozenset()


@dataclass(frozen=True)
class RunStack(PulumiStack):
    """A stack that is about to be updated.

    Attributes:
        targets: URNs of the only objects that are looked at and written; all of them where there are none.
        dependents: of these, also what depends on them.
    """

    targets: tuple[str, ...] = ()
    dependents: bool = False

    def refreshed_preview(self, engine_plan: UnnamedFile | None = None) -> dict[str, Any]:
        """What ``pulumi preview --refresh --json`` says. The state stays as it is.

        Secrets are readable in what is wanted; in what is live the engine hides them (`plan.with_live_values`).
        ``engine_plan``: where the engine's own plan of it goes, for `update`.
        """
        return self._previewed("--refresh", *self._targets(), plan=engine_plan)

    def _only(self, urns: tuple[str, ...]) -> tuple[str, ...]:
        return targeted(urns) if self.targets else super()._only(urns)

    def update(self, out: TextIO, engine_plan: UnnamedFile | None = None) -> Ended:
        """Apply the program to the state as it is; what the engine says goes to ``out``, line by line.

        The engine refuses every operation that ``engine_plan`` lacks. One Ctrl-C is passed on, and the engine then
        finishes what it has begun; it does so as well when nobody reads its output any more.
        """
        with tempfile.TemporaryDirectory(prefix="zohodesk-") as folder:
            log = Path(folder) / "events"
            # The option is one of those for debugging: Pulumi's own Automation API reads the log as well.
            watched = replace(self, variables={**self.variables, "PULUMI_DEBUG_COMMANDS": "true"})
            held = ("--plan", engine_plan.rewound()) if engine_plan else ()
            keep = engine_plan.descriptors if engine_plan else ()
            flags = ("--yes", "--skip-preview", "--refresh=false", "--suppress-progress", "--event-log", str(log))
            command = watched._command("up", *flags, *held, *self._targets(), *self._settings())
            return _ended(streamed(command, self.directory, watched._environ(), out, _Shown(), keep), log)

    def _targets(self) -> tuple[str, ...]:
        return (*targeted(self.targets), *(("--target-dependents",) if self.dependents else ()))


class _Shown:
    """What is shown of the engine's lines: when it refuses what its plan lacks, it prints secret values in the open."""

    def __init__(self) -> None:
        self._strayed = False
        self._unseen: set[str] = set()

    def __call__(self, line: str) -> str | None:
        if unseen := _UNSEEN.fullmatch(line):
            self._unseen.add(unseen["head"].strip())
            return f"{unseen['head']}nothing more was done"
        if line.partition(" **failed**")[0].strip() in self._unseen:
            return None
        head, found, why = line.partition(VIOLATES)
        if found:
            self._strayed = True
            if why.startswith(": dependencies "):  # names of resources
                return line
            return f"{head}{found} (its values are not shown)"
        if not self._strayed:
            return line
        # Any other line may be the rest of a value that has several; what follows a state may be as well.
        known = _PROGRESS.match(line) or _TOTAL.fullmatch(line)
        return known[0] if known else None


def _ended(ran: Ran, log: Path) -> Ended:
    """What was carried out, and what failed, as far as the engine came to write it down."""
    done: dict[str, frozenset[str]] = {}
    failed: dict[str, None] = {}
    begun = strayed = wrong = False
    kept: set[str] = set()
    unseen: set[str] = set()
    # Only a line feed ends a line: values hold other signs that `splitlines` would cut at.
    lines = log.read_text(encoding="utf-8", errors="replace").split("\n") if log.exists() else []
    for line in filter(None, lines):
        try:
            event = json.loads(line)
        except ValueError:
            begun = True  # the last line of an engine that was killed; it may have been about a write
            continue
        for name, value in event.items():
            if name == "diagnosticEvent" and value.get("severity", "error") == "error":
                strays = any(one in value["message"] for one in STRAYED)
                missed = _UNSEEN.fullmatch(f"error: {value['message']}")
                unseen |= {missed["urn"]} if missed else set()
                strayed, wrong = strayed or strays, wrong or not (strays or missed)
            meta = value.get("metadata") if isinstance(value, dict) else None
            if not isinstance(meta, dict):
                continue
            if meta["op"] in ("same", "update"):
                kept.add(meta["urn"])
            if meta["op"] in READING:
                continue
            begun = True
            if name == "resOutputsEvent":
                done[meta["urn"]] = done.get(meta["urn"], frozenset()) | {meta["op"]}
            elif name == "resOpFailedEvent":
                failed[meta["urn"]] = None
    killed = ran.code < 0
    # After a failure the engine begins nothing more, so what it did not come to says nothing of the program.
    strayed = strayed or (not unseen <= kept and not (failed or wrong or ran.stopped))
    spared = frozenset(() if failed or wrong or strayed or ran.stopped or killed else unseen)
    code = 0 if spared else ran.code
    return Ended(code, done, tuple(failed), ran.stopped, begun or killed, ran.unheard, strayed, spared)
