"""`zohodesk clone --dry-run` as it is typed: what it refuses, asks and tells before anything is written."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.cli._organizations import same_organization
from pulumi_zohodesk.cli.clone._run import _once
from pulumi_zohodesk.cli.clone._stack import stack_in
from pulumi_zohodesk.cli.clone._view import Consent
from pulumi_zohodesk.errors import EngineError, Refused
from pulumi_zohodesk.settings import resolve
from tests.clone.two import when

from .two_connections import connect, writes

DRY = ["clone", "--from", "prod", "--to", "sandbox", "--out", "copy", "--dry-run"]
READS = [f"Desk.{area}.READ" for area in ("basic", "settings", "agents", "departments", "automations")]


@pytest.fixture
def home(emulator, tmp_path, monkeypatch) -> Path:
    emulator.seed({"prod": {"departments": [{"name": "Sales"}]}})
    people = [{"lastName": "Doe", "emailId": f"p{number}@example.com", "departments": ["Sales"]} for number in range(3)]
    emulator.seed({"prod": {"agents": people, "skillTypes": [{"name": "Language", "department": "Sales"}]}})
    french = {"name": "French", "department": "Sales", "skillType": "Language", "criteria": when("x")}
    emulator.seed({"prod": {"skills": [french]}})
    emulator.clear_log()
    return connect(emulator, tmp_path, monkeypatch)


def change(home: Path, name: str, *lines: str) -> None:
    """Add lines to a connection of zohodesk.toml."""
    file = home / "zohodesk.toml"
    head = f"[connections.{name}]"
    file.write_text(file.read_text().replace(head, "\n".join([head, *lines])))


def test_the_plan_says_what_will_be_refused_and_asked(home, emulator, capsys):
    emulator.seed({"sandbox": {"generate": {"agents": 40}}})
    assert run([*DRY, "--prune", "--agents", "invite", "--yes-invite", "2"]) == 0
    printed = capsys.readouterr().out
    assert re.search(
        r"Refused without --force: .*\d+ of \d+ agents .*would be taken out of service or deleted", printed
    )
    assert "Asked about: 3 invitations; --yes-invite 3 says yes." in printed
    assert re.search(r"seats: \d+ freed", printed)
    assert ": will be deactivated, not deleted" in printed
    assert run([*DRY, "--prune", "--force"]) == 0
    assert "Refused" not in capsys.readouterr().out
    assert writes(emulator) == []


def test_a_row_without_effect_is_told(home, emulator, capsys):
    (home / "people.csv").write_text("from,to\nadmin@example.com,p0@example.com\np1@example.com,admin@example.com\n")
    assert run([*DRY, "--agents", "people.csv"]) == 1
    assert "p0@example.com, who shall stand for admin@example.com, is no agent of the target." in (
        capsys.readouterr().err
    )
    (home / "people.csv").write_text("from,to\nadmin@example.com,admin@example.com\np1@example.com,admin@example.com\n")
    assert run([*DRY, "--agents", "people.csv"]) == 0
    assert "note: admin@example.com is an agent of the target" in capsys.readouterr().out


def test_json_has_the_report_also_of_a_refusal(home, emulator, capsys):
    emulator.edit("prod", "departments", "create", values={"name": "SALES"})
    assert run([*DRY, "--json"]) == 1
    printed = capsys.readouterr()
    report = json.loads(printed.out)
    assert report["status"] == "refused"
    assert "several objects of one name" in report["trouble"]
    assert report["created"]
    assert "several objects of one name" in printed.err
    (home / "copy").mkdir()
    (home / "copy" / "mine.txt").write_text("")
    assert run([*DRY, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["trouble"].endswith("nothing was written.")


def test_scopes_that_the_token_is_known_to_lack_are_told_before_anything_is_written(home, emulator, capsys):
    change(home, "sandbox", 'grant = "client_credentials"', f"scopes = {json.dumps(READS)}")
    assert run(DRY) == 1
    said = capsys.readouterr().err
    assert 'The token of "sandbox" lacks the scopes for addDepartment, createSkill, createSkillType' in said
    assert (
        "Desk.settings.CREATE to scopes of [connections.sandbox] in zohodesk.toml, then: zohodesk login -c sandbox"
        in said
    )
    assert writes(emulator) == []


def test_another_data_centre_and_edition_are_told_and_nothing_more(home, emulator, capsys):
    change(home, "sandbox", 'dc = "eu"')
    emulator.seed({"sandbox": {"edition": "PROFESSIONAL"}})
    assert run(DRY) == 0
    printed = capsys.readouterr().out
    assert ", us, edition ENTERPRISE) into sandbox (" in printed
    assert ", eu, edition PROFESSIONAL):" in printed


def test_an_edition_that_cannot_hold_it_is_refused(home, emulator, capsys):
    emulator.seed({"sandbox": {"edition": "STANDARD"}})
    assert run(DRY) == 1
    assert "its edition STANDARD has 1" in capsys.readouterr().err
    assert run([*DRY, "--force"]) == 0


def test_consent_is_refused_where_nobody_can_be_asked():
    with pytest.raises(Refused, match="--yes-invite 3"):
        Consent("sandbox", writes=True, too_much=[], invitations=3, free=2).ask(yes=True)
    with pytest.raises(Refused, match="Say so with --yes"):
        Consent("sandbox", writes=True, too_much=[], invitations=2, free=2).ask(yes=False)
    Consent("sandbox", writes=True, too_much=[], invitations=2, free=2).ask(yes=True)
    Consent("sandbox", writes=False, too_much=[], invitations=0, free=-1).ask(yes=False)


def test_a_scope_that_every_write_lacks_is_said_once():
    line = "error: Creating the x failed. Layer 1 of 3 refuses, the OAuth scope of the token: make a new one."
    assert _once(f"`pulumi up` failed:\n  a:\n    {line}\n  b:\n    {line}\n") == line.removeprefix("error: ")
    assert _once("`pulumi up` failed:\n  no answer") == "`pulumi up` failed:\n  no answer"


@pytest.mark.parametrize("shared", [False, True], ids=["own state", "shared state"])
def test_the_command_that_takes_a_lock_away_is_whole(shared, tmp_path, monkeypatch):
    for name in ("PULUMI_BACKEND_URL", "PULUMI_CONFIG_PASSPHRASE", "PULUMI_CONFIG_PASSPHRASE_FILE"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "a clone"
    if shared:
        monkeypatch.setenv("PULUMI_BACKEND_URL", "s3://bucket")
    stack = stack_in(folder, "sandbox", "sandbox")
    told = stack._cancelling()
    opened = f"PULUMI_CONFIG_PASSPHRASE_FILE='{folder}/.state/passphrase'"
    assert told.endswith(f"{opened} pulumi cancel --yes --stack sandbox --cwd '{folder}'")
    assert told.startswith(f"PULUMI_BACKEND_URL='file://{folder}/.state' ") is not shared
    if not shared:
        lock = folder / ".state/.pulumi/locks/x.json"
        lock.parent.mkdir(parents=True)
        lock.write_text('{"pid": 1, "hostname": "elsewhere"}')
        with pytest.raises(EngineError, match="pulumi cancel --yes --stack sandbox --cwd"):
            stack._wait_for_holder()


ROOT = "http://127.0.0.1:8080"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({}, {}, True),
        ({}, {"org_id": "2"}, False),
        ({}, {"dc": "eu"}, False),
        ({"api_url": ROOT}, {"api_url": "http://localhost:8080"}, True),
        ({"api_url": ROOT}, {"api_url": "http://[::1]:8080", "dc": "eu"}, True),
        ({"api_url": ROOT}, {"api_url": "http://127.0.0.1:8081"}, False),
        ({"api_url": "https://PROXY.example"}, {"api_url": "https://proxy.example:443"}, True),
        ({"api_url": "https://proxy.example"}, {}, True),
        ({"api_url": "https://desk.zoho.com"}, {"api_url": "https://proxy.example"}, True),
        ({"api_url": "https://proxy.example"}, {"dc": "eu"}, False),
    ],
)
def test_whether_two_connections_lead_to_one_organisation(one, other, same, tmp_path):
    def made(values: dict[str, str]):
        names = {"org_id": "1", "client_id": "c", "client_secret": "s", "refresh_token": "r", **values}
        return resolve(environ={f"ZOHODESK_{key.upper()}": value for key, value in names.items()}, directory=tmp_path)

    assert same_organization(made(one), made(other)) is same
