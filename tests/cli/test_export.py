"""`zohodesk export` as it is typed, on the emulator."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from pulumi_zohodesk.cli._main import run
from tests.inventory.organisation import Organisation, is_when


@pytest.fixture
def home(emulator, tmp_path, monkeypatch):
    """A folder to stand in, and the variables of the emulator."""
    for name in [name for name in os.environ if name.startswith("ZOHODESK_")]:
        monkeypatch.delenv(name)
    for name, value in emulator.env().items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("ZOHODESK_CACHE_DIR", str(tmp_path / "tokens"))
    place = tmp_path / "home"
    place.mkdir()
    monkeypatch.chdir(place)
    desk = Organisation(emulator, tmp_path)
    desk.add("departments", name="Sales")
    desk.add("agents", lastName="Doe", emailId="jo@example.com", departments=["Sales"], role="Support Manager")
    desk.add("skillTypes", name="Language", department="Sales")
    desk.add("skills", name="French", department="Sales", skillType="Language", criteria=is_when("French"))
    emulator.clear_log()
    return place


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_an_organisation_becomes_a_folder_of_its_name(home, emulator, capsys):
    assert run(["export"]) == 0
    printed = capsys.readouterr()
    assert "2 departments, 1 profile, 2 roles, 2 agents, 1 skill type, 1 skill" in printed.out
    assert printed.err == ""
    assert "\x1b" not in printed.out
    assert set(contents(home / "example-prod")) >= {"__main__.py", "skills.py", "Pulumi.yaml", "import.json"}
    assert all(entry["method"] == "GET" for entry in emulator.log() if "/oauth/" not in entry["path"])


def test_two_exports_are_the_same_bytes(home):
    assert run(["export", "--out", "a"]) == run(["export", "--out", "b"]) == 0
    assert contents(home / "a") == contents(home / "b")


def test_json_says_what_was_written(home, capsys):
    assert run(["export", "--out", "a", "--kind", "skill-type", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["objects"] == {"SkillType": 1}
    assert {*report["files"], ".zohodesk-export.json"} == set(contents(home / "a"))
    assert report["gaps"] == report["byId"] == []
    assert 'desk.get_department(name="Sales").id' in (home / "a" / "lookups.py").read_text()


def test_a_named_connection_comes_along_without_its_secrets(home, emulator, monkeypatch, capsys):
    variables = emulator.env()
    for name in variables:
        monkeypatch.delenv(name)
    monkeypatch.setenv("ZOHODESK_PROD_CLIENT_SECRET", variables["ZOHODESK_CLIENT_SECRET"])
    monkeypatch.setenv("ZOHODESK_PROD_REFRESH_TOKEN", variables["ZOHODESK_REFRESH_TOKEN"])
    table = {key: variables[f"ZOHODESK_{key.upper()}"] for key in ("client_id", "org_id", "api_url", "accounts_url")}
    lines = "".join(f'{key} = "{value}"\n' for key, value in table.items())
    (home / "zohodesk.toml").write_text(f'[connections.prod]\n{lines}[protected]\nDepartment = ["Sales"]\n')
    assert run(["export", "-c", "prod", "--out", "a"]) == 0
    assert (home / "a" / "Pulumi.prod.yaml").read_text() == (
        f'config:\n  zohodesk:connection: prod\n  zohodesk:orgId: "{table["org_id"]}"\n'
    )
    everything = b"".join(contents(home / "a").values()).decode()
    assert table["client_id"] in (home / "a" / "zohodesk.toml").read_text()
    assert variables["ZOHODESK_CLIENT_SECRET"] not in everything
    assert variables["ZOHODESK_REFRESH_TOKEN"] not in everything
    said = capsys.readouterr().out
    assert f"own zohodesk.toml holds. Nothing of {home / 'zohodesk.toml'} counts there" in said
    assert run(["export", "-c", "prod", "--out", "a", "--force"]) == 0


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--kind", "Nope"], 1, 'no kind "Nope"'),
        (["--department", "Nope"], 1, 'no department "Nope"'),
        (["--department", "Sale"], 1, '"Sales"'),
        (["--name", "Frensh"], 1, '"French"'),
        (["--name", "Skill*"], 1, "Nothing of any kind is named"),
        (["--kind", "Skill", "--name", "Sal*"], 1, 'There are: "French".'),
        (["--kind", "Skill", "--department", "Example prod"], 1, "has nothing of --kind Skill in Example prod"),
        (["--format", "xml"], 64, "xml"),
    ],
)
def test_wrong_wishes_write_nothing(home, capsys, arguments, code, words):
    assert run(["export", "--out", "a", *arguments]) == code
    assert words in capsys.readouterr().err
    assert not (home / "a").exists()


LIMITED = {"errorCode": "LICENSE_ACCESS_LIMITED", "message": "no"}


@pytest.mark.parametrize("form", ["python", "yaml"])
def test_a_hidden_kind_is_said_and_the_rest_is_written(home, emulator, capsys, form):
    skill = emulator.state("prod")["skills"][0]["id"]
    jo = next(row["id"] for row in emulator.state("prod")["agents"] if row["emailId"] == "jo@example.com")
    emulator.edit("prod", "skills", "update", id=skill, values={"agentIds": [jo]})
    for fault in ("getAgents", "getRoles"):
        emulator.fault(operation=fault, status=403, body=LIMITED, count=None)
    assert run(["export", "--out", "a", "--format", form]) == 0
    printed = capsys.readouterr().out
    assert "Exported 2 departments, 1 profile, 1 skill type, 1 skill with" in printed
    assert "Not seen: Agent. " in printed
    assert "The edition" in printed
    assert "By id, since not every Agent can be seen: 1 of these" in printed
    readme = (home / "a" / "README.md").read_text()
    assert "## What is not here" in readme
    assert "- Agent: " in readme
    manifest = json.loads((home / "a" / ".zohodesk-export.json").read_text())
    assert {gap["kind"]: gap["layer"] for gap in manifest["gaps"]} == {"Agent": "edition", "Role": "edition"}
    assert any(jo.encode() in content for name, content in contents(home / "a").items() if name != "import.json")
    assert run(["export", "--out", "a", "--format", form, "--force", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert {gap["kind"]: gap["layer"] for gap in report["gaps"]} == {"Agent": "edition", "Role": "edition"}
    assert report["byId"] == [{"kind": "Agent", "id": jo}]
    assert run(["export", "--out", "b", "--kind", "Agent"]) == 1
    assert "Reading agents failed with HTTP 403 LICENSE_ACCESS_LIMITED" in capsys.readouterr().err
    assert not (home / "b").exists()


def test_a_folder_in_use_is_refused(home, capsys):
    (home / "a").mkdir()
    (home / "a" / "mine").touch()
    assert run(["export", "--out", "a"]) == 1
    assert "is not empty" in capsys.readouterr().err
    assert run(["export", "--out", "a", "--force"]) == 0


def test_what_cannot_be_named_is_said(home, emulator, capsys):
    emulator.edit("prod", "roles", "create", values={"name": "support manager"})
    assert run(["export", "--out", "a", "--kind", "Agent"]) == 0
    assert "By its id, since no name means it alone: Role" in capsys.readouterr().out
    assert 'get_role(name="Support Manager")' not in (home / "a" / "lookups.py").read_text()


def test_edited_readme_and_ignore_list_are_the_users_own(home):
    assert run(["export", "--out", "a"]) == 0
    (home / "a" / ".gitignore").write_text("import.json\n.venv\n")
    (home / "a" / "README.md").write_text("Ours.\n")
    assert run(["export", "--out", "a", "--force"]) == 0
    assert (home / "a" / ".gitignore").read_text() == "import.json\n.venv\n"
    assert (home / "a" / "README.md").read_text() == "Ours.\n"


def test_a_file_for_a_department_has_a_name_that_file_systems_take(home, emulator):
    desk = Organisation(emulator, home)
    names = ["売" * 99, "売" * 98 + "買", "x" * 150]
    for name in names:
        desk.add("departments", name=name)
        desk.add("skillTypes", name="T", department=name)
    assert run(["export", "--out", "a", "--by", "department"]) == 0
    files = [path.name for path in (home / "a").glob("department_*.py")]
    assert len(files) == 4
    assert max(len(file.encode()) for file in files) <= 103


def test_two_spellings_of_one_name_are_both_shown(home, emulator, capsys):
    emulator.edit("prod", "departments", "create", values={"name": "Straße"})
    emulator.edit("prod", "departments", "create", values={"name": "STRASSE"})
    assert run(["export", "--out", "a"]) == 1
    told = capsys.readouterr().err
    assert '"Straße" and "STRASSE"' in told


@pytest.mark.parametrize(
    "values",
    [
        {"cf": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270"}},
        {"aboutInfo": "04da6b54-80e4-46f7-96ec-b56ff0331ba9"},
    ],
)
def test_a_text_that_is_a_mark_of_pulumis_is_refused_by_name(home, emulator, capsys, values):
    emulator.edit("prod", "agents", "update", key={"emailId": "jo@example.com"}, values=values)
    assert run(["export", "--out", "a"]) == 1
    assert next(iter(values)) in (told := capsys.readouterr().err)
    assert 'agent "jo@example.com"' in told
    assert not (home / "a").exists()
