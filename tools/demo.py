"""`make demo`: a help desk as code, told step by step, on the emulator and the real Pulumi engine.

Exits with 1 as soon as a step does not show what it should. Leaves nothing running and nothing behind.
"""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any

from rich.console import Console

from pulumi_zohodesk.dynamic import logical_name

BIN = Path(sys.executable).parent
ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "examples" / "06-whole-help-desk"
STACK = "demo"
OURS = "pulumi-python:dynamic/zohodesk:"
UNEXPECTED_CHANGES = 7

console = Console(highlight=False, soft_wrap=True)


class WrongTurn(Exception):
    """A step did not show what it should."""


class Demo:
    """One telling of the story, in a folder that is thrown away."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.step = 0
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith(("ZOHODESK_", "PULUMI_"))},
            "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
            "PULUMI_HOME": str(folder / "pulumi-home"),
            "PULUMI_BACKEND_URL": f"file://{folder / 'backend'}",
            "PULUMI_CONFIG_PASSPHRASE": "demo",
            "PULUMI_SKIP_UPDATE_CHECK": "true",
            "ZOHODESK_CACHE_DIR": str(folder / "tokens"),
        }
        self.service: subprocess.Popen[bytes] | None = None

    def tell(self, words: str) -> None:
        """The next step, in plain words."""
        self.step += 1
        console.print(f"\n[bold cyan]{self.step}. {words}[/]")

    def start_service(self) -> None:
        """Start the emulator and take its variables."""
        file = self.folder / "emulator.env"
        command = [str(BIN / "zohodesk"), "emulator", "--port", "0", "--env-file", str(file)]
        self._announce(["zohodesk", *command[1:]])
        self.service = subprocess.Popen(command, env=self.environment, start_new_session=True)
        for _ in range(300):
            if self.service.poll() is not None or file.exists():
                break
            time.sleep(0.1)
        if not file.exists():
            raise WrongTurn("the emulator did not start")
        lines = file.read_text(encoding="utf-8").splitlines()
        self.environment.update(line.split("=", 1) for line in lines if "=" in line)

    def stop(self) -> None:
        """Leave nothing running."""
        if self.service is not None and self.service.poll() is None:
            os.killpg(self.service.pid, signal.SIGTERM)
            self.service.wait(timeout=15)

    def control(self, method: str, name: str, body: Any = None) -> Any:
        """The emulator's control path: what people do in the UI, and what it saw."""
        request = urllib.request.Request(
            f"{self.environment['ZOHODESK_API_URL']}/_emulator/{name}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
            method=method,
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read() or b"null")

    def pulumi(self, *arguments: str, code: int = 0) -> None:
        """Show a command, run it with the engine's own output, hold it to its exit code."""
        self._announce(["pulumi", *arguments])
        colour = "always" if console.is_terminal else "never"
        command = [str(BIN / "pulumi"), *arguments, "--non-interactive", "--color", colour]
        done = subprocess.run(command, cwd=PROGRAM, env=self.environment, check=False)
        if done.returncode != code:
            raise WrongTurn(f"`pulumi {arguments[0]}` ended with {done.returncode}, expected was {code}")

    def changes(self) -> dict[str, str]:
        """What a refreshed preview would do, by resource, from its JSON."""
        command = [str(BIN / "pulumi"), "preview", "--refresh", "--json", "--non-interactive"]
        done = subprocess.run(command, cwd=PROGRAM, env=self.environment, check=True, capture_output=True, text=True)
        steps = json.loads(done.stdout)["steps"]
        ours = [step for step in steps if OURS in step["urn"] and step["op"] not in ("same", "refresh")]
        return {logical_name(step["urn"]): describe(step) for step in ours}

    def _announce(self, command: list[str]) -> None:
        console.print(f"[bold green]$ {shlex.join(command)}[/]", markup=True)


