"""The stack of a clone while the engine is at work: what is counted, and what becomes of signals."""

from __future__ import annotations

import os
import signal
import sys
import threading

import pytest

from pulumi_zohodesk.cli._exit import Stopped
from pulumi_zohodesk.cli.clone._stack import CloneStack
from pulumi_zohodesk.cli.engine._engine import EngineError
from tests.processes import wait_until

WAITS = """
import pathlib, signal, sys, time
told = []
signal.signal(signal.SIGINT, lambda *_: told.append(1))
pathlib.Path("ready").touch()
end = time.monotonic() + 60
while not told and time.monotonic() < end: time.sleep(0.01)
time.sleep(0.3)
pathlib.Path("told").write_text(str(len(told)))
sys.exit(1)
"""
FAILS = """
import sys
print(" +  pulumi-python:dynamic/zohodesk:Skill a creating (0s)")
print(" +  pulumi-python:dynamic/zohodesk:Skill a created (0.1s)")
print()
print("Diagnostics:")
print("  it is broken")
sys.exit(255)
"""


@pytest.fixture
def stack(tmp_path, monkeypatch):
    """A stack whose engine is a script."""

    def of(script: str) -> CloneStack:
        (tmp_path / "engine.py").write_text(script)
        command = [sys.executable, str(tmp_path / "engine.py")]
        monkeypatch.setattr(CloneStack, "_command", lambda self, *arguments: command)
        return CloneStack(tmp_path, "sandbox")

    return of


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_the_engine_is_told_to_stop_once_and_waited_for(stack, tmp_path, number):
    def tell() -> None:
        wait_until((tmp_path / "ready").exists)
        os.kill(os.getpid(), number)

    threading.Thread(target=tell, daemon=True).start()
    with pytest.raises(Stopped):
        stack(WAITS).up(refresh=False, progress=None)
    assert (tmp_path / "told").read_text() == "1"


def test_what_was_written_is_counted_and_the_last_words_are_told(stack, capsys):
    counts: list[int] = []
    with pytest.raises(EngineError, match="it is broken") as caught:
        stack(FAILS).up(refresh=False, progress=counts.append)
    assert counts == [1]
    assert "creating" not in str(caught.value)
    assert capsys.readouterr().err == ""
