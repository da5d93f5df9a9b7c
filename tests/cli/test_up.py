"""`zohodesk preview` and `up` as they are typed, with a `pulumi` that says what a test wants."""

from __future__ import annotations

import json
import os
import sys

import pytest

from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.cli.up._words import change
from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.engine import UNKNOWN
from pulumi_zohodesk.kinds import kind_named
from tests.plan.previews import agents, departments, preview, step, wanted

PULUMI = """#!{python}
import json, pathlib, sys
here = pathlib.Path({folder!r})
with open(here / "calls", "a") as log:
    log.write(" ".join(sys.argv[1:]) + "\\n")
if sys.argv[1] in ("preview", "config"):
    print((here / f"{{sys.argv[1]}}.json").read_text())
"""


@pytest.fixture
def home(tmp_path, monkeypatch):
    for name in [name for name in os.environ if name.startswith("ZOHODESK_")]:
        monkeypatch.delenv(name)
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "pulumi"
    program.write_text(PULUMI.format(python=sys.executable, folder=str(folder)))
    program.chmod(0o755)
    (folder / "config.json").write_text("{}")
    place = tmp_path / "home"
    place.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("ZOHODESK_CACHE_DIR", str(tmp_path / "tokens"))
    monkeypatch.chdir(place)
    with Emulator() as emulator:
        for name, value in emulator.env().items():
            monkeypatch.setenv(name, value)
        yield folder


def says(home, *steps, **config):
    text = json.dumps(preview(*steps)).replace("7001", os.environ["ZOHODESK_ORG_ID"])
    (home / "preview.json").write_text(text)
    entries = {f"zohodesk:{key}": {"value": value} for key, value in config.items()}
    (home / "config.json").write_text(json.dumps(entries))


def create(name, kind="Department", **inputs):
    return step("create", None, wanted(kind, name, {"name": name, **inputs}))


def ran(home):
    return [line.split()[0] for line in (home / "calls").read_text().splitlines()]


