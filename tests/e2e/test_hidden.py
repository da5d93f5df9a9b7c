"""What is said of people is secret in state: `zohodesk adopt`, `preview` and `up` know it all the same, and hide it."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from pulumi_zohodesk.emulator import Emulator

from .stack import Done, Stack

pytestmark = pytest.mark.matrix

AGENT = """\
desk.Agent(
    "{name}",
    last_name="{last}",
    email_id="{name}@canary.example",
    role_permission_type="AgentPublic",
    associated_department_ids=[home],{more}
)
"""
PERSONAL = ("canary", "5550199", "admin@example.com")
REFUSAL = {
    "errorCode": "INVALID_DATA",
    "message": "Canary Jo (JO@CANARY.example, 5550199) cannot be changed",
    "errors": [{"fieldName": "/lastName", "errorType": "invalid", "errorMessage": "Canary Jo of jo@canary.example"}],
}
"""A refusal that quotes what was sent, as services do."""


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
        done = self.stack.zohodesk(command, *flags, code=code)
        assert not any(word in done.text.casefold() for word in PERSONAL), done.text
        return done

    def every_form(self, command: str, *flags: str, code: int = 0) -> str:
        """What a command says as text, as JSON and as Markdown; none of it holds anything of a person."""
        forms = ((), ("--json",), ("--markdown",))
        return "".join(self.zohodesk(command, *form, *flags, code=code).text for form in forms)

    def id(self, name: str) -> str:
        return str(self.rows()[name]["id"])

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
    with Emulator(running_clock=True) as emulator:
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
    program = hidden.stack.program / "__main__.py"
    program.write_text(program.read_text().replace("jo@canary.example", "Jo@Canary.EXAMPLE"))
    report = json.loads(hidden.zohodesk("preview", "--json").out)
    assert len(report["refused"]) == 2  # the department as well
    assert f"The agent (id {hidden.id('jo')}) exists already" in hidden.every_form("preview")
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
    assert "canary" not in plan.read_text().casefold()
    assert stat.S_IMODE(plan.stat().st_mode) == 0o600
    steps = {one["urn"].rpartition("::")[2]: one for one in json.loads(plan.read_text())["steps"]}
    assert all(one["old"]["lastName"] != one["new"]["lastName"] for one in steps.values())
    assert steps.keys() == {"jo", "kim"}
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


def test_errors_of_the_plugin_and_of_restore_name_ids_only(hidden, tmp_path):
    hidden.declare(jo=("Canary Jo", '\n    phone="5550199",'))
    hidden.zohodesk("adopt")
    hidden.zohodesk("up", "--yes")
    hidden.declare(jo=("Canary Wed", '\n    phone="5550199",'))
    kept, named = str(tmp_path / "snapshot.json"), f"Updating agent (id {hidden.id('jo')}) failed with HTTP 422"
    hidden.zohodesk("up", "--yes", "--snapshot-file", kept)
    hidden.emulator.fault(operation="updateAgent", status=422, count=50, body=REFUSAL)
    assert named in hidden.zohodesk("restore", kept, "--yes", code=1).err
    assert named in hidden.zohodesk("restore", kept, "--yes", "--json", code=1).out
    hidden.declare(jo="Canary Third")
    assert named in hidden.zohodesk("up", "--yes", "--no-snapshot", code=1).out
    hidden.emulator.fault(operation="getAgent", status=403, count=50, body={**REFUSAL, "errorCode": "FORBIDDEN"})
    assert f"(id {hidden.id('jo')}) failed with HTTP 403" in hidden.every_form("preview", code=1)


def test_who_cannot_be_put_back_is_named_by_id(hidden, tmp_path):
    hidden.declare(jo="Canary Jo")
    hidden.zohodesk("adopt")
    hidden.declare(jo="Canary Wed")
    kept = str(tmp_path / "snapshot.json")
    hidden.zohodesk("up", "--yes", "--snapshot-file", kept)
    hidden.emulator.edit("prod", "agents", "delete", id=hidden.id("jo"))
    shown = hidden.zohodesk("restore", kept, "--dry-run", code=1).out
    assert "cannot be put back" in shown
    hidden.zohodesk("restore", kept, "--dry-run", "--json", code=1)


def test_a_look_up_that_finds_nobody_does_not_say_whom(hidden):
    program = hidden.stack.program / "__main__.py"
    program.write_text('import pulumi_zohodesk as desk\n\ndesk.get_agent(email_id="nobody@canary.example")\n')
    assert "has no agent with this emailId" in hidden.every_form("preview", code=1)


def test_drift_tells_people_by_id(hidden, tmp_path):
    hidden.declare(jo=("Canary Jo", '\n    phone="5550199",'))
    hidden.zohodesk("adopt")
    stranger = {"emailId": "stranger@canary.example", "lastName": "Canary Strange", "departments": ["Sales"]}
    hidden.emulator.seed({"prod": {"agents": [{**stranger, "phone": "5550199"}]}})
    hidden.emulator.edit("prod", "departments", "create", values={"name": "Later"})
    hidden.drift("jo", lastName="Canary Wed", phone="15550199")
    page = tmp_path / "page.html"
    said = hidden.every_form("drift", "--html", str(page), code=2) + page.read_text()
    assert "jo in the program" in said
    assert "last_name: (secret)" in said
    assert f"id {hidden.id('stranger')}" in said
    assert "by agent 7" in said
    assert not any(word in page.read_text().casefold() for word in PERSONAL)
