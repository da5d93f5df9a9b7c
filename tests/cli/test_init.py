"""`zohodesk init`: a whole folder or none, and the name of every option where nobody can be asked."""

from __future__ import annotations

import os
import sys
import tomllib

import pytest

from pulumi_zohodesk.cli import _asking
from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.settings import load_connections
from tests.cli.test_export import home

__all__ = ["home"]

NEW = ["-c", "prod", "--dc", "eu", "--client-id", "1000.ABC"]


@pytest.fixture
def place(tmp_path, monkeypatch):
    for name in [name for name in os.environ if name.startswith("ZOHODESK_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_project_is_ready_for_its_first_preview(place, capsys):
    assert run(["init", "help-desk", *NEW]) == 0
    assert "Made help-desk/." in capsys.readouterr().out
    made = {file.name: file.read_text() for file in (place / "help-desk").iterdir()}
    assert tomllib.loads(made["zohodesk.toml"]) == {"connections": {"prod": {"dc": "eu", "client_id": "1000.ABC"}}}
    assert made["Pulumi.prod.yaml"] == "config:\n  zohodesk:connection: prod\n"
    assert made["Pulumi.yaml"].startswith("name: help-desk\n")
    assert "$ zohodesk login -c prod\n" in made["README.md"]
    assert {"plan*.json", ".zohodesk/", "import.json"} <= set(made[".gitignore"].splitlines())
    assert made["requirements.txt"] == "pulumi-zohodesk>=0.1,<0.2\n"
    compile(made["__main__.py"], "__main__.py", "exec")
    assert [one.name for one in place.iterdir()] == ["help-desk"]


def test_the_store_of_a_team_stands_in_the_project(place):
    assert run(["init", "a", *NEW, "--backend", "s3://state?region=eu-central-1"]) == 0
    assert "backend:\n  url: s3://state?region=eu-central-1\n" in (place / "a" / "Pulumi.yaml").read_text()


@pytest.mark.parametrize("more", [[], ["--yes"]])
@pytest.mark.parametrize("option", ["FOLDER", "--connection", "--dc", "--client-id"])
def test_what_nobody_can_be_asked_for_is_named(place, capsys, option, more):
    words = ["help-desk", *NEW]
    at = {"FOLDER": 0, "--connection": 1, "--dc": 3, "--client-id": 5}[option]
    del words[at : at + (1 if option == "FOLDER" else 2)]
    assert run(["init", *words, *more]) == 64
    assert option in capsys.readouterr().err
    assert list(place.iterdir()) == []


def test_what_is_missing_is_asked_for(place, monkeypatch):
    answers = iter(["desk", "prod", "eu", "1000.ABC"])
    monkeypatch.setattr(sys, "stdin", type("Terminal", (), {"isatty": lambda self: True})())
    monkeypatch.setattr(_asking.typer, "prompt", lambda *_, **__: next(answers))
    assert run(["init"]) == 0
    monkeypatch.chdir(place / "desk")
    assert load_connections()["prod"].client_id == "1000.ABC"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-c", "prod", "--dc", "xx", "--client-id", "1000.ABC"], "the data centres are us, eu"),
        (["-c", "pr od", "--dc", "eu", "--client-id", "1000.ABC"], "cannot name a connection"),
        (["-c", "prod", "--dc", "eu", "--client-id", "a b"], "a client id has no blanks"),
        (["-c", "known", "--dc", "eu", "--client-id", "1000.ABC"], 'There is a connection "known" already'),
    ],
)
def test_what_cannot_be_used_leaves_no_folder(place, capsys, words, said):
    (place / "zohodesk.toml").write_text('[connections.known]\nclient_id = "1000.A"\n')
    assert run(["init", "desk", *words]) == 1
    assert said in capsys.readouterr().err
    assert not (place / "desk").exists()


def test_a_folder_in_use_is_refused_before_anything_is_asked(place, capsys):
    (place / "desk").mkdir()
    (place / "desk" / "mine").touch()
    for words in ([], NEW, ["--export"]):
        assert run(["init", "desk", *words]) == 1
        assert "is not empty" in capsys.readouterr().err
    assert [one.name for one in (place / "desk").iterdir()] == ["mine"]


def test_a_connection_that_is_known_comes_along(place, capsys):
    (place / "zohodesk.toml").write_text('[connections.known]\nclient_id = "1000.A"\n')
    assert run(["init", "desk"]) == 0
    assert "own zohodesk.toml holds" not in capsys.readouterr().out  # it says the same
    assert (
        tomllib.loads((place / "desk" / "zohodesk.toml").read_text())["connections"]["known"]["client_id"] == "1000.A"
    )


def test_bare_variables_need_no_connection(place, monkeypatch):
    monkeypatch.setenv("ZOHODESK_REFRESH_TOKEN", "r")
    assert run(["init", "desk"]) == 0
    assert not (place / "desk" / "zohodesk.toml").exists()
    assert "login" not in (place / "desk" / "README.md").read_text()


def test_it_goes_straight_to_an_export(home, capsys):
    assert run(["init", "desk", "--export"]) == 0
    assert "Exported 2 departments" in capsys.readouterr().out
    assert (home / "desk" / "import.json").exists()
    assert run(["init", "other", "--export", "--dc", "eu"]) == 64


def test_an_export_takes_the_place_of_the_program_that_nobody_edited(home, capsys):
    assert run(["init", "desk"]) == 0
    assert run(["export", "--out", "desk", "--force"]) == 0
    assert "import skills" in (home / "desk" / "__main__.py").read_text()
    assert run(["init", "desk2"]) == 0
    with (home / "desk2" / "__main__.py").open("a") as file:
        file.write("desk.Department('a', name='A')\n")
    assert run(["export", "--out", "desk2", "--force"]) == 1
    assert "__main__.py (edited since)" in capsys.readouterr().err
