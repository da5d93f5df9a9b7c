"""`zohodesk adopt` on the real engine: three levels and components in one command, choices, other stacks."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from pulumi_zohodesk.emulator import Emulator

from .stack import BIN, Done, Stack

PROGRAM = Path(__file__).parent / "programs" / "components"
CONDITION = {"fieldModule": "tickets", "fieldName": "Subject", "condition": "contains", "value": ["bonjour"]}


@pytest.fixture
def emulator():
    """Sales exists with all that lies in it, described in another way; Billing does not."""
    with Emulator() as running:
        running.seed(
            {
                "prod": {
                    "departments": [{"name": "SALES", "description": "As it is."}],
                    "skillTypes": [{"name": "Language", "department": "Sales"}],
                    "skills": [
                        {
                            "name": "French",
                            "department": "Sales",
                            "skillType": "Language",
                            "criteria": {"fieldConditions": [CONDITION], "pattern": "1"},
                        }
                    ],
                }
            }
        )
        running.clear_log()
        yield running


def adopt(stack: Stack, *flags: str, code: int = 0) -> Done:
    place = ("--cwd", str(stack.program), "--stack", stack.name, "--config-file", str(stack.settings))
    done = subprocess.run(
        [str(BIN / "zohodesk"), "adopt", *place, *flags],
        env=stack.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return Done(done.returncode, done.stdout, done.stderr)


def adopted(done: Done) -> set[tuple[str, str]]:
    return {(one["kind"], one["urn"].rsplit("::", 1)[1]) for one in json.loads(done.out)["adopted"]}


def writes(emulator: Emulator) -> list[str]:
    return [one["operation"] for one in emulator.log() if one["method"] != "GET" and "/oauth/" not in one["path"]]


SALES = {("Department", "sales"), ("SkillType", "sales"), ("Skill", "sales")}


def test_components_and_three_levels_come_under_management_in_one_command(emulator, make_stack):
    stack = make_stack(PROGRAM, emulator.env())
    assert adopted(adopt(stack, "--json")) == SALES
    assert writes(emulator) == []
    report = stack.preview_json("--refresh")
    ops = {tuple(step["urn"].rsplit("::", 2)[1:]): step["op"] for step in report["steps"]}
    ops = {(kind.split("$")[-1].split(":")[-1], name): op for (kind, name), op in ops.items() if op != "refresh"}
    new = {("Team", "billing"), *((kind, "billing") for kind, _ in SALES)}
    assert {place for place, op in ops.items() if op == "create"} == new
    # What differs is an update, of just that.
    assert {place for place, op in ops.items() if op == "update"} == {("Department", "sales")}
    assert set(ops.values()) == {"create", "update", "same"}
    stack.up()
    stack.clean()
    row = next(row for row in emulator.state("prod")["departments"] if row["name"] == "Sales")
    assert row["description"] == "As declared."
    assert len(emulator.state("prod")["departments"]) == 3
    assert "Nothing to adopt" in adopt(stack).out


def test_patterns_choose_and_leave_out(emulator, make_stack):
    stack = make_stack(PROGRAM, emulator.env())
    assert adopted(adopt(stack, "--json", "--dry-run", "--only", "dep*")) == {("Department", "sales")}
    done = json.loads(adopt(stack, "--json", "--dry-run", "--except", "SkillType").out)
    assert {one["kind"] for one in done["adopted"]} == {"Department"}
    assert [one["kind"] for one in done["waiting"]] == ["Skill"]  # it lies in what is left out
    assert done["leftOut"] == 1
    assert adopted(adopt(stack, "--json", "--only", "Department")) == {("Department", "sales")}
    assert adopted(adopt(stack, "--json", "--only", "sal*")) == SALES - {("Department", "sales")}
    assert writes(emulator) == []
    assert {step["op"] for name, step in stack.changes("--refresh").items() if name == "sales"} == {"update"}


@pytest.mark.parametrize("by", ["name", "file"])
def test_what_another_stack_manages_is_refused(by, emulator, make_stack, tmp_path):
    first = make_stack(PROGRAM, emulator.env(), "first")
    adopt(first, "--only", "Department", "--only", "SkillType")
    stack = Stack(PROGRAM, first.home, emulator.env(), f"{first.name}-too").init()
    other = first.name
    if by == "file":
        other = str(tmp_path / "state.json")
        Path(other).write_text(json.dumps(first.export()), encoding="utf-8")
    done = adopt(stack, "--other-stack", other, code=1)
    assert done.err.count("acme:desk:Team") == 2
    assert "sales (department" in done.err
    assert "sales (skill type" in done.err
    assert stack.resources() == {}
    adopt(stack, "--other-stack", other, "--except", "Department", "--except", "SkillType", "--dry-run")


def test_what_is_no_state_is_refused(emulator, make_stack, tmp_path):
    stack = make_stack(PROGRAM, emulator.env())
    (tmp_path / "nothing.json").write_text("[]")
    assert "is no state" in adopt(stack, "--other-stack", str(tmp_path / "nothing.json"), code=1).err
    assert "failed" in adopt(stack, "--other-stack", "nowhere", code=1).err
