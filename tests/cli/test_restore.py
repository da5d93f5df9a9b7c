"""`zohodesk restore` as it is typed, on the emulator; it needs no Pulumi."""

from __future__ import annotations

import json
import os

import pytest

from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.engine import kind_named
from pulumi_zohodesk.plan import Entry, Snapshot, save_snapshot


@pytest.fixture
def emulator():
    with Emulator() as running:
        running.seed({"prod": {"departments": [{"name": "Now \x1b[31m", "description": "new"}]}})
        yield running


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
    entry = Entry("urn:x::home", "update", kind, row["id"], organization, "", {"name": row["name"]}, values, fields)
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
