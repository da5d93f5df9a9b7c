"""What the page on the emulator says can be done as it stands."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path

from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.emulator._control_path import _ACTIONS
from pulumi_zohodesk.emulator._faults import Fault

PAGE = (Path(__file__).parents[2] / "docs" / "emulator.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    (found,) = re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    return str(found)


def test_the_seed_is_taken_and_says_what_is_there() -> None:
    emulator = Emulator()
    emulator.seed(json.loads(block("json")))
    prod, sandbox = emulator.state("prod"), emulator.state("sandbox")
    (skill,) = prod["skills"]
    jo = next(row for row in prod["agents"] if row["emailId"] == "jo@example.com")
    assert skill["agentIds"] == [jo["id"]]
    assert [row["isEnabled"] for row in prod["departments"] if row["name"] == "Old"] == [False]
    assert (len(sandbox["agents"]), len(sandbox["skills"])) == (201, 24)


def test_the_program_runs() -> None:
    found: dict[str, object] = {}
    exec(compile(block("python"), "emulator.md", "exec"), found)
    assert "Sales" in found["names"]  # type: ignore[operator]


def test_every_control_and_every_fault_is_named() -> None:
    named = set(re.findall(r"`([a-z_]+)`", PAGE)) | {name for _, name in re.findall(r"(/_emulator/)(\w+)", PAGE)}
    assert {name for _, name in _ACTIONS} <= named
    assert {one.name for one in fields(Fault)} - {"seen"} <= named | {"after"}
