"""`zohodesk probe` from end to end: what it prints and writes, what it sends, what it makes of bad days."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pulumi_zohodesk.cli._emulator import _like
from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.emulator import Emulator, _command
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.questions import QUESTIONS, Report, read_report, tool_version

from .conftest import CANARY, furnish
from .test_each_way import ASKED, switched, switches_for


def answers(found) -> dict[str, str]:
    return {row["name"]: row["answer"] for row in found["questions"] if row["answer"]}


def test_it_tells_the_cost_before_and_sends_gets_alone(probe, server):
    code, found, said = probe("--shapes")
    assert code == 0
    calls, credits = (int(word) for word in said.split() if word.isdigit())
    entries = [entry for entry in server.log() if "/oauth/" not in entry["path"]]
    assert {entry["method"] for entry in entries} == {"GET"}
    assert len(entries) == found["calls"] <= calls
    assert sum(entry["credits"] for entry in entries) == found["credits"] <= credits
    assert len(found["questions"]) == len(QUESTIONS)
    assert found["limits"] == {"skills": 1000, "skill_types": 1000}


@pytest.mark.parametrize("mode", ["read", "write", "refused", "verbose"])
def test_nothing_of_the_organisation_is_in_any_output(probe, server, tmp_path, capsys, caplog, mode):
    write = ["--write", "--departments", "--organization", server.env()["ZOHODESK_ORG_ID"], "--yes"]
    if mode == "refused":
        server.fault(
            path="/api/v1/", status=403, body={"errorCode": "FORBIDDEN", "message": CANARY}, nth=30, count=None
        )
    more = ["--shapes", *(write if mode == "write" else [])]
    code, found, said = probe(*more, "--report", "report.json")
    run([*(["--verbose"] if mode == "verbose" else []), "probe", *more])
    table = capsys.readouterr()
    state = json.dumps({**server.state("prod"), "env": server.env()})
    ids = {word for word in state.replace('"', " ").split() if word.isdigit() and len(word) > 9}
    told = [json.dumps(found), said, table.out, table.err, caplog.text, (tmp_path / "report.json").read_text()]
    assert code == 0
    assert found["shapes"]
    assert mode != "refused" or "HTTP 403 FORBIDDEN" in said + table.out
    assert len(ids) > 50
    assert [one for one in (CANARY, "example.com", *ids, *server.env().values()) if one in "".join(told)] == []


OWN = "Kanari"
"""A name of letters alone, as a field could have."""


def test_keys_that_people_name_are_counted_and_not_told(probe, server, tmp_path):
    made = {
        "getMyProfile": [f"permissions.{OWN}", "permissions.cm_x", f"permissions.tickets.{OWN}"],
        "getWebhooks": [f"subscriptions.{OWN}_Add"],
        "getDataSharingRules": [OWN, f"{OWN}_b"],
        "getTicket": [f"cf_{OWN}", f"CM_{OWN}", f"cf.{OWN}", f"customFields.{OWN}", "novelty"],
    }
    server.switch(shapes={one: {name: ["string"] for name in names} for one, names in made.items()})
    folder = {"templatesCount": [{"count": {OWN: "1", "tickets": "1"}}]}
    server.fault(operation="getTemplateFolders", status=200, body=[folder], count=None)
    server.fault(operation="getSkillType", status=200, body={"associatedSkills": {OWN: {OWN: 1}}}, count=None)
    _, found, said = probe("--shapes", "--report", "report.json")
    fields = {row["operation"]: row["fields"] for row in found["shapes"]}
    counted = {
        one: {name: types for name, types in fields[one].items() if name.endswith("*")}
        for one in (*made, "getTemplateFolders")
    }
    assert counted == {
        "getMyProfile": {"permissions.*": ["2"], "permissions.tickets.*": ["1"]},
        "getWebhooks": {"subscriptions.*": ["1"]},
        "getTemplateFolders": {"templatesCount.count.*": ["1"]},
        "getDataSharingRules": {"*": ["2"]},
        "getTicket": {"*": ["2"]},
    }
    assert fields["getTicket"]["novelty"] == ["string"]
    assert fields["getSkillType"]["associatedSkills"] == ["object"]
    assert OWN not in json.dumps(found) + said + (tmp_path / "report.json").read_text()


def reported(probe, monkeypatch, emulator, *arguments: str) -> str:
    """What the report of an emulator says."""
    for name, value in emulator.env().items():
        monkeypatch.setenv(name, value)
    assert run(["probe", "--shapes", "--report", "report.json", *arguments]) in (0, 1)
    return Path("report.json").read_text()


SHAPES = {
    "getAgent": {"phone": [], "novelty": ["string"], "countryCode": ["integer"], "cf": ["array"]},
    "getAgents": {"timeZone": ["boolean"], "mix": ["null", "string"], "later": ["unheard of"]},
    "getSkill": {"criteria.pattern": [], "criteria.fieldConditions.more": ["object"]},
    "getTicket": {"layoutDetails.layoutName": [], "source.type": ["integer"]},
    "getTickets": {"source.extId": [], "source.kind": ["number"]},
    "getMyProfile": {"permissions.*": ["3"]},
    "getContact": {"customerHappiness.okPercentage": [], "customerHappiness.badPercentage": [], "title": ["boolean"]},
}


@pytest.mark.parametrize("way", range(5))
def test_a_report_makes_an_emulator_that_gives_the_same_report(probe, server, tmp_path, monkeypatch, way):
    wanted = {one.name: switched(one, way) for one in ASKED}
    switches = switches_for(wanted)
    server.switch(**{**switches, "shapes": switches["shapes"] | SHAPES})
    server.seed({"prod": {"edition": ["PROFESSIONAL", "CRMPLUS"][way % 2], "limits": {"skills": 30 + way}}})
    one = reported(probe, monkeypatch, server)
    like = _like(tmp_path / "report.json")
    with Emulator(seed=8, **like.pop("switches")) as other:
        furnish(other)
        other.begin_with({"prod": like})
        assert reported(probe, monkeypatch, other) == one
    first = json.loads(one)
    assert first["answers"]["bearer"] == wanted["bearer"]
    assert first["answers"]["first-index.getAgents"] == wanted["first-index.getAgents"]
    assert first["limits"]["skills"] == 30 + way
    told = {(operation, name) for operation, fields in SHAPES.items() for name in fields}
    assert told - {(operation, name) for operation, fields in first["shapes"].items() for name in fields} == set()
    assert first["shapes"]["getAgent"]["isZiaAgent"] == ["boolean"]


def test_a_report_that_could_not_be_written_is_refused_before_anything_is_sent(probe, server):
    for name, words in (
        ("nowhere/report.json", "There is no folder nowhere for the report."),
        (".", ". is a folder: name a file for the report."),
    ):
        code, _, said = probe("--report", name)
        assert (code, server.log()) == (1, [])
        assert f"{words} Nothing was sent." in said


def test_what_breaks_something_is_an_error_that_says_what(probe, server):
    refused = {"errorCode": "FORBIDDEN", "message": CANARY}
    server.fault(operation="getSkillType", status=403, body=refused, count=None)
    code, found, said = probe()
    assert code == 1
    assert answers(found)["unknown-id"] == "403"
    assert "error: unknown-id is 403, which is unsafe: a refresh takes" in said
    assert CANARY not in said


@pytest.mark.parametrize(("code", "told"), [("LIMIT_2", "HTTP 418 LIMIT_2"), (CANARY, "HTTP 418")])
def test_a_report_with_any_code_of_the_service_can_be_read(probe, server, tmp_path, code, told):
    server.fault(operation="getSkillType", status=418, body={"errorCode": code, "message": "x"}, count=None)
    probe("--report", "report.json")
    assert read_report(tmp_path / "report.json").answers["unknown-id"] == told


def test_what_the_token_may_not_ask_stays_open_and_names_the_scope(probe):
    code, found, _ = probe(scopes=["Desk.settings.READ"])
    rows = {row["name"]: row for row in found["questions"]}
    assert code == 0
    assert rows["unknown-fields"]["open"] == "the token lacks the scope Desk.tickets.READ"
    assert rows["bearer"]["answer"] == "accepted"


def test_what_the_connection_is_not_for_is_not_asked(probe, server, tmp_path, monkeypatch):
    places = [f'{name} = "{server.url}"' for name in ("api_url", "accounts_url")]
    lines = ["[connections.prod]", 'actions = ["departments.list"]', *places]
    (tmp_path / "zohodesk.toml").write_text("\n".join(lines))
    _, found, _ = probe("-c", "prod", "--shapes")
    assert {entry["operation"] for entry in server.log() if "/oauth/" not in entry["path"]} == {"getDepartments"}
    rows = {row["name"]: row for row in found["questions"]}
    assert rows["unknown-id"]["open"] == "the connection is not for getSkillTypes"
    assert rows["bearer"]["answer"] == "accepted"


@pytest.mark.parametrize("code", ["TOO_MANY_REQUESTS", "THRESHOLD_EXCEEDED"])
def test_with_too_many_requests_it_ends_with_what_it_knows(probe, server, tmp_path, code):
    server.fault(operation="getTickets", status=429, body={"errorCode": code, "message": CANARY}, count=None)
    status, found, said = probe("--shapes", "--report", "report.json")
    assert status == 1
    assert f"error: Not asked further: the service answered HTTP 429 {code}. Run it again later" in said
    assert answers(found)["first-index.getAgents"] == "both"
    assert not {"first-index.getTickets", "bearer", "unknown-id"} & set(answers(found))
    assert read_report(tmp_path / "report.json").answers == answers(found)
    assert CANARY not in said


def test_an_organisation_with_one_department_and_nothing_in_it(probe, server):
    server.reset()
    server.seed({"prod": {"edition": "FREE"}})
    code, found, _ = probe()
    rows = {row["name"]: row for row in found["questions"]}
    assert (code, found["edition"]) == (0, "FREE")
    assert rows["first-index.getSkills"]["open"] == "the list /skills is empty, or shows the token's agent nothing"
    assert rows["first-index.getAgents"]["answer"] == "both"


def test_an_agent_who_sees_no_department(probe, server):
    server.agent("prod", "ann@example.com", permissions=["setup.department"])
    code, found, _ = probe(agent="ann@example.com", departments=[])
    rows = {row["name"]: row for row in found["questions"]}
    assert code == 0
    assert "is empty, or shows the token's agent nothing" in rows["times-as-text"]["open"]


def written(tmp_path, **changes) -> Path:
    """A report, and the same with parts of it replaced by hand."""
    file = tmp_path / "report.json"
    text = Report("0.0.1" if "version" in changes else tool_version(), "us", "FREE", {"bearer": "accepted"}).text()
    file.write_text(json.dumps({**json.loads(text), **{key: one for key, one in changes.items() if key != "version"}}))
    return file


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"answers": {"bearer": "yes"}}, 'answers.bearer: "yes" is none of accepted, refused'),
        ({"answers": {"bearer": "refused"}}, "answers: it does not fit its seal"),
        ({"answers": {"berer": "refused"}}, "answers: there is no question berer"),
        ({"organization": {"data_center": "us", "edition": "X"}}, "organization: it does not fit its seal"),
        ({"limits": {"skills": "30"}}, "limits.skills: Input should be a valid integer"),
        ({"more": 1}, "more: Extra inputs are not permitted"),
    ],
)
def test_a_report_that_was_edited_is_refused_with_the_place(tmp_path, changes, words):
    with pytest.raises(InputError) as error:
        read_report(written(tmp_path, **changes))
    assert words in str(error.value)
    assert str(tmp_path / "report.json") in str(error.value)


def test_no_report_at_all_is_refused(tmp_path, capsys):
    (tmp_path / "report.json").write_text("[")
    assert run(["emulator", "--like", str(tmp_path / "report.json")]) == 1
    assert "is no report of `zohodesk probe`: it is no JSON" in capsys.readouterr().err
    assert run(["emulator", "--like", str(tmp_path / "missing.json")]) == 1


def test_the_command_serves_what_a_report_and_then_its_options_say(tmp_path, monkeypatch, capsys):
    file, served = tmp_path / "report.json", []
    monkeypatch.setattr(_command, "_serve", lambda emulator, _file: served.append(emulator) or 0)
    answers = {"bearer": "refused", "times-as-text": "text", "first-index.getAgents": "one", "unknown-id": "HTTP 418"}
    file.write_text(Report(tool_version(), "us", "ODD", answers, {"skills": 30}).text())
    assert run(["emulator", "--like", str(file), "--epoch-times"]) == 0
    (emulator,) = served
    switches = emulator.switch()
    assert (switches["bearer_accepted"], switches["epoch_times"]) == (False, True)
    assert switches["first_index"] == {"getAgents": "one"}
    assert emulator.world.portal("sandbox").limits.objects("skills") == 30
    assert "The edition ODD is not known here" in capsys.readouterr().err


def test_limits_of_a_report_fit_or_are_refused_with_its_name(tmp_path, monkeypatch, capsys):
    file, served = tmp_path / "report.json", []
    monkeypatch.setattr(_command, "_serve", lambda emulator, _file: served.append(emulator) or 0)
    for limits, code in (({"skills": 10**12, "novelties": 3}, 0), ({"skills": -1}, 1)):
        file.write_text(Report(tool_version(), "us", "FREE", {}, limits).text())
        assert run(["emulator", "--like", str(file)]) == code
    assert served[0].world.portal("prod").limits.objects("skills") == 10**9
    assert f"The report {file} cannot be used: The limits: skills must be" in capsys.readouterr().err


def test_a_report_of_another_version_is_told_and_read(tmp_path, capsys):
    assert _like(written(tmp_path, version=True))["switches"]["bearer_accepted"] is True
    assert "is of version 0.0.1" in capsys.readouterr().err
