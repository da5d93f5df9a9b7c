"""Processes that tests start: none outlives its test, and nothing is waited for without end."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.emulator import Emulator


@dataclass
class Done:
    """A command that ended."""

    code: int
    out: str
    err: str

    @property
    def text(self) -> str:
        return self.out + self.err


def ran(command: Sequence[str], *, code: int | None = 0, seconds: float = 300, **options: Any) -> Done:
    """Run a command, with nobody there to answer, and hold it to an exit code; None takes any."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
        **options,
    )
    words = f"{command} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
    assert code is None or done.returncode == code, words
    return Done(done.returncode, done.stdout, done.stderr)


def wait_until(what: Callable[[], Any], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "It did not happen in time."
        time.sleep(0.01)


def struck(emulator: Emulator) -> int:
    """Calls that met a fault, answered or not: the faults count them as they arrive."""
    with emulator.world.lock:
        return sum(fault.seen for fault in emulator.world.faults._faults)


@contextmanager
def running(command: Sequence[str], **options: Any) -> Iterator[subprocess.Popen[str]]:
    """A process that is killed where the block leaves it running: the end of a `Popen` block waits for ever."""
    with subprocess.Popen(command, text=True, **options) as process:
        try:
            yield process
        finally:
            process.kill()
