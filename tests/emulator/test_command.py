from __future__ import annotations

import json
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from pulumi_zohodesk.emulator._command import run


@contextmanager
def _serving(*options: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "pulumi_zohodesk.emulator", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline().startswith("Emulated Zoho Desk at http://127.0.0.1:")
            yield process
        finally:
            process.kill()


def _read(path: Path) -> dict[str, str]:
    return dict(line.split("=", 1) for line in path.read_text().splitlines())


def test_the_environment_file_is_complete_and_private_once_it_serves(tmp_path: Path) -> None:
    path = tmp_path / "env"
    with _serving("--env-file", str(path)):
        env = _read(path)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        with httpx.Client(verify=False) as client:
            assert client.get(f"{env['ZOHODESK_API_URL']}/_emulator/log").json() == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_quietly(number: signal.Signals) -> None:
    with _serving() as process:
        process.send_signal(number)
        _, error = process.communicate(timeout=20)
    assert (process.returncode, error) == (0, "")


def test_a_seed_file_and_switches_are_taken(tmp_path: Path) -> None:
    seed, env = tmp_path / "seed.json", tmp_path / "env"
    seed.write_text(json.dumps({"prod": {"departments": [{"name": "Sales"}]}}))
    with _serving("--env-file", str(env), "--seed", str(seed), "--thin-lists", "--still-clock"):
        url = _read(env)["ZOHODESK_API_URL"]
        with httpx.Client(verify=False) as client:
            state = client.get(f"{url}/_emulator/state?organization=prod").json()
            switches = client.get(f"{url}/_emulator/switches").json()
    assert [row["name"] for row in state["departments"]] == ["Example Prod", "Sales"]
    assert switches["thin_lists"] is True


def test_a_port_in_use_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert run(["--port", str(port)]) == 1
    assert capsys.readouterr().err == f"Port {port} is in use.\n"


def test_a_seed_file_that_cannot_be_used_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seed = tmp_path / "seed.json"
    seed.write_text('{"other": {}}')
    assert run(["--seed", str(seed)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