def describe(step: dict[str, Any]) -> str:
    """``update of name`` or ``create``."""
    fields = ", ".join(step.get("detailedDiff") or ())
    return f"{step['op']} of {fields}" if step["op"] == "update" else str(step["op"])


def story(demo: Demo) -> None:
    """The whole story."""
    demo.tell("An emulator of Zoho Desk starts: two organisations, as strict as the service.")
    demo.start_service()

    demo.tell("A help desk in Python is applied: 4 departments, 12 agents, 3 skill types, 10 skills, working time.")
    (demo.folder / "backend").mkdir()
    demo.pulumi("stack", "init", STACK)
    demo.pulumi("up", "--yes", "--skip-preview", "--stack", STACK)

    demo.tell("The same program again: there is nothing to do.")
    demo.pulumi("preview", "--expect-no-changes", "--stack", STACK)

    demo.tell("Somebody works in the UI: renames an agent, describes a department, deletes a skill.")
    expected = work_in_the_ui(demo)

    demo.tell("A refreshed preview shows exactly these three things, and writes nothing.")
    demo.control("DELETE", "log")
    demo.pulumi("preview", "--refresh", "--expect-no-changes", "--diff", "--stack", STACK, code=UNEXPECTED_CHANGES)
    found = demo.changes()
    if found != expected:
        raise WrongTurn(f"the preview shows {found}, expected was {expected}")
    refuse_writes(demo)
    console.print(f"Found, and nothing else: {found}")

    demo.tell("The code is right, so the help desk is put back as the code says.")
    demo.pulumi("up", "--refresh", "--yes", "--skip-preview", "--stack", STACK)
    demo.pulumi("preview", "--refresh", "--expect-no-changes", "--stack", STACK)

    demo.tell(
        "The help desk is taken down, as Zoho Desk can: skills deleted, agents deactivated, departments disabled."
    )
    demo.pulumi("destroy", "--yes", "--skip-preview", "--stack", STACK)


def work_in_the_ui(demo: Demo) -> dict[str, str]:
    """Three edits; returns what the preview must then show."""
    edits = (
        ("agents", "update", {"emailId": "ben.fischer@example.com"}, {"lastName": "Fischer-Lang"}),
        ("departments", "update", {"name": "Sales"}, {"isVisibleInCustomerPortal": True}),
        ("skills", "delete", {"name": "Outages"}, None),
    )
    for kind, action, key, values in edits:
        body = {"organization": "prod", "kind": kind, "action": action, "key": key, "values": values}
        demo.control("POST", "edit", body)
        console.print(f"   {action} in {kind}: {key} {values or ''}")
    return {
        "ben": "update of lastName",
        "sales": "update of isVisibleInCustomerPortal",
        "outage": "create",
    }


def refuse_writes(demo: Demo) -> None:
    """A preview must not write."""
    entries = demo.control("GET", "log")
    api = [entry for entry in entries if "/api/v1/" in entry["path"] or entry["path"].startswith("/api")]
    writes = [entry for entry in api if entry["method"] != "GET"]
    if writes or not api:
        raise WrongTurn(f"the preview sent {len(api)} requests, {len(writes)} of them writes")


def main() -> int:
    """Tell it; 0 when every step showed what it should."""
    with tempfile.TemporaryDirectory(prefix="zohodesk-demo-") as folder:
        demo = Demo(Path(folder))
        settings = PROGRAM / f"Pulumi.{STACK}.yaml"
        try:
            story(demo)
        except WrongTurn as reason:
            console.print(f"\n[bold red]The demo stops: {reason}.[/]")
            return 1
        except KeyboardInterrupt:
            console.print("\n[bold red]Stopped.[/]")
            return 130
        finally:
            demo.stop()
            settings.unlink(missing_ok=True)
    console.print("\n[bold green]That was it: everything showed what it should, and nothing is left running.[/]")
    return 0


if __name__ == "__main__":
    sys.exit(main())
