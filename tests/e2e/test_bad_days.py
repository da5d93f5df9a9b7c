"""Days on which something breaks: no object is made twice, the state stays true, and the next run continues."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from pulumi_zohodesk.emulator import Emulator
from tests.processes import wait_until

from .bad_day import (
    CREATES,
    creates,
    departments,
    desk_of,
    everything_once,
    fails,
    nothing_twice,
    objects,
)
from .help_desk import PROGRAM, Declared, HelpDesk
from .stack import Stack

MakeDesk = Callable[..., HelpDesk]
THIRTY = desk_of(homes=12, people=8, types=6, skills=4)
UP = ("up", "--yes", "--skip-preview")
FEW = desk_of(homes=4, people=2, types=3, skills=2)


def new_desk(home: Path, emulator: Emulator, things: Declared) -> HelpDesk:
    # For a moment the stack's settings lie beside the program, which other tests use: hence a name of its own.
    stack = Stack(PROGRAM, home, emulator.env(), f"{home.name[:20].replace('_', '-')}-{os.getpid()}")
    return HelpDesk(stack.init(), emulator).declare(things)


@pytest.fixture
def make_desk(tmp_path: Path) -> Iterator[MakeDesk]:
    """Makes a stack of the mutable program with an emulator of its own."""
    with Emulator() as emulator:

        def make(things: Declared) -> HelpDesk:
            return new_desk(tmp_path, emulator, things)

        yield make


# A. The engine ends in the middle


class Running:
    """A `pulumi up` that runs by itself, and what it leaves behind."""

    def __init__(self, desk: HelpDesk) -> None:
        self.desk = desk
        desk.emulator.switch(latency_ms=60)
        self.engine = desk.stack.start(*UP)

    def after(self, count: int) -> Running:
        """Wait for so many creates; the engine must still have some to do."""
        wait_until(lambda: creates(self.desk.emulator) >= count or self.engine.poll() is not None)
        assert self.engine.poll() is None
        return self

    def quiet(self) -> None:
        """Wait until the plugin, which outlives the engine, has finished what it had."""
        seen = -1
        while seen != (seen := len(self.desk.emulator.log())):
            time.sleep(1.5)
        self.desk.emulator.switch(latency_ms=0)

    def end(self) -> None:
        """End what is left of the engine's session: its plugin waits for ever."""
        for entry in Path("/proc").iterdir():
            with suppress(OSError, ValueError):
                if os.getsid(int(entry.name)) == self.engine.pid:
                    os.kill(int(entry.name), signal.SIGKILL)
        self.engine.wait(10)
        if self.engine.stdout:
            self.engine.stdout.close()


def mend(file: Path) -> None:
    """As docs/interrupted.md says of `failed to load checkpoint: EOF`: killed while writing the attributes."""
    attributes = file.with_name(f"{file.name}.attrs")
    if attributes.exists() and not attributes.stat().st_size:
        attributes.unlink()


@pytest.fixture
def killed(make_desk: MakeDesk) -> Iterator[HelpDesk]:
    """Thirty creates; the engine was killed in the middle of them, and objects exist that the state does not know."""
    desk = make_desk(THIRTY)
    run = Running(desk).after(14)
    run.engine.kill()
    run.engine.wait()
    run.quiet()
    made = creates(desk.emulator)
    file = desk.stack.backend / f".pulumi/stacks/mutable/{desk.stack.name}.json"
    held = json.loads(file.read_text())
    known = [item for item in held["checkpoint"]["latest"]["resources"] if item.get("id") and item["custom"]]
    assert len(known) < made < len(THIRTY)
    mend(file)
    yield desk
    run.end()


def test_the_documented_steps_recover_from_a_killed_engine(killed):
    stack = killed.stack
    assert "locked" in fails(stack, *UP)
    stack.run("cancel", "--yes")
    stack.run("refresh", "--clear-pending-creates", "--yes")
    before = stack.resources()
    assert "Adopted" in stack.zohodesk("adopt").out
    assert len(stack.resources()) == creates(killed.emulator) > len(before)
    assert stack.export()["deployment"].get("pending_operations") is None
    stack.run("up", "--yes")
    everything_once(killed, THIRTY)
    assert creates(killed.emulator) == len(THIRTY)


