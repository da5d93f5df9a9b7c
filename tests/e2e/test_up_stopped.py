"""`zohodesk up` that is stopped, or whose reader goes away: the engine is never left behind."""

from __future__ import annotations

import os
import signal
import subprocess

import pytest

from tests.processes import struck, wait_until

from .bad_day import departments
from .run_desk import SMALL, Desk, changed
from .stack import BIN

pytestmark = pytest.mark.matrix

HOME = {"home": SMALL["home"]}


def locks(desk: Desk) -> list[str]:
    return [file.name for file in (desk.stack.backend / ".pulumi" / "locks").rglob("*.json")]


def made(desk: Desk) -> set[str]:
    return {row["name"] for row in desk.rows("departments") if row["name"].startswith("Dept")}


def in_good_order(desk: Desk) -> None:
    """Nothing is locked, the state has what exists, and the next run goes on."""
    assert locks(desk) == []
    assert len([name for name in desk.ids() if name.startswith("d")]) == len(made(desk))
    desk.emulator.clear_faults()
    desk.run("up", "--yes")
    desk.stack.clean()


def shell(desk: Desk, script: str) -> subprocess.Popen[str]:
    """A script as a CI system runs it: the shell gets the signals, not what it started."""
    own = f"--stack {desk.stack.name} --config-file {desk.stack.settings}"
    return subprocess.Popen(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script.format(f"{BIN}/zohodesk", own)],
        cwd=desk.stack.program,
        env=desk.stack.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def slow(desk):
    """Twelve departments to make, of which each takes a while."""
    desk.emulator.fault(operation="addDepartment", delay_ms=300, count=None)
    return desk.declare({**HOME, **departments(12)})


def test_a_reader_that_goes_away_does_not_end_the_run(slow):
    process = shell(slow, "{} up --yes {} | head -20")
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    assert len(out.splitlines()) == 20
    assert "the run went on to its end" in err
    assert len(made(slow)) == 12
    in_good_order(slow)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_shell_that_execs_passes_signals_on(number, slow):
    """The kit's workflow says `exec`, else the shell would keep the signal for itself."""
    process = shell(slow, "exec {} up --yes {}")
    wait_until(lambda: len(made(slow)) >= 2)
    os.kill(process.pid, number)
    if number == signal.SIGTERM:
        os.kill(process.pid, number)  # CI systems say it twice
    _, err = process.communicate(timeout=120)
    assert process.returncode == 130, err
    assert "Stopping: calls under way" in err
    assert f"{len(made(slow)) + 1} of 13 changes were made" in err
    assert 2 <= len(made(slow)) < 12
    in_good_order(slow)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopping_while_the_state_learns_leaves_no_lock(number, desk):
    desk = desk.declare(SMALL)
    desk.stack.up()
    desk.edit("side", description="By hand")
    wanted = changed("home", description="New")
    desk = desk.declare({**wanted, "side": {**SMALL["side"], "description": "By hand"}})
    desk.emulator.fault(operation="getDepartment", delay_ms=1500, count=None)
    process = desk.start("up", "--yes")
    wait_until(lambda: locks(desk) or process.poll() is not None)
    # The engine takes its lock a moment before it listens to signals; its first call comes after both.
    before = struck(desk.emulator)
    wait_until(lambda: struck(desk.emulator) > before or process.poll() is not None)
    os.kill(process.pid, number)
    _, err = process.communicate(timeout=120)
    assert process.returncode == 130, err
    assert "Nothing was changed in Zoho Desk." in err
    assert desk.writes()[-1:] != ["updateDepartment"]
    assert not list((desk.stack.program / ".zohodesk" / "snapshots").glob("*/*.json"))
    in_good_order(desk)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopping_while_it_looks_changes_nothing(number, slow):
    slow.emulator.fault(operation="getDepartments", delay_ms=3000, count=None)
    slow.emulator.clear_log()
    process = slow.start("up", "--yes", "--json")
    wait_until(lambda: slow.emulator.log() or process.poll() is not None)  # the next call takes its time
    assert process.poll() is None, process.communicate()
    os.kill(process.pid, number)
    out, err = process.communicate(timeout=120)
    assert (process.returncode, out) == (130, ""), err
    assert "Nothing was changed in Zoho Desk." in err
    assert "Traceback" not in err
    assert slow.writes() == []


def test_a_locked_stack_says_that_nothing_was_changed_and_keeps_no_snapshot(desk):
    desk = desk.declare(SMALL)
    desk.stack.up()
    folder = desk.stack.backend / ".pulumi" / "locks" / "organization" / "mutable" / desk.stack.name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "x.json").write_text('{"pid": 1, "username": "u", "hostname": "h", "timestamp": "2026-01-01T00:00:00Z"}')
    done = desk.declare(changed("home", description="New")).run("up", "--yes", code=1)
    assert "0 of 1 changes were made" in done.err
    assert "Nothing was changed." in done.err
    assert "restore" not in done.err
    assert not list((desk.stack.program / ".zohodesk" / "snapshots").glob("*/*.json"))
