"""`zohodesk doctor`: a line for everything between here and an organisation, and nothing written anywhere."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.cli.doctor import _findings
from pulumi_zohodesk.questions import Report, tool_version
from pulumi_zohodesk.settings import SecretStore, add_connection, resolve


@pytest.fixture
def emulator(connected, monkeypatch, tmp_path):
    monkeypatch.setenv("ZOHODESK_CONFIG_DIR", str(tmp_path / "config"))
    return connected


@pytest.fixture
def found(emulator, capsys):
    """Runs doctor; gives the exit code and the findings by name."""

    def command(*arguments: str) -> tuple[int, dict[str, dict[str, str]]]:
        capsys.readouterr()
        code = run(["doctor", "--json", *arguments])
        return code, {one["name"]: one for one in json.loads(capsys.readouterr().out)}

    return command


def agent(emulator, monkeypatch, *, permissions=(), scopes=None, departments=None) -> None:
    """From now on the token is that of an agent who is no administrator."""
    emulator.agent("prod", "ann@example.com", permissions=permissions, departments=departments)
    token = emulator.token("prod", scopes=scopes, agent="ann@example.com")
    monkeypatch.setenv("ZOHODESK_REFRESH_TOKEN", token["refresh_token"])


def test_a_healthy_connection_passes_and_nothing_is_written(found, emulator):
    emulator.clear_log()
    code, rows = found("--kind", "Agent", "--action", "tickets.list")
    assert code == 0
    assert {row["state"] for row in rows.values()} == {"passed", "unknown"}
    assert rows["engine"]["words"].startswith("Pulumi v3.")
    assert "25 calls at once" in rows["edition"]["words"]
    assert {entry["method"] for entry in emulator.log() if "/oauth/" not in entry["path"]} == {"GET"}
    assert {name for name, row in rows.items() if row["state"] == "unknown"} == {
        "scope Desk.agents.CREATE or Desk.basic.CREATE or Desk.settings.CREATE",
        "scope Desk.agents.UPDATE or Desk.basic.UPDATE or Desk.settings.UPDATE",
        "report",
    }
    assert rows["report"]["remedy"] == "`zohodesk probe --report zohodesk-report.json` asks it."


def test_the_report_of_a_connection_is_looked_at(found, tmp_path):
    file = tmp_path / "zohodesk-report.json"
    for version, state, words in (
        (tool_version(), "passed", "is of this version"),
        ("0.0.1", "unknown", "of version 0.0.1"),
    ):
        file.write_text(Report(version, "us", "FREE", {}).text())
        row = found()[1]["report"]
        assert (row["state"], words in row["words"]) == (state, True)
    file.write_text("[]")
    code, rows = found()
    assert (code, rows["report"]["state"]) == (1, "failed")
    assert "is no report of `zohodesk probe`" in rows["report"]["words"]


def test_each_layer_that_is_closed_is_named_with_what_to_change(found, emulator, monkeypatch):
    agent(emulator, monkeypatch, scopes=["Desk.basic.READ", "Desk.contacts.READ"], permissions=["contacts.view"])
    code, rows = found("--action", "tickets.list", "--action", "contacts.get", "--kind", "Department", "--read-only")
    assert code == 1
    assert rows["scope Desk.tickets.READ"]["state"] == "failed"
    assert "zohodesk guide" in rows["scope Desk.tickets.READ"]["remedy"]
    assert rows["scope Desk.contacts.READ"]["state"] == "passed"
    assert rows["permission Contacts: View"]["state"] == "passed"
    assert rows["permission Departments"]["state"] == "failed"
    assert "Setup > Permissions > Profiles" in rows["permission Departments"]["remedy"]


def test_sharing_is_told_where_it_can_be_read(found, emulator, monkeypatch):
    agent(emulator, monkeypatch, permissions=["contacts.view", "setup.permission"])
    code, rows = found("--action", "contacts.list")
    assert code == 1
    assert rows["data sharing of Contacts"]["state"] == "failed"
    assert "Private" in rows["data sharing of Contacts"]["words"]
    assert "set Contacts to Public Read Only" in rows["data sharing of Contacts"]["remedy"]
    emulator.sharing("prod", "contacts", "public read only")
    assert found("--action", "contacts.list")[1]["data sharing of Contacts"]["state"] == "passed"
    assert found("--action", "contacts.update")[1]["data sharing of Contacts"]["state"] == "failed"


def test_sharing_that_cannot_be_read_could_not_be_told(found, emulator, monkeypatch):
    agent(emulator, monkeypatch, permissions=["contacts.view"])
    assert found("--action", "contacts.list")[1]["data sharing of Contacts"]["state"] == "unknown"


def test_departments_that_the_agent_cannot_see_are_found(found, emulator, monkeypatch):
    hidden = emulator.edit("prod", "departments", "create", values={"name": "Hidden"})["id"]
    person = {"lastName": "Doe", "emailId": "jo@example.com", "rolePermissionType": "AgentPublic"}
    emulator.edit("prod", "agents", "create", values={**person, "associatedDepartmentIds": [hidden]})
    home = emulator.state("prod")["departments"][0]["name"]
    permissions = ["setup.manageAgents", "setup.department"]
    agent(emulator, monkeypatch, permissions=permissions, departments=[home])
    _, rows = found("--kind", "Agent", "--read-only")
    assert rows["departments in sight"]["state"] == "failed"
    assert hidden in rows["departments in sight"]["words"]


def test_scopes_of_the_sign_in_tell_of_writes(found, emulator, monkeypatch):
    env = emulator.env()
    servers = {"api_url": emulator.url, "accounts_url": emulator.url}
    add_connection("prod", {"client_id": env["ZOHODESK_CLIENT_ID"], "org_id": env["ZOHODESK_ORG_ID"], **servers})
    for name in [name for name in env if name.startswith("ZOHODESK_PROD_") or name == "ZOHODESK_REFRESH_TOKEN"]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("ZOHODESK_PROD_CLIENT_SECRET", env["ZOHODESK_PROD_CLIENT_SECRET"])
    monkeypatch.setenv("ZOHODESK_PROD_REFRESH_TOKEN", env["ZOHODESK_PROD_REFRESH_TOKEN"])
    settings = resolve(connection="prod")
    SecretStore().write(settings, 0, ["Desk.settings.CREATE"])
    _, rows = found("--kind", "SkillType", "--connection", "prod")
    assert rows["scope Desk.automations.CREATE or Desk.settings.CREATE"]["state"] == "passed"
    assert rows["scope Desk.automations.DELETE or Desk.settings.DELETE"]["state"] == "failed"


def test_what_comes_before_is_told_first(found, emulator, monkeypatch):
    monkeypatch.setenv("ZOHODESK_REFRESH_TOKEN", "c4n4ry")
    code, rows = found("--kind", "Agent")
    assert code == 1
    assert rows["token and organisation"]["state"] == "failed"
    assert rows["layers"]["state"] == "unknown"
    assert "c4n4ry" not in json.dumps(rows)


def test_no_configuration_no_engine_no_network(found, emulator, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("ZOHODESK_ACCOUNTS_URL", "http://127.0.0.1:9")
    code, rows = found()
    assert code == 1
    assert "no `pulumi` on the PATH" in rows["engine"]["words"]
    assert "does not answer" in rows["data centre us"]["words"]
    monkeypatch.delenv("ZOHODESK_REFRESH_TOKEN")
    monkeypatch.delenv("ZOHODESK_ORG_ID")
    _, rows = found()
    assert "ZOHODESK_ORG_ID, ZOHODESK_REFRESH_TOKEN" in rows["configuration"]["words"]
    assert found("--connection", "other")[1]["configuration"]["state"] == "failed"


def test_a_clock_that_is_off_is_said(found, monkeypatch):
    monkeypatch.setattr(_findings, "server_time", lambda _: datetime.now(UTC) + timedelta(hours=2))
    assert found()[1]["clock"]["state"] == "failed"


def test_for_people_it_is_a_line_each(emulator, capsys):
    assert run(["doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("ok     Python: 3.")
    assert lines[-1].endswith("none failed.")


def test_an_unknown_action_is_wrong_usage(emulator, capsys):
    assert run(["doctor", "--action", "tickts.list"]) == 64
    said = capsys.readouterr()
    assert said.out == ""
    assert "Nearest: tickets.list" in " ".join(said.err.split())


def test_a_narrow_token_is_a_good_token(found, emulator, monkeypatch):
    token = emulator.token("prod", scopes=["Desk.tickets.READ"])
    monkeypatch.setenv("ZOHODESK_REFRESH_TOKEN", token["refresh_token"])
    _, rows = found("--action", "tickets.list")
    assert (rows["token"]["state"], rows["organisation"]["state"]) == ("passed", "unknown")
    assert rows["scope Desk.tickets.READ"]["state"] == "passed"


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 429, "body": {"errorCode": "THRESHOLD_EXCEEDED", "message": "x"}},
        {"status": 500, "body": {"errorCode": "INTERNAL_SERVER_ERROR", "message": "x"}},
        {"status": 404, "html": "<html>no such page</html>"},
    ],
    ids=lambda fault: str(fault["status"]),
)
def test_a_probe_that_does_not_get_through_says_nothing_of_the_scope(found, emulator, monkeypatch, fault):
    monkeypatch.setattr("pulumi_zohodesk.transport._clock.time.sleep", lambda _seconds: None)
    emulator.fault(path="/tickets", count=None, **fault)
    _, rows = found("--action", "tickets.list")
    assert rows["scope Desk.tickets.READ"]["state"] == "unknown"


def test_the_remedy_names_scopes_of_the_catalogue(found, emulator, monkeypatch):
    agent(emulator, monkeypatch, scopes=["Desk.tickets.READ"])
    _, rows = found("--action", "departments.list")
    (row,) = (row for name, row in rows.items() if "Desk.departments.READ" in name)
    assert row["state"] == "failed"
    assert "zohodesk guide" in row["remedy"]


HTML = {"status": 200, "html": "<html>hello</html>", "count": None}
THROTTLED = {"status": 400, "body": {"error": "Access Denied", "error_description": "too many requests"}, "count": None}


@pytest.mark.parametrize("connection", ["prod", None])
@pytest.mark.parametrize(
    ("path", "fault", "words", "wrong"),
    [
        ("/oauth/v2/token", THROTTLED, "Wait ten minutes", "zohodesk login"),
        ("/oauth/v2/token", HTML, "{dc} to the data centre", "zohodesk login"),
        ("/api/v1/organizations", HTML, "{dc} to the data centre", "the network"),
        ("/api/v1/organizations", {**HTML, "status": 404}, "{dc} to the data centre", "org_id"),
        ("/oauth/v2/token", {"status": 400, "body": {"error": "invalid_code"}, "count": None}, "{again}", "Wait"),
        ("/api/v1/organizations", {"status": 500, "body": {}, "count": None}, "try again later", "org_id"),
    ],
    ids=["throttled", "token from elsewhere", "page", "no such page", "refused", "broken"],
)
def test_what_does_not_get_through_comes_with_the_remedy_for_it(
    found, emulator, monkeypatch, path, fault, words, wrong, connection
):
    monkeypatch.setattr("pulumi_zohodesk.transport._clock.time.sleep", lambda _seconds: None)
    named(emulator, monkeypatch)
    emulator.fault(path=path, **fault)
    code, rows = found(*(["--connection", connection] if connection else []))
    row = rows["token and organisation"]
    assert (code, row["state"]) == (1, "failed")
    dc = "dc of [connections.prod] or ZOHODESK_PROD_DC" if connection else "ZOHODESK_DC"
    again = "`zohodesk login -c prod`" if connection else "the variables that the message names"
    assert words.format(dc=dc, again=again) in row["remedy"]
    assert wrong not in row["remedy"]
    assert not connection or "ZOHODESK_DC" not in row["words"]


def named(emulator, monkeypatch) -> None:
    """A connection beside the bare variables, with the same secrets."""
    env = emulator.env()
    servers = {"api_url": emulator.url, "accounts_url": emulator.url}
    add_connection("prod", {"client_id": env["ZOHODESK_CLIENT_ID"], "org_id": env["ZOHODESK_ORG_ID"], **servers})
    for name in ("CLIENT_SECRET", "REFRESH_TOKEN"):
        monkeypatch.setenv(f"ZOHODESK_PROD_{name}", env[f"ZOHODESK_{name}"])
