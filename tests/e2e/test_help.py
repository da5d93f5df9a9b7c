"""The help of every command: it fits a terminal, and its example runs as it stands and gives no secret away."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
import typer

from pulumi_zohodesk.cli._main import COMMANDS, app
from pulumi_zohodesk.emulator import Emulator
from tests.cli.browser import answer_of
from tests.processes import running

from .stack import BIN, Stack
from .test_secrets import spellings

pytestmark = pytest.mark.matrix

DIFFERENT = {"diff", "drift"}
"""Commands that end with 2 when they find differences."""


def leaves() -> Iterator[tuple[str, ...]]:
    """Every command by its words; the commands below `call` have a test of their own."""
    tree = typer.main.get_command(app)
    for name in COMMANDS:
        yield (name,)
        if name != "call":
            found = tree.get_command(None, name)  # type: ignore[attr-defined]
            yield from ((name, below) for below in getattr(found, "commands", {}))


class World:
    """A project with two connections and an applied stack, as the examples expect it."""

    def __init__(self, emulator: Emulator, folder: Path) -> None:
        self.emulator, self.folder = emulator, folder
        self.project = folder / "project"
        self.project.mkdir()
        (self.project / "__main__.py").write_text(
            "import pulumi_zohodesk as desk\ndesk.Department('d', name='Sales')\n"
        )
        (self.project / "Pulumi.yaml").write_text("name: help\nruntime: python\n")
        env = emulator.env()
        servers = f'api_url = "{emulator.url}"\naccounts_url = "{emulator.url}"\n'
        tables = ""
        self.secrets = {}
        for name, of in {"prod": "PROD", "sandbox": "SANDBOX"}.items():
            tables += f'[connections.{name}]\nclient_id = "{env[f"ZOHODESK_{of}_CLIENT_ID"]}"\n'
            tables += f'org_id = "{env[f"ZOHODESK_{of}_ORG_ID"]}"\n{servers}\n'
            for field in ("CLIENT_SECRET", "REFRESH_TOKEN"):
                self.secrets[f"ZOHODESK_{name.upper()}_{field}"] = env[f"ZOHODESK_{of}_{field}"]
        (self.project / "zohodesk.toml").write_text(tables)
        variables = {**self.secrets, "ZOHODESK_CONNECTION": "prod"}
        self.stack = Stack(self.project, folder, variables, "production").init()
        shutil.copy(self.stack.settings, self.project / "Pulumi.production.yaml")
        self.stack.up()
        self.number = 0

    def environment(self) -> dict[str, str]:
        own = {"ZOHODESK_CONFIG_DIR": str(self.folder / "config"), "COLUMNS": "80", "PULUMI_STACK": self.stack.name}
        return {**self.stack.environment(), **own}

    def place(self, words: tuple[str, ...]) -> Path:
        """The folder that the example is typed in: a copy of the project, or nothing where it makes the file.

        Nobody is signed in, whatever an example before has done.
        """
        shutil.rmtree(self.folder / "config" / "secrets", ignore_errors=True)
        self.number += 1
        place = self.folder / f"place{self.number}"
        if words == ("connection", "add"):
            place.mkdir()
        else:
            shutil.copytree(self.project, place)
        return place

    def run(
        self,
        words: tuple[str, ...],
        example: str,
        place: Path,
        start: Sequence[str] = (str(BIN / "zohodesk"),),
        **more: str,
    ) -> subprocess.CompletedProcess[str]:
        arguments = [*start, *shlex.split(example)[1:]]
        env = {**self.environment(), **more}
        if words in (("login",), ("logout",)):
            env = {name: value for name, value in env.items() if name != "ZOHODESK_PROD_REFRESH_TOKEN"}
            if "ZOHODESK_PROD_REFRESH_TOKEN" in more:
                return subprocess.run(
                    arguments, cwd=place, env=env, capture_output=True, text=True, timeout=120, check=False
                )
            signed = self._sign_in([*start, "login", "prod", "--no-browser"], place, env)
            if words == ("login",):
                return signed
        if words == ("emulator",):
            return self._serve(arguments, place, env)
        return subprocess.run(arguments, cwd=place, env=env, capture_output=True, text=True, timeout=120, check=False)

    def _sign_in(self, arguments: list[str], place: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
        """Log in as a person does who opens the address elsewhere and pastes where it ended."""
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        with running(arguments, cwd=place, env=env, **pipes) as process:
            address, said = None, ""
            while address is None and (line := process.stderr.readline()):
                address, said = re.search(r"http\S+/oauth/v2/auth\S+", line), said + line
            out, err = process.communicate(answer_of(address[0]) + "\n" if address else "", timeout=60)
            return subprocess.CompletedProcess(arguments, process.returncode, out, said + err)

    def _serve(self, arguments: list[str], place: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
        """Start the server, wait until it says that it serves, stop it as Ctrl-C does."""
        with running(arguments, cwd=place, env=env, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            said = process.stdout.readline()
            process.send_signal(2)
            process.wait(timeout=20)
        assert "http" in said
        return subprocess.CompletedProcess(arguments, 0, said, "")


def given_away(secrets: Iterable[str], done: subprocess.CompletedProcess[str], place: Path) -> list[str]:
    """Where a secret stands, in any spelling: in what was printed, or in a file below a folder."""
    texts = {"output": f"{done.stdout}\n{done.stderr}".encode()}
    texts |= {str(file): file.read_bytes() for file in place.rglob("*") if file.is_file()}
    marks = {mark for secret in secrets for mark in spellings(secret)}
    return [name for name, text in texts.items() if any(mark in text for mark in marks)]


@pytest.fixture(scope="module")
def issued():
    """Every code and token that the emulator has made."""
    return set()


@pytest.fixture(scope="module")
def world(tmp_path_factory, issued):
    with Emulator(token_requests=10_000) as emulator:  # tests with caches of their own ask anew, command by command
        accounts = emulator.app.world.accounts
        fresh = accounts._fresh

        def noted() -> str:
            issued.add(made := fresh())
            return made

        accounts._fresh = accounts.codes._fresh = noted
        emulator.redirect("http://localhost:8791/callback")
        yield World(emulator, tmp_path_factory.mktemp("help"))


@cache
def help_of(words: tuple[str, ...]) -> str:
    wide = {**os.environ, "COLUMNS": "200"}
    command = [str(BIN / "zohodesk"), *words, "--help"]
    return subprocess.run(command, env=wide, capture_output=True, text=True, check=True).stdout


def example_of(words: tuple[str, ...]) -> str:
    return example_in(help_of(words))


def example_in(text: str) -> str:
    """The one example of a help, on one line."""
    (found,) = re.findall(r"Example: (zohodesk .*?)(?:\n\s*\n|\Z)", text, re.DOTALL)
    return " ".join(found.replace("\\\n", " ").split())


@pytest.mark.xdist_group("help")
def test_the_examples_of_the_whole_command_run(world, issued):
    text = help_of(())
    assert max(map(len, text.splitlines())) <= 80
    examples = [line.strip() for line in text.partition("Examples:\n")[2].splitlines() if line.strip()]
    assert 1 <= len(examples) <= 3
    for example in examples:
        words = shlex.split(example, comments=True)
        place = world.place((words[1],))
        done = world.run((words[1],), shlex.join(words), place)
        assert done.returncode in ({0, 2} if words[1] in DIFFERENT else {0}), f"{example}\n{done.stderr}"
        assert given_away({*world.secrets.values(), *issued}, done, place) == []


CANARIES = ("c4n4ry-of-a-client-secret-0123456789", "1000.c4n4ry0123456789abcdef.fedcba9876543210c4n4ry")


LISTENING = "everything is logged"
LOUD = (
    str(BIN / "python"),
    "-c",
    "import logging; logging.basicConfig(level=1); from pulumi_zohodesk.cli import main; "
    f"logging.debug('{LISTENING}'); main()",
    "--verbose",
)
"""The command with everything logged that any library logs, and with its own option for that."""


@pytest.mark.xdist_group("help")
@pytest.mark.parametrize("words", list(leaves()), ids=" ".join)
def test_the_help_fits_its_example_runs_and_logs_of_every_level_hold_no_secret(words, world, issued):
    """Every command with credentials that the service accepts, so that there are tokens which could be logged."""
    assert max(map(len, help_of(words).splitlines())) <= 80
    example, place = example_of(words), world.place(words)
    assert example.split()[1 : len(words) + 1] == list(words)
    done = world.run(words, example, place, LOUD, ZOHODESK_CACHE_DIR=str(place / "cache"))
    assert done.returncode in ({0, 2} if words[0] in DIFFERENT else {0}), f"{example}\n{done.stdout}\n{done.stderr}"
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stdout + done.stderr
    assert words == ("emulator",) or f"DEBUG:root:{LISTENING}" in done.stderr
    assert words != ("whoami",) or re.search(r"^GET /\S+: HTTP 200, \d+ credits, ", done.stderr, re.MULTILINE)
    shutil.rmtree(place / "cache", ignore_errors=True)
    kept = () if words == ("emulator",) else {*world.secrets.values(), *issued}  # its variables are what it is for
    assert given_away(kept, done, place) == []


@pytest.mark.xdist_group("help")
@pytest.mark.parametrize("words", [one for one in leaves() if one != ("emulator",)], ids=" ".join)
def test_closed_streams_end_no_command_with_a_traceback(words, world):
    """Nobody to answer, nowhere to print to: the command does its work, or says in a sentence why not."""
    command = ["sh", "-c", 'exec "$@" <&- >&-', "sh", str(BIN / "zohodesk"), *shlex.split(example_of(words))[1:]]
    done = subprocess.run(
        command,
        cwd=world.place(words),
        env=world.environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr
    good = {0, 2} if words[0] in DIFFERENT else {0}
    if words in (("login",), ("logout",)):  # one asks for an answer; the other finds nobody signed in
        assert (done.returncode, done.stderr.splitlines()[-1][:7]) == (1, "error: ")
    else:
        assert done.returncode in good, done.stderr


@pytest.mark.xdist_group("help")
def test_nothing_that_was_written_holds_a_secret(world, issued):
    """Everything below the folder of these tests: Pulumi's state, projects, exports.

    But for the three that are meant for it, which only their owner can read: the store of secrets, the tokens in the
    cache, and the variables that the emulator was asked to write.
    """
    meant = ("config/secrets/*", "tokens/*.json", "emulator.env")
    kept = [file for pattern in meant for file in world.folder.rglob(pattern) if file.is_file()]
    assert [file for file in kept if file.stat().st_mode & 0o077] == []
    marks = {mark for secret in {*world.secrets.values(), *issued} for mark in spellings(secret)}
    files = [file for file in world.folder.rglob("*") if file.is_file() and file not in kept]
    assert any(".pulumi" in file.parts for file in files)
    assert [file for file in files if any(mark in file.read_bytes() for mark in marks)] == []


@pytest.mark.xdist_group("help")
@pytest.mark.parametrize("words", list(leaves()), ids=" ".join)
def test_a_refused_secret_is_neither_shown_nor_written(words, world):
    """The same examples with credentials that the service refuses, and with all logs on."""
    example = example_of(words)
    if words in (("login",), ("emulator",)):
        return  # one asks for its own, the other makes them: the tests above look at these
    place = world.place(words)
    secret, token = CANARIES
    bad = {
        f"ZOHODESK_{name}_{field}": value
        for name in ("PROD", "SANDBOX")
        for field, value in (("CLIENT_SECRET", secret), ("REFRESH_TOKEN", token))
    }
    cache = {"ZOHODESK_CACHE_DIR": str(place / "cache"), "PYTHONDEVMODE": "1"}
    done = world.run(words, example, place, LOUD, **bad, **cache)
    assert done.returncode in (0, 1, 2, 64)
    assert "Traceback" not in done.stderr
    assert given_away(CANARIES, done, place) == []


COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3|4|9|10)\d(?:;\d+)*m")
"""The escapes of a colour; bold, faint and the moves of a progress bar are none."""

COLOURED = {"actions", "diff", "doctor"}
"""Commands whose example shows colours on a terminal of its own."""


@pytest.mark.xdist_group("help")
@pytest.mark.parametrize("words", list(leaves()), ids=" ".join)
def test_no_colour_on_a_terminal_where_none_is_wanted(words, world):
    if words in (("login",), ("logout",), ("emulator",)):
        return  # they are driven by hand here, over pipes
    example = example_of(words)
    shown = on_a_terminal(world, words, example, NO_COLOR="1")
    assert not COLOUR.search(shown)
    assert "Traceback" not in shown
    if words[0] in COLOURED:
        assert COLOUR.search(on_a_terminal(world, words, example))


def on_a_terminal(world: World, words: tuple[str, ...], example: str, **more: str) -> str:
    """What a command shows where its output is a terminal, and nobody is there to answer."""
    ours, theirs = pty.openpty()
    env = {**world.environment(), "TERM": "xterm-256color", **more}
    if "NO_COLOR" not in more:
        env.pop("NO_COLOR", None)
    command = [str(BIN / "zohodesk"), *shlex.split(example)[1:]]
    shown = b""
    with subprocess.Popen(
        command, cwd=world.place(words), env=env, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        with contextlib.suppress(OSError):  # how a terminal ends on Linux
            while part := os.read(ours, 65536):
                shown += part
        os.close(ours)
    assert process.returncode in ({0, 2} if words[0] in DIFFERENT else {0}), shown.decode()
    return shown.decode(errors="replace")
