"""Ctrl-C ends every wait with a word and 130."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pulumi_zohodesk.emulator import Emulator
from tests.processes import running, struck, wait_until

COMMAND = str(Path(sys.executable).with_name("zohodesk"))


ANSWER = "released on"
"""Of the lock of the token cache: what comes next is the call, which is answered late."""


@pytest.fixture
def place(tmp_path):
    """The environment of a folder with a connection to an emulator that is slow to answer."""
    with Emulator() as emulator:
        emulator.redirect("http://localhost:8793/callback")
        emulator.fault(path="/api/v1/", delay_ms=5000, count=None)
        env = {name: value for name, value in emulator.env().items() if name != "ZOHODESK_CONNECTION"}
        servers = f'api_url = "{emulator.url}"\naccounts_url = "{emulator.url}"\n'
        (tmp_path / "zohodesk.toml").write_text(
            f'[connections.prod]\nclient_id = "{env["ZOHODESK_CLIENT_ID"]}"\norg_id = "{env["ZOHODESK_ORG_ID"]}"\n'
            f'redirect_uri = "http://localhost:8793/callback"\n{servers}'
        )
        folders = {f"ZOHODESK_{one}_DIR": str(tmp_path / one) for one in ("CACHE", "CONFIG")}
        yield emulator, {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "BROWSER": "true", **env, **folders}


@pytest.mark.parametrize(
    ("arguments", "waits"),
    [
        (["login", "prod"], "Waiting for the browser"),
        (["call", "departments.list", "-c", "prod"], ANSWER),
        (["call", "departments.list", "--all", "-c", "prod"], ANSWER),
        (["whoami", "prod"], ANSWER),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, list) else "",
)
def test_ctrl_c_is_answered(place, arguments, waits):
    emulator, env = place
    start = "import logging; logging.basicConfig(level=1); from pulumi_zohodesk.cli import main; main()"
    command = [sys.executable, "-c", start, *arguments]
    with running(command, cwd=env["HOME"], env=env, stderr=subprocess.PIPE) as process:
        heard = ""
        while waits not in heard:
            line = process.stderr.readline()
            assert line, heard
            heard += line
        if waits == ANSWER:  # once the call has come in, the command does nothing but wait for its answer
            wait_until(lambda: struck(emulator))
        process.send_signal(signal.SIGINT)
        err = process.communicate(timeout=20)[1]
    assert process.returncode == 130, err
    assert err.splitlines()[-1] == "Stopped."
    assert "Traceback" not in err
