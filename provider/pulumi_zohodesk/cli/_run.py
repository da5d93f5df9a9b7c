"""Running the engine on a stack in front of a person: refreshed preview, update with its output passed on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TextIO

from pulumi_zohodesk.cli._engine import PulumiStack
from pulumi_zohodesk.cli._rows import printable

__all__ = ["Ended", "RunStack"]

MANY = 300
"""Objects from which on the whole stack is refreshed instead of these alone: a command line has its bounds."""

STOPPING = (
    "Stopping: calls under way are finished and recorded. Please wait; stopping a second time loses track of objects."
)


@dataclass(frozen=True)
class Ended:
    """How an update ended.

    Attributes:
        code: the engine's exit code.
        done: by URN, the operations that were carried out.
        failed: URNs of what failed.
        interrupted: it was told to stop.
    """

    code: int
    done: Mapping[str, frozenset[str]]
    failed: tuple[str, ...]
    interrupted: bool


@dataclass(frozen=True)
class RunStack(PulumiStack):
    """A stack that is about to be updated."""

    def refreshed_preview(self) -> dict[str, Any]:
        """What ``pulumi preview --refresh --json`` says. The state stays as it is.

        Secrets are readable in what is wanted; in what is live the engine hides them (`plan.with_live_values`).
        """
        return self._previewed("--refresh")

    def learn(self, urns: tuple[str, ...]) -> None:
        """Let the state know how some objects are. Nothing in Zoho Desk changes."""
        if urns:
            targets = [word for urn in urns for word in ("--target", urn)] if len(urns) <= MANY else []
            self._run("refresh", "--yes", "--skip-preview", *targets, *self._settings())

    def update(self, out: TextIO) -> Ended:
        """Apply the program to the state as it is; what the engine says goes to ``out``, line by line.

        One Ctrl-C is passed on, and the engine then finishes what it has begun.
        """
        with tempfile.TemporaryDirectory(prefix="zohodesk-") as folder:
            log = Path(folder) / "events"
            # The option is one of those for debugging: Pulumi's own Automation API reads the log as well.
            watched = replace(self, variables={**self.variables, "PULUMI_DEBUG_COMMANDS": "true"})
            flags = ("--yes", "--skip-preview", "--refresh=false", "--suppress-progress", "--event-log", str(log))
            code, interrupted = watched._streamed(out, "up", *flags, *self._settings())
            done, failed = _events(log)
        return Ended(code, done, failed, interrupted)

    def _streamed(self, out: TextIO, *arguments: str) -> tuple[int, bool]:
        process = subprocess.Popen(
            self._command(*arguments),
            cwd=self.directory,
            env=self._environ(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,  # else the terminal sends Ctrl-C to the engine as well, which is once too often
        )
        with process, _passing_on(process) as told:
            assert process.stdout is not None
            for line in process.stdout:
                print(printable(line.rstrip("\n")), file=out, flush=True)
            return process.wait(), bool(told)


@contextmanager
def _passing_on(process: subprocess.Popen[str]) -> Iterator[list[int]]:
    """Pass signals that mean "stop" on to the engine; gives the list of those that came."""
    told: list[int] = []

    def stop(number: int, _frame: object) -> None:
        told.append(number)
        if number == signal.SIGINT or len(told) == 1:  # other signals repeat what was said
            print(STOPPING, file=sys.stderr, flush=True)
            process.send_signal(signal.SIGINT)

    names = ("SIGINT", "SIGTERM", "SIGHUP") if os.name == "posix" else ()
    before = {getattr(signal, name): signal.signal(getattr(signal, name), stop) for name in names}
    try:
        yield told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _events(log: Path) -> tuple[dict[str, frozenset[str]], tuple[str, ...]]:
    """What was carried out, and what failed, as far as the engine came to write it down."""
    done: dict[str, frozenset[str]] = {}
    failed: dict[str, None] = {}
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines() if log.exists() else []
    for line in lines:
        try:
            event = json.loads(line)
        except ValueError:
            continue  # the last line of an engine that was killed
        for name, value in event.items():
            meta = value.get("metadata") if isinstance(value, dict) else None
            if not isinstance(meta, dict):
                continue
            if name == "resOutputsEvent" and meta["op"] not in ("same", "read", "refresh"):
                done[meta["urn"]] = done.get(meta["urn"], frozenset()) | {meta["op"]}
            elif name == "resOpFailedEvent":
                failed[meta["urn"]] = None
    return done, tuple(failed)
