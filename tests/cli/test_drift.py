"""`zohodesk drift` as it is typed, on the emulator; what the stack knows is made without an engine."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.cli.drift._code import Places
from pulumi_zohodesk.cli.drift._report import DriftStack
from pulumi_zohodesk.cli.engine._run import Ended
from pulumi_zohodesk.compare import first_look, held_in
from pulumi_zohodesk.dynamic import TYPE_PREFIX, logical_name
from pulumi_zohodesk.export import Options, Selection, project, select, write
from pulumi_zohodesk.plan import load_snapshot
from tests.inventory.organisation import Organisation, is_when
from tests.kinds.tables import TABLES
from tests.pages import read
from tests.plan.previews import preview, step

from .two_connections import connect, writes


class Desk:
    """An organisation, the project that an export made of it, and the state after its import."""

    def __init__(self, emulator, folder, monkeypatch):
        self.emulator, self.monkeypatch = emulator, monkeypatch
        self.desk = Organisation(emulator, folder)
        self.applied: list[tuple[str, ...]] = []

    def import_all(self, home: Path, *, hide: bool = False, form: str = "yaml", kinds: tuple[str, ...] = ()) -> None:
        inventory = self.desk.take()
        options = Options("x", form=form, hide=hide)
        made = project(inventory, select(inventory, Selection(kinds)), options)
        write(made, home / "project", force=True)
        entries = json.loads(made.files["import.json"])["resources"]
        for entry in entries:
            entry["urn"] = f"urn:pulumi:dev::p::{entry['type']}::{entry['name']}"
        self.state = held_in({"resources": entries})
        self.ids = {held.name: (TABLES[held.kind.name], held.id) for held in self.state}
        self.monkeypatch.setattr(DriftStack, "held", lambda _self: self.state)
        self.looked("2026-01-05T08:00:00Z")  # where the emulator's clock stands: nothing is older
        self.monkeypatch.setattr(DriftStack, "config", lambda _self: {"connection": "prod"})
        self.emulator.clear_log()

    def looked(self, when: str) -> None:
        """Let the stack have looked first at a time."""
        found = first_look({"resources": [{"created": when}]})
        self.monkeypatch.setattr(DriftStack, "first_look", lambda _self: found)

    def edit(self, name: str, /, **values) -> None:
        table, id = self.ids[name]
        self.emulator.edit("prod", table, "update", id=id, values=values)

    def delete(self, name: str) -> None:
        table, id = self.ids[name]
        self.emulator.edit("prod", table, "delete", id=id)

    def calls(self) -> Counter[str]:
        return Counter(self.desk.calls())


@pytest.fixture
def home(emulator, tmp_path, monkeypatch):
    place = connect(emulator, tmp_path, monkeypatch)
    monkeypatch.chdir(place)
    (place / "project").mkdir()
    return place


@pytest.fixture
def desk(emulator, tmp_path, monkeypatch, home):
    found = Desk(emulator, tmp_path, monkeypatch)
    for table, given in (("roles", "isDefault"), ("profiles", "default")):  # all of them come with Zoho Desk
        for row in emulator.state("prod")[table]:
            emulator.edit("prod", table, "update", id=row["id"], values={given: True})
    found.desk.add("departments", name="Sales", description="old")
    found.desk.add("agents", lastName="Doe", emailId="jo@example.com", departments=["Sales"])
    found.desk.add("skillTypes", name="Language", department="Sales")
    for name in ("French", "German"):
        found.desk.add("skills", name=name, department="Sales", skillType="Language", criteria=is_when(name))
    skill = next(row["id"] for row in emulator.state("prod")["skills"] if row["name"] == "French")
    jo = next(row["id"] for row in emulator.state("prod")["agents"] if row["emailId"] == "jo@example.com")
    emulator.edit("prod", "skills", "update", id=skill, values={"description": "old", "agentIds": [jo]})
    found.import_all(home)
    return found


def drifted(desk) -> None:
    """Each sort once."""
    desk.edit("sales", description="by hand")
    desk.edit("jo_example_com", status="DISABLED")
    desk.delete("sales_language_german")
    desk.desk.add("skills", name="Spanish", department="Sales", skillType="Language", criteria=is_when("es"))
    desk.emulator.clear_log()


def test_nothing_drifted(desk, capsys):
    assert run(["drift", "-C", "project"]) == 0
    assert "No difference; 7 objects compared." in capsys.readouterr().out


def test_each_sort_is_found_and_nothing_is_written(desk, capsys):
    drifted(desk)
    assert run(["drift", "-C", "project"]) == 2
    printed = capsys.readouterr()
    assert printed.err == ""
    assert "\x1b" not in printed.out
    assert 'department "Sales" (sales in the program)\n      description: old → by hand' in printed.out
    assert re.search(r"Disabled \(1\)\n  agent .jo@example.com. .*\n      status: ACTIVE → DISABLED", printed.out)
    assert 'Disappeared (1)\n  skill "German" in "Language" in "Sales"' in printed.out
    assert re.search(r'Appeared \(1\)\n  skill "Spanish" in "Language" in "Sales" \(id \d+; by ', printed.out)
    assert "1 changed, 1 disabled, 1 disappeared, 1 appeared; 7 objects compared" in printed.out
    assert writes(desk.emulator) == []


def test_a_read_only_token_is_enough_and_the_calls_are_the_list_pages(desk, monkeypatch, capsys):
    drifted(desk)
    scopes = ["Desk.basic.READ", "Desk.settings.READ", "Desk.agents.READ", "Desk.departments.READ"]
    token = desk.emulator.token("prod", scopes=[*scopes, "Desk.automations.READ"])
    monkeypatch.setenv("ZOHODESK_PROD_REFRESH_TOKEN", token["refresh_token"])
    assert run(["drift", "-C", "project"]) == 2
    assert desk.calls() == {
        "getDepartments": 1,
        "getAgents": 1,
        "getSkillTypes": 1,
        "getSkills": 2,
        "getRoles": 1,
        "getProfileList": 1,
        "getSkill": 1,  # the one that the lists do not have
        "getDepartment": 1,  # whether its department can be seen, without which a 404 proves nothing
    }
    assert writes(desk.emulator) == []


REFUSED = {"errorCode": "FORBIDDEN", "message": "no"}


@pytest.mark.parametrize("more", [[], ["--managed-only"], ["--all-kinds"]])
def test_a_hidden_kind_has_not_disappeared(desk, capsys, more):
    """What the stack has of it is not told as gone, nor asked for one by one; the rest is compared."""
    desk.edit("sales", description="by hand")
    for operation in ("getSkills", "getSkill"):
        desk.emulator.fault(operation=operation, status=403, body=REFUSED, count=None)
    assert run(["drift", "-C", "project", "--json", *more]) == 1
    printed = capsys.readouterr()
    found = json.loads(printed.out)
    assert [(one["sort"], one["name"]) for one in found["findings"]] == [("changed", "sales")]
    assert (found["compared"], found["notCompared"]) == (5, 2)
    (doubt,) = found["doubts"]
    assert re.search(r"nor of the 2 that the stack has|Nothing is said of 2 objects of kind Skill", doubt)
    assert "profile" in doubt
    assert more == ["--managed-only"] or "getSkill" not in desk.calls()


def test_only_what_is_managed_costs_as_a_refresh_does(desk, emulator, home, capsys):
    emulator.seed({"prod": {"generate": {"agents": 2_000}}})
    desk.import_all(home)
    keep = [held for held in desk.state if held.name in ("jo_example_com", "sales", "sales_language_french")]
    desk.state = keep
    drifted_name = next(held for held in keep if held.kind.name == "Agent").name
    desk.edit(drifted_name, lastName="By hand")
    desk.emulator.clear_log()
    assert run(["drift", "-C", "project", "--managed-only"]) == 2
    assert "last_name: Doe → By hand" in capsys.readouterr().out
    assert sum(desk.calls().values()) == 3
    assert run(["drift", "-C", "project"]) == 2
    assert "Appeared" in capsys.readouterr().out


def test_names_of_references_in_managed_only(desk, capsys):
    admin = desk.ids["admin_example_com"][1]
    desk.edit("sales_language_french", agentIds=[admin])
    assert run(["drift", "-C", "project", "--managed-only"]) == 2
    assert "agent_ids: -jo@example.com  +admin@example.com" in capsys.readouterr().out


def test_json(desk, capsys):
    drifted(desk)
    assert run(["drift", "-C", "project", "--json", "--stack", "dev"]) == 2
    report = json.loads(capsys.readouterr().out)
    assert report["counts"] == {"changed": 1, "disabled": 1, "disappeared": 1, "appeared": 1, "unmanaged": 0}
    assert report["stack"] == "dev"
    assert report["organizations"] == [desk.emulator.env()["ZOHODESK_PROD_ORG_ID"]]
    changed = report["findings"][0]
    assert changed["name"] == "sales"
    assert changed["fields"] == [{"field": "description", "old": "old", "new": "by hand"}]


def test_markdown_and_html(desk, home, capsys):
    drifted(desk)
    assert run(["drift", "-C", "project", "--markdown", "--html", "page.html"]) == 2
    text = capsys.readouterr().out
    assert text.startswith("### Drift of the stack dev\n\n**1 changed, 1 disabled, 1 disappeared, 1 appeared")
    assert "- department `Sales` (sales in the program)\n  - `description`: `old` → `by hand`" in text
    found = read((home / "page.html").read_text())
    assert re.search(r"Stack\s*dev\s*Organisation\s*Example Prod \(\d+\)\s*Made\s*20", found.text)
    assert (
        '<th scope="row">Description<br><code>description</code></th><td data-head="In the stack">old</td>'
        in (home / "page.html").read_text()
    )
    for words in ("zohodesk drift --revert", "zohodesk adopt", "It was switched off in Zoho Desk."):
        assert words in found.text


def test_a_page_without_drift_says_nothing_of_what_to_do(desk, home):
    assert run(["drift", "-C", "project", "--html", "page.html"]) == 0
    found = read((home / "page.html").read_text())
    assert "No difference; 7 objects compared." in found.text
    assert "What to do next" not in found.text


def test_colours_appear_where_they_are_wanted(desk, monkeypatch, capsys):
    desk.edit("sales", description="by hand")
    monkeypatch.setenv("FORCE_COLOR", "1")
    run(["drift", "-C", "project"])
    assert "old → \x1b[1mby hand" in capsys.readouterr().out  # no red and green: neither side is the wrong one
    monkeypatch.setenv("NO_COLOR", "1")
    run(["drift", "-C", "project"])
    assert "\x1b[3" not in capsys.readouterr().out


def test_who_and_when(desk, capsys):
    before = desk.emulator.world.clock.milliseconds()
    desk.emulator.world.clock.advance(3600)
    admin = desk.ids["admin_example_com"][1]
    desk.edit("sales_language_french", description="x", modifiedBy=admin)
    assert run(["drift", "-C", "project", "--json"]) == 2
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert found["by"] == "admin@example.com"
    assert found["at"] == datetime.fromtimestamp(before / 1000 + 3600, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def test_what_is_in_the_ignore_list_is_counted_only(desk, home, capsys):
    desk.desk.add("agents", lastName="C", emailId="c@contractor.example", departments=["Sales"])
    desk.desk.add("departments", name="Test 1")
    desk.desk.add("departments", name="Team [A]")
    assert run(["drift", "-C", "project"]) == 2
    with (home / "zohodesk.toml").open("a") as file:
        file.write('\n[drift]\nignore = ["Agent:*@contractor.example", "Department:Test *", "*:Team [A]"]\n')
    capsys.readouterr()
    assert run(["drift", "-C", "project"]) == 0
    assert "Unmanaged, and ignored as zohodesk.toml says: 3." in capsys.readouterr().out


def test_other_kinds_count_only_when_asked_for(desk, capsys):
    desk.state = [held for held in desk.state if held.kind.name == "Department"]
    assert run(["drift", "-C", "project"]) == 0
    assert set(desk.calls()) == {"getDepartments"}
    assert run(["drift", "-C", "project", "--all-kinds"]) == 2
    assert "5 appeared; 2 objects compared" in capsys.readouterr().out
    desk.state = []
    assert run(["drift", "-C", "project"]) == 0
    assert "The stack has no object of Zoho Desk." in capsys.readouterr().out


def test_what_was_there_before_the_stack_is_no_drift(desk, home, capsys):
    """What is older than the stack is counted; what came later, or does not say when, makes the job fail."""
    desk.state = [held for held in desk.state if held.name in ("sales", "sales_language_french")]
    desk.looked("2026-01-05T08:30:00.123456789Z")
    assert run(["drift", "-C", "project"]) == 0
    assert "No difference, 2 unmanaged; 2 objects compared" in (out := capsys.readouterr().out)
    assert "Unmanaged, there before the stack, and no drift: 1 department, 1 skill. `--json` lists them." in out
    assert "German" not in out
    desk.emulator.advance(3600)
    desk.desk.add("departments", name="New")
    assert run(["drift", "-C", "project", "--json"]) == 2
    report = json.loads(capsys.readouterr().out)
    assert report["counts"] == {"changed": 0, "disabled": 0, "disappeared": 0, "appeared": 1, "unmanaged": 2}
    (new,) = (one for one in report["findings"] if one["sort"] == "appeared")
    assert (new["key"], new["at"]) == (["New"], "2026-01-05T09:00:00Z")
    assert report["firstLook"] == "2026-01-05T08:30:00Z"
    with (home / "zohodesk.toml").open("a") as file:
        file.write('\n[drift]\nignore = ["Department:New"]\n')
    assert run(["drift", "-C", "project", "--revert", "--yes"]) == 0
    with (home / "zohodesk.toml").open("a") as file:
        file.write('unmanaged = "fail"\n')
    capsys.readouterr()
    assert run(["drift", "-C", "project"]) == 2
    assert 'Unmanaged (2)\n  department "Example Prod" (id ' in capsys.readouterr().out


def test_a_baseline_says_what_was_there_where_no_time_is_told(desk, home, capsys):
    """Agents tell no time of creation: a newcomer must not pass for one who was there."""
    desk.state = [held for held in desk.state if held.name == "jo_example_com"]
    desk.looked("2026-01-06T00:00:00Z")
    assert run(["drift", "-C", "project"]) == 2
    out = capsys.readouterr().out
    assert "tells no time of creation)" in out
    assert "1 of what appeared tells no time of creation, so it may have been there before the stack." in out
    assert run(["drift", "-C", "project", "--write-baseline"]) == 64
    assert "say where first" in capsys.readouterr().err
    with (home / "zohodesk.toml").open("a") as file:
        file.write('\n[drift]\nbaseline = "known.json"\n')
    assert run(["drift", "-C", "project"]) == 1
    assert "is not there. Write it with: zohodesk drift --write-baseline" in capsys.readouterr().err
    assert run(["drift", "-C", "project", "--managed-only", "--write-baseline"]) == 64
    assert run(["drift", "-C", "project", "--write-baseline"]) == 0
    ((organization, table),) = json.loads((home / "known.json").read_text()).items()
    admin = next(row["id"] for row in desk.emulator.state("prod")["agents"] if row["emailId"] != "jo@example.com")
    assert table == {"Agent": [admin]}
    assert organization.isdecimal()
    assert run(["drift", "-C", "project"]) == 0
    desk.desk.add("agents", lastName="New", emailId="new@example.com", departments=["Sales"])
    capsys.readouterr()
    assert run(["drift", "-C", "project"]) == 2
    assert "1 appeared, 1 unmanaged; 1 object compared" in capsys.readouterr().out
    (home / "known.json").write_text('{"7": 3}')
    assert run(["drift", "-C", "project"]) == 1
    assert "known.json is no baseline" in capsys.readouterr().err


def test_the_first_look_is_the_earliest_time_that_the_state_tells():
    times = ["2026-03-02T00:00:00.123456789Z", "2026-03-01T01:00:00+02:00", "soon", None]
    resources = [{"created": when} for when in times]
    manifest = {"time": "2026-04-01T00:00:00Z"}
    assert first_look({"manifest": manifest, "resources": resources}) == datetime(2026, 2, 28, 23, tzinfo=UTC)
    assert first_look({"manifest": manifest, "resources": [{}]}) == datetime(2026, 4, 1, tzinfo=UTC)
    assert first_look({"manifest": manifest}) is None
    assert first_look({"resources": [{}]}) is None


def test_what_state_keeps_secret_is_not_shown(desk, home, capsys):
    desk.import_all(home, hide=True)
    name = next(held.name for held in desk.state if held.value("emailId") == "jo@example.com")
    desk.edit(name, lastName="Dough", phone="+49 111", langCode="fr_FR")
    for form in ([], ["--json"], ["--markdown"], ["--html", "page.html"]):
        assert run(["drift", "-C", "project", *form]) == 2
    text = capsys.readouterr().out + (home / "page.html").read_text()
    assert "last_name" in text
    assert not re.search("Dough|Doe|\\+49|jo@example", text)


@pytest.mark.parametrize("more", [(), ("--managed-only",)])
def test_a_stack_that_hides_people_tells_them_by_id(more, desk, home, monkeypatch, capsys):
    """Though its state was written before the switch was turned on, so that nothing in it is secret."""
    monkeypatch.setattr(DriftStack, "config", lambda _self: {"connection": "prod", "hidePersonalData": "true"})
    admin, jo = (desk.ids[name][1] for name in ("admin_example_com", "jo_example_com"))
    desk.emulator.world.clock.advance(3600)
    desk.edit("sales_language_french", agentIds=[admin], modifiedBy=admin)
    desk.edit("jo_example_com", lastName="By hand")
    desk.state = [held for held in desk.state if held.id != admin]
    said = ""
    for form in ((), ("--json",), ("--markdown",), ("--html", "page.html")):
        assert run(["drift", "-C", "project", *form, *more]) == 2
        said += "".join(capsys.readouterr())
    said += (home / "page.html").read_text()
    assert not re.search(r"@(?!media)|doe|by hand", said, re.IGNORECASE), said
    assert f"agent_ids: -id {jo}  +id {admin}" in said
    assert 'agent "(secret)" (jo_example_com in the program' in said
    assert "last_name: (secret) → (secret)" in said
    assert f"by agent {admin}" in said
    if not more:
        assert f'agent "(secret)" (id {admin}' in said


def test_accept_in_python_tells_hidden_people_by_variable_or_id(desk, home, monkeypatch, capsys):
    desk.import_all(home, form="python")
    monkeypatch.setattr(DriftStack, "config", lambda _self: {"connection": "prod", "hidePersonalData": "true"})
    admin = desk.ids["admin_example_com"][1]
    desk.edit("sales_language_french", agentIds=[admin])
    assert run(["drift", "-C", "project", "--accept"]) == 2
    assert re.search(r"agent_ids=\[agents\.\w+\]", shown := capsys.readouterr().out), shown
    desk.state = [held for held in desk.state if held.id != admin]
    assert run(["drift", "-C", "project", "--accept"]) == 2
    assert f"agent_ids=['{admin}']" in capsys.readouterr().out


def test_an_absence_that_may_be_blindness_is_an_error_and_no_drift(desk, emulator, capsys):
    """A department cannot be deleted: a 404 means that it cannot be seen."""
    desk.edit("sales_language_french", description="x")
    with emulator.world.lock:
        rows = emulator.world.portal("prod").table("departments")
        rows.remove(desk.ids["sales"][1])
    assert run(["drift", "-C", "project"]) == 1
    printed = capsys.readouterr()
    assert "no way to delete a department" in printed.err
    assert "Disappeared" not in printed.out


def test_many_agents_who_can_be_read_as_deleted_are_gone(desk, emulator, home, capsys):
    emulator.seed({"prod": {"generate": {"agents": 30}}})
    desk.import_all(home)
    for held in [held for held in desk.state if held.kind.name == "Agent"][1:26]:
        emulator.edit("prod", "agents", "delete", id=held.id)
    assert run(["drift", "-C", "project"]) == 2
    assert "25 disappeared" in capsys.readouterr().out


@pytest.mark.parametrize("settle", [[], ["--managed-only"], ["--accept"], ["--revert", "--yes"]], ids=str)
def test_many_absences_are_not_believed_and_nothing_is_settled(settle, desk, emulator, home, monkeypatch, capsys):
    for number in range(30):
        desk.desk.add("skills", name=f"K{number}", department="Sales", skillType="Language", criteria=is_when("x"))
    desk.import_all(home)
    engine, before = Engine(monkeypatch), (home / "project" / "skills.yaml").read_text()
    desk.edit("sales", description="by hand")
    for held in [held for held in desk.state if held.kind.name == "Skill"][2:29]:
        emulator.edit("prod", "skills", "delete", id=held.id)
    assert run(["drift", "-C", "project", *settle]) == 1
    printed = capsys.readouterr()
    assert printed.err.count("answer 404") == 1
    assert "none is told as disappeared" in printed.err
    assert "isappeared" not in printed.out
    assert "description: old → by hand" in printed.out
    assert ("Nothing was written or put back" in printed.err) == bool(settle and settle != ["--managed-only"])
    assert (home / "project" / "skills.yaml").read_text() == before
    assert engine.applied == []


def test_another_organisation_is_refused_before_any_request(desk, capsys, monkeypatch):
    monkeypatch.setattr(DriftStack, "config", lambda _self: {"connection": "sandbox"})
    assert run(["drift", "-C", "project"]) == 1
    assert "belongs to organisation" in capsys.readouterr().err
    assert desk.calls() == {}


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--json", "--markdown"], 64, "contradict each other"),
        (["--all-kinds", "--managed-only"], 64, "contradict each other"),
        (["--revert", "--accept"], 64, "contradict each other"),
        (["--revert", "--json"], 64, "leave out --json"),
    ],
)
def test_options_that_contradict_each_other(desk, capsys, arguments, code, words):
    assert run(["drift", "-C", "project", *arguments]) == code
    assert words in " ".join(capsys.readouterr().err.split())
    assert desk.calls() == {}


def test_a_folder_without_a_project_and_a_wrong_ignore_list(home, monkeypatch, capsys):
    monkeypatch.setenv("PATH", "")
    assert run(["drift", "-C", "project"]) == 1
    assert "There is no `pulumi` on the PATH" in capsys.readouterr().err
    with (home / "zohodesk.toml").open("a") as file:
        file.write('\n[drift]\nignore = ["Agnt:*"]\n')
    assert run(["drift", "-C", "project"]) == 1
    assert 'there is no kind "Agnt"' in capsys.readouterr().err


# --- Settling -------------------------------------------------------------------------------------------------------


def test_accept_writes_into_yaml_data_and_keeps_the_rest(desk, home, capsys):
    file = home / "project" / "departments.yaml"
    file.write_text("# mine\n" + file.read_text())
    before = file.read_text().splitlines()
    drifted(desk)
    desk.edit("sales_language_french", agentIds=[desk.ids["admin_example_com"][1]], criteria=is_when("fr"))
    assert run(["drift", "-C", "project", "--accept"]) == 2
    after = file.read_text().splitlines()
    assert [line for line in after if line not in before] == ["    description: by hand"]
    assert after[0] == "# mine"
    printed = capsys.readouterr().out
    assert "Written to project/departments.yaml: sales" in printed
    assert "status: DISABLED" in (home / "project" / "agents.yaml").read_text()
    skills = (home / "project" / "skills.yaml").read_text()
    assert "German" not in skills
    assert "- admin@example.com" in skills
    assert "- jo@example.com" not in skills
    assert run(["diff", "prod", "project"]) == 2  # what appeared is not in the code
    assert "1 only in prod" in (out := capsys.readouterr().out)
    assert "changed" not in out
    assert "different" not in out


def test_accept_writes_a_long_text_into_its_file(desk, home, capsys):
    folder = desk.desk.add("templateFolders", folderName="Own", departmentId=desk.ids["sales"][1])
    sent = {"recordType": "tickets", "subject": "x", "contentType": "richtext", "fromId": "a@example.com"}
    values = {"templateName": "Hello", "departmentId": desk.ids["sales"][1], "folderId": folder, "body": "<p>old</p>"}
    desk.desk.add("emailTemplates", **sent, **values)
    desk.import_all(home)
    file = home / "project" / "texts" / "sales_tickets_hello_body.html"
    assert file.read_text() == "<p>old</p>"
    before = (home / "project" / "email_templates.yaml").read_text()
    desk.edit("sales_tickets_hello", body="<p>by\r\nhand</p>")
    assert run(["drift", "-C", "project", "--accept"]) == 2
    assert file.read_text() == "<p>by\nhand</p>"
    assert (home / "project" / "email_templates.yaml").read_text() == before
    capsys.readouterr()
    assert run(["diff", "prod", "project"]) == 0, capsys.readouterr().out


def test_accept_keeps_line_ends_and_the_mark_before_the_text(desk, home):
    project = home / "project"
    for name in ("departments.yaml", "__main__.py", "Pulumi.yaml"):
        text = (project / name).read_text()
        (project / name).write_bytes(("\ufeff" + text.replace("\n", "\r\n")).encode())
    before = (project / "departments.yaml").read_bytes().decode().split("\r\n")
    drifted(desk)
    assert run(["drift", "-C", "project", "--accept"]) == 2
    after = (project / "departments.yaml").read_bytes().decode().split("\r\n")
    assert [line for line in after if line not in before] == ["    description: by hand"]
    assert after[0] == before[0]
    assert not any("\n" in line for line in after)


def test_accept_says_what_to_edit_in_python(desk, home, capsys):
    desk.import_all(home, form="python")
    drifted(desk)
    assert run(["drift", "-C", "project", "--accept"]) == 2
    printed = capsys.readouterr().out
    assert re.search(r"departments.py, line \d+: desk.Department\('sales', ...\): description='by hand'", printed)
    assert re.search(r"skills.py, line \d+: desk.Skill\('sales_language_german', ...\): remove it", printed)
    assert "Not in the code: 1 that appeared" in printed


def test_accepted_renames_are_followed_by_every_reference(desk, home, capsys):
    """Also where a nested key lies in what was renamed, and where two names swap."""
    desk.desk.add("departments", name="Support")
    desk.desk.add("skillTypes", name="Product", department="Support")
    desk.desk.add("skills", name="Chair", department="Support", skillType="Product", criteria=is_when("x"))
    desk.import_all(home)
    types = home / "project" / "skill_types.yaml"
    types.write_text(types.read_text() + "\n# the end\n")
    desk.edit("sales", name="Support", nameInCustomerPortal="Support")
    desk.edit("support", name="Sales", nameInCustomerPortal="Sales")
    desk.edit("sales_language", name="Sprache")
    desk.edit("jo_example_com", emailId="jo2@example.com")
    assert run(["drift", "-C", "project", "--accept"]) == 2
    skills = (home / "project" / "skills.yaml").read_text()
    assert skills.count("Sprache") == 2, skills
    assert "- jo2@example.com" in skills
    assert types.read_text().endswith("# the end\n")
    capsys.readouterr()
    assert run(["diff", "prod", "project"]) == 0, capsys.readouterr().out


def test_python_refers_to_what_it_declares_by_variable_and_looks_up_the_rest(desk, home, capsys):
    desk.import_all(home, form="python")
    desk.edit("sales_language_french", agentIds=[desk.ids["admin_example_com"][1]])
    assert run(["drift", "-C", "project", "--accept"]) == 2
    assert ": agent_ids=[agents.admin_example_com]" in capsys.readouterr().out
    desk.edit("sales_language_french", agentIds=[])
    assert run(["drift", "-C", "project", "--accept"]) == 2
    assert ": agent_ids=[]\n" in capsys.readouterr().out
    desk.edit("sales_language_french", agentIds=[desk.ids["admin_example_com"][1]])
    desk.state = [held for held in desk.state if held.name != "admin_example_com"]
    assert run(["drift", "-C", "project", "--accept"]) == 2
    assert ": agent_ids=[desk.get_agent(email_id='admin@example.com').id]" in capsys.readouterr().out


def test_nested_references_in_python(tmp_path):
    (tmp_path / "types.py").write_text('import pulumi_zohodesk as desk\nlanguage = desk.SkillType("language")\n')
    (tmp_path / "skills.py").write_text('import pulumi_zohodesk as desk\ndesk.Skill("french")\n')
    places, key = Places(tmp_path), ("Sales", "Language")
    here = places.of("Skill", "french")
    known = {("SkillType", key): "language"}
    assert places.references("SkillType", list(key), known, here) == "types.language"
    assert places.references("SkillType", list(key), known, places.of("SkillType", "language")) == "language"
    looked_up = "desk.get_skill_type(department_id=desk.get_department(name='Sales').id, name='Language').id"
    assert places.references("SkillType", list(key), {}, here) == looked_up
    assert places.references("Role", "CEO", {}, None) == "desk.get_role(name='CEO').id"
    assert places.references("Agent", [{"id": "5"}], {}, None) == "['5']"


class Engine:
    """A fake engine: the steps that it plans, and what it was told to put back, or to learn."""

    def __init__(self, monkeypatch, *steps):
        self.applied: list[list[str]] = []
        self.learnt: list[str] = []

        def update(stack, _out, _plan):
            self.applied.append([logical_name(urn) for urn in stack.targets])
            return Ended(0, {one["urn"]: frozenset({one["op"]}) for one in steps})

        monkeypatch.setattr(DriftStack, "refreshed_preview", lambda _self, _plan: preview(*steps))
        monkeypatch.setattr(DriftStack, "learn", lambda _self, urns: self.learnt.extend(map(logical_name, urns)))
        monkeypatch.setattr(DriftStack, "update", update)


def back(desk, name, op="update", **old):
    """A step that puts an object back, which is live as ``old`` says."""
    held = next(one for one in desk.state if one.name == name)
    inputs = {wire: held.outputs[wire] for wire in held.kind.by_wire if wire in held.outputs}
    new = {"urn": held.urn, "type": TYPE_PREFIX + held.kind.name, "custom": True, "inputs": inputs}
    live = {**new, "id": held.id, "inputs": {**inputs, **old}, "outputs": {**held.outputs, **old}}
    return step(op, None if op == "create" else live, new)


def test_revert_shows_the_plan_and_the_price_asks_and_keeps_a_snapshot(desk, home, monkeypatch, capsys):
    """As `zohodesk up` does it."""
    drifted(desk)
    engine = Engine(monkeypatch, back(desk, "sales", description="by hand"))
    assert run(["drift", "-C", "project", "--revert"]) == 1
    printed = capsys.readouterr()
    assert '~  department "Sales" (sales)  description: "by hand" -> "old"' in printed.out
    assert "Price: at most 1 API call" in printed.out
    assert "Add --yes" in printed.err
    assert engine.applied == []
    assert run(["drift", "-C", "project", "--revert", "--yes"]) == 2  # what appeared is left
    assert engine.applied == [["sales", "jo_example_com", "sales_language_german"]]
    out = capsys.readouterr().out
    assert "Left as they are, since nobody manages them: 1" in out
    assert "list them under [drift] in zohodesk.toml" in out
    (kept,) = (home / "project" / ".zohodesk" / "snapshots" / "dev").glob("*.json")
    (entry,) = load_snapshot(kept).entries
    assert (entry.name, entry.values["description"]) == ("sales", "by hand")


def test_revert_is_bound_by_the_limits(desk, home, monkeypatch, capsys):
    drifted(desk)
    with (home / "zohodesk.toml").open("a") as file:
        file.write("\n[limits]\nupdates = 0\nupdates_percent = 0\n")
    engine = Engine(monkeypatch, back(desk, "sales", description="by hand"))
    assert run(["drift", "-C", "project", "--revert", "--yes"]) == 1
    assert "add --force" in capsys.readouterr().err
    assert engine.applied == []
    assert run(["drift", "-C", "project", "--revert", "--yes", "--force"]) == 2
    assert len(engine.applied) == 1


def test_revert_writes_nothing_where_the_program_wants_what_is_live(desk, monkeypatch, capsys):
    desk.edit("sales", description="by hand")
    same = back(desk, "sales", "same")
    engine = Engine(monkeypatch, same)
    assert run(["drift", "-C", "project", "--revert", "-y"]) == 0
    assert "Nothing to change." in capsys.readouterr().out
    assert engine.applied == []


def test_revert_removes_nothing(desk, monkeypatch, capsys):
    desk.edit("sales", description="by hand")
    engine = Engine(monkeypatch, step("delete", back(desk, "sales")["oldState"]))
    assert run(["drift", "-C", "project", "--revert", "-y"]) == 1
    assert "would also remove or replace sales" in capsys.readouterr().err
    assert engine.applied == []


def test_revert_says_what_loses_its_protection(desk, monkeypatch, capsys):
    """Putting back runs the program on what drifted, and the program says what is protected."""
    desk.edit("sales", description="by hand")
    one = back(desk, "sales", description="by hand")
    one["oldState"]["protect"] = True
    Engine(monkeypatch, one)
    assert run(["drift", "-C", "project", "--revert"]) == 1
    assert '!  department "Sales" (sales)  LOSES ITS PROTECTION from removal' in capsys.readouterr().out


def test_revert_says_whom_it_would_invite(desk, monkeypatch, capsys):
    desk.delete("jo_example_com")
    Engine(monkeypatch, back(desk, "jo_example_com", "create"))
    assert run(["drift", "-C", "project", "--revert"]) == 1
    out = capsys.readouterr().out
    assert '+  agent "jo@example.com" (jo_example_com)  last_name: "Doe"' in out
    assert "1 invitation will be mailed." in out
