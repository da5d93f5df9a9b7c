"""What is said of people is secret in state: `zohodesk adopt`, `preview` and `up` know it all the same, and hide it."""

from __future__ import annotations

import json
import stat
import subprocess
from pathlib import Path

import pytest

from pulumi_zohodesk.emulator import Emulator

from .stack import BIN, Done, Stack

AGENT = """\
desk.Agent(
    "{name}",
    last_name="{last}",
    email_id="{name}@canary.example",
    role_permission_type="AgentPublic",
    associated_department_ids=[home],{more}
)
"""
PERSONAL = ("canary.example", "Canary")


class Hidden:
    """A stack that hides personal data, and its program."""

    def __init__(self, emulator: Emulator, stack: Stack) -> None:
        self.emulator, self.stack = emulator, stack
        stack.config("zohodesk:hidePersonalData", "true")

    def declare(self, **agents: str | tuple[str, str]) -> None:
        """Agents by logical name: the last name, and further arguments."""
        text = 'import pulumi_zohodesk as desk\n\nhome = desk.Department("sales", name="Sales")\n'
        for name, said in agents.items():
            last, more = (said, "") if isinstance(said, str) else said
            text += AGENT.format(name=name, last=last, more=more)
        (self.stack.program / "__main__.py").write_text(text)

    def zohodesk(self, command: str, *flags: str, code: int = 0) -> Done:
        place = ("--cwd", str(self.stack.program), "--stack", self.stack.name)
        done = subprocess.run(
            [str(BIN / "zohodesk"), command, *place, "--config-file", str(self.stack.settings), *flags],
            env=self.stack.environment(),
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        assert not any(word in done.stdout + done.stderr for word in PERSONAL), done.stdout + done.stderr
        return Done(done.returncode, done.stdout, done.stderr)

    def rows(self) -> dict[str, dict[str, object]]:
        agents = self.emulator.state("prod")["agents"]
        return {row["emailId"].split("@")[0]: row for row in agents if row["emailId"].endswith("@canary.example")}

    def drift(self, name: str, **values: object) -> None:
        self.emulator.edit("prod", "agents", "update", id=self.rows()[name]["id"], values=values)


@pytest.fixture
def hidden(make_stack, tmp_path):
    folder = tmp_path / "program"
    folder.mkdir()
    (folder / "Pulumi.yaml").write_text("name: hidden\nruntime: python\n")
    with Emulator() as emulator:
        emulator.seed({"prod": {"departments": [{"name": "Sales"}]}})
        person = {"emailId": "jo@canary.example", "lastName": "Canary Jo", "departments": ["Sales"], "phone": "1"}
        emulator.seed({"prod": {"agents": [person]}})
        yield Hidden(emulator, make_stack(folder, emulator.env()))


def test_people_are_adopted_and_then_applied(hidden):
    hidden.declare(jo="Canary Jo", new="Canary New")
    (missing,) = json.loads(hidden.zohodesk("adopt", "--json").out)["missing"]
    assert missing["urn"].endswith("::new")
    assert set(hidden.stack.resources()) == {"sales", "jo"}
    assert not any(word in str(hidden.stack.export()) for word in PERSONAL)
    report = json.loads(hidden.zohodesk("preview", "--json").out)
    assert [(step["op"], step["name"]) for step in report["steps"]] == [("create", "new")]
    assert report["price"]["invitations"] == 1
    assert report["refused"] == []
    hidden.zohodesk("up", "--yes")
    assert hidden.rows()["new"]["lastName"] == "Canary New"
    hidden.stack.clean()
    assert hidden.zohodesk("up", "--yes").out.strip() == "Nothing to change."


def test_who_is_there_already_is_refused_before_anything_is_written(hidden):
    hidden.declare(jo="Canary Jo")
    report = json.loads(hidden.zohodesk("preview", "--json").out)
    assert len(report["refused"]) == 2  # the department as well
    assert "exists" in hidden.zohodesk("up", "--yes", code=1).err
    assert hidden.stack.resources() == {}


def test_changes_and_drift_of_personal_fields_are_seen_kept_and_put_back(hidden, tmp_path):
    hidden.declare(jo="Canary Jo", kim="Canary Kim")
    hidden.zohodesk("adopt")
    hidden.zohodesk("up", "--yes")
    hidden.declare(jo="Canary Renamed", kim="Canary Kim")
    hidden.drift("kim", lastName="Canary Drift")
    hidden.drift("jo", phone="2")
    plan = tmp_path / "plan.json"
    shown = hidden.zohodesk("preview", "--plan", str(plan)).out
    assert "last_name: [secret]" in shown
    assert "[secret]" not in plan.read_text()
    assert stat.S_IMODE(plan.stat().st_mode) == 0o600
    steps = {one["urn"].rpartition("::")[2]: one for one in json.loads(plan.read_text())["steps"]}
    assert {name: (one["old"]["lastName"], one["new"]["lastName"]) for name, one in steps.items()} == {
        "jo": ("Canary Jo", "Canary Renamed"),
        "kim": ("Canary Drift", "Canary Kim"),
    }
    hidden.drift("kim", lastName="Canary Again")
    assert (
        "kim): moved since the plan was made: last_name"
        in hidden.zohodesk("up", "--yes", "--plan", str(plan), code=1).err
    )
    hidden.drift("kim", lastName="Canary Drift")
    hidden.zohodesk("up", "--yes", "--plan", str(plan))
    assert {name: row["lastName"] for name, row in hidden.rows().items()} == {
        "jo": "Canary Renamed",
        "kim": "Canary Kim",
    }
    hidden.stack.clean()
    (kept,) = sorted(Path(hidden.stack.program).glob(".zohodesk/snapshots/*/*.json"))[-1:]
    assert "[secret]" not in kept.read_text()
    hidden.zohodesk("restore", str(kept), "--yes")
    assert {name: row["lastName"] for name, row in hidden.rows().items()} == {
        "jo": "Canary Jo",
        "kim": "Canary Drift",
    }


def test_drift_that_the_program_has_followed_is_no_change(hidden):
    hidden.declare(jo="Canary Jo")
    hidden.zohodesk("adopt")
    hidden.drift("jo", lastName="Canary Wed")
    hidden.declare(jo="Canary Wed")
    hidden.emulator.clear_log()
    assert hidden.zohodesk("up", "--yes").out.strip() == "Nothing to change."
    assert not [one for one in hidden.emulator.log() if one["method"] not in ("GET", "POST")]


def test_a_text_that_looks_like_a_hidden_one_is_a_text(hidden):
    hidden.declare(jo=("[secret]", '\n    phone="[secret]",'))
    hidden.zohodesk("adopt")
    report = json.loads(hidden.zohodesk("preview", "--json").out)
    assert [(step["op"], sorted(step["fields"])) for step in report["steps"]] == [("update", ["lastName", "phone"])]
    hidden.zohodesk("up", "--yes")
    assert hidden.rows()["jo"]["lastName"] == "[secret]"
    assert hidden.zohodesk("up", "--yes").out.strip() == "Nothing to change."


def test_who_was_removed_is_made_again(hidden):
    hidden.declare(jo="Canary Jo")
    hidden.zohodesk("adopt")
    hidden.emulator.edit("prod", "agents", "delete", id=hidden.rows()["jo"]["id"])
    report = json.loads(hidden.zohodesk("preview", "--json").out)
    assert [(step["op"], step["name"]) for step in report["steps"]] == [("create", "jo")]
    assert report["refused"] == []
