"""The stack of a clone: made, unlocked and mended by the clone itself, since nobody else uses it."""

from __future__ import annotations

import json
import os
import re
import secrets
import shlex
import socket
import sys
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pulumi_zohodesk.cli._exit import Stopped
from pulumi_zohodesk.cli.engine._engine import PulumiStack
from pulumi_zohodesk.cli.engine._process import streamed
from pulumi_zohodesk.cli.engine._run import READING
from pulumi_zohodesk.cli.engine._unnamed_file import unnamed_file
from pulumi_zohodesk.dynamic import TYPE_PREFIX, logical_name
from pulumi_zohodesk.errors import EngineError, Refused
from pulumi_zohodesk.plan import plan_of
from pulumi_zohodesk.settings import read_text, write_whole

STATE = ".state"
PATIENCE = 120.0
"""Seconds in which an engine that lives on after its command was killed must have ended."""

_HOLDER = re.compile(r"created by .+?@(?P<host>\S+) \(pid (?P<pid>\d+)\)")
_DONE = re.compile(r" (created|updated|deleted)( \(|$)")
"""What is written. What is refreshed is not among the objects that are counted."""


def stack_in(directory: Path, name: str, connection: str) -> CloneStack:
    """The stack of the clone in a folder; nothing is made yet.

    The state lies where ``PULUMI_BACKEND_URL`` says, else in ``.state`` of the folder. Its secrets are encrypted with
    the user's passphrase where one is set, else with one that is made and kept in ``.state``.
    """
    folder = directory / STATE
    own = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
        # The program is for this connection, whatever the shell is set to.
        "ZOHODESK_CONNECTION": connection,
    }
    if not os.environ.get("PULUMI_BACKEND_URL"):
        own["PULUMI_BACKEND_URL"] = f"file://{folder}"
    if not any(os.environ.get(name) for name in ("PULUMI_CONFIG_PASSPHRASE", "PULUMI_CONFIG_PASSPHRASE_FILE")):
        own["PULUMI_CONFIG_PASSPHRASE_FILE"] = str(folder / "passphrase")
    return CloneStack(directory, name, None, own)


