"""`zohodesk restore` as it is typed, on the emulator; it needs no Pulumi."""

from __future__ import annotations

import json
import os
import re
import signal
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.kinds import kind_named
from pulumi_zohodesk.plan import Entry, Snapshot, load_snapshot, save_snapshot
from tests.processes import wait_until


@pytest.fixture
def emulator(emulator):
    emulator.seed({"prod": {"departments": [{"name": "Now \x1b[31m", "description": "new"}]}})
    return emulator


@pytest.fixture
def home(emulator, tmp_path, monkeypatch):
    for name in [name for name in os.environ if name.startswith("ZOHODESK_")]:
        monkeypatch.delenv(name)
    for name, value in emulator.env().items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("ZOHODESK_CACHE_DIR", str(tmp_path / "tokens"))
    place = tmp_path / "home"
    place.mkdir()
    monkeypatch.chdir(place)
    keep(emulator, place / "s.json", emulator.env()["ZOHODESK_ORG_ID"])
    return place


def keep(emulator, file, organization):
    row = department(emulator)
    kind = kind_named("Department")
    values = {"name": "Before", "description": None, "isEnabled": True}
    fields = ("name", "description")
    urn = "urn:pulumi:dev::desk::pulumi-python:dynamic/zohodesk:Department::home"
    entry = Entry(urn, "update", kind, row["id"], organization, "", {"name": row["name"]}, values, fields)
    save_snapshot(Snapshot("dev", "desk", "2026-01-02T03:04:05+00:00", (entry,)), file)


def department(emulator):
    return next(row for row in emulator.state("prod")["departments"] if not row["isDefault"])


def writes(emulator):
    return [one["operation"] for one in emulator.log() if one["method"] != "GET" and "/oauth/" not in one["path"]]


def test_the_plan_is_shown_and_nobody_to_ask_means_no(home, emulator, capsys):
    assert run(["restore", "s.json"]) == 1
    printed = capsys.readouterr()
    assert "\x1b" not in printed.out + printed.err
    assert 'description: "new" -> ' in printed.out
    assert "Add --yes" in printed.err
    assert run(["restore", "s.json", "--dry-run"]) == 0
    assert writes(emulator) == []


def test_what_is_secret_is_named_by_logical_name_and_id(home, emulator, capsys):
    snapshot = load_snapshot(home / "s.json")
    entries = tuple(replace(one, hidden=frozenset(["name", "description"])) for one in snapshot.entries)
    save_snapshot(replace(snapshot, entries=entries), home / "hidden.json")
    refusal = {"errorCode": "INVALID_DATA", "message": "Before is taken"}
    emulator.fault(operation="updateDepartment", status=422, count=1, body=refusal)
    assert run(["restore", "hidden.json", "--yes"]) == 1
    printed = capsys.readouterr()
    id = department(emulator)["id"]
    assert f"department home (id {id})  name: [secret], description: [secret]" in printed.out
    assert f"Updating department (id {id}) failed with HTTP 422" in printed.err
    assert not re.search("Now|new|Before", printed.out + printed.err)


def test_yes_puts_it_back(home, emulator, capsys):
    assert run(["restore", "s.json", "--only", "ho*", "--yes"]) == 0
    assert "home was put back." in capsys.readouterr().out
    assert department(emulator).get("description") in ("", None)
    assert run(["restore", "s.json", "--json"]) == 0
    (one,) = json.loads(capsys.readouterr().out)["objects"]
    assert (one["does"], one["newId"], one["error"]) == ("nothing", None, None)


def test_another_organisation_is_refused_before_any_request(home, emulator, capsys):
    keep(emulator, home / "other.json", "1234")
    emulator.clear_log()
    assert run(["restore", "other.json", "--yes"]) == 1
    assert "of organisation 1234" in capsys.readouterr().err
    assert emulator.log() == []


@pytest.mark.parametrize(
    "arguments", [["restore"], ["restore", "--nonsense"], ["restore", "a", "b"], ["up", "surplus"]]
)
def test_a_wrong_command_line_ends_with_64(arguments, home):
    assert run(arguments) == 64


@pytest.mark.parametrize("arguments", [["restore", "x.json"], ["restore", "zohodesk.toml"], ["up", "--plan", "s.json"]])
def test_a_file_that_is_none_is_one_sentence(arguments, home, emulator, capsys):
    (home / "zohodesk.toml").write_text("[limits]\n")
    emulator.clear_log()
    assert run(arguments) == 1
    error = capsys.readouterr().err
    assert error.startswith("error: ")
    assert "is no " in error or "cannot be read" in error
    assert emulator.log() == []