@pytest.mark.matrix
def test_a_checkpoint_that_was_being_written_when_the_engine_was_killed_can_be_read_again(make_desk):
    desk = make_desk(departments(1))
    desk.stack.up()
    file = desk.stack.backend / f".pulumi/stacks/mutable/{desk.stack.name}.json"
    file.with_name(f"{file.name}.attrs").write_text("")
    assert "failed to load checkpoint: EOF" in fails(desk.stack, "cancel", "--yes")
    mend(file)
    everything_once(desk, departments(1))


@pytest.mark.matrix
def test_without_adopting_the_next_run_refuses_what_exists_and_names_it(killed):
    stack = killed.stack
    stack.run("cancel", "--yes")
    said = fails(stack, *UP)
    assert "run `zohodesk adopt`" in said
    ids = {row["id"] for rows in killed.emulator.state("prod").values() if isinstance(rows, list) for row in rows}
    assert any(f"exists already: id {id}," in said for id in ids)
    nothing_twice(killed.emulator)
    stack.run("refresh", "--clear-pending-creates", "--yes")
    stack.zohodesk("adopt")
    stack.run("up", "--yes")
    everything_once(killed, THIRTY)


def test_after_one_interrupt_the_next_run_continues(make_desk):
    desk = make_desk(THIRTY)
    run = Running(desk).after(10)
    os.killpg(run.engine.pid, signal.SIGINT)
    output = run.engine.communicate(timeout=60)[0]
    run.quiet()
    assert run.engine.returncode != 0
    assert "Traceback" not in output
    assert 10 <= creates(desk.emulator) < len(THIRTY)
    run.end()
    desk.stack.run("up", "--yes")
    everything_once(desk, THIRTY)
    assert creates(desk.emulator) == len(THIRTY)


# B. A refresh that gets doubtful answers


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HelpDesk]:
    """A help desk that is applied once; the tests that share it only refresh, and must not change its state."""
    with Emulator() as emulator:
        desk = new_desk(tmp_path_factory.mktemp("few"), emulator, FEW)
        desk.stack.up()
        yield desk
        everything_once(desk, FEW)


def doubtful(desk: HelpDesk, **variables: str) -> str:
    """A refresh that must fail, with the state as it was."""
    before = desk.stack.export()["deployment"]["resources"]
    said = fails(desk.stack, "refresh", "--yes", "--skip-preview", **variables)
    after = desk.stack.export()["deployment"]["resources"]
    assert {item["urn"]: item.get("outputs") for item in after} == {item["urn"]: item.get("outputs") for item in before}
    return said


@pytest.mark.xdist_group("few")
def test_the_state_of_another_organisation_is_refused_before_any_request(few):
    few.emulator.clear_log()
    said = doubtful(few, **few.emulator.env("sandbox"))
    ours, theirs = (few.emulator.env(name)["ZOHODESK_ORG_ID"] for name in ("prod", "sandbox"))
    assert f"belongs to organisation {ours}, but the connected organisation is {theirs}" in said
    assert few.emulator.log() == []


@pytest.mark.xdist_group("few")
def test_a_refresh_at_an_address_that_is_not_the_api_removes_nothing(few):
    url = f"{few.emulator.url}/nowhere"
    said = doubtful(few, ZOHODESK_API_URL=url)
    assert f"most likely the data centre or the API root is wrong. The request went to {url}" in said


@pytest.mark.xdist_group("few")
def test_a_refresh_at_another_data_centre_removes_nothing(few):
    few.emulator.switch(wrong_dc="html404")
    try:
        said = doubtful(few)
    finally:
        few.emulator.switch(wrong_dc="")
    assert "most likely the data centre or the API root is wrong" in said


