"""What a terminal shows while a command works; a pipe is told nothing of it."""

from __future__ import annotations

import sys

import pytest
from rich.progress import Progress

from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.cli._phases import _Time, phase, reading
from pulumi_zohodesk.cli.clone._stack import _DONE
from pulumi_zohodesk.cli.engine import _engine as _engine
from pulumi_zohodesk.cli.engine._engine import PulumiStack
from pulumi_zohodesk.cli.engine._process import Ran

from .terminal import Terminal
from .test_up import create, home, says

__all__ = ["home"]


@pytest.fixture
def opened(monkeypatch):
    """Opens a terminal for stderr; in the test itself, since pytest sets streams before it."""

    def terminal():
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setattr(sys, "stderr", shown := Terminal())
        return shown

    return terminal


def test_counts_of_kinds_and_a_bar_of_what_is_known(opened):
    terminal = opened()
    with phase("[working]", 4) as done, reading() as told:
        assert told
        told("Agent", 37, 0, 0)
        told("Skill", 5, 1, 3)
        done(3)
    shown = terminal.plain()
    for words in ("[working]", "agents", "37", "skills", "3/4"):
        assert words in shown


def test_the_time_left_is_told_where_it_is_known():
    now = [0.0]
    display = Progress(get_time=lambda: now[0])
    task = display.add_task("agents", total=None)
    assert _Time().render(display.tasks[0]).plain == "0:00"
    for now[0] in range(1, 12):
        display.update(task, completed=now[0], total=110)
    assert _Time().render(display.tasks[0]).plain == "1:39 left"


def test_a_pipe_is_told_nothing(capsys):
    with phase("working", 4) as done, reading() as told:
        done(3)
        assert told is None
    assert capsys.readouterr().err == ""


def test_the_engine_is_a_phase_from_its_first_moment_and_its_calls_are_counted(opened, tmp_path, monkeypatch):
    """They are made by its plugins: other processes, which write a line for each into a file."""
    terminal = opened()
    (tmp_path / "pulumi").touch(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    def captured(_command, _folder, environ, *_more):
        assert "running the program" in terminal.plain()  # before it has answered anything
        with open(environ["ZOHODESK_TALLY_FILE"], "w") as tally:
            tally.write("1\n" * 34)
        return Ran(0, "{}")

    monkeypatch.setattr(_engine, "captured", captured)
    PulumiStack(tmp_path)._run("preview")
    assert "34 calls" in terminal.plain()


def test_a_preview_says_what_it_is_doing(home, opened):
    terminal = opened()
    says(home, create("a"), create("b"))
    assert run(["preview"]) == 0
    shown = terminal.plain()
    phases = ["reading the settings", "running the program", "rehearsing", "2/2"]
    places = [shown.index(words) for words in phases]
    assert places == sorted(places)


def test_the_bar_of_a_clone_moves_with_what_is_written_alone():
    line = " ~  pulumi-python:dynamic/zohodesk:Agent jo {} (0.2s)"
    assert [
        word
        for word in ("created", "updated", "deleted", "refreshed", "imported", "updating")
        if _DONE.search(line.format(word))
    ] == ["created", "updated", "deleted"]
