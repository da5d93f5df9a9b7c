"""A stack on the real engine: what a user types, and what comes of it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pulumi_zohodesk.dynamic import logical_name
from tests.processes import Done, ran

BIN = Path(sys.executable).parent
UNEXPECTED_CHANGES = 7
PREFIX = "pulumi-python:dynamic/zohodesk:"


@dataclass
class Stack:
    """One stack of one program on a backend in a folder."""

    program: Path
    home: Path
    variables: Mapping[str, str] = field(default_factory=dict)
    name: str = "test"

    def environment(self) -> dict[str, str]:
        """Nothing of the developer's own Pulumi or Zoho settings leaks in."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("ZOHODESK_", "PULUMI_"))}
        return {
            **kept,
            "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
            "PULUMI_HOME": str(self.home / "pulumi-home"),
            "PULUMI_BACKEND_URL": f"file://{self.backend}",
            "PULUMI_CONFIG_PASSPHRASE": "correct horse",
            "PULUMI_SKIP_UPDATE_CHECK": "true",
            "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION": "true",
            "ZOHODESK_CACHE_DIR": str(self.home / "cache"),
            **self.variables,
        }

    @property
    def backend(self) -> Path:
        return self.home / "backend"

    def command(self, *arguments: str) -> list[str]:
        # Example projects are used where they lie; their stack's settings belong to the test, not to the project.
        config = (
            () if arguments[0] in ("stack", "cancel", "state", "version") else ("--config-file", str(self.settings))
        )
        return [str(BIN / "pulumi"), *arguments, *config, "--stack", self.name, "--non-interactive", "--color", "never"]

    @property
    def settings(self) -> Path:
        return self.home / f"Pulumi.{self.name}.yaml"

    def run(self, *arguments: str, code: int | None = 0, **more: str) -> Done:
        """Run `pulumi` and hold it to an exit code; None takes any."""
        env = {**self.environment(), **more}
        return ran(self.command(*arguments), code=code, seconds=400, cwd=self.program, env=env)

    def zohodesk(self, command: str, *flags: str, code: int = 0) -> Done:
        """Run a command of ours for this stack, from another folder."""
        own = ("--cwd", str(self.program), "--stack", self.name, "--config-file", str(self.settings))
        return ran([str(BIN / "zohodesk"), command, *own, *flags], code=code, env=self.environment())

    def start(self, *arguments: str, **more: str) -> subprocess.Popen[str]:
        """Start `pulumi` in a process group of its own, to be interrupted or killed."""
        return subprocess.Popen(
            self.command(*arguments),
            cwd=self.program,
            env={**self.environment(), **more},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def init(self) -> Stack:
        self.backend.mkdir(parents=True, exist_ok=True)
        self.home.joinpath("pulumi-home").mkdir(exist_ok=True)
        # `stack init` writes the passphrase's salt beside the project unless the file is there already.
        command = [str(BIN / "pulumi"), "stack", "init", self.name, "--non-interactive", "--no-select"]
        ran(command, cwd=self.program, env=self.environment())
        beside = self.program / f"Pulumi.{self.name}.yaml"
        if beside.exists():
            beside.replace(self.settings)
        return self

    def config(self, key: str, value: str) -> None:
        self.run("config", "set", key, value)

    def secret(self, key: str, value: str) -> None:
        self.run("config", "set", "--secret", key, value)

    def up(self, *flags: str, code: int | None = 0, **more: str) -> Done:
        return self.run("up", "--yes", "--skip-preview", *flags, code=code, **more)

    def preview(self, *flags: str, code: int | None = 0, **more: str) -> Done:
        return self.run("preview", *flags, code=code, **more)

    def preview_json(self, *flags: str) -> dict[str, Any]:
        done = self.run("preview", "--json", *flags)
        report: dict[str, Any] = json.loads(done.out)
        return report

    def changes(self, *flags: str) -> dict[str, dict[str, Any]]:
        """Steps of a preview that are no `same` or `refresh`, by resource name; only our kinds."""
        steps = self.preview_json(*flags)["steps"]
        return {
            logical_name(step["urn"]): step
            for step in steps
            if PREFIX in step["urn"] and step["op"] not in ("same", "refresh", "read")
        }

    def clean(self, *flags: str) -> None:
        """A preview must show nothing, without a refresh and with one."""
        self.preview("--expect-no-changes", *flags)
        self.preview("--refresh", "--expect-no-changes", *flags)

    def refresh(self, *flags: str, code: int | None = 0, **more: str) -> Done:
        return self.run("refresh", "--yes", "--skip-preview", *flags, code=code, **more)

    def destroy(self, *flags: str, code: int | None = 0, **more: str) -> Done:
        return self.run("destroy", "--yes", "--skip-preview", *flags, code=code, **more)

    def import_file(self, content: Mapping[str, Any]) -> Done:
        path = self.home / "import.json"
        path.write_text(json.dumps(content), encoding="utf-8")
        flags = ("--generate-code=false", "--protect=false", "--yes", "--skip-preview")
        return self.run("import", "--file", str(path), *flags)

    def export(self) -> dict[str, Any]:
        state: dict[str, Any] = json.loads(self.run("stack", "export").out)
        return state

    def resources(self) -> dict[str, dict[str, Any]]:
        """What the state holds of our kinds, by resource name."""
        found = self.export()["deployment"].get("resources") or []
        return {logical_name(item["urn"]): item for item in found if PREFIX in item["urn"]}


def kill_group(process: subprocess.Popen[str], number: int = signal.SIGKILL) -> None:
    """Send a signal to the engine alone; what it started lives on, as after a crash."""
    os.kill(process.pid, number)
