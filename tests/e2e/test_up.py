"""`zohodesk preview`, `up` and `restore` on the real engine, against the emulator."""

from __future__ import annotations

import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pulumi_zohodesk.emulator import Emulator

from .help_desk import PROGRAM, Declared, HelpDesk, agent, skill
from .stack import BIN, Done, Stack

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


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator() as running:
        yield running


@pytest.fixture
def desk(emulator, make_stack, tmp_path) -> Desk:
    folder = tmp_path / "project"
    folder.mkdir()
    shutil.copy(PROGRAM / "__main__.py", folder)
    (folder / "Pulumi.yaml").write_text(YAML.format(Path(sys.executable).parent.parent))
    return Desk(make_stack(folder, emulator.env()), emulator)


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


def engine_only(desk: Desk) -> tuple[int, int]:
    """Calls and credits of the engine's part of `zohodesk up`: without preview and rehearsal."""
    desk.emulator.clear_log()
    desk.stack.up("--refresh=false")
    return desk.calls()


def test_a_life_with_up(desk):
    """Create, change, disable, delete; every price holds; a snapshot puts everything back."""
    desk = desk.declare(SMALL)
    before = desk.json("preview")
    assert before["price"]["invitations"] == before["price"]["seats"] == 1
    assert [step["op"] for step in before["steps"]] == ["create"] * 6
    desk.emulator.clear_log()
    desk.run("up", code=1)
    assert desk.writes() == []  # nobody could be asked
    done = desk.run("up", "--yes", "--no-snapshot")
    assert "Price: at most" in done.out
    assert "1 invitation will be mailed. 1 seat will be taken." in done.out
    assert "will be mailed" not in desk.run("preview").out
    assert desk.run("up", "--yes").out == "Nothing to change.\n"
    desk.stack.clean()

    old = {name: dict(desk.row(name)) for name in SMALL}
    wanted = without("german", "side", "kim")
    wanted = {**wanted, "french": skill("@languages", "Francais", agent_ids=[])}
    wanted["home"] = {**SMALL["home"], "name": "Main", "description": "New"}
    desk = desk.declare(wanted)
    report = desk.json("up", "--yes")
    assert report["applied"]
    assert report["left"] == []
    assert len(report["done"]) == 5
    file = desk.stack.program / report["snapshot"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert (desk.stack.program / ".zohodesk" / ".gitignore").read_text() == "*\n"
    assert report["snapshot"] in desk.run("restore", "--list").out
    secrets = [value for name, value in desk.emulator.env().items() if name.endswith(("SECRET", "TOKEN"))]
    assert not any(secret in file.read_text() for secret in secrets)

    shown = desk.run("restore", report["snapshot"], "--dry-run")
    assert "will be made anew" in shown.out
    desk.emulator.clear_log()
    assert "--yes" in desk.run("restore", report["snapshot"], code=1).err
    desk.run("restore", report["snapshot"], "--only", "nothing*", "--yes", code=1)
    assert desk.writes() == []
    assert "french was put back" in desk.run("restore", report["snapshot"], "--only", "french", "--yes").out
    assert [row["name"] for row in desk.rows("skills")] == ["French"]
    again = desk.json("restore", report["snapshot"], "--yes")
    new = {one["urn"].rsplit("::", 1)[1]: one["newId"] for one in again["objects"]}
    assert [name for name, id in new.items() if id] == ["german"]
    german = next(row for row in desk.rows("skills") if row["name"] == "German")
    assert german["id"] == new["german"] != old["german"]["id"]
    assert {key: german[key] for key in ("description", "criteria", "status", "skillTypeId")} == {
        key: old["german"][key] for key in ("description", "criteria", "status", "skillTypeId")
    }
    for name, table in {"home": "departments", "side": "departments", "kim": "agents", "french": "skills"}.items():
        now = next(row for row in desk.rows(table) if row["id"] == old[name]["id"])
        assert {key: now[key] for key in now if "modified" not in key} == {
            key: old[name][key] for key in now if "modified" not in key
        }
    assert all(
        one["does"] == "nothing"
        for one in desk.json("restore", report["snapshot"], "--dry-run")["objects"]
        if one["id"] != old["german"]["id"]
    )


MANY = {f"s{number}": skill("@languages", f"Skill {number}") for number in range(5)}
PRICED = {
    "creates": (SMALL, {**SMALL, **MANY}, True),
    "creates in a new department": ({}, {**SMALL, **MANY}, True),
    "plain updates": (SMALL, changed("home", description="New", name="Main"), True),
    "a set": (SMALL, changed("kim", associated_department_ids=["@home"]), True),
    "a skill of nobody": (SMALL, changed("french", agent_ids=[], name="F"), True),
    "switches": (SMALL, {**changed("side", is_enabled=False), "kim": {**SMALL["kim"], "status": "DISABLED"}}, True),
    "an agent made anew out of service": (
        SMALL,
        {**SMALL, "lee": agent(2, associated_department_ids=["@home"], status="DISABLED")},
        True,
    ),
    "removals": (SMALL, without("side", "kim", "german", "french", "languages"), False),
    "a replacement": (SMALL, changed("languages", department_id="@side"), False),
}


@pytest.mark.parametrize("name", PRICED)
def test_the_price_is_what_the_emulator_charges(name, desk):
    first, then, exact = PRICED[name]
    if name == "removals":
        then = {**then, "home": SMALL["home"]}
    if first:
        desk.declare(first).stack.up()
    desk = desk.declare(then)
    price = desk.json("preview")["price"]
    calls, credits = engine_only(desk)
    print(name, price, calls, credits)
    assert calls <= price["calls"] <= calls + 3
    assert credits <= price["credits"] <= credits + 6
    if exact:
        assert (price["calls"], price["credits"]) == (calls, credits)
    desk.stack.clean()
