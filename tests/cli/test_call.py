"""`zohodesk call`: arguments from options and JSON, answers as tables and JSON, questions before harm."""

from __future__ import annotations

import io
import json
import shlex
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest

from pulumi_zohodesk.actions import ACTIONS
from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.transport._sender import Sender

from .terminal import Terminal


@pytest.fixture
def emulator(connected, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    return connected


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


@pytest.mark.parametrize("action", ACTIONS, ids=lambda one: one.name)
def test_a_dry_run_shows_the_request_that_is_sent(said, emulator, monkeypatch, action):
    """Method, address with its query, and body; the arguments are those of the example in the help."""
    sent: list[httpx.Request] = []
    build = Sender._build
    monkeypatch.setattr(Sender, "_build", lambda *given: sent.append(build(*given)) or sent[-1])
    example = said(action.name, "--help")[1].partition("Example: zohodesk call ")[2].replace("\\\n", " ")
    arguments = [one for one in shlex.split(example) if one != "--dry-run"]
    shown = said(*arguments, "--dry-run")[1].splitlines()
    assert sent == []
    said(*arguments, *(["--yes"] if action.destructive else []))
    method, _, address = shown[0].partition(" ")
    assert (method, urlsplit(address).path) == (sent[0].method, sent[0].url.path)
    assert parse_qsl(urlsplit(address).query) == list(sent[0].url.params.multi_items())
    org_id = sent[0].headers.get("orgId")
    body = shown[2 if org_id else 1 :]
    assert shown[1:2] == [f"orgId: {org_id}"] or not org_id
    assert json.loads("\n".join(body) or "null") == json.loads(sent[0].content or "null")


def test_what_is_only_written_is_shown_nowhere(said, emulator, tmp_path):
    """Neither in the request of a dry run nor in a refusal that repeats it."""
    details = {"host": "mail.example.com", "port": "587", "userName": "desk", "connectionType": "TLS"}
    address = {"address": "help@example.com", "displayName": "Help", "departmentId": home(emulator)}
    body = {**address, "serviceProviderType": "CustomSMTP", "smtpDetails": {**details, "password": "canary-1"}}
    (tmp_path / "mail.json").write_text(json.dumps(body), encoding="utf-8")
    call = ("mail_reply_addresses.create", "--json", str(tmp_path / "mail.json"))
    code, out, _ = said(*call, "--dry-run")
    assert (code, '"password": "[secret]"' in out, "canary-1" in out) == (0, True, False)
    refusal = {"errorCode": "INVALID_DATA", "message": "Signing in with canary-1 failed"}
    emulator.fault(operation="addFromAddress", status=422, body=refusal)
    code, out, err = said(*call)
    assert (code, "canary-1" in out + err) == (1, False)
    assert said(*call)[0] == 0


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


def test_a_table_on_a_terminal_fits_and_shows_ids_whole(said, emulator, monkeypatch):
    monkeypatch.setattr("sys.stdout", shown := Terminal())
    said("departments.list", "--output", "table")
    assert home(emulator) in shown.getvalue()
    assert max(map(len, shown.plain().splitlines())) <= 80


def test_a_table_in_a_pipe_has_whole_lines(said, emulator):
    name = "A department with a name that is as long as any that was ever given"
    emulator.edit("prod", "departments", "create", values={"name": name, "description": name})
    out = said("departments.list", "--output", "table", "--columns", "id,name,description")[1]
    (line,) = [line for line in out.splitlines() if name in line]
    assert line.endswith(f"{name}  {name}")


def test_harm_is_asked_for(said, emulator, monkeypatch):
    id = json.loads(said("departments.add", "--name", "Old")[1])["id"]
    emulator.clear_log()
    code, _, err = said("departments.disable", "--department-id", id)
    assert code == 64
    assert "Add --yes" in " ".join(err.split())
    assert emulator.log() == []
    assert said("departments.disable", "--department-id", id, "--yes")[0] == 0
    assert json.loads(said("departments.get", "--department-id", id)[1])["isEnabled"] is False


def test_a_no_is_an_answer_and_no_interruption(said, emulator, monkeypatch):
    monkeypatch.setattr("sys.stdin", Terminal("n\n"))
    code, _, err = said("departments.disable", "--department-id", home(emulator))
    assert code == 1
    assert err.endswith("error: Not done: the answer was no.\n")
    assert emulator.state("prod")["departments"][0]["isEnabled"] is True


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
        (["departments.list", "--from", "-1"], 1, "from must be at least 0"),
        (["departments.add", "--name", "\udcff"], 1, "half of a character"),
        (["contacts.create", "--last-name", "x", "--cf", '{"a": NaN}'], 1, "cf.a is nan"),
        (["organizations.get", "--organization-id", "1", "--columns", "nope", "--dry-run"], 0, ""),
        (["departments.get", "--department-id", "12"], 1, "404"),
        (["departments.list", "--connection", "../../x"], 1, "zohodesk connection add prod"),
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


def test_columns_of_one_object(said, emulator):
    get = ["departments.get", "--department-id", home(emulator), "--columns"]
    assert json.loads(said(*get, "id")[1]) == {"id": home(emulator)}
    code, out, err = said(*get, "nope")
    assert (code, out) == (1, "")
    assert "No row has nope" in err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"cf": ' + "[" * 100_000 + "]" * 100_000 + "}", "nested too deep"),
        ('{"lastName": "x", "cf": {"a": -Infinity}}', "cf.a is -inf"),
        ('{"lastName": "\\ud800x"}', "lastName holds half of a character"),
    ],
    ids=["deep", "infinite", "surrogate"],
)
def test_json_that_cannot_be_sent_is_one_sentence(said, tmp_path, content, words):
    (tmp_path / "x.json").write_text(content)
    code, _, err = said("contacts.create", "--json", "x.json")
    assert code == 1
    assert words in err
    assert err.count("\n") == 1


