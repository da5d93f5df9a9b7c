"""A disk that is full: each command that writes says so in a sentence, and leaves what was there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pulumi_zohodesk.cli._main import run

from .two_connections import connect

COMMAND = Path(sys.executable).with_name("zohodesk")
ROOM = 40
"""Bytes that a file may have: each of those that the commands write is longer."""
LIMITED = """
import os, resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
os.execv(sys.argv[2], sys.argv[2:])
"""
"""Sets the limit from within: done between fork and exec, beside the emulator's thread, it can hang for ever."""


@pytest.fixture
def home(emulator, tmp_path, monkeypatch):
    return connect(emulator, tmp_path, monkeypatch)


def everything(folder: Path) -> dict[str, bytes]:
    """Content of every file below a folder, tokens and locks left out: they may be there or not."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }


def on_a_full_disk(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LIMITED, str(ROOM), str(COMMAND), *arguments],
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=60,
    )


def refused(arguments: list[str], *words: str) -> None:
    done = on_a_full_disk(arguments)
    lines = [line for line in done.stderr.splitlines() if line.startswith("error: ")]
    assert done.returncode == 1, done.stderr
    assert len(lines) == 1, done.stderr
    assert "File too large" in lines[0]
    assert all(word in lines[0] for word in words), lines[0]
    assert "Traceback" not in done.stderr


def test_connections_stay_as_they_were(home):
    before = everything(home)
    refused(["connection", "add", "third", "--client-id", "1000.C"], str(home / "zohodesk.toml"))
    assert everything(home) == before


@pytest.mark.parametrize("option", ["--html", "--md"])
@pytest.mark.parametrize("there", [False, True])
def test_a_guide_is_whole_or_as_it_was(home, option, there):
    if there:
        (home / "page").write_text("the last one")
    before = everything(home)
    refused(["guide", "--kind", "Agent", option, "page"], "page")
    assert everything(home) == before


def test_a_page_of_differences_is_whole_or_as_it_was(home):
    (home / "page.html").write_text("the last one")
    before = everything(home)
    refused(["diff", "prod", "sandbox", "--html", "page.html"], "page.html")
    assert everything(home) == before


@pytest.mark.parametrize("there", [False, True])
def test_an_export_is_whole_or_as_it_was(home, there):
    out = home / "out"
    if there:
        assert run(["export", "--connection", "sandbox", "--out", str(out)]) == 0
    before = everything(home)
    refused(["export", "--connection", "sandbox", "--out", str(out), *(["--force"] if there else [])], str(out))
    assert everything(home) == before
    assert [one.name for one in home.iterdir() if one.name.startswith(".out")] == []


def test_a_login_leaves_no_token_behind(home, emulator, monkeypatch):
    monkeypatch.delenv("ZOHODESK_SANDBOX_REFRESH_TOKEN")
    before, granted = everything(home.parent), len(emulator.app.world.accounts._grants)
    refused(["login", "sandbox", "--self-client", emulator.code("sandbox")])
    assert everything(home.parent) == before
    assert len(emulator.app.world.accounts._grants) == granted


@pytest.mark.parametrize("arguments", [["--help"], ["actions"], ["actions", "--json"]])
def test_output_that_goes_nowhere_is_an_error(arguments):
    with open("/dev/full", "w") as full:
        done = subprocess.run([COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (1, "error: No space left on device.\n")
