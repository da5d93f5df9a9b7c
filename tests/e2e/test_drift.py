"""Drift on the real engine: seen with a token that may only read, put back, or written into the data."""

from __future__ import annotations

import json
import os
import re

import pytest

from pulumi_zohodesk.emulator import Emulator
from tests.processes import ran

from .help_desk import PROGRAM, TABLES, HelpDesk, agent, skill
from .stack import BIN, PREFIX, Done
from .test_export import FLAGS

READS = [f"Desk.{area}.READ" for area in ("basic", "settings", "agents", "departments", "automations")]
THINGS = {
    "side": {"kind": "Department", "name": "Side", "description": "old"},
    "third": {"kind": "Department", "name": "Third"},
    "home": {"kind": "Department", "name": "Home"},
    "jo": agent(1),
    "kim": agent(2),
    "languages": {"kind": "SkillType", "department_id": "@home", "name": "Languages"},
    "french": skill("@languages", "French", agent_ids=["@jo", "@kim"]),
    "german": skill("@languages", "German", description="Reads it."),
}
IGNORE = '[drift]\nignore = ["Agent:admin@*", "Skill:Spanish"]\n'


@pytest.fixture
def emulator():
    with Emulator(running_clock=True) as running:
        yield running


@pytest.fixture
def desk(emulator, make_stack, tmp_path):
    """An applied stack in a folder of its own, so that a zohodesk.toml can lie there."""
    project = tmp_path / "project"
    project.mkdir()
    (project / "__main__.py").write_text((PROGRAM / "__main__.py").read_text())
    (project / "Pulumi.yaml").write_text("name: mutable\nruntime: python\n")
    variables = {**emulator.env(), "DECLARED": json.dumps(THINGS)}
    found = HelpDesk(make_stack(project, variables), emulator)
    found.stack.up()
    emulator.clear_log()
    return found


def drift(desk, *arguments: str, code: int, **more: str) -> Done:
    """Run `zohodesk drift` as it is typed in the project's folder."""
    stack = desk.stack
    command = [str(BIN / "zohodesk"), "drift", "--stack", stack.name, "--config-file", str(stack.settings), *arguments]
    done = ran(command, code=code, cwd=stack.program, env={**stack.environment(), **more})
    assert "Traceback" not in done.err
    return done


def ids(desk) -> dict[str, str]:
    return {name: one["id"] for name, one in desk.stack.resources().items()}


def edit_each_sort(desk) -> None:
    known, emulator = desk.stack.resources(), desk.emulator

    def table(name):
        return TABLES[known[name]["type"].removeprefix(PREFIX)]

    for name, values in {
        "side": {"description": "by hand"},
        "jo": {"status": "DISABLED"},
        "french": {"agentIds": [known["kim"]["id"]]},
    }.items():
        emulator.edit("prod", table(name), "update", id=known[name]["id"], values=values)
    emulator.edit("prod", "skills", "delete", id=known["german"]["id"])
    more = {"name": "Spanish", "department": "Home", "skillType": "Languages", "criteria": THINGS["french"]["criteria"]}
    emulator.edit("prod", "skills", "create", values=more)
    emulator.clear_log()


def test_drift_is_seen_with_a_reading_token_and_put_back(desk):
    (desk.stack.program / "zohodesk.toml").write_text(IGNORE.replace(', "Skill:Spanish"', ""))
    assert "No difference, 1 unmanaged; 8 objects compared." in drift(desk, code=0).out
    edit_each_sort(desk)
    token = desk.emulator.token("prod", scopes=READS)["refresh_token"]
    seen = drift(desk, code=2, ZOHODESK_REFRESH_TOKEN=token)
    assert "2 changed, 1 disabled, 1 disappeared, 1 appeared, 1 unmanaged; 8 objects compared" in seen.out
    assert "description: old → by hand" in seen.out
    assert "agent_ids: -person.1@example.com" in seen.out
    assert 'skill "German" in "Languages" in "Home" (german in the program)' in seen.out
    assert desk.writes() == []
    assert all(entry["status"] < 400 or entry["operation"] == "getSkill" for entry in desk.emulator.log())

    refused = drift(desk, "--revert", code=1)
    assert "Add --yes" in refused.err
    assert desk.writes() == []
    put_back = drift(desk, "--revert", "--yes", code=2)
    for line in (
        r'~  department "Side" .*description: "by hand" -> "old"',
        r'~  agent ".*" \(jo\)  status: "DISABLED" -> "ACTIVE"',
        r'\+  skill "German" \(german\)  .*name: "German"',
        r'~  skill "French" \(french\)  agent_ids: ',
        r"1 to create, 3 to change; 4 stay as they are\.",
        r"Price: at most \d+ API calls",
        r"What is touched is kept as it was in .*\.zohodesk.snapshots",
    ):
        assert re.search(line, put_back.out), line
    assert "Put back: 4 objects." in put_back.out
    (desk.stack.program / "zohodesk.toml").write_text(IGNORE)
    assert "ignored as zohodesk.toml says: 2" in drift(desk, code=0).out
    desk.stack.clean()


