"""`zohodesk preview`, `up` and `restore` on the real engine, against the emulator."""

from __future__ import annotations

import json
import os
import signal
import stat

import pytest

from pulumi_zohodesk.dynamic import logical_name
from tests.processes import wait_until

from .help_desk import Declared, agent, skill
from .run_desk import SMALL, changed, without


def test_a_life_with_up(desk):
    """Create, change, disable, delete; every price holds; a snapshot puts everything back."""
    desk = desk.declare(SMALL)
    before = desk.json("preview")
    assert before["price"]["invitations"] == before["price"]["seats"] == 1
    assert [step["op"] for step in before["steps"]] == ["create"] * 6
    desk.emulator.clear_log()
    desk.run("up", code=1)
    assert desk.writes() == []  # nobody could be asked
    done = desk.run("up", "--yes", "--no-snapshot")
    assert "Price: at most" in done.out
    assert "1 invitation will be mailed. 1 seat will be taken." in done.out
    assert desk.run("up", "--yes").out == "Nothing to change.\n"
    desk.stack.clean()

    old = {name: dict(desk.row(name)) for name in SMALL}
    wanted = without("german", "side", "kim")
    wanted = {**wanted, "french": skill("@languages", "Francais", agent_ids=[])}
    wanted["home"] = {**SMALL["home"], "name": "Main", "description": "New"}
    desk = desk.declare(wanted)
    report = desk.json("up", "--yes")
    assert report["applied"]
    assert report["left"] == []
    assert len(report["done"]) == 5
    file = desk.stack.program / report["snapshot"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert (desk.stack.program / ".zohodesk" / ".gitignore").read_text() == "*\n"
    assert report["snapshot"] in desk.run("restore", "--list").out
    secrets = [value for name, value in desk.emulator.env().items() if name.endswith(("SECRET", "TOKEN"))]
    assert not any(secret in file.read_text() for secret in secrets)

    shown = desk.run("restore", report["snapshot"], "--dry-run")
    assert "will be made anew" in shown.out
    desk.emulator.clear_log()
    assert "--yes" in desk.run("restore", report["snapshot"], code=1).err
    desk.run("restore", report["snapshot"], "--only", "nothing*", "--yes", code=1)
    assert desk.writes() == []
    assert "french was put back" in desk.run("restore", report["snapshot"], "--only", "french", "--yes").out
    assert [row["name"] for row in desk.rows("skills")] == ["French"]
    again = desk.json("restore", report["snapshot"], "--yes")
    new = {logical_name(one["urn"]): one["newId"] for one in again["objects"]}
    assert [name for name, id in new.items() if id] == ["german"]
    german = next(row for row in desk.rows("skills") if row["name"] == "German")
    assert german["id"] == new["german"] != old["german"]["id"]
    assert {key: german[key] for key in ("description", "criteria", "status", "skillTypeId")} == {
        key: old["german"][key] for key in ("description", "criteria", "status", "skillTypeId")
    }
    for name, table in {"home": "departments", "side": "departments", "kim": "agents", "french": "skills"}.items():
        now = next(row for row in desk.rows(table) if row["id"] == old[name]["id"])
        assert {key: now[key] for key in now if "modified" not in key} == {
            key: old[name][key] for key in now if "modified" not in key
        }
    assert all(
        one["does"] == "nothing"
        for one in desk.json("restore", report["snapshot"], "--dry-run")["objects"]
        if one["id"] != old["german"]["id"]
    )


MANY = {f"s{number}": skill("@languages", f"Skill {number}") for number in range(5)}
BUSY: Declared = {**SMALL, **MANY}
OFF = agent(2, associated_department_ids=["@home"], status="DISABLED")
CHANGED: Declared = {
    **BUSY,
    "home": {**SMALL["home"], "description": "New", "name": "Main"},
    "side": {**SMALL["side"], "is_enabled": False},
    "kim": {**SMALL["kim"], "status": "DISABLED", "associated_department_ids": ["@home"]},
    "french": {**SMALL["french"], "agent_ids": [], "name": "F"},
}
FEWER: Declared = {name: {**CHANGED, "side": SMALL["side"]}[name] for name in ("home", "side", "languages", "s0")}
LIFE = {
    "creates in a new department": (BUSY, True),
    "creates beside what exists, an agent out of service": (
        {**BUSY, "lee": OFF, "parts": {"kind": "SkillType", "department_id": "@side", "name": "Parts"}},
        True,
    ),
    "updates, sets, switches": ({**CHANGED, "lee": OFF}, True),
    "removals": (FEWER, False),
    "a replacement": ({**FEWER, "languages": {**SMALL["languages"], "department_id": "@side"}}, False),
}


@pytest.mark.matrix
def test_the_price_is_what_the_emulator_charges(desk):
    """Exact but for removals, whose guards find less the later they ask."""
    for name, (things, exact) in LIFE.items():
        desk = desk.declare(things)
        desk.emulator.clear_log()
        report = desk.json("preview")
        price = report["price"]
        assert (report["looking"]["calls"], report["looking"]["credits"]) == desk.calls(), name
        desk.emulator.clear_log()
        desk.stack.up("--refresh=false")  # the engine's part of `zohodesk up`
        calls, credits = desk.calls()
        assert calls > 0
        assert calls <= price["calls"] <= calls + (0 if exact else 3), name
        assert credits <= price["credits"] <= credits + (0 if exact else 6), name
    desk.stack.clean()


@pytest.mark.matrix
def test_looking_writes_nothing_and_says_everything_that_would_be_refused(desk):
    """Limits, guards and duplicates are told before anything is written."""
    emulator = desk.emulator
    emulator.seed({"prod": {"departments": [{"name": "Taken"}]}})
    emulator.clear_log()
    things = {**SMALL, "taken": {"kind": "Department", "name": "taken"}}
    refused = desk.declare(things).run("up", "--yes", code=1)
    assert "taken" in refused.err
    assert "exists already" in refused.err
    assert desk.writes() == []
    desk = desk.declare(SMALL)
    desk.stack.up()
    # All that the stack has is one department, one agent ..., so a limit of nothing is needed to be met.
    (desk.stack.program / "zohodesk.toml").write_text("[limits]\nremovals = 1\nremovals_percent = 20\n")
    desk = desk.declare(without("french", "german"))
    emulator.clear_log()
    refused = desk.run("up", "--yes", code=1)
    assert "2 of 2 skills (100 %) would be taken out of service or deleted; the limit is 1 and 20 %." in refused.err
    assert "--force" in refused.err
    report = desk.json("up", "--yes", code=1)
    assert len(report["exceeded"]) == 2
    assert not report["applied"]
    assert desk.run("preview").out.count("the limit is") == 2
    assert desk.writes() == []
    assert desk.run("up", "--removals", "2", "--yes").code == 0
    assert desk.rows("skills") == []
    # Somebody makes the department the default one, which must stay.
    default = next(row for row in desk.rows("departments") if row["isDefault"])
    emulator.edit("prod", "departments", "update", id=default["id"], values={"isDefault": False})
    desk.edit("side", isDefault=True)
    desk = desk.declare({name: thing for name, thing in SMALL.items() if name == "home"})
    emulator.clear_log()
    refused = desk.run("up", "--yes", "--force", code=1)
    assert "default department" in refused.err
    assert desk.writes() == []
    # What is protected is so for everybody.
    (desk.stack.program / "zohodesk.toml").write_text('[protected]\nAgent = ["*@EXAMPLE.com"]\n')
    desk = desk.declare(without("kim", "french", "german"))
    assert "is protected by [protected]" in desk.run("up", "--yes", code=1).err
    assert "is protected by [protected]" in desk.stack.up(code=None).text
    assert desk.writes() == []


@pytest.mark.matrix
def test_a_plan_is_applied_as_it_was_reviewed_or_not_at_all(desk):
    desk = desk.declare(SMALL)
    desk.stack.up()
    wanted = changed("home", description="New")
    wanted["french"] = {**SMALL["french"], "name": "Francais"}
    desk = desk.declare(wanted)
    said = desk.run("preview", "--plan", "plan.json").out
    assert "zohodesk up --plan plan.json" in said
    file = desk.stack.program / "plan.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert 'description: "Old" -> "New"' in said
    desk.edit("home", description="Somebody else's")
    moved = desk.run("up", "--plan", "plan.json", "--yes", code=1).err
    assert 'department "Home"' in moved
    assert "moved since the plan was made: description" in moved
    assert "french" not in moved
    desk.edit("home", description="Old")
    other = desk.declare({**wanted, "german": {**SMALL["german"], "name": "Deutsch"}})
    assert "not in the plan" in other.run("up", "--plan", "plan.json", "--yes", code=1).err
    other = desk.declare({**wanted, "french": {**SMALL["french"], "name": "Anything"}})
    assert "wants something else: name" in other.run("up", "--plan", "plan.json", "--yes", code=1).err
    desk.delete("french")
    assert "it is gone" in desk.run("up", "--plan", "plan.json", "--yes", code=1).err
    desk.emulator.clear_log()
    file.write_text("{}")  # over which no plan is written
    assert "is no plan of zohodesk" in desk.run("up", "--plan", "plan.json", "--yes", code=1).err
    assert desk.writes() == []
    # French is gone, so the plan now makes it anew; that is another plan, and it fits.
    file.unlink()
    assert desk.json("preview", "--plan", "plan.json")["plan"] == "plan.json"
    report = desk.json("up", "--plan", "plan.json", "--yes")
    assert report["applied"]
    assert sorted(desk.writes()) == ["createSkill", "updateDepartment"]
    assert "was applied already" in desk.run("up", "--plan", "plan.json", "--yes").err
    desk.stack.clean()


@pytest.mark.matrix
def test_what_changed_outside_is_learned_first_and_nothing_else_is_read(desk):
    """Drift that the program took over: a state that still says otherwise would send what is so already."""
    desk = desk.declare(SMALL)
    desk.stack.up()
    desk.edit("home", description="By hand")
    desk.edit("side", name="Other")
    desk = desk.declare(changed("home", description="By hand"))
    preview = desk.json("preview")
    assert [step["name"] for step in preview["steps"]] == ["side"]
    desk.emulator.clear_log()
    desk.run("up", "--yes")
    assert desk.writes() == ["updateDepartment"]
    desk.stack.clean()


def test_a_run_that_fails_half_way_says_what_was_done(desk):
    desk = desk.declare(SMALL)
    desk.stack.up()
    body = {"errorCode": "UNPROCESSABLE_ENTITY", "message": "No.\x1b[31m"}
    desk.emulator.fault(operation="updateSkill", status=422, body=body, count=None)
    wanted = changed("home", description="New")
    wanted["french"] = {**SMALL["french"], "name": "Francais"}
    done = desk.declare(wanted).run("up", "--yes", code=1)
    assert "made:     update department home" in done.err
    assert "failed:   update skill french" in done.err
    assert "1 of 2 changes were made" in done.err
    (file,) = (desk.stack.program / ".zohodesk" / "snapshots").glob("*/*.json")
    assert f"zohodesk restore {file.relative_to(desk.stack.program)}" in done.err
    desk.emulator.clear_faults()
    put_back = desk.json("restore", str(file), "--yes")["objects"]
    assert {logical_name(one["urn"]): one["does"] for one in put_back} == {"home": "update", "french": "nothing"}
    assert desk.row("home")["description"] == "Old"


def test_ctrl_c_stops_once_and_says_what_was_done(desk):
    desk = desk.declare({"home": SMALL["home"]})
    desk.stack.up()
    things = {
        "home": SMALL["home"],
        **{f"d{number}": {"kind": "Department", "name": f"D{number}"} for number in range(40)},
    }
    desk.emulator.fault(operation="addDepartment", delay_ms=400, count=None)
    desk = desk.declare(things)
    process = desk.start("up", "--yes", "--json")
    wait_until(lambda: len(desk.rows("departments")) >= 7, 120)
    os.kill(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=120)
    assert process.returncode == 130, err
    report = json.loads(out)
    made = {row["name"] for row in desk.rows("departments")} & {f"D{number}" for number in range(40)}
    assert {logical_name(urn).upper() for urn in report["done"]} == made
    assert 5 <= len(made) < 40
    assert len(report["done"]) + len(report["left"]) == 40
    assert f"The run stopped. {len(made)} of 40 changes were made." in err
    desk.emulator.clear_faults()
    assert len(desk.json("up", "--yes")["done"]) == 40 - len(made)
    desk.stack.clean()


@pytest.mark.matrix
def test_what_is_protected_is_so_for_a_program_in_a_folder_of_its_own(desk):
    project = desk.stack.program
    (project / "src").mkdir()
    (project / "__main__.py").rename(project / "src" / "__main__.py")
    (project / "Pulumi.yaml").write_text(f"{(project / 'Pulumi.yaml').read_text()}main: src\n")
    desk = desk.declare(SMALL)
    desk.stack.up()
    (project / "zohodesk.toml").write_text('[protected]\nAgent = ["*@example.com"]\n')
    (project / "src" / "zohodesk.toml").write_text("[limits]\nremovals = 9\n")
    desk = desk.declare(without("kim", "french", "german"))
    for said in (desk.run("up", "--yes", code=1).err, desk.stack.run("destroy", "--yes", code=None).text):
        assert f"{project / 'src' / 'zohodesk.toml'} differ" in said
    (project / "src" / "zohodesk.toml").unlink()
    desk.emulator.clear_log()
    assert "is protected by [protected]" in desk.run("up", "--yes", code=1).err
    assert desk.writes() == []
    assert "is protected by [protected]" in desk.stack.run("destroy", "--yes", code=None).text
    assert any(row["emailId"] == SMALL["kim"]["email_id"] and row["status"] == "ACTIVE" for row in desk.rows("agents"))


@pytest.mark.matrix
def test_a_write_that_is_refused_is_blamed_and_not_the_program(desk):
    desk = desk.declare({"side": SMALL["side"], "home": SMALL["home"]})
    desk.stack.up()
    refusal = {"errorCode": "INVALID_DATA", "message": "Not this one."}
    desk.emulator.fault(operation="updateDepartment", count=None, status=422, body=refusal)
    desk = desk.declare(changed("home", description="New"))
    done = desk.run("up", "--yes", code=1)
    assert "failed with HTTP 422 INVALID_DATA: Not this one." in done.out
    assert "none were seen" not in done.text
    assert "wants something else" not in done.err
    told = done.err.splitlines()
    assert "  failed:   update department home" in told
    assert "  not made: create skill french (held back by home)" in told
    desk.emulator.clear_faults()
    assert desk.run("up", "--yes").code == 0
    assert len(desk.rows("skills")) == 2
