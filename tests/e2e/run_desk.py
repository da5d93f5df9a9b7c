"""A help desk whose stack is run with `zohodesk`, and a small program for it."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace

from .help_desk import Declared, HelpDesk, agent, skill
from .stack import BIN, Done

YAML = "name: mutable\nruntime:\n  name: python\n  options:\n    virtualenv: {}\n"


class Desk(HelpDesk):
    """A help desk whose stack is run with `zohodesk`, from a folder of its own."""

    def declare(self, things: Declared) -> Desk:
        return replace(self, stack=super().declare(things).stack)

    def start(self, *arguments: str, **more: str) -> subprocess.Popen[str]:
        own = ("--stack", self.stack.name, "--config-file", str(self.stack.settings))
        own = own if arguments[0] in ("preview", "up") else ()
        return subprocess.Popen(
            [str(BIN / "zohodesk"), *arguments, *own],
            cwd=self.stack.program,
            env={**self.stack.environment(), "COLUMNS": "300", **more},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, code: int = 0, **more: str) -> Done:
        process = self.start(*arguments, **more)
        out, err = process.communicate(timeout=300)
        assert process.returncode == code, f"{arguments} ended with {process.returncode}\n{out}\n{err}"
        assert "\x1b" not in out + err
        return Done(process.returncode, out, err)

    def json(self, *arguments: str, code: int = 0) -> dict:
        return json.loads(self.run(*arguments, "--json", code=code).out)

    def calls(self) -> tuple[int, int]:
        """Calls and credits since the log was cleared."""
        entries = [entry for entry in self.emulator.log() if "/oauth/" not in entry["path"]]
        return len(entries), sum(entry["credits"] for entry in entries)

    def rows(self, table: str) -> list[dict]:
        return self.emulator.state("prod")[table]


SMALL: Declared = {
    "home": {"kind": "Department", "name": "Home", "description": "Old"},
    "side": {"kind": "Department", "name": "Side"},
    "kim": agent(1, associated_department_ids=["@home", "@side"]),
    "languages": {"kind": "SkillType", "department_id": "@home", "name": "Languages"},
    "french": skill("@languages", "French", agent_ids=["@kim"]),
    "german": skill("@languages", "German", description="Speaks it"),
}


def changed(name: str, /, **values) -> Declared:
    return {**SMALL, name: {**SMALL[name], **values}}


def without(*names: str) -> Declared:
    return {name: thing for name, thing in SMALL.items() if name not in names}
