"""The command line: help, exit codes, errors."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pulumi_zohodesk.cli._main import run


def test_the_version_is_told(capsys):
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("zohodesk 0.")


def test_no_arguments_show_the_help(capsys):
    assert run([]) in (0, 64)
    found = capsys.readouterr()
    assert "adopt" in found.out + found.err


@pytest.mark.parametrize(
    "arguments", [["nothing"], ["adopt", "--nonsense"], ["adopt", "surplus"], ["emulator", "--nonsense"]]
)
def test_a_wrong_command_line_ends_with_64(arguments, capsys):
    assert run(arguments) == 64
    assert "error" in capsys.readouterr().err.lower()


def test_an_error_is_one_sentence_and_ends_with_1(capsys, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    assert run(["adopt"]) == 1
    assert capsys.readouterr().err.startswith("error: There is no `pulumi` on the PATH")


def test_a_folder_that_is_not_there_is_one_sentence(capsys):
    assert run(["adopt", "-C", "/nonexistent"]) == 1
    assert capsys.readouterr().err == "error: There is no folder /nonexistent.\n"


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9", "ftp://127.0.0.1:9"])
def test_a_proxy_that_cannot_be_used_is_one_sentence(capsys, monkeypatch, proxy):
    for name in ("ORG_ID", "CLIENT_ID", "CLIENT_SECRET", "REFRESH_TOKEN"):
        monkeypatch.setenv(f"ZOHODESK_{name}", "1")
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    assert run(["whoami"]) == 1
    assert "error: The proxy that the environment names" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["ORG_ID", "DC", "CONNECTION"])
def test_a_secret_in_the_wrong_variable_is_not_shown(capsys, monkeypatch, name):
    secret = "1000.0123456789abcdef0123456789abcdef.fedcba98765432100123456789abcdef"
    monkeypatch.setenv(f"ZOHODESK_{name}", secret)
    assert run(["whoami"]) == 1
    assert "0123456789abcdef" not in capsys.readouterr().err


def test_a_name_that_the_terminal_cannot_show_is_shown_escaped(tmp_path):
    tables = '[connections.prod]\nclient_id = "1000.A"\nactions = ["agénts.list"]\n'
    (tmp_path / "zohodesk.toml").write_text(tables, encoding="utf-8")
    command = [Path(sys.executable).with_name("zohodesk"), "connection", "show", "prod"]
    environ = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, timeout=60)
    assert "ag\\xe9nts.list" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
