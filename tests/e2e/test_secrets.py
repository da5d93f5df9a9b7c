"""Credentials that come from the environment stay there: no file and no output of a run holds one."""

from __future__ import annotations

import base64
import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from pulumi_zohodesk.emulator import Emulator

from .bad_day import desk_of, fails
from .help_desk import PROGRAM, HelpDesk
from .stack import Stack

pytestmark = pytest.mark.xdist_group("secrets")  # one day for all

THINGS = desk_of(homes=2, people=2, types=1, skills=1)
LOUD = ("-v=9", "--logtostderr", "--logflow")
GIVEN = ("ZOHODESK_CLIENT_ID", "ZOHODESK_CLIENT_SECRET", "ZOHODESK_REFRESH_TOKEN")


def spellings(secret: str) -> set[bytes]:
    """The secret plain, percent-encoded in both ways, as hex, and as base64 at each of the three offsets."""
    raw = secret.encode()
    found = {raw, quote(secret, safe="").encode(), "".join(f"%{byte:02X}" for byte in raw).encode(), raw.hex().encode()}
    for offset in range(3):
        # Letters at the edges also depend on what stands around the secret.
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            found.add(encode(b"\0" * offset + raw)[4 if offset else 0 : -4])
    return found


def everything_written(home: Path, tokens: Path) -> Iterator[tuple[str, bytes]]:
    """All files below a folder, those of the token cache left out, compressed ones opened."""
    for file in home.rglob("*"):
        if file.is_file() and tokens not in file.parents:
            content = file.read_bytes()
            yield str(file.relative_to(home)), gzip.decompress(content) if file.suffix == ".gz" else content


class Day:
    """Runs of all commands with the loudest logs, and all that they said."""

    def __init__(self, home: Path, emulator: Emulator) -> None:
        self.home, self.emulator = home, emulator
        self.tokens = home / "cache" / "tokens"
        stack = Stack(PROGRAM, home, emulator.env(), f"secrets-{os.getpid()}").init()
        self.desk = HelpDesk(stack, emulator).declare(THINGS)
        self.said: dict[str, str] = {}
        self.live: set[str] = set()

    def run(self, mark: str, *arguments: str, bad: bool = False, **variables: str) -> None:
        """Keep what a command says, as a file among the others, and note the access token that it used."""
        stack = self.desk.stack
        variables["PULUMI_DEBUG_GRPC"] = str(self.home / f"{mark}.grpc.json")
        if bad:
            self.said[mark] = fails(stack, *arguments, *LOUD, **variables)
        else:
            self.said[mark] = stack.run(*arguments, *LOUD, **variables).text
        (self.home / f"{mark}.log").write_text(self.said[mark])
        for file in self.tokens.glob("*.json"):
            self.live.add(json.loads(file.read_text())["access_token"] or "")
        self.live.discard("")


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    with Emulator() as emulator:
        day = Day(tmp_path_factory.mktemp("secrets"), emulator)
        plan = str(day.home / "plan.json")
        day.run("plan", "preview", "--save-plan", plan, PULUMI_EXPERIMENTAL="true")
        day.run("up", "up", "--yes", "--plan", plan, PULUMI_EXPERIMENTAL="true")
        day.run("preview", "preview", "--json", "--show-secrets")
        # A token that the service has forgotten is renewed by the way.
        emulator.advance(7200)
        day.run("refresh", "refresh", "--yes")
        emulator.fault(operation="getDepartments", status=400, count=None, body={"message": "No."})
        emulator.fault(operation="getDepartment", status=400, count=None, body={"message": "No."})
        day.run("refused", "refresh", "--yes", bad=True)
        emulator.clear_faults()
        day.run("token", "refresh", "--yes", bad=True, ZOHODESK_REFRESH_TOKEN="1000.wrong.token")
        day.run("export", "stack", "export", "--show-secrets")
        day.run("history", "stack", "history", "--json")
        day.run("destroy", "destroy", "--yes")
        yield day


def test_no_file_and_no_output_holds_a_credential(day):
    secrets = {name: day.emulator.env()[name] for name in GIVEN}
    assert len(day.live) >= 2
    secrets |= {f"access token {number}": token for number, token in enumerate(day.live)}
    written = dict(everything_written(day.home, day.tokens))
    found = [
        f"{name} in {file}"
        for name, secret in secrets.items()
        for spelling in spellings(secret)
        for file, content in written.items()
        if spelling in content
    ]
    assert found == []


def test_the_places_that_were_searched_are_those_that_pulumi_writes(day):
    """Otherwise the test above would pass by not looking."""
    written = dict(everything_written(day.home, day.tokens))
    for part in ("plan.json", "/stacks/", "/history/", "/backups/", "up.log", "up.grpc.json", ".checkpoint.json"):
        assert any(part in file and content for file, content in written.items()), part
    assert '"v":7' in day.said["up"]
    assert len(day.said["up"]) > 50_000
    assert b"person.1@example.com" in b"".join(written.values())


def test_access_tokens_lie_in_private_files_only(day):
    files = [file for file in day.tokens.iterdir() if file.suffix == ".json"]
    assert files
    assert {file.stat().st_mode & 0o777 for file in day.tokens.iterdir()} == {0o600}
    assert day.tokens.stat().st_mode & 0o777 == 0o700
    kept = b"".join(file.read_bytes() for file in files)
    for name in GIVEN:
        assert not any(spelling in kept for spelling in spellings(day.emulator.env()[name]))


def test_every_spelling_of_a_secret_is_found(day):
    secret = day.emulator.env()["ZOHODESK_CLIENT_SECRET"]
    for before in ("", "a", "ab", "abc"):
        hidden = base64.b64encode(f"{before}{secret}:after".encode())
        assert any(spelling in hidden for spelling in spellings(secret))