@pytest.mark.parametrize(
    ("as_404", "words"),
    [
        (False, "the object itself is out of reach"),
        pytest.param(True, "can most likely not see", marks=pytest.mark.matrix),
    ],
)
@pytest.mark.xdist_group("few")
def test_a_token_that_sees_half_the_departments_removes_nothing(few, as_404, words):
    token = few.emulator.token("prod", departments=["Dept 0", "Dept 1"])
    few.emulator.switch(invisible_as_404=as_404)
    try:
        said = doubtful(few, ZOHODESK_REFRESH_TOKEN=token["refresh_token"])
    finally:
        few.emulator.switch(invisible_as_404=False)
    assert words in said
    assert "administrator who sees all" in said


@pytest.mark.xdist_group("few")
def test_a_list_page_without_a_row_changes_nothing(few):
    for kind in ("getDepartments", "getAgents", "getSkillTypes", "getSkills"):
        few.emulator.fault(operation=kind, drop_row=1, count=None)
    few.emulator.clear_log()
    try:
        few.stack.refresh("--expect-no-changes")
    finally:
        few.emulator.clear_faults()
    assert {"getDepartments", "getDepartment"} <= {entry["operation"] for entry in few.emulator.log()}
    assert set(few.stack.resources()) == set(FEW)


# C. Answers that get lost, and limits


def test_lost_answers_of_creates_make_no_duplicate(make_desk):
    things = desk_of(homes=3, people=3, types=3, skills=3)
    desk = make_desk(things)
    slow = {"errorCode": "TOO_MANY_REQUESTS", "message": "Too many requests."}
    for create in CREATES:
        desk.emulator.fault(operation=create, drop="after")
        desk.emulator.fault(operation=create, nth=2, status=500, body={"errorCode": "INTERNAL_ERROR"}, after=True)
        desk.emulator.fault(operation=create, nth=3, status=429, body=slow)
    desk.stack.up()
    everything_once(desk, things)
    # What was refused with 429 was sent again; nothing else was.
    assert creates(desk.emulator) == len(things) + len(CREATES)


@pytest.mark.matrix
def test_too_many_calls_at_once_only_take_longer(make_desk):
    desk = make_desk(FEW)
    desk.emulator.seed({"prod": {"limits": {"concurrency": 1}}})
    desk.emulator.switch(latency_ms=30)
    desk.stack.up()
    assert 429 in {entry["status"] for entry in desk.emulator.log()}
    everything_once(desk, FEW)


def test_used_up_credits_are_said_and_the_next_run_continues(make_desk):
    desk = make_desk(THIRTY)
    desk.emulator.seed({"prod": {"limits": {"credits": 25}}})
    said = fails(desk.stack, *UP)
    assert "The API credits of the day are used up. They are renewed at 00:00" in said
    errors = {line.strip() for line in said.splitlines() if line.strip().startswith("error: ")}
    assert {line.partition(" failed with ")[2][:27] for line in errors} <= {"HTTP 429 THRESHOLD_EXCEEDED", ""}
    held = {item["id"] for item in desk.stack.resources().values()}
    assert len(held) == objects(nothing_twice(desk.emulator)) - objects(Emulator().state("prod")) > 0
    desk.emulator.seed({"prod": {"limits": {"credits": 100_000}}})
    desk.stack.up()
    everything_once(desk, THIRTY)


# E. Two at once


def test_two_stacks_that_create_the_same_department_make_one(tmp_path):
    with Emulator() as emulator:
        homes = [tmp_path / name for name in ("one", "two")]
        for home in homes:
            home.mkdir()
        desks = [new_desk(home, emulator, departments(1)) for home in homes]
        # Both look before either has created.
        emulator.fault(operation="addDepartment", delay_ms=7000, count=None)
        runs = [desk.stack.start(*UP) for desk in desks]
        texts = [run.communicate(timeout=120)[0] for run in runs]
        assert creates(emulator) == 2
        assert sorted(run.returncode == 0 for run in runs) == [False, True]
        lost = next(text for run, text in zip(runs, texts, strict=True) if run.returncode)
        assert "Traceback" not in lost
        assert 'department "Dept 0"' in lost
        assert "duplicate" in lost
        rows = [row for row in nothing_twice(emulator)["departments"] if row["name"] == "Dept 0"]
        assert len(rows) == 1
        held = [item["id"] for desk in desks for item in desk.stack.resources().values()]
        assert held == [rows[0]["id"]]
