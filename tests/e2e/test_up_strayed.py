"""`zohodesk up` with a program that wants something else when it is applied than when it was looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from .bad_day import departments
from .help_desk import agent
from .run_desk import SMALL, Desk

FICKLE = """import os
import pathlib

count = pathlib.Path("evaluations")
count.write_text(count.read_text() + "x" if count.exists() else "x")
if len(count.read_text()) > 1:
    os.environ.update(THINGS=pathlib.Path("then.json").read_text())
"""


def fickle(desk: Desk, then: Desk) -> Desk:
    """Its program wants one thing when it is looked at, and ``then`` another."""
    program = desk.stack.program / "__main__.py"
    name, wanted = next((name, value) for name, value in then.stack.variables.items() if value.startswith("{"))
    (desk.stack.program / "then.json").write_text(wanted)
    head, _, rest = program.read_text().partition("\nimport ")
    program.write_text(f"{head}\n{FICKLE.replace('THINGS', name)}\nimport {rest}")
    return desk


def snapshots(desk: Desk) -> list[Path]:
    return list((desk.stack.program / ".zohodesk" / "snapshots").glob("*/*.json"))


@pytest.mark.matrix
def test_objects_that_the_program_drops_after_the_look_stay(desk):
    things = {"home": SMALL["home"], **departments(6)}
    desk = desk.declare(things)
    desk.stack.up()
    home = {"home": {**SMALL["home"], "description": "New"}}
    desk = fickle(desk.declare({**things, **home}), desk.declare(home))
    desk.emulator.clear_log()
    report = desk.json("up", "--yes", code=1)
    assert [step["name"] for step in report["steps"]] == ["home"]
    assert report["applied"] is False
    assert report["beyond"] == []
    assert "disableDepartment" not in desk.writes()


def test_another_value_is_refused_and_what_is_said_of_people_is_not_shown(desk):
    people = {"home": SMALL["home"], "kim": agent(1, associated_department_ids=["@home"])}
    desk.stack.config("zohodesk:hidePersonalData", "true")
    desk = desk.declare(people)
    desk.stack.up()

    def kim(phone):
        return desk.declare({**people, "kim": {**people["kim"], "phone": phone}})

    desk = fickle(kim("555111"), kim("555222"))
    desk.emulator.clear_log()
    done = desk.run("up", "--yes", code=1)
    assert "0 of 1 changes were made" in done.err
    assert "The program wants something else than when it was looked at" in done.err
    assert "555" not in done.text
    assert desk.writes() == []