def test_snapshots_are_listed(home, capsys):
    assert run(["restore", "--list"]) == 0
    assert capsys.readouterr().out == "There are no snapshots in this folder.\n"
    folder = home / ".zohodesk" / "snapshots" / "dev"
    folder.mkdir(parents=True)
    (folder / "20260102T030405Z.json").touch()
    assert run(["restore", "--list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [".zohodesk/snapshots/dev/20260102T030405Z.json"]


SKILLS = [f"S{number}" for number in range(6)]


@pytest.fixture
def gone(home, emulator):
    """A snapshot with a skill type and six skills that were deleted since."""
    emulator.seed({"prod": {"skillTypes": [{"name": "Languages", "departmentId": department(emulator)["id"]}]}})
    (row,) = emulator.state("prod")["skillTypes"]
    emulator.edit("prod", "skillTypes", "delete", id=row["id"])
    own = emulator.env()["ZOHODESK_ORG_ID"]
    condition = {"fieldModule": "tickets", "fieldName": "Subject", "condition": "contains", "value": ["x"]}

    def entry(kind, name, id, values):
        of = kind_named(kind)
        return Entry(
            f"urn:pulumi:dev::desk::type::{name}",
            "delete",
            of,
            id,
            own,
            "",
            of.natural_key(values),
            values,
            tuple(values),
        )

    values = {"departmentId": row["departmentId"], "name": "Languages"}
    entries = [entry("SkillType", "languages", row["id"], values)]
    for number, name in enumerate(SKILLS):
        values = {"skillTypeId": row["id"], "name": name, "status": "ACTIVE", "agentIds": []}
        values["criteria"] = {"fieldConditions": [condition], "pattern": "1"}
        entries.append(entry("Skill", name.lower(), str(9000 + number), values))
    save_snapshot(Snapshot("dev", "desk", "2026-01-02T03:04:05+00:00", tuple(entries)), home / "gone.json")
    return home


def test_a_second_run_has_nothing_to_do(gone, emulator, capsys):
    assert run(["restore", "gone.json", "--yes", "--json"]) == 0
    printed = capsys.readouterr()
    new = {one["urn"]: one["newId"] for one in json.loads(printed.out)["objects"]}
    assert "languages was made anew" in printed.err
    record = gone / "gone.json.restored"
    assert stat.S_IMODE(record.stat().st_mode) == 0o600
    emulator.clear_log()
    assert run(["restore", "gone.json", "--yes", "--json"]) == 0
    objects = json.loads(capsys.readouterr().out)["objects"]
    assert {one["does"] for one in objects} == {"nothing"}
    assert {one["urn"]: one["newId"] for one in objects} == new
    record.unlink()
    assert run(["restore", "gone.json", "--yes"]) == 0
    assert "it exists again, with the id" in capsys.readouterr().out
    assert writes(emulator) == []


def test_ctrl_c_finishes_the_object_under_way_and_the_next_run_goes_on(gone, emulator, capsys):
    emulator.fault(operation="createSkill", delay_ms=500, count=None)
    process = subprocess.Popen(
        [str(Path(sys.executable).parent / "zohodesk"), "restore", "gone.json", "--yes"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    wait_until(lambda: len(emulator.state("prod")["skills"]) >= 2)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    made = [row["name"] for row in emulator.state("prod")["skills"]]
    assert out.count("was made anew") == len(made) + 1
    assert 2 <= len(made) < 6
    assert f"Stopped. {len(made) + 1} objects were put back, {6 - len(made)} not yet" in err
    emulator.clear_faults()
    assert run(["restore", "gone.json", "--yes"]) == 0
    assert sorted(row["name"] for row in emulator.state("prod")["skills"]) == SKILLS
    assert len(emulator.state("prod")["skillTypes"]) == 1


def test_one_without_its_parent_is_refused_with_the_choice_that_works(gone, emulator, capsys):
    assert run(["restore", "gone.json", "--only", "s1", "--yes"]) == 1
    assert "--only 'languages'" in capsys.readouterr().out
    assert run(["restore", "gone.json", "--only", "s1", "--only", "languages", "--yes"]) == 0
    assert [row["name"] for row in emulator.state("prod")["skills"]] == ["S1"]


def test_new_ids_that_cannot_be_written_down_stop_it_before_anything_is_changed(gone, emulator, capsys):
    (gone / "gone.json.restored").mkdir()
    emulator.clear_log()
    assert run(["restore", "gone.json", "--yes"]) == 1
    assert "cannot be" in capsys.readouterr().err
    assert writes(emulator) == []


def test_outside_of_a_project_no_pulumi_is_needed(home, monkeypatch):
    monkeypatch.setenv("PATH", str(home))
    assert run(["restore", "s.json", "--dry-run"]) == 0
