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


def test_the_package_is_the_command_too():
    done = subprocess.run([sys.executable, "-m", "pulumi_zohodesk", "version"], capture_output=True, text=True)
    assert (done.returncode, done.stdout[:11]) == (0, "zohodesk 0.")


def test_the_version_loads_nothing_that_only_commands_need():
    program = "import sys; from pulumi_zohodesk.cli._main import run; run(['--version']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "typer" in loaded
    assert not loaded & {"pulumi", "httpx", "grpc", "tomlkit", "ruamel.yaml", "rich", "pulumi_zohodesk.settings"}


def test_a_room_of_the_package_is_imported_alone():
    program = "import sys; from pulumi_zohodesk import errors, settings; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & {"pulumi", "httpx", "pulumi_zohodesk.resources"}


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


@pytest.mark.parametrize(
    "proxy",
    [
        "socks5://127.0.0.1:9",
        "ftp://me:c4n4ry@127.0.0.1:9",
        "http://me:c4n4ry@x:port",
        "http://[::1",
        "http://c4n4ry\x01",
    ],
)
def test_a_proxy_that_cannot_be_used_is_one_sentence(capsys, monkeypatch, proxy):
    for name in ("ORG_ID", "CLIENT_ID", "CLIENT_SECRET", "REFRESH_TOKEN"):
        monkeypatch.setenv(f"ZOHODESK_{name}", "1")
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    assert run(["whoami"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("error: The ")
    assert "HTTPS_PROXY" in said
    assert "c4n4ry" not in said


TOKEN = "1000.0123456789abcdef0123456789abcdef.fedcba98765432100123456789abcdef"
IN_THE_WRONG_PLACE = [
    *(
        [name, *words]
        for name in ("ORG_ID", "DC", "CONNECTION")
        for words in (["whoami"], ["doctor"], ["diff", "a", "b"])
    ),
    *(["CONNECTION", *words] for words in (["login"], ["logout"], ["scopes"], ["export"], ["call", "agents.list"])),
    ["", "login", TOKEN],
    ["", "logout", TOKEN],
    ["", "whoami", TOKEN],
    ["", "login", "prod", "--org-id", TOKEN],
    ["", "connection", "show", TOKEN],
    ["", "connection", "remove", TOKEN],
    ["", "connection", "use", TOKEN],
    ["", "connection", "add", TOKEN, "--client-id", "1000.A"],
    ["", "connection", "add", "x", "--client-id", "1000.A", "--org-id", TOKEN],
    ["", "connection", "add", "x", "--client-id", "1000.A", "--dc", TOKEN],
    ["", "connection", "add", "x", "--client-id", "1000.A", "--api-url", "https://me:0123456789abcdef@x.example"],
    ["", "connection", "add", "x", "--client-id", "1000.A", "--redirect-uri", f"localhost/{TOKEN}"],
    ["", "scopes", "--connection", TOKEN],
    ["", "guide", "--connection", TOKEN],
    ["", "doctor", "--connection", TOKEN],
    ["", "diff", TOKEN, "prod"],
    ["", "call", "agents.list", "--connection", TOKEN],
    ["", "clone", "--from", TOKEN, "--to", "prod"],
    ["", "export", "--connection", TOKEN],
]


@pytest.mark.parametrize("row", IN_THE_WRONG_PLACE, ids=lambda row: " ".join(row).replace(TOKEN, "TOKEN"))
def test_a_secret_in_the_wrong_place_is_not_shown(capsys, monkeypatch, tmp_path, row):
    (tmp_path / "zohodesk.toml").write_text('[connections.prod]\nclient_id = "1000.A"\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ZOHODESK_CONFIG_DIR", str(tmp_path / "config"))
    if row[0]:
        monkeypatch.setenv(f"ZOHODESK_{row[0]}", TOKEN)
    assert run(row[1:]) in (1, 64)
    printed = capsys.readouterr()
    assert "0123456789abcdef" not in printed.out + printed.err
    assert printed.err or printed.out  # doctor tells what is wrong in its table


def test_a_name_that_the_terminal_cannot_show_is_shown_escaped(tmp_path):
    tables = '[connections.prod]\nclient_id = "1000.A"\nactions = ["agénts.list"]\n'
    (tmp_path / "zohodesk.toml").write_text(tables, encoding="utf-8")
    command = [Path(sys.executable).with_name("zohodesk"), "connection", "show", "prod"]
    environ = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, timeout=60)
    assert "ag\\u00e9nts.list" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
