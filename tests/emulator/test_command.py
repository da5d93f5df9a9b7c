from __future__ import annotations

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from pulumi_zohodesk.emulator._command import run, write_environment
from tests.processes import running, wait_until


@contextmanager
def _serving(*options: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "pulumi_zohodesk.emulator", *options]
    with running(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("Emulated Zoho Desk at http://127.0.0.1:")
        yield process


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


@pytest.mark.parametrize("port", ["99999", "-1", "x", "9" * 5000])
def test_a_port_that_is_none_is_a_wrong_option(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        run([f"--port={port}"])
    assert "a port is a whole number from 0 to 65535" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    ['{"other": {}}', "{", "[1]", '{"prod": []}', '{"prod": {"agents": [{"emailId": null}]}}', "[" * 100_000, "\xff"],
    ids=lambda text: text[:40],
)
def test_a_seed_file_that_cannot_be_used_is_one_sentence(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = tmp_path / "seed.json"
    seed.write_text(text, "latin-1")
    assert run(["--seed", str(seed)]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"The seed file {seed} cannot be used: ")
    assert (said.count("\n"), said.endswith(".\n")) == (1, True)


def test_a_seed_file_that_is_not_there_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--seed", str(tmp_path / "seed.json")]) == 1
    assert "seed.json cannot be read: No such file" in capsys.readouterr().err


def test_a_reset_keeps_the_seed_file(tmp_path: Path) -> None:
    seed, env = tmp_path / "seed.json", tmp_path / "env"
    seed.write_text(json.dumps({"prod": {"departments": [{"name": "Sales"}]}}))
    with (
        _serving("--env-file", str(env), "--seed", str(seed), "--still-clock"),
        httpx.Client(base_url=f"{_read(env)['ZOHODESK_API_URL']}/_emulator", verify=False) as client,
    ):
        before = client.get("/state").json()
        client.post("/seed", json={"prod": {"departments": [{"name": "Shop"}]}})
        client.post("/reset")
        assert client.get("/state").json() == before


def _refused(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert run(["--env-file", str(path)]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert str(path) in said.err
    assert not [one for one in path.parent.iterdir() if one.name.startswith(".")]
    return said.err


def test_only_an_environment_of_the_emulator_is_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other, folder, link = tmp_path / "notes", tmp_path / "folder", tmp_path / "link"
    other.write_text("Mine.\n")
    folder.mkdir()
    link.symlink_to(other)
    for path in (other, folder, link):
        assert "is no environment of the emulator" in _refused(path, capsys)
    assert other.read_text() == "Mine.\n"


@pytest.mark.parametrize("held", ["", "ZOHODESK_CLIENT_ID=old\n"])
def test_an_empty_file_and_an_older_environment_are_replaced(tmp_path: Path, held: str) -> None:
    path = tmp_path / "env"
    path.write_text(held)
    write_environment(path, {"ZOHODESK_CLIENT_ID": "new"})
    assert path.read_text() == "ZOHODESK_CLIENT_ID=new\n"
    assert [one.name for one in tmp_path.iterdir()] == ["env"]


def test_a_draft_is_removed_when_the_file_cannot_be_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_names: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="no room"):
        write_environment(tmp_path / "env", {"ZOHODESK_CLIENT_ID": "new"})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_quietly_while_a_call_is_open(number: signal.Signals, tmp_path: Path) -> None:
    env = tmp_path / "env"
    with _serving("--env-file", str(env)) as process, ThreadPoolExecutor(1) as pool:
        url = _read(env)["ZOHODESK_API_URL"]
        with httpx.Client(verify=False) as client:
            held = {"delay_ms": 60_000, "after": True, "path": "serverinfo"}  # in the log before it waits
            client.post(f"{url}/_emulator/faults", json=held)
            call = pool.submit(client.get, f"{url}/oauth/serverinfo", timeout=30)
            while not client.get(f"{url}/_emulator/log").json():
                time.sleep(0.01)
            process.send_signal(number)
            _, error = process.communicate(timeout=20)
            with pytest.raises(httpx.TransportError):
                call.result()
    assert (process.returncode, error) == (0, "")


def test_it_serves_without_a_standard_output(tmp_path: Path) -> None:
    env = tmp_path / "env"
    command = f'exec "{sys.executable}" -m pulumi_zohodesk.emulator --env-file "{env}" >&-'
    with running(["sh", "-c", command], stderr=subprocess.PIPE) as process:
        wait_until(lambda: env.exists() or process.poll() is not None)
        with httpx.Client(verify=False) as client:
            assert client.get(f"{_read(env)['ZOHODESK_API_URL']}/_emulator/log").json() == []
        process.send_signal(signal.SIGTERM)
        _, error = process.communicate(timeout=20)
    assert (process.returncode, error) == (0, "")
