"""`zohodesk call`: arguments from options and JSON, answers as tables and JSON, questions before harm."""

from __future__ import annotations

import io
import json
import shlex

import pytest

from pulumi_zohodesk.actions import ACTIONS
from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.cli._rows import printable
from pulumi_zohodesk.emulator import Emulator


@pytest.fixture
def emulator(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("ZOHODESK_CACHE_DIR", str(tmp_path / "cache"))
    with Emulator() as running:
        for name, value in running.env().items():
            monkeypatch.setenv(name, value)
        yield running


@pytest.fixture
def said(emulator, capsys):
    """Runs a command; gives exit code, output and errors."""

    def command(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run(["call", *arguments])
        found = capsys.readouterr()
        return code, found.out, found.err

    return command


def home(emulator) -> str:
    return emulator.state("prod")["departments"][0]["id"]


def test_an_object_is_created_read_and_changed(said):
    code, out, _ = said("departments.add", "--name", "Billing")
    assert code == 0
    id = json.loads(out)["id"]
    assert json.loads(said("departments.update", "--departmentId", id, "--description", "x")[1])["description"] == "x"
    assert "Billing" in said("departments.get", "--department-id", id, "-o", "table")[1]


def test_arguments_come_from_a_file_and_from_input(said, tmp_path, monkeypatch):
    (tmp_path / "department.json").write_text('{"name": "From a file", "description": "d"}')
    assert json.loads(said("departments.add", "--json", "department.json")[1])["name"] == "From a file"
    monkeypatch.setattr("sys.stdin", io.StringIO('{"name": "From input"}'))
    made = json.loads(said("departments.add", "--json", "-", "--description", "option")[1])
    assert (made["name"], made["description"]) == ("From input", "option")


def test_a_dry_run_shows_the_request_and_sends_nothing(said, emulator):
    emulator.clear_log()
    code, out, _ = said("tickets.move", "--ticket-id", "7", "--department-id", "8", "--dry-run")
    assert code == 0
    assert out.splitlines()[0] == f"POST {emulator.url}/api/v1/tickets/7/move?departmentId=8"
    assert "oauth" not in out.lower()
    assert emulator.log() == []


def test_pages_and_everything(said, emulator):
    for number in range(250):
        emulator.edit("prod", "departments", "create", values={"name": f"D{number}"})
    code, out, err = said("departments.list")
    assert (code, len(json.loads(out))) == (0, 200)
    assert "--all fetches every page" in err
    code, out, err = said("departments.list", "--all", "--columns", "name")
    assert (code, len(json.loads(out)), err) == (0, 251, "")
    assert set(json.loads(out)[0]) == {"name"}
    assert said("departments.list", "--all", "--from", "5")[0] == 1


def test_a_table_shows_ids_whole(said, emulator):
    out = said("departments.list", "--output", "table")[1]
    assert home(emulator) in out
    assert max(map(len, out.splitlines())) <= 80


def test_harm_is_asked_for(said, emulator, monkeypatch):
    id = json.loads(said("departments.add", "--name", "Old")[1])["id"]
    emulator.clear_log()
    code, _, err = said("departments.disable", "--department-id", id)
    assert code == 64
    assert "Add --yes" in " ".join(err.split())
    assert emulator.log() == []
    assert said("departments.disable", "--department-id", id, "--yes")[0] == 0
    assert json.loads(said("departments.get", "--department-id", id)[1])["isEnabled"] is False


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["tickts.list"], 64, "Nearest: tickets.list"),
        (["tickets.list", "--limt", "5"], 64, "--limit"),
        (["tickets.list", "--limit", "500"], 1, "limit must be from 1 to 100"),
        (["tickets.get"], 1, "ticketId is missing"),
        (["departments.list", "--output", "xml"], 64, "It is table or json"),
        (["departments.list", "--columns", "nam"], 1, "No row has nam. There are:"),
        (["departments.add", "--json", "missing.json"], 1, "cannot be read from missing.json"),
        (["departments.get", "--department-id", "12"], 1, "404"),
        (["departments.list", "--connection", "other"], 1, 'no connection "other"'),
    ],
)
def test_what_is_wrong_is_one_sentence(said, arguments, code, words):
    found, _, err = said(*arguments)
    assert found == code
    assert words in " ".join(err.split())
    assert "Traceback" not in err


@pytest.mark.parametrize("content", ["[1]", "{", '"x"'])
def test_arguments_that_are_no_object_are_refused(said, tmp_path, content):
    (tmp_path / "x.json").write_text(content)
    assert said("departments.add", "--json", "x.json")[0] == 1


@pytest.mark.parametrize("action", ACTIONS, ids=lambda one: one.name)
def test_the_help_of_every_action_fits_and_its_example_runs(said, action):
    code, out, _ = said(action.name, "--help")
    assert code == 0
    assert max(map(len, out.splitlines())) <= 80
    example = out[out.index("Example: zohodesk call ") :].replace("\\\n", " ")
    arguments = shlex.split(example.removeprefix("Example: zohodesk call "))
    code, shown, err = said(*arguments)
    assert (code, err) == (0, "")
    assert shown.startswith(f"{action.operation.method} http")


def test_names_cannot_move_the_cursor():
    assert printable("a\x1b[2Jb\n\u202ec") == "a\\x1b[2Jb\\n\\u202ec"


def test_a_list_that_sharing_thins_comes_with_a_note(said, emulator, monkeypatch):
    emulator.agent("prod", "ann@example.com", permissions=["tickets.view", "setup.permission"])
    token = emulator.token("prod", agent="ann@example.com")
    monkeypatch.setenv("ZOHODESK_REFRESH_TOKEN", token["refresh_token"])
    _, out, err = said("tickets.list")
    assert json.loads(out) == []
    assert "data sharing of Tickets is private" in err
    emulator.sharing("prod", "tickets", "public")
    _, out, err = said("tickets.list")
    assert len(json.loads(out)) == 2
    assert err == ""


def test_values_that_look_like_options_stay_as_they_are(said):
    for given in (["--name", "--My_Name"], ["--name=--My_Name"]):
        code, out, err = said("departments.add", *given, "--dry-run")
        assert code == 0, err
        assert '"--My_Name"' in out


def test_a_full_page_of_the_size_that_was_asked_for_may_not_be_all(said):
    assert "there may be more rows" in said("agents.list", "--limit", "1")[2]
    assert "more rows" not in said("agents.list", "--all")[2]


def test_what_a_connection_names_and_nobody_knows_is_said_with_its_file(said, emulator, tmp_path, monkeypatch):
    variables = emulator.env()
    lines = [f'{key.lower()} = "{variables[f"ZOHODESK_PROD_{key}"]}"' for key in ("CLIENT_ID", "ORG_ID")]
    lines += [f'{key} = "{emulator.url}"' for key in ("api_url", "accounts_url")]
    lines += ['actions = ["tickets.lst"]', 'kinds = ["Agnt"]']
    (tmp_path / "zohodesk.toml").write_text("\n".join(["[connections.prod]", *lines]))
    code, _, err = said("tickets.list", "--connection", "prod")
    assert code == 1
    for line, key in {6: "actions", 7: "kinds"}.items():
        assert f"In {tmp_path / 'zohodesk.toml'}, line {line}, {key} of [connections.prod]: " in err
    assert "tickets.list" in err
    assert "Agent" in err
