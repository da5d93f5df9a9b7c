"""`zohodesk clone` on the real engine: what the second organisation holds afterwards, seen from outside."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from pulumi_zohodesk.kinds import KINDS
from tests.kinds.tables import TABLES
from tests.processes import ran, struck, wait_until

from . import whole_desk
from .two_desks import LARGE, SMALL, Size, TwoDesks, as_names, emptied, fill, two_desks, without

READS = [f"Desk.{area}.READ" for area in ("basic", "settings", "agents", "departments", "automations")]
OWN = "example sandbox"
"""The department that the second organisation begins with; the first has one of another name."""


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[TwoDesks]:
    with two_desks(tmp_path) as made:
        yield made


def fill_both(desks: TwoDesks, size: Size = SMALL) -> TwoDesks:
    fill(desks.emulator, "prod", size)
    fill(desks.emulator, "sandbox", size, part=3, changed=True)
    desks.emulator.clear_log()
    return desks


def wanted(desks: TwoDesks) -> dict[str, dict[tuple[str, ...], dict[str, Any]]]:
    """What the second organisation must hold, from the first and the report alone."""
    store = as_names(desks.emulator, "prod")
    for one in desks.report()["omitted"]:
        key = tuple(part.casefold() for part in one["key"])
        if "field" not in one:
            del store[TABLES[one["kind"]]][key]
            continue
        wire = one["field"]
        row = store[TABLES[one["kind"]]].get(key)
        if row is None:
            continue  # one that only the second has, who stands for others
        left, put = (
            {tuple(part.casefold() for part in names) for names in one.get(part, ())} for part in ("leftOut", "putIn")
        )
        assert left <= set(row[wire])
        row[wire] = sorted({*row[wire]} - left | put)
    return store


def same_but_for_excess(desks: TwoDesks) -> None:
    """Every object of the first is in the second, once and with every writable field; only excess is there beside."""
    found, store = as_names(desks.emulator, "sandbox"), wanted(desks)
    kept = {tuple(part.casefold() for part in one["key"]) for one in desks.report()["kept"]}
    for table, rows in store.items():
        extra = set(found[table]) - set(rows)
        assert extra <= kept, table
        assert {key: row for key, row in found[table].items() if key not in extra} == rows, table


def cloned(desks: TwoDesks) -> None:
    """What was cloned is the same, and the report says that all was done."""
    assert desks.report()["status"] == "done"
    same_but_for_excess(desks)


def settled(desks: TwoDesks, *flags: str) -> None:
    """Besides, `zohodesk diff` says so too, and a second clone writes nothing, reports the same."""
    cloned(desks)
    assert desks.diff("--as-cloned", str(desks.out / "clone-report.json")).code == 0
    before = desks.report()
    desks.emulator.clear_log()
    desks.clone(*flags)
    assert desks.writes() == []
    assert desks.report() == before


@pytest.mark.matrix
def test_a_large_organisation_into_one_that_has_a_third_of_it(desks):
    fill_both(desks, LARGE)
    before = {table: {row["id"] for row in rows} for table, rows in _rows(desks).items()}
    done = desks.clone()
    assert "Proven" in done.out
    report = desks.report()
    assert report["removed"] == []
    assert all(ids <= {row["id"] for row in _rows(desks)[table]} for table, ids in before.items())
    assert not any(operation.startswith(("delete", "addAgent")) for operation in desks.writes())
    left_out = [one for one in report["omitted"] if one["kind"] == "Agent" and "field" not in one]
    assert len(left_out) == 400 - 134
    assert any(one["kind"] == "Skill" and one["leftOut"] for one in report["omitted"])
    settled(desks)


def _rows(desks: TwoDesks) -> dict[str, list[dict[str, Any]]]:
    state = desks.emulator.state("sandbox")
    return {TABLES[kind.name]: state[TABLES[kind.name]] for kind in KINDS}


@pytest.mark.matrix
def test_people_are_invited_when_asked_for_and_counted(desks):
    fill_both(desks)
    refused = desks.clone("--agents", "invite", code=1)
    assert "--yes-invite 23" in refused.err
    assert desks.writes() == []
    desks.clone("--agents", "invite", "--yes-invite", "23")
    assert desks.writes().count("addAgent") == 23
    assert {one["reason"] for one in desks.report()["omitted"]} == {
        "Out of service: an invitation would be sent for nothing."
    }
    settled(desks, "--agents", "invite")


def test_into_an_empty_organisation_every_writable_field_is_the_same(desks):
    """But for who is out of service, whom a clone does not invite. That every field varies is in test_oracle.py."""
    whole_desk.fill(desks.emulator, "prod")
    emptied(desks.emulator, "sandbox")
    desks.clone("--agents", "invite", "--yes-invite", "6")
    first, second = as_names(desks.emulator, "prod"), without(OWN, as_names(desks.emulator, "sandbox"))
    omitted = {tuple(one["key"]) for one in desks.report()["omitted"]}
    off = {key for key, row in first["agents"].items() if row["status"] == "DISABLED"}
    assert omitted == off >= {("off@example.com",)}
    for key in off:
        del first["agents"][key]
    del first["agents"]["admin@example.com",], second["agents"]["admin@example.com",]  # another home each
    assert first == second
    settled(desks, "--agents", "invite")
    done = desks.pulumi("preview", "--refresh", "--expect-no-changes", "--stack", "sandbox")  # as the README there says
    assert done.code == 0, done.text


@pytest.mark.matrix
def test_some_stand_for_others_and_belong_where_these_did(desks):
    fill_both(desks)
    table = desks.home / "people.csv"
    # person 1 and 2 are unknown to the second organisation; the tester is to the first.
    desks.emulator.agent("sandbox", "tester@example.com", departments=["Home 0"])
    table.write_text("from,to\nperson1@example.com,tester@example.com\nPerson2@Example.com,PERSON3@example.com\n")
    desks.clone("--agents", str(table))
    state = desks.emulator.state("sandbox")
    tester = next(row for row in state["agents"] if row["emailId"] == "tester@example.com")
    assert any(tester["id"] in row["agentIds"] for row in state["skills"])
    assert desks.report()["agents"] == "map"
    settled(desks, "--agents", str(table))


@pytest.mark.parametrize("form", ["python", "yaml"])
@pytest.mark.matrix
def test_what_is_only_in_the_target_goes_when_asked_for_within_limits(form, desks):
    fill(desks.emulator, "prod", Size(3, 6, 3, 6))
    fill(desks.emulator, "sandbox", Size(3, 6, 3, 6), changed=True)
    extra = {
        "departments": [{"name": "Extra"}],
        "skillTypes": [{"name": "More", "department": "Extra"}],
        "skills": [{"name": f"More {n}", "department": "Extra", "skillType": "More"} for n in range(2)],
    }
    for table, rows in extra.items():
        desks.emulator.seed({"sandbox": {table: rows}})
    desks.emulator.seed(
        {"sandbox": {"agents": [{"lastName": "X", "emailId": "x@example.com", "departments": ["Extra"]}]}}
    )
    desks.clone("--format", form)
    assert not any(operation.startswith(("delete", "disable")) for operation in desks.writes())
    assert {one["key"][-1] for one in desks.report()["kept"]} == {
        *("Example Sandbox", "Extra", "x@example.com", "More", "More 0", "More 1")
    }
    desks.clone("--format", form, "--prune")
    assert [one["key"][-1] for one in desks.report()["removed"]] == [
        "Extra",
        "x@example.com",
        "More",
        "More 0",
        "More 1",
    ]
    state = desks.emulator.state("sandbox")
    assert not [row for row in (*state["skills"], *state["skillTypes"]) if row["name"].startswith("More")]
    assert next(row for row in state["agents"] if row["emailId"] == "x@example.com")["status"] == "DISABLED"
    settled(desks, "--format", form, "--prune")


def test_more_removals_than_a_slip_of_the_hand_are_refused(desks):
    fill(desks.emulator, "sandbox", SMALL)
    desks.emulator.clear_log()
    assert "would be taken out of service or deleted" in desks.clone("--prune", code=1).err
    assert desks.writes() == []


@pytest.mark.matrix
def test_an_object_that_was_renamed_in_the_source_is_renamed_in_the_target(desks):
    fill(desks.emulator, "prod", Size(3, 0, 3, 6))
    desks.clone()
    made = {one["id"] for one in desks.report()["created"]}
    for table, old, new in (("departments", "Home 1", "Heim 1"), ("skills", "Skill 2", "Können 2")):
        row = next(row for row in desks.emulator.state("prod")[table] if row["name"] == old)
        desks.emulator.edit("prod", table, "update", id=row["id"], values={"name": new})
    # A skill gets a type that the target does not have yet.
    home = {"departmentId": row["departmentId"]}
    tongues = desks.emulator.edit("prod", "skillTypes", "create", values={"name": "Tongues", **home})
    desks.emulator.edit("prod", "skills", "update", id=row["id"], values={"skillTypeId": tongues["id"]})
    desks.emulator.clear_log()
    desks.clone()
    assert sorted(desks.writes()) == ["createSkillType", "updateDepartment", "updateSkill"]
    assert {one["id"] for one in desks.report()["created"]} > made
    settled(desks)


@pytest.mark.matrix
def test_what_the_service_takes_no_more_is_left_out_and_told(desks):
    """People without a department, and members of a department that a skill does not lie in."""
    fill(desks.emulator, "prod", Size(2, 4, 2, 2))
    emulator = desks.emulator
    emulator.edit("prod", "agents", "create", values={"lastName": "N", "emailId": "n@example.com", "isConfirmed": True})
    state = emulator.state("prod")
    skill = state["skills"][0]
    stranger = next(row for row in state["agents"] if skill["departmentId"] not in row["associatedDepartmentIds"])
    members = [*skill["agentIds"], stranger["id"]]
    emulator.edit("prod", "skills", "update", id=skill["id"], values={"agentIds": members})
    flags = ("--agents", "invite")
    desks.clone(*flags)
    told = {(one["kind"], one.get("field", "")) for one in desks.report()["omitted"]}
    assert {("Agent", ""), ("Skill", "agentIds")} <= told
    settled(desks, *flags)


@pytest.mark.matrix
def test_what_was_deleted_in_the_target_is_made_again_under_its_name(desks):
    fill(desks.emulator, "prod", Size(3, 0, 3, 6))
    desks.clone()
    before = (desks.out / "skills.py").read_text(encoding="utf-8")
    for name in ("Skill 2", "Skill 3"):
        desks.emulator.edit("sandbox", "skills", "delete", key={"name": name})
    desks.emulator.clear_log()
    desks.clone()
    assert desks.writes() == ["createSkill"] * 2
    assert (desks.out / "skills.py").read_text(encoding="utf-8") == before
    settled(desks)


# What breaks


@pytest.mark.matrix
def test_answers_that_are_lost_cost_nothing_but_a_look(desks):
    fill_both(desks)
    desks.emulator.fault(operation="createSkill", organization="sandbox", nth=4, count=3, drop="after")
    desks.clone()
    settled(desks)


@pytest.mark.matrix
def test_a_lost_connection_is_told_recorded_and_continued(desks):
    fill_both(desks)
    desks.emulator.fault(operation="createSkill", organization="sandbox", nth=4, count=None, drop="before")
    done = desks.clone("--json", code=1)
    assert "Run the same command again" in done.err
    report = desks.report()
    assert json.loads(done.out) == report
    assert report["status"] == "unfinished"
    assert report["trouble"]
    made = {one["id"] for one in report["created"] if one["id"]}
    assert made <= {row["id"] for rows in _rows(desks).values() for row in rows}
    assert len(made) < len(report["created"])
    desks.emulator.clear_faults()
    desks.clone()
    settled(desks)


@pytest.mark.matrix
def test_a_scope_that_every_write_lacks_is_said_once(desks):
    fill(desks.emulator, "prod", Size(3, 0, 3, 3))
    token = desks.emulator.token("sandbox", scopes=READS)["refresh_token"]
    done = desks.clone(code=1, ZOHODESK_SANDBOX_REFRESH_TOKEN=token)
    assert done.err.count("Layer 1 of 3 refuses") == 1
    assert "Made so far: 0 objects" in done.err
    assert "Layer 1 of 3 refuses" in desks.report()["trouble"]
    desks.clone()
    settled(desks)


KILLS = [(1, "after", True), (20, "before", True), (45, "after", True)]
"""Every moment of a run has its turn below, one request at a time; here are several under way."""


@pytest.mark.parametrize(
    ("k", "effect", "whole"),
    [(20, "before", False), *(pytest.param(*kill, marks=pytest.mark.matrix) for kill in KILLS)],
)
def test_killed_around_the_kth_write_it_continues_and_ends_the_same(k, effect, whole, desks):
    """The run is killed as the k-th write comes in, or as it was answered: with its engine, or the command alone."""
    fill_both(desks)
    kill(desks, k, effect, whole)
    desks.clone()
    cloned(desks)
    created = desks.report()["created"]
    assert len({one["id"] for one in created}) == len(created) == 33


def kill(desks: TwoDesks, k: int, effect: str, whole: bool) -> None:
    write = "^/api/v1/"
    for method in ("POST", "PATCH"):
        desks.emulator.fault(method=method, organization="sandbox", path=write, nth=10**6)  # counts alone
    desks.emulator.switch(latency_ms=40)
    process = started(desks)
    wait_until(lambda: struck(desks.emulator) >= k if effect == "before" else len(desks.writes()) >= k, 120)
    assert process.poll() is None
    if whole:
        end_session(process.pid)
    process.kill()
    process.wait()
    desks.emulator.switch(latency_ms=0)
    desks.emulator.clear_faults()


def started(desks: TwoDesks, *flags: str) -> subprocess.Popen[bytes]:
    """A clone that runs beside the test, in a session of its own."""
    return subprocess.Popen(
        desks.command("--yes", *flags),
        cwd=desks.home,
        env=desks.environ(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )


TINY, HELD_MS = Size(3, 6, 3, 5), 15_000
PARTS = 13
"""At so many of the requests of a run one run is killed, from the first to the last."""


def fill_tiny(desks: TwoDesks) -> None:
    fill(desks.emulator, "prod", TINY)
    fill(desks.emulator, "sandbox", TINY, part=3, changed=True)
    desks.emulator.clear_log()


@pytest.fixture(scope="module")
def requests(tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many requests a whole clone into a third of the tiny desk sends."""
    with two_desks(tmp_path_factory.mktemp("whole")) as desks:
        fill_tiny(desks)
        desks.clone("--agents", "invite")
        return sum(entry["path"].startswith("/api/v1/") for entry in desks.emulator.log())