def test_a_preview_is_one_picture(home, capsys):
    says(home, create("a"), *departments(1, "update", description="x\x1b[31m" + "y" * 100))
    assert run(["preview"]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert '+  department "a" (a)' in out
    assert '~  department "D0" (d0)  description: - -> "x' in out
    assert "y" * 40 in out
    assert "y" * 60 not in out
    assert "1 to create, 1 to change; 0 stay as they are." in out
    assert "Price: at most 3 API calls and 5 credits, about" in out
    assert "estimate: 4 calls at once" in out


def test_what_is_said_of_people_is_hidden_where_the_stack_asks_for_that(home, capsys):
    inputs = {"lastName": "Doe", "emailId": "jo@example.com", "rolePermissionType": "Light", "status": "ACTIVE"}
    says(home, step("create", None, wanted("Agent", "first", inputs)), hidePersonalData="true")
    assert run(["preview"]) == 0
    out = capsys.readouterr().out
    assert "agent first" in out
    assert "jo@example.com" not in out
    assert "1 invitation will be mailed. 1 seat will be taken." in out


def test_the_order_of_the_engine_does_not_show(home, capsys):
    steps = [create("b"), create("a"), *agents(1, "update"), *departments(1, "update", description="x")]
    seen = []
    for listed in (steps, steps[::-1]):
        says(home, *listed)
        assert run(["preview", "--json"]) == 0
        seen.append([one["name"] for one in json.loads(capsys.readouterr().out)["steps"]])
    assert seen == [["a", "b", "d0", "n0"]] * 2


def test_json_says_it_without_values(home, capsys):
    says(home, create("a"))
    assert run(["preview", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["steps"][0]["op"] == "create"
    assert report["price"]["calls"] == 2
    assert run(["up", "--json"]) == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out)["applied"] is False
    assert "Add --yes" in printed.err
    assert set(ran(home)) == {"config", "preview"}


def test_a_preview_can_end_with_a_code_of_its_own_when_up_would_refuse(home, capsys):
    says(home, create("a"), *departments(1, "delete"))
    assert run(["preview", "--exit-code"]) == 0
    bounded = ["preview", "--removals", "0", "--removals-percent", "0", "--plan", "plan.json"]
    assert run(bounded) == 0
    assert "As it is, it is refused" in capsys.readouterr().out
    for form in ([], ["--json"], ["--markdown"]):
        assert run([*bounded, "--exit-code", *form]) == 3


def test_nothing_to_change_runs_nothing(home, capsys):
    says(home, *departments(2))
    assert run(["up"]) == 0
    assert capsys.readouterr().out == "Nothing to change.\n"
    assert set(ran(home)) == {"config", "preview"}


def test_yes_runs_the_engine_on_the_state_as_it_is(home, capsys):
    says(home, create("a"))
    assert run(["up", "--yes"]) == 0
    line = (home / "calls").read_text().splitlines()[-1]
    assert line.startswith("up --yes --skip-preview --refresh=false --suppress-progress --event-log ")


def test_an_option_tightens_the_limit_of_a_kind_and_never_loosens_it(home, capsys):
    file = home.parent / "home" / "zohodesk.toml"
    file.write_text("[limits.Department]\nremovals = 5\nremovals_percent = 0\n")
    says(home, *departments(3, "delete"))
    assert run(["preview", "--removals", "2"]) == 0
    assert "3 of 3 departments (100 %)" in (out := capsys.readouterr().out)
    assert "the limit is 2 and 0 %" in out
    assert run(["preview"]) == 0
    assert "the limit" not in capsys.readouterr().out
    file.write_text("[limits.Department]\nremovals = 0\nremovals_percent = 0\n")
    assert run(["preview", "--removals", "5", "--removals-percent", "100"]) == 0
    assert "the limit is 0 and 0 %" in capsys.readouterr().out


def test_wrong_limits_are_told_before_anything_runs(home, capsys):
    (home.parent / "home" / "zohodesk.toml").write_text("[limits]\nremovals = 'x'\nupdates = -1\n")
    assert run(["up"]) == 1
    assert capsys.readouterr().err.count("must be a whole number") == 2
    assert not (home / "calls").exists()


def test_a_snapshot_that_cannot_be_written_stops_the_run(home, capsys):
    says(home, *departments(1, "update", description="x"))
    assert run(["up", "--yes", "--snapshot-file", "nowhere/s.json"]) == 1
    assert "so nothing was changed. Say where with --snapshot-file" in capsys.readouterr().err
    assert "up" not in ran(home)


def test_a_plan_never_replaces_a_program(home, capsys):
    says(home, create("a"))
    program = home.parent / "home" / "__main__.py"
    program.write_text("print()")
    assert run(["preview", "--plan", "__main__.py"]) == 1
    assert "would be lost" in capsys.readouterr().err
    assert program.read_text() == "print()"


def option(old, new, name="d0", option="protect"):
    """A department that stays, with an option that the state has and that the program wants."""
    (one,) = departments(1)
    return {**one, "oldState": {**one["oldState"], option: old}, "newState": {**one["newState"], option: new}}


@pytest.mark.parametrize(
    ("change", "words", "count"),
    [
        (option(True, False), "LOSES ITS PROTECTION from removal", "1 to lose protection"),
        (option(False, True), "is protected from removal from now on", "1 to gain protection"),
        (option(True, False, option="retainOnDelete"), "IS NO LONGER KEPT in Zoho Desk", "1 to lose protection"),
    ],
)
def test_a_protection_that_changes_is_a_change(change, words, count, home, capsys):
    """The engine calls it `same`: alone it is applied, and every form of a preview tells it."""
    says(home, change, *agents(1, "same"))
    for form in ((), ("--markdown",)):
        assert run(["preview", *form]) == 0
        out = capsys.readouterr().out
        assert f'!  department "D0" (d0)  {words}' in out
        assert f"{count}; 1 stay as they are." in out
    assert run(["preview", "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["protections"]
    assert told["urn"] == change["urn"]
    assert run(["up"]) == 1
    assert "Nobody can be asked here" in capsys.readouterr().err
    assert run(["up", "--yes"]) == 0
    assert ran(home)[-1] == "up"


def test_a_protection_of_what_is_not_ours_is_told_too(home, capsys):
    urn = "urn:pulumi:dev::desk::random:x::secret"
    both = [{"urn": urn, "type": "random:x", "custom": True, "protect": on} for on in (True, False)]
    says(home, step("same", *both))
    assert run(["preview"]) == 0
    assert "!  random:x (secret)  LOSES ITS PROTECTION" in capsys.readouterr().out


def test_who_loses_protection_is_hidden_where_the_stack_asks_for_that(home, capsys):
    (one,) = agents(1, "same")
    says(home, {**one, "oldState": {**one["oldState"], "protect": True}}, hidePersonalData="true")
    assert run(["preview"]) == 0
    assert "!  agent n0 (id 1000)  LOSES" in capsys.readouterr().out


def test_of_nested_values_only_what_differs_is_shown():
    skill, agent = kind_named("Skill"), kind_named("Agent")
    one, other = ({"fieldModule": "tickets", "fieldName": name, "condition": "is", "value": ["x"]} for name in "ab")
    old, new = ({"fieldConditions": rows, "pattern": "1"} for rows in ([one], [one, {**other, "value": ["é\x1b"]}]))
    said = change(skill, "criteria", old, {**new, "pattern": "1or2"}, frozenset())
    assert said.startswith('criteria.field_conditions[1]: - -> {"field_module": "tickets", "field_name": "b"')
    assert said.endswith(', criteria.pattern: "1" -> "1or2"')
    assert change(skill, "agentIds", ["1", "2"], ["2", UNKNOWN], frozenset()) == 'agent_ids: -"1" +known later'
    cf = ({"cf_a\x1b": value, "b": same} for value, same in (("1", 2), ("3", "2")))
    assert change(agent, "cf", *cf, frozenset()) == 'cf.cf_a\\x1b: "1" -> "3"'
    assert change(agent, "cf", {"a": "1"}, {"a": "2"}, frozenset({"cf"})) == "cf: [secret]"


@pytest.mark.parametrize("command", ["preview", "up", "adopt"])
def test_a_connection_that_cannot_be_used_is_said_before_the_engine_looks(home, capsys, monkeypatch, command):
    says(home, create("a"))
    monkeypatch.delenv("ZOHODESK_REFRESH_TOKEN")
    assert run([command]) == 1
    assert "these environment variables are not set: ZOHODESK_REFRESH_TOKEN" in capsys.readouterr().err
    says(home, orgId="1")
    assert run([command]) == 1
    assert "these must agree" in capsys.readouterr().err
    assert ran(home) == ["config", "config"]
