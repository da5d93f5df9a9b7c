"""The README's list, typed line by line in an empty home; and what a first hour gets wrong, on the real engine."""

from __future__ import annotations

import os
import re
import shutil
import socket
import stat
import sys
import sysconfig
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from pulumi_zohodesk.emulator import Emulator
from tests.processes import ran

from .conftest import REPOSITORY
from .stack import BIN

BROWSER = f"""#!{sys.executable}
import sys
sys.path.insert(0, {str(REPOSITORY)!r})
from tests.cli.browser import Browser
Browser()._visit(sys.argv[1])
"""
CLIENT, SECRET = "1000.ABC", "ZOHODESK_PROD_CLIENT_SECRET"
MARK = "@@@ "


def steps() -> Iterator[tuple[str, list[str]]]:
    """Every command of the list with the answers that stand below it, from the empty folder to the last preview."""
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8").partition("## From an empty folder")[2]
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *answers = step.splitlines()
            yield command, answers


class Beginner:
    """Somebody with an empty home, a clone, the engine on the PATH, and a help desk: the emulator's.

    Nothing is downloaded: pip builds and installs the clone itself, and what it depends on is the tests' own.
    """

    def __init__(self, folder: Path, emulator: Emulator) -> None:
        self.home, self.emulator = folder / "home", emulator
        self.place = self.home / "desk"
        self.place.mkdir(parents=True)
        (self.home / "pulumi-zohodesk").symlink_to(REPOSITORY)
        browser = folder / "browser"
        browser.write_text(BROWSER)
        browser.chmod(stat.S_IRWXU)
        engine = folder / "bin"
        engine.mkdir()
        for file in BIN.glob("pulumi*"):
            (engine / file.name).symlink_to(file)
        # The same Python as that of the tests, whose libraries it shall load.
        (engine / "python3").symlink_to(Path(sys.base_prefix) / "bin" / f"python3.{sys.version_info[1]}")
        env = emulator.env()
        self.client = env["ZOHODESK_CLIENT_ID"]
        self.variables = {
            "HOME": str(self.home),
            "PATH": os.pathsep.join([str(engine), os.path.dirname(shutil.which("bash") or ""), "/usr/bin", "/bin"]),
            "PULUMI_HOME": str(self.home / ".pulumi"),  # the engine asks the system where the home is
            "PULUMI_SKIP_UPDATE_CHECK": "true",
            "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION": "true",
            "PYTHONPATH": sysconfig.get_path("purelib"),
            "PIP_NO_INDEX": "1",
            "PIP_NO_DEPS": "1",
            "PIP_NO_BUILD_ISOLATION": "0",  # pip's own reading of it: no isolation
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "BROWSER": str(browser),
            SECRET: env["ZOHODESK_CLIENT_SECRET"],
            "ZOHODESK_PROD_API_URL": emulator.url,
            "ZOHODESK_PROD_ACCOUNTS_URL": emulator.url,
        }

    def types(self, commands: list[str], *, code: int | None = 0, **more: str) -> list[str]:
        """Types lines into one shell; returns what each printed."""
        lines = [f"echo '{MARK}'\n{command} 2>&1" for command in commands]
        env = {key: value for key, value in {**self.variables, **more}.items() if value}
        done = ran(["bash", "-e", "-c", "\n".join(lines)], code=code, cwd=self.place, env=env)
        return done.text.split(f"{MARK}\n")[1:]


@pytest.fixture
def beginner(tmp_path):
    with Emulator() as emulator:
        yield Beginner(tmp_path, emulator)


def callback(beginner: Beginner) -> str:
    """A line that gives the connection a callback of its own: the usual port may be another test's."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        uri = f"http://localhost:{probe.getsockname()[1]}/callback"
    beginner.emulator.redirect(uri)
    return f"""echo 'redirect_uri = "{uri}"' >> zohodesk.toml"""


def test_the_readme_leads_from_an_empty_folder_to_a_preview(beginner):
    listed = list(steps())
    commands = [command.replace(CLIENT, beginner.client) for command, _ in listed]
    at = next(place for place, command in enumerate(commands) if command.startswith("zohodesk login"))
    commands[at] = f"{callback(beginner)}; {commands[at]}"
    printed = beginner.types(commands)
    assert len(printed) == len(listed) >= 14
    for (command, answers), said in zip(listed, printed, strict=True):
        lines = iter(said.splitlines())
        for answer in answers:  # in this order, whatever stands between
            pattern = re.sub(r"([][*?])", r"[\1]", answer).replace("…", "*")
            assert any(fnmatchcase(line, pattern) for line in lines), f"$ {command}\n{said}\nlacks: {answer}"
    written = [one for one in beginner.emulator.log() if one["method"] != "GET" and "/oauth/" not in one["path"]]
    assert written == []
    assert {path.name for path in beginner.place.iterdir()} == {".venv", "help-desk"}


def test_the_readme_is_short():
    assert len((REPOSITORY / "README.md").read_text(encoding="utf-8").splitlines()) <= 120


MISTAKES = [
    ("cd ..; zohodesk preview", {}, "There is no Pulumi project in "),
    ("zohodesk adopt", {"PULUMI_BACKEND_URL": ""}, "Nothing says where the state is kept."),
    ("zohodesk up --yes", {"PULUMI_BACKEND_URL": "file:///nowhere"}, "There is no folder file:///nowhere, where"),
    ("zohodesk drift", {}, "No stack is selected here."),
    ("zohodesk preview --stack prdo", {}, "There is no stack prdo here."),
    (
        "zohodesk preview --stack prod",
        {"PULUMI_CONFIG_PASSPHRASE": ""},
        "under a passphrase, and none is given",
    ),
    (
        "zohodesk preview --stack prod",
        {"PULUMI_CONFIG_PASSPHRASE": "no"},
        "passphrase is not the one with which",
    ),
]


@pytest.mark.matrix
def test_what_a_first_hour_gets_wrong_is_one_sentence_before_the_engine_runs_anything(beginner):
    beginner.variables |= {"PATH": f"{BIN}{os.pathsep}{beginner.variables['PATH']}", "PYTHONPATH": ""}
    store = {"PULUMI_BACKEND_URL": f"file://{beginner.home}", "PULUMI_CONFIG_PASSPHRASE": "correct horse"}
    held = beginner.emulator.env()
    store |= {name: held[name] for name in ("ZOHODESK_PROD_REFRESH_TOKEN", "ZOHODESK_PROD_ORG_ID")}
    made = f"zohodesk init help-desk -c prod --dc us --client-id {beginner.client}"
    beginner.types([made, "cd help-desk", "pulumi stack init prod --no-select"], **store)
    beginner.place /= "help-desk"
    for command, variables, sentence in MISTAKES:
        (said,) = beginner.types([command], code=1, **{**store, **variables})
        assert said.startswith("error: ")
        assert sentence in said
        assert len(said.splitlines()) == 1, said
    asked = {one["path"].rpartition("/")[0] for one in beginner.emulator.log()}
    assert asked == {"/oauth/v2", "/api/v1/organizations"}