@pytest.mark.matrix
def test_only_what_drifted_is_put_back(desk):
    """A change of the program that waits for its own `up` is left alone."""
    side = ids(desk)["side"]
    desk.emulator.edit("prod", "departments", "update", id=side, values={"description": "by hand"})
    waiting = {**THINGS, "third": {**THINGS["third"], "description": "new in the program"}}
    later = desk.declare(waiting)
    done = drift(later, "--revert", "--yes", "--managed-only", code=0)
    assert "third" not in done.out
    rows = {row["name"]: row["description"] for row in desk.emulator.state("prod")["departments"]}
    assert (rows["Side"], rows["Third"]) == ("old", None)
    assert later.stack.changes("--refresh").keys() == {"third"}


@pytest.mark.matrix
def test_a_program_that_dropped_what_drifted_is_refused(desk):
    german = ids(desk)["german"]
    desk.emulator.edit("prod", "skills", "update", id=german, values={"description": "by hand"})
    desk.emulator.clear_log()
    later = desk.declare({name: thing for name, thing in THINGS.items() if name != "german"})
    done = drift(later, "--revert", "--yes", "--managed-only", code=1)
    assert "would also remove or replace german" in done.err
    assert desk.writes() == []


def exported(emulator, make_stack, tmp_path) -> HelpDesk:
    """The stack of an export as YAML files, after its import."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("ZOHODESK_")}
    environ = {**kept, **emulator.env(), "ZOHODESK_CACHE_DIR": str(tmp_path / "tokens")}
    folder = tmp_path / "data"
    command = [str(BIN / "zohodesk"), "export", "--format", "yaml", "--out", str(folder)]
    ran(command, cwd=tmp_path, env=environ)
    desk = HelpDesk(make_stack(folder, emulator.env()), emulator)
    desk.stack.run("import", "--file", str(folder / "import.json"), *FLAGS)
    return desk


def test_drift_is_written_into_exported_data(emulator, make_stack, tmp_path):
    emulator.seed({"prod": {"departments": [{"name": "Sales", "description": "old"}]}})
    desk = exported(emulator, make_stack, tmp_path)
    id = ids(desk)["sales"]
    emulator.edit("prod", "departments", "update", id=id, values={"description": "by hand: yes"})
    assert "Written to departments.yaml: sales" in drift(desk, "--accept", code=2).out
    desk.stack.preview("--refresh", "--expect-no-changes")
    desk.stack.up("--refresh")
    drift(desk, code=0)


@pytest.mark.matrix
def test_renames_are_written_into_exported_data_with_all_that_refers_to_them(emulator, make_stack, tmp_path):
    is_what = {"fieldModule": "tickets", "fieldName": "Subject", "condition": "is", "value": ["x"]}
    skills = [
        {"name": "French", "department": "Sales", "skillType": "Language"},
        {"name": "German", "department": "Sales", "skillType": "Language"},
    ]
    people = [{"lastName": "Doe", "emailId": "jo@example.com", "departments": ["Sales"]}]
    emulator.seed({"prod": {"departments": [{"name": "Sales"}], "agents": people}})
    emulator.seed({"prod": {"skillTypes": [{"name": "Language", "department": "Sales"}]}})
    emulator.seed(
        {"prod": {"skills": [{**one, "criteria": {"fieldConditions": [is_what], "pattern": "1"}} for one in skills]}}
    )
    desk = exported(emulator, make_stack, tmp_path)
    known = ids(desk)
    emulator.edit(
        "prod", "skills", "update", id=known["sales_language_french"], values={"agentIds": [known["jo_example_com"]]}
    )
    for table, name, values in (
        ("departments", "sales", {"name": "Verkauf", "nameInCustomerPortal": "Verkauf"}),
        ("skillTypes", "sales_language", {"name": "Sprache"}),
        ("agents", "jo_example_com", {"emailId": "doe@example.com"}),
        ("skills", "sales_language_german", {"name": "Deutsch"}),
    ):
        emulator.edit("prod", table, "update", id=known[name], values=values)
    assert 'skill "German" in "Language" in "Sales"' in drift(desk, "--accept", code=2).out
    desk.stack.preview("--refresh", "--expect-no-changes")


@pytest.mark.matrix
def test_a_stack_that_does_not_exist(desk):
    stack = desk.stack
    stack.name = "nope"
    assert "nope" in drift(desk, code=1).err
