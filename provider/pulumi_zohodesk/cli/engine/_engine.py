"""Driving the Pulumi engine: the ``pulumi`` command of the PATH, in the directory of a project."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pulumi_zohodesk.cli._exit import Stopped
from pulumi_zohodesk.cli._misspelt import refuse_misspelt
from pulumi_zohodesk.cli._phases import phase
from pulumi_zohodesk.cli._printable import count_of
from pulumi_zohodesk.cli.engine._process import ENDING, STOPPING, captured
from pulumi_zohodesk.cli.engine._unnamed_file import UnnamedFile, unnamed_file
from pulumi_zohodesk.cli.engine._words import explained, without_passwords
from pulumi_zohodesk.errors import ConfigError, EngineError
from pulumi_zohodesk.plan import removed_in, with_wanted_values, without_removed
from pulumi_zohodesk.transport import TALLY_FILE, tallied

WRITING = ("up", "refresh", "import", "destroy")
"""Commands that hold the lock and change the state."""

MANY = 300
"""Objects from which on the whole stack is refreshed instead of these alone: a command line has its bounds."""


DOING = {
    "config": "reading the settings of the stack",
    "preview": "running the program, and reading what it manages",
    "stack": "reading what the stack has",
    "refresh": "letting the stack learn what has changed",
    "import": "taking objects over into the stack",
}
"""What a command of the engine is for, as people are told while it runs."""


@dataclass(frozen=True)
class PulumiStack:
    """A stack of a project on disk.

    Attributes:
        directory: the project's folder.
        stack: the stack's name, or None for the selected one.
        settings: the file of the stack's configuration, or None for the one that lies in the folder.
        variables: what the environment of the command has beside that of this process.
    """

    directory: Path
    stack: str | None = None
    settings: Path | None = None
    variables: Mapping[str, str] = field(default_factory=dict)

    def preview(self) -> dict[str, Any]:
        """What ``pulumi preview --json`` says, what stays as it is included; wanted secrets are readable.

        Raises EngineError; InputError for a secret that the engine does not tell.
        """
        return self._previewed()

    def _previewed(self, *more: str, plan: UnnamedFile | None = None) -> dict[str, Any]:
        """``plan``: where the engine's own plan of it goes, in which secrets are readable."""
        refuse_misspelt(self.directory)
        with nullcontext(plan) if plan else unnamed_file() as kept:
            flags = ("--json", *more, "--show-sames", "--show-secrets", "--suppress-progress", "--save-plan", kept.path)
            report = dict(self._json("preview", *flags, *self._settings(), keep=kept.descriptors))
            if any((step.get("oldState") or {}).get("pendingReplacement") for step in report.get("steps") or ()):
                # What is about to be removed is marked as well, but in a preview alone.
                report = without_removed(report, removed_in(self.deployment()))
            return with_wanted_values(report, kept.as_json())

    def config(self) -> dict[str, str]:
        """The stack's ``zohodesk:`` configuration without the prefix; secret values are left out."""
        entries: Mapping[str, Mapping[str, Any]] = self._json("config", "--json", *self._settings())
        return {
            key.removeprefix("zohodesk:"): str(entry.get("value", ""))
            for key, entry in entries.items()
            if key.startswith("zohodesk:")
        }

    def deployment(self) -> dict[str, Any]:
        """What ``pulumi stack export`` says that the stack has; secrets stay encrypted."""
        return dict(self._json("stack", "export").get("deployment") or {})

    def readable_deployment(self) -> dict[str, Any]:
        """The same with every secret readable."""
        return dict(self._json("stack", "export", "--show-secrets").get("deployment") or {})

    def configure(self, key: str, value: str) -> None:
        """Write ``zohodesk:KEY`` into the stack's configuration."""
        self._run("config", "set", f"zohodesk:{key}", value, *self._settings())

    def take_back(self, ids: Mapping[str, str]) -> None:
        """By URN, ids of what was made in the place of objects that a replacement removed and did not replace.

        The state has these from then on, as the engine reads them. Nothing changes in Zoho Desk.
        """

        def change(resources: list[dict[str, Any]]) -> list[dict[str, Any]]:
            for state in resources:
                if state["urn"] in ids and state.pop("pendingReplacement", False):
                    state["id"] = ids[state["urn"]]
            return resources

        if ids:
            self._change_state(change)
            self.learn(tuple(ids))

    def learn(self, urns: tuple[str, ...]) -> None:
        """Let the state know how some objects are. Nothing in Zoho Desk changes.

        Raises Stopped when it was told to stop: the engine has then ended, and given its lock back.
        """
        if urns:
            self._run("refresh", "--yes", "--skip-preview", *self._only(urns), *self._settings())

    def _only(self, urns: tuple[str, ...]) -> tuple[str, ...]:
        """Options that bind a refresh to some objects; to none where they are `MANY`."""
        return targeted(urns) if len(urns) <= MANY else ()

    def _change_state(self, change: Callable[[list[dict[str, Any]]], list[dict[str, Any]]]) -> None:
        """Write the state with other resources than it has."""
        content = self._json("stack", "export")
        content["deployment"]["resources"] = change(content["deployment"].get("resources") or [])
        with unnamed_file(json.dumps(content)) as file:
            self._locking(lambda: self._run("stack", "import", "--file", file.rewound(), keep=file.descriptors))

    def _locking(self, action: Callable[[], Any]) -> Any:
        """Run something that needs the lock of the stack."""
        return action()

    def import_file(self, content: Mapping[str, Any], *, protect: bool = False) -> None:
        """Import resources through the engine, all in one go; with ``protect``, protected from the first moment.

        The state is written once, at the end: the engine would write all of it anew for each object, and an import
        that is lost loses nothing, since it changes nothing in Zoho Desk.
        """
        once = replace(self, variables={**self.variables, "PULUMI_SKIP_CHECKPOINTS": "true"})
        with unnamed_file(json.dumps(content)) as file:
            flags = (f"--protect={str(protect).lower()}", "--generate-code=false", "--yes", "--skip-preview")
            once._run("import", "--file", file.path, *flags, *self._settings(), keep=file.descriptors)

    def _settings(self) -> tuple[str, ...]:
        # Relative to where the user is, while the command runs in the project's folder.
        return ("--config-file", str(self.settings.absolute())) if self.settings else ()

    def _json(self, *arguments: str, keep: Sequence[int] = ()) -> Any:
        output = self._run(*arguments, keep=keep)
        try:
            return json.loads(output)
        except ValueError as error:
            raise EngineError(f"`pulumi {arguments[0]}` did not answer JSON; is it older than 3.254?") from error

    def _run(self, *arguments: str, keep: Sequence[int] = (), said: UnnamedFile | None = None) -> str:
        """What the command prints. Raises Stopped when it was told to stop: it has then ended in good order.

        ``keep``: descriptors that it inherits; ``said``: what it reads.
        """
        words = STOPPING if arguments[0] in WRITING else ENDING
        command = self._command(*arguments)
        with TemporaryDirectory(prefix="zohodesk-") as folder:
            environ = {TALLY_FILE: str(Path(folder) / "calls"), **self._environ()}
            calls = partial(_calls, Path(environ[TALLY_FILE]))
            with phase(DOING.get(arguments[0], "asking Pulumi's engine"), count=calls):
                done = captured(command, self.directory, environ, words, keep, said.stream if said else None)
        if done.stopped:
            raise Stopped
        if done.code != 0:
            # With secrets shown, what was printed must not be repeated unless it is understood.
            shown = "" if "--show-secrets" in arguments else done.out
            words = _last_words(done.out, shown, done.err)
            if sentence := explained(words, str(self.directory.absolute())):
                raise EngineError(sentence)
            raise EngineError(f"`pulumi {arguments[0]}` failed:\n{words}")
        return done.out

    def _command(self, *arguments: str) -> list[str]:
        program = shutil.which("pulumi", path=self._environ().get("PATH"))
        if program is None:
            raise ConfigError(["There is no `pulumi` on the PATH; install it, or put .venv/bin of the project first."])
        if not self.directory.is_dir():
            raise ConfigError([f"There is no folder {self.directory}."])
        chosen = ("--stack", self.stack) if self.stack else ()
        return [program, *arguments, *chosen, "--non-interactive", "--color", "never"]

    def _environ(self) -> dict[str, str]:
        return {**os.environ, **self.variables, "PULUMI_SKIP_UPDATE_CHECK": "true"}


def _calls(tally: Path) -> str:
    """``34 calls`` of the engine's plugins so far; nothing before the first."""
    calls, _ = tallied(tally)
    return count_of(calls, "call") if calls else ""


def _last_words(stdout: str, shown: str, stderr: str) -> str:
    """The error diagnostics of a JSON preview, else what may be shown of what the engine printed."""
    try:
        report = json.loads(stdout)
        words = [str(item.get("message", "")).strip() for item in report.get("diagnostics", ())]
    except (ValueError, AttributeError):
        words = [shown.strip()]
    text = "\n".join(word for word in (*words, stderr.strip()) if word)
    return without_passwords(text)[-4000:]


def targeted(urns: Sequence[str]) -> tuple[str, ...]:
    """Options that bind a command of the engine to some objects."""
    return tuple(word for urn in urns for word in ("--target", urn))
