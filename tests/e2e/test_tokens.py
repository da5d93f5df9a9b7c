"""Access tokens are few: ten commands share one, and no process uses that of another grant."""

from __future__ import annotations

import io
import re
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.cli.login import command as _login
from tests.cli.browser import Browser, answer_of
from tests.processes import ran

from .conftest import EXAMPLES

pytestmark = pytest.mark.matrix


def token_requests(emulator) -> int:
    return sum(entry["path"] == "/oauth/v2/token" for entry in emulator.log())


def test_ten_commands_in_a_row_ask_for_one_token(emulator, make_stack):
    stack = make_stack(EXAMPLES / "01-department", emulator.env())
    stack.up()
    for _ in range(3):
        stack.preview("--refresh")
        stack.refresh()
        stack.up("--refresh")
    assert token_requests(emulator) == 1


READER = """
import sys
from pulumi_zohodesk import client
desk = client()
for _ in range(5):
    desk.call(sys.argv[1], {})
print("done")
"""


def test_eight_processes_with_two_grants_by_turns_never_mix_them_up(emulator, tmp_path):
    """Same client, same organisation, other scopes: with the other's token, each call would be refused."""
    work = [("departments.list", "Desk.basic.READ"), ("contacts.list", "Desk.contacts.READ")]
    grants = [emulator.token("prod", scopes=[scope]) for _, scope in work]
    before = token_requests(emulator)

    def read(number: int) -> str:
        own = {"ZOHODESK_REFRESH_TOKEN": grants[number % 2]["refresh_token"], "ZOHODESK_CACHE_DIR": str(tmp_path)}
        env = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), **emulator.env(), **own}
        return ran([sys.executable, "-c", READER, work[number % 2][0]], env=env).out.strip()

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(read, range(8))) == {"done"}
    assert token_requests(emulator) - before == 2
    calls = [entry["status"] for entry in emulator.log() if "/oauth/" not in entry["path"]]
    assert calls == [200] * 40


class Pasting(io.StringIO):
    """Standard input of a person who opens the printed address elsewhere, and pastes where the browser ended."""

    def __init__(self, capsys) -> None:
        super().__init__()
        self._capsys = capsys

    def readline(self, *_args: object) -> str:
        said = self._capsys.readouterr().err
        return answer_of(re.search(r"http\S+/oauth/v2/auth\S+", said)[0]) + "\n"


@pytest.mark.parametrize("options", [[], ["--no-browser"]], ids=["browser", "no browser"])
def test_after_a_login_a_preview_needs_nothing_but_the_connection(
    emulator, make_stack, tmp_path, monkeypatch, capsys, options
):
    """The way of a new user: connection, consent, preview; no variable is set."""
    program = tmp_path / "program"
    program.mkdir()
    (program / "__main__.py").write_text("import pulumi_zohodesk as desk\ndesk.Department('d', name='Billing')\n")
    (program / "Pulumi.yaml").write_text("name: first\nruntime: python\n")
    monkeypatch.chdir(program)
    folders = {"ZOHODESK_CONFIG_DIR": str(tmp_path / "config"), "ZOHODESK_CACHE_DIR": str(tmp_path / "cache")}
    for name, value in folders.items():
        monkeypatch.setenv(name, value)
    emulator.redirect("http://localhost:8791/callback")
    client = emulator.env()["ZOHODESK_CLIENT_ID"]
    servers = ["--api-url", emulator.url, "--accounts-url", emulator.url]
    assert run(["connection", "add", "prod", "--client-id", client, *servers]) == 0
    monkeypatch.setenv("ZOHODESK_PROD_CLIENT_SECRET", emulator.env()["ZOHODESK_CLIENT_SECRET"])
    monkeypatch.setattr(_login.webbrowser, "open", Browser().open)
    monkeypatch.setattr("sys.stdin", Pasting(capsys))
    assert run(["login", "prod", *options]) == 0
    monkeypatch.delenv("ZOHODESK_PROD_CLIENT_SECRET")
    stack = make_stack(program, {**folders, "ZOHODESK_CONNECTION": "prod"})
    assert "to create" in stack.preview().text
    assert threading.active_count() < 20
