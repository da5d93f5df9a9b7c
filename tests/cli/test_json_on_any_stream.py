"""What programs read is JSON on every stream, whatever signs names hold and whatever encoding the stream has."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import typer

from pulumi_zohodesk.cli._main import app, run
from pulumi_zohodesk.emulator import Emulator

from .two_connections import connect

NAME = "Grüße 😀 שלום"


@pytest.fixture(scope="module")
def emulator():
    with Emulator(token_requests=1000) as running:  # every command is a process of its own, as far as tokens go
        running.seed({"prod": {"departments": [{"name": NAME}]}})
        yield running


@pytest.fixture
def home(emulator, tmp_path, monkeypatch):
    return connect(emulator, tmp_path, monkeypatch)


COMMANDS = {
    "call": ("call", "departments.list", "-c", "prod"),
    "diff": ("diff", "prod", "sandbox", "--json"),
    "export": ("export", "-c", "prod", "--out", "new", "--json"),
    "clone": ("clone", "--from", "prod", "--to", "sandbox", "--out", "new", "--dry-run", "--json"),
    "whoami": ("whoami", "prod", "--json"),
    "doctor": ("doctor", "-c", "prod", "--json"),
    "connection list": ("connection", "list", "--json"),
    "connection show": ("connection", "show", "prod", "--json"),
    "actions": ("actions", "--json"),
    "scopes": ("scopes", "--kind", "Department", "--json"),
    "restore": ("restore", "--list", "--json"),
    "probe": ("probe", "-c", "prod", "--json"),
    "report skills": ("report", "skills", "-c", "prod", "--json"),
}


NEED_THE_ENGINE = {"adopt", "drift", "preview", "up"}
"""They print through the same stream; `tests/e2e` reads what they print."""


def with_json(command: Any, path: str = "") -> Iterator[str]:
    for name in command.list_commands(None):
        inner = command.get_command(None, name)
        if hasattr(inner, "list_commands"):
            yield from with_json(inner, f"{path}{name} ") if name != "call" else ["call"]
        elif any("--json" in getattr(option, "opts", ()) for option in inner.params):
            yield f"{path}{name}"


def test_every_command_that_prints_json_is_among_them():
    assert set(with_json(typer.main.get_command(app))) - NEED_THE_ENGINE == set(COMMANDS)


@pytest.fixture(params=["ascii", "latin-1", "cp1252", "utf-8"])
def printed(request, home, monkeypatch):
    """Runs a command with such a stream; gives what it printed."""

    def said(*command: str) -> str:
        stream = io.TextIOWrapper(io.BytesIO(), encoding=request.param)
        monkeypatch.setattr(sys, "stdout", stream)
        run(command)
        return stream.buffer.getvalue().decode(request.param)

    return said


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_what_programs_read_is_json(printed, command):
    found = json.loads(printed(*command))
    if command[0] in ("call", "diff"):
        assert NAME in json.dumps(found, ensure_ascii=False)


def test_a_name_is_escaped_for_people(printed):
    said = printed("call", "departments.list", "-c", "prod", "-o", "table")
    assert "😀" in said or r"\ud83d\ude00" in said