@dataclass(frozen=True)
class CloneStack(PulumiStack):
    """A stack that only clones write to."""

    def open(self, *, new: bool = False) -> None:
        """Make the stack, or make it usable again after a run that was killed.

        Args:
            new: this folder has no stack yet, so one of its name is somebody else's.

        Raises:
            EngineError: an engine is still at work on the stack, or it cannot be used.
            Refused: the stack is somebody else's.
        """
        self._keep_place()
        self._drop_empty_attributes()
        self._wait_for_holder()
        listed = json.loads(replace(self, stack=None)._run("stack", "ls", "--json"))
        there = any(str(stack.get("name", "")).split("/")[-1] == self.stack for stack in listed)
        if there and new:
            (self.directory / "Pulumi.yaml").unlink()
            raise Refused(
                f'Where PULUMI_BACKEND_URL says there is a stack "{self.stack}" of the same project already. It '
                "belongs to another folder: use that, or another PULUMI_BACKEND_URL. Nothing was changed."
            )
        if not there:
            replace(self, stack=None)._run("stack", "init", self.stack or "", "--no-select")

    def mend(self) -> None:
        """Forget creates that an earlier run did not see the end of, and read what is there."""
        if self.deployment().get("pending_operations"):
            self._locking(lambda: self._run("refresh", "--clear-pending-creates", "--yes", "--skip-preview"))

    def settings_kept(self) -> frozenset[str]:
        """Names of what the stack's configuration has for the program."""
        return frozenset(key.rpartition(":")[2] for key in self._json("config", "--json"))

    def keep_secret(self, name: str, value: str) -> None:
        """Write a secret into the stack's configuration, encrypted; no list of processes shows it."""
        with unnamed_file(value) as file:
            self._run("config", "set", "--secret", name, said=file)

    def forget(self, urns: Collection[str]) -> None:
        """Take objects out of the state; nothing happens to them in Zoho Desk."""

        def change(resources: list[dict[str, Any]]) -> list[dict[str, Any]]:
            kept = [state for state in resources if state["urn"] not in urns]
            for state in kept:
                state["dependencies"] = _without(state.get("dependencies"), urns)
                depends = state.get("propertyDependencies") or {}
                state["propertyDependencies"] = {key: _without(value, urns) for key, value in depends.items()}
            return kept

        if urns:
            self._change_state(change)

    def take_over(self, entries: Sequence[Mapping[str, Any]]) -> None:
        """Import what the target has. Nothing changes there."""
        if entries:
            self._locking(lambda: self.import_file({"resources": list(entries)}))

    def refuse_surprises(self, going: Collection[str], *, refresh: bool) -> None:
        """The engine's own preview must not remove or replace what the plan does not name. Raises Refused.

        That something may be replaced, since what it will lie in does not exist yet, is no news: the plan knows.

        Args:
            going: URNs of what the plan removes.
        """
        flags = ("--refresh",) if refresh else ()
        report = self._json("preview", "--json", "--suppress-progress", *flags)
        doubtful = {step.urn for step in plan_of(report).steps if step.is_doubtful}
        strange = [
            step["urn"]
            for step in report.get("steps") or ()
            if f"${TYPE_PREFIX}" in step["urn"] or f"::{TYPE_PREFIX}" in step["urn"]
            if step["op"] not in (*READING, "create", "update") and step["urn"] not in doubtful
            if step["op"] != "delete" or step["urn"] not in going
        ]
        if strange:
            names = ", ".join(map(logical_name, strange[:10]))
            raise Refused(
                f"The engine would remove or replace what the plan does not say: {names}. Nothing was applied."
            )

    def up(self, *, refresh: bool, progress: Callable[[int], None] | None) -> None:
        """Apply the program; ``progress`` hears of the number of objects that were written so far.

        Raises EngineError with the engine's last words. What was written by then is in the state.
        """
        flags = ("--refresh",) if refresh else ()
        self._locking(lambda: self._followed(progress, "up", "--yes", "--skip-preview", "--suppress-outputs", *flags))

    # The engine's command

    def _locking(self, action: Callable[[], Any]) -> Any:
        """Run something that needs the lock; one that a killed run of this computer left is taken away."""
        try:
            return action()
        except EngineError as error:
            if "locked by" not in str(error) or not self._deserted(str(error)):
                raise
        self._run("cancel", "--yes")
        return action()

    def _deserted(self, message: str) -> bool:
        found = _HOLDER.search(message)
        return bool(found and found["host"] == socket.gethostname() and not _alive(int(found["pid"])))

    def _followed(self, progress: Callable[[int], None] | None, *arguments: str) -> None:
        """Run the engine and count the objects that it writes. Told to stop, it finishes what it has begun.

        Raises Stopped when it was told to stop: it has then ended.
        """
        lines: deque[str] = deque(maxlen=1000)

        def follow(line: str) -> None:
            lines.append(line)
            if progress and TYPE_PREFIX in line and _DONE.search(line):
                progress(1)

        ran = streamed(self._command(*arguments), self.directory, self._environ(), sys.stderr, follow)
        if ran.stopped:
            raise Stopped
        if ran.code != 0:
            raise EngineError(f"`pulumi {arguments[0]}` failed:\n{_last_words(chr(10).join(lines))}")

    # The state's folder, where it is the clone's own

    @property
    def _own(self) -> Path | None:
        mine = self.variables.get("PULUMI_BACKEND_URL")
        return Path(mine.removeprefix("file://")) if mine else None

    def _keep_place(self) -> None:
        file = self.variables.get("PULUMI_CONFIG_PASSPHRASE_FILE")
        if file or self._own:
            (self.directory / STATE).mkdir(mode=0o700, exist_ok=True)
        if file and not Path(file).exists():
            write_whole(Path(file), secrets.token_urlsafe(32), private=True)

    def _drop_empty_attributes(self) -> None:
        """A kill while attributes are written leaves an empty file, which the engine cannot read."""
        for file in (self._own or Path(os.devnull)).glob(".pulumi/**/*.attrs"):
            if not file.stat().st_size:
                file.unlink()

    def _wait_for_holder(self) -> None:
        """An engine outlives a command that was killed; it finishes what it has, and nothing must be done meanwhile."""
        end = time.monotonic() + PATIENCE
        while busy := [holder for holder in self._holders() if holder[0] != socket.gethostname() or _alive(holder[1])]:
            host, pid = busy[0]
            if host != socket.gethostname() or time.monotonic() > end:
                raise EngineError(
                    f"The stack is locked by process {pid} of {host}. Wait until it ends. Nothing was changed. If it "
                    f"has crashed, take the lock away with:\n{self._cancelling()}"
                )
            time.sleep(0.5)

    def _cancelling(self) -> str:
        """The command that takes a lock away, whole: with where the state lies and what opens it."""
        places = ("PULUMI_BACKEND_URL", "PULUMI_CONFIG_PASSPHRASE_FILE")
        variables = [f"{name}={shlex.quote(value)}" for name in places if (value := self.variables.get(name))]
        command = ["pulumi", "cancel", "--yes", "--stack", self.stack or "", "--cwd", str(self.directory)]
        return " ".join([*variables, shlex.join(command)])

    def _holders(self) -> Iterable[tuple[str, int]]:
        """Computer and process of every lock."""
        for file in (self._own or Path(os.devnull)).glob(".pulumi/locks/**/*.json"):
            with suppress(OSError, ValueError, KeyError):
                found = json.loads(read_text(file))
                yield str(found["hostname"]), int(found["pid"])


def _last_words(output: str) -> str:
    """The diagnostics that the engine ends with, else its last lines."""
    diagnostics = output.rpartition("\nDiagnostics:\n")[2].partition("\nResources:\n")[0]
    return diagnostics.strip("\n")[-4000:]


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return not _is_zombie(pid)


def _is_zombie(pid: int) -> bool:
    with suppress(OSError, IndexError):
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] == "Z"
    return False


def _without(urns: Sequence[str] | None, gone: Collection[str]) -> list[str]:
    return [urn for urn in urns or () if urn not in gone]
