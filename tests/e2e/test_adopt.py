"""`zohodesk adopt` on the real engine: three levels and components in one command, choices, other stacks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pulumi_zohodesk.dynamic import logical_name, qualified_type
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


def adopted(done: Done) -> set[tuple[str, str]]:
    return {(one["kind"], logical_name(one["urn"])) for one in json.loads(done.out)["adopted"]}


def writes(emulator: Emulator) -> list[str]:
    return [one["operation"] for one in emulator.log() if one["method"] != "GET" and "/oauth/" not in one["path"]]


SALES = {("Department", "sales"), ("SkillType", "sales"), ("Skill", "sales")}


def test_components_and_three_levels_come_under_management_in_one_command(emulator, make_stack):
    stack = make_stack(PROGRAM, emulator.env())
    assert adopted(stack.zohodesk("adopt", "--json")) == SALES
    assert writes(emulator) == []
    report = stack.preview_json("--refresh")
    ops = {(qualified_type(step["urn"]), logical_name(step["urn"])): step["op"] for step in report["steps"]}
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
    assert "Nothing to adopt" in stack.zohodesk("adopt").out


@pytest.mark.matrix
def test_patterns_choose_and_leave_out(emulator, make_stack):
    stack = make_stack(PROGRAM, emulator.env())
    assert adopted(stack.zohodesk("adopt", "--json", "--dry-run", "--only", "dep*")) == {("Department", "sales")}
    done = json.loads(stack.zohodesk("adopt", "--json", "--dry-run", "--except", "SkillType").out)
    assert {one["kind"] for one in done["adopted"]} == {"Department"}
    assert [one["kind"] for one in done["waiting"]] == ["Skill"]  # it lies in what is left out
    assert done["leftOut"] == 1
    assert adopted(stack.zohodesk("adopt", "--json", "--only", "Department")) == {("Department", "sales")}
    assert adopted(stack.zohodesk("adopt", "--json", "--only", "sal*")) == SALES - {("Department", "sales")}
    assert writes(emulator) == []
    assert {step["op"] for name, step in stack.changes("--refresh").items() if name == "sales"} == {"update"}


@pytest.mark.parametrize("by", ["name", "file"])
@pytest.mark.matrix
def test_what_another_stack_manages_is_refused(by, emulator, make_stack, tmp_path):
    first = make_stack(PROGRAM, emulator.env(), "first")
    first.zohodesk("adopt", "--only", "Department", "--only", "SkillType")
    stack = Stack(PROGRAM, first.home, emulator.env(), f"{first.name}-too").init()
    other = first.name
    if by == "file":
        other = str(tmp_path / "state.json")
        Path(other).write_text(json.dumps(first.export()), encoding="utf-8")
    done = stack.zohodesk("adopt", "--other-stack", other, code=1)
    assert done.err.count("acme:desk:Team") == 2
    assert "sales (department" in done.err
    assert "sales (skill type" in done.err
    assert stack.resources() == {}
    stack.zohodesk("adopt", "--other-stack", other, "--except", "Department", "--except", "SkillType", "--dry-run")


@pytest.mark.matrix
def test_what_is_no_state_is_refused(emulator, make_stack, tmp_path):
    stack = make_stack(PROGRAM, emulator.env())
    (tmp_path / "nothing.json").write_text("[]")
    assert "is no state" in stack.zohodesk("adopt", "--other-stack", str(tmp_path / "nothing.json"), code=1).err
    assert "There is no stack nowhere here" in stack.zohodesk("adopt", "--other-stack", "nowhere", code=1).err


@pytest.mark.matrix
def test_names_that_hold_what_divides_a_urn_are_adopted_as_they_are(emulator, make_stack, tmp_path):
    stack = make_stack(program(tmp_path, 'desk.Department("a::sales", name="SALES", description="As it is.")'))
    stack.variables = emulator.env()
    assert adopted(stack.zohodesk("adopt", "--json")) == {("Department", "a::sales")}
    assert set(stack.resources()) == {"a::sales"}
    stack.clean()


def test_what_is_protected_is_so_from_the_first_moment(emulator, make_stack, tmp_path):
    """Killed after the first import, the command is run again: everything is there, and departments are protected."""
    lines = ('d = desk.Department("d", name="Sales")', 'desk.SkillType("t", name="Language", department_id=d)')
    stack = make_stack(program(tmp_path, *lines), emulator.env())
    once = tmp_path / "bin"
    once.mkdir()
    script = f'#!/bin/sh\n"{BIN}/pulumi" "$@"; code=$?\n[ "$1" = import ] && kill -9 $PPID\nexit $code\n'
    (once / "pulumi").write_text(script)
    (once / "pulumi").chmod(0o755)
    stack.variables = {**emulator.env(), "PATH": f"{once}:{stack.environment()['PATH']}"}
    stack.zohodesk("adopt", code=-9)
    assert {name: one.get("protect", False) for name, one in stack.resources().items()} == {"t": False}
    stack.zohodesk("adopt", code=-9)
    stack.variables = emulator.env()
    assert {name: one.get("protect", False) for name, one in stack.resources().items()} == {"t": False, "d": True}
    assert "Nothing to adopt" in stack.zohodesk("adopt").out
    assert "protected" in stack.destroy(code=None).text


DEPARTMENT = 'd = desk.Department("d", name="Sales"{})'
TYPE = 'desk.SkillType("t", name="Language", department_id=d)'
FREE = ", opts=pulumi.ResourceOptions(protect=False)"


@pytest.mark.matrix
def test_protection_lasts_until_the_program_or_the_stack_says_otherwise(emulator, make_stack, tmp_path):
    """Neither an unrelated edit nor a bare update ends it; where it ends, that is shown, asked for and planned."""
    folder = program(tmp_path, "import pulumi", DEPARTMENT.format(""), TYPE)
    stack = make_stack(folder, emulator.env())
    assert "are protected from removal by zohodesk:protect" in stack.zohodesk("adopt").out

    def protected() -> dict[str, bool]:
        return {name: one.get("protect", False) for name, one in stack.resources().items()}

    def write(of_department: str, *more: str) -> None:
        text = ["import pulumi, pulumi_zohodesk as desk", DEPARTMENT.format(of_department), TYPE, *more, ""]
        (folder / "__main__.py").write_text("\n".join(text))

    assert protected() == {"d": True, "t": False}
    write("", 'desk.Department("new", name="New")')
    assert "rotect" not in stack.zohodesk("up", "--yes").out
    stack.up()
    assert protected() == {"d": True, "t": False, "new": True}
    (folder / "__main__.py").write_text("")
    assert "cannot be deleted\nbecause it is protected" in stack.zohodesk("preview", code=1).err
    # The program's own word goes before the stack's.
    write(FREE, 'desk.Department("new", name="New")')
    plan = str(tmp_path / "plan.json")
    assert 'department "Sales" (d)  LOSES ITS PROTECTION' in stack.zohodesk("preview", "--plan", plan).out
    assert protected()["d"]
    stack.zohodesk("up", "--yes", "--plan", plan)
    assert protected() == {"d": False, "t": False, "new": True}
    assert "Nothing to change." in stack.zohodesk("preview").out
    # An option that the program takes back is recorded as well, though the engine calls it no change.
    write("", 'desk.Department("new", name="New")')
    assert "1 to gain protection" in stack.zohodesk("up", "--yes").out
    assert protected()["d"]
    stack.run("config", "rm", "zohodesk:protect")
    assert "2 to lose protection" in stack.zohodesk("preview", "--markdown").out


@pytest.mark.matrix
def test_without_protection_the_stack_is_left_as_it_is(emulator, make_stack, tmp_path):
    stack = make_stack(program(tmp_path, DEPARTMENT.format(""), TYPE), emulator.env())
    stack.zohodesk("adopt", "--no-protect")
    assert not any(one.get("protect") for one in stack.resources().values())
    assert "rotect" not in stack.zohodesk("preview").out
    assert "protect" not in stack.settings.read_text()


@pytest.mark.matrix
def test_a_pattern_that_fits_nothing_is_refused(emulator, make_stack):
    stack = make_stack(PROGRAM, emulator.env())
    done = stack.zohodesk("adopt", "--only", "salse", code=1)
    assert "sales" in done.err
    waiting = json.loads(stack.zohodesk("adopt", "--json", "--dry-run", "--only", "skill-type").out)["waiting"]
    assert [one["kind"] for one in waiting] == ["SkillType"]  # it lies in what is left out
    assert "nothing else" in stack.zohodesk("adopt", "--only", "Agent").out


def program(tmp_path: Path, *lines: str) -> Path:
    folder = tmp_path / "program"
    folder.mkdir()
    (folder / "Pulumi.yaml").write_text("name: made\nruntime: python\n")
    (folder / "__main__.py").write_text("\n".join(["import pulumi_zohodesk as desk", *lines, ""]))
    return folder