def test_json_with_the_mark_of_an_editor_is_read(said, tmp_path):
    (tmp_path / "x.json").write_text('{"name": "Marked"}', encoding="utf-8-sig")
    assert '"Marked"' in said("departments.add", "--json", "x.json", "--dry-run")[1]


def test_json_cannot_move_the_cursor_either(said):
    name = "a\x9b2J\u202eb\U000e0001"
    out = said("departments.add", "--name", name, "--dry-run")[1]
    assert all(one.isprintable() or one == "\n" for one in out)
    assert json.loads("\n".join(out.splitlines()[2:])) == {"name": name}


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


def test_an_administrator_is_not_told_of_data_sharing(said):
    assert said("tickets.list")[2] == ""


def test_values_that_look_like_options_stay_as_they_are(said):
    for given in (["--name", "--My_Name"], ["--name=--My_Name"]):
        code, out, err = said("departments.add", *given, "--dry-run")
        assert code == 0, err
        assert '"--My_Name"' in out


def test_a_full_page_of_the_size_that_was_asked_for_may_not_be_all(said):
    assert "there may be more rows" in said("agents.list", "--limit", "1")[2]
    assert "more rows" not in said("agents.list", "--all")[2]


def test_a_first_page_that_lacks_one_row_may_not_be_all(said, emulator):
    emulator.seed(
        {"prod": {"skillTypes": [{"name": f"t{number}", "department": "Example Prod"} for number in range(3)]}}
    )
    emulator.switch(first_index="window_by_default")
    assert "there may be more rows" in said("skill_types.list", "--limit", "3")[2]
    assert "more rows" not in said("skill_types.list", "--limit", "9")[2]


def test_what_a_connection_names_and_nobody_knows_is_said_with_its_file(said, emulator, tmp_path, monkeypatch):
    variables = emulator.env()
    lines = [f'{key.lower()} = "{variables[f"ZOHODESK_PROD_{key}"]}"' for key in ("CLIENT_ID", "ORG_ID")]
    lines += [f'{key} = "{emulator.url}"' for key in ("api_url", "accounts_url")]
    lines += ['actions = ["tickets.lst"]', 'kinds = ["Agnt"]']
    (tmp_path / "zohodesk.toml").write_text("\n".join(["[connections.prod]", *lines]))
    code, _, err = said("tickets.list", "--connection", "prod")
    assert code == 1
    for key in ("actions", "kinds"):
        assert f"In {tmp_path / 'zohodesk.toml'}, {key} of [connections.prod]: " in err
    assert "tickets.list" in err
    assert "Agent" in err


@pytest.mark.parametrize(("given", "query"), [([], ""), (["--from", "7"], "from=8&"), (["--all"], "")])
def test_a_dry_run_counts_from_the_first_row_of_the_list(said, given, query):
    """A page is at least ten rows where pages overlap."""
    shown = said("agents.list", "--limit", "3", *given, "--dry-run")[1].splitlines()[0]
    assert shown.partition("?")[2] == f"{query}limit={10 if '--all' in given else 3}"


@pytest.mark.parametrize("words", [["--json"], ["--json", "--limit", "1"], ["-o", "json"]], ids=" ".join)
def test_json_is_printed_as_by_every_other_command(said, words, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    code, out, _ = said("departments.list", *words)
    assert code == 0
    assert json.loads(out)[0]["name"]