@pytest.mark.matrix
@pytest.mark.parametrize("effect", ["before", "after"])
@pytest.mark.parametrize("part", range(PARTS))
def test_killed_at_every_kth_request_it_continues_and_ends_the_same(part, effect, requests, desks):
    """The power goes while the k-th request of the run, read or write, waits for its effect, or for its answer."""
    fill_tiny(desks)
    flags = ("--agents", "invite")
    kill_at(desks, 1 + part * (requests - 1) // (PARTS - 1), effect, flags)
    desks.clone(*flags)
    settled(desks, *flags) if part % 4 == 0 else cloned(desks)  # what a second clone does takes half of the time
    created = desks.report()["created"]
    assert len({one["id"] for one in created}) == len(created) == 11


def kill_at(desks: TwoDesks, k: int, effect: str, flags: tuple[str, ...]) -> None:
    """Hold the k-th request, before its effect (then it never has any) or after it, and kill everything meanwhile."""
    held: dict[str, Any] = {"drop": "before"} if effect == "before" else {"after": True}
    desks.emulator.fault(path="^/api/v1/", nth=k, delay_ms=HELD_MS, **held)
    process = started(desks, *flags)
    wait_until(lambda: struck(desks.emulator) >= k, 120)
    if effect == "after":
        time.sleep(0.2)  # the effect follows the count within the same step of the server
    assert process.poll() is None
    end_session(process.pid)
    process.wait()
    desks.emulator.clear_faults()


def end_session(leader: int) -> None:
    """Kill the engine, which has a session of its own, and all that it started: the power is gone."""
    sessions = {leader}
    while more := {own for own, parent in _sessions() if parent in sessions} - sessions:
        sessions |= more
    for entry in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            if os.getsid(int(entry.name)) in sessions:
                os.kill(int(entry.name), signal.SIGKILL)


def _sessions() -> Iterator[tuple[int, int]]:
    """Of every process, its session and that of its parent."""
    for entry in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            yield os.getsid(int(entry.name)), os.getsid(parent)


@pytest.mark.matrix
def test_a_stack_that_another_computer_has_locked_is_left_alone(desks):
    fill(desks.emulator, "prod", Size(2, 0, 0, 0))
    desks.clone()
    lock = desks.out / ".state/.pulumi/locks/organization/clone-of-example-prod/sandbox/1.json"
    lock.parent.mkdir(parents=True, exist_ok=True)
    lock.write_text('{"pid": 1, "username": "x", "hostname": "elsewhere", "timestamp": "2026-01-01T00:00:00Z"}')
    desks.emulator.clear_log()
    assert "locked by process 1 of elsewhere" in refused(desks)
    assert lock.exists()


@pytest.mark.matrix
def test_stacks_of_others_on_a_shared_backend_are_left_alone(desks):
    fill(desks.emulator, "prod", Size(2, 0, 0, 0))
    shared = desks.home / "shared"
    shared.mkdir()
    more = {"PULUMI_BACKEND_URL": f"file://{shared}", "PULUMI_CONFIG_PASSPHRASE": "correct horse"}
    desks.clone(**more)
    assert not (desks.out / ".state").exists()
    desks.out.rename(desks.home / "first")
    desks.emulator.edit("prod", "departments", "create", values={"name": "More"})
    desks.emulator.clear_log()
    assert "belongs to another folder" in refused(desks, **more)


# What is refused, before anything is written


def refused(desks: TwoDesks, *flags: str, **more: str) -> str:
    done = desks.clone(*flags, code=1, **more)
    assert desks.writes() == []
    return done.err


@pytest.mark.matrix
def test_one_organisation_twice(desks):
    command = desks.command("--yes")
    command[command.index("sandbox")] = "prod"
    done = ran(command, code=1, env=desks.environ(), cwd=desks.home)
    assert "are the same organisation" in done.err
    assert not desks.out.exists()


@pytest.mark.matrix
def test_a_question_that_nobody_can_answer(desks):
    fill(desks.emulator, "prod", Size(2, 0, 0, 0))
    done = ran(desks.command(), code=1, env=desks.environ(), cwd=desks.home)
    assert "Say so with --yes." in done.err
    assert desks.writes() == []
    assert "\x1b" not in done.text


def test_a_folder_that_is_something_else(desks):
    fill(desks.emulator, "prod", Size(2, 0, 0, 0))
    desks.out.mkdir()
    (desks.out / "mine.txt").write_text("mine")
    assert "is not empty, and no clone" in refused(desks)
    assert [path.name for path in desks.out.iterdir()] == ["mine.txt"]


@pytest.mark.matrix
def test_a_program_that_somebody_edited(desks):
    fill(desks.emulator, "prod", Size(2, 0, 0, 0))
    desks.clone()
    desks.emulator.edit("prod", "departments", "create", values={"name": "More"})
    desks.emulator.clear_log()
    (desks.out / "departments.py").write_text("# mine")
    assert "edited since" in refused(desks)


@pytest.mark.matrix
def test_what_the_target_cannot_hold(desks):
    fill_both(desks)
    emulator = desks.emulator
    skill = next(row for row in emulator.state("prod")["skills"])
    strange = {"fieldModule": "tickets", "fieldName": "Moon", "condition": "is", "value": ["full"]}
    emulator.edit(
        *("prod", "skills", "update"),
        id=skill["id"],
        values={"criteria": {"fieldConditions": [strange], "pattern": "1"}},
    )
    emulator.seed({"sandbox": {"edition": "FREE", "limits": {"skills": 2}}})
    said = refused(desks)
    assert 'the target has no field "Moon" of tickets' in said
    assert "objects of kind Skill; it may hold 2" in said
    assert "edition FREE" not in said  # it holds more than the figure says, so the figure is not believed
