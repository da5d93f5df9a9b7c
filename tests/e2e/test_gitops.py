"""The GitOps kit: its workflow files are what GitHub takes, and every command in them runs, in their order."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from pulumi_zohodesk.emulator import Emulator

from .conftest import EXAMPLES
from .stack import BIN

KIT = EXAMPLES / "gitops"
WORKFLOWS = sorted((KIT / ".github" / "workflows").glob("*.yml"))
ORGANIZATION = "60001234"

GH = """#!/bin/sh
# Stands in for GitHub: notes what it is asked, and knows the issues in a file.
echo "$@" >> "$GH_NOTES/calls"
case "$1 $2" in
"issue list") cat "$GH_NOTES/issue" 2>/dev/null ;;
"issue create") echo 7 > "$GH_NOTES/issue" ;;
"issue close") rm -f "$GH_NOTES/issue" ;;
esac
for word in "$@"; do
  test "$previous" = --body-file && cp "$word" "$GH_NOTES/body"
  previous=$word
done
exit 0
"""
PIP = '#!/bin/sh\ntest "$1 $2 $3" = "install -r requirements.txt" && test -f requirements.txt\n'


def loaded(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_is_what_github_takes(file):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_no_step_puts_an_expression_into_a_script(file):
    """What others write (titles, branches) would run as commands there; variables carry it instead."""
    for job in loaded(file)["jobs"].values():
        assert all("${{" not in step.get("run", "") for step in job["steps"])
        assert loaded(file)["permissions"]["contents"] == "read"


class Runner:
    """Runs the jobs of the kit as GitHub's runner does, in a copy of it, against the emulator."""

    def __init__(self, emulator: Emulator, folder: Path) -> None:
        self.emulator, self.folder = emulator, folder
        self.place, self.notes, self.bin = folder / "repository", folder / "notes", folder / "bin"
        shutil.copytree(KIT, self.place)
        for path in (self.notes, self.bin, folder / "state", folder / "temp"):
            path.mkdir()
        for name, text in {"gh": GH, "pip": PIP}.items():
            (self.bin / name).write_text(text)
            (self.bin / name).chmod(stat.S_IRWXU)
        self._connect()
        self.run_pulumi("stack", "init", "production")

    def _connect(self) -> None:
        """The organisation of the emulator in place of the one in the kit."""
        env = self.emulator.env()
        own, client = env["ZOHODESK_ORG_ID"], env["ZOHODESK_CLIENT_ID"]
        for name in ("zohodesk.toml", "Pulumi.production.yaml"):
            text = (self.place / name).read_text().replace(ORGANIZATION, own).replace("1000.YOUR-CLIENT-ID", client)
            (self.place / name).write_text(text)
        with (self.place / "zohodesk.toml").open("a") as file:
            file.write(f'api_url = "{self.emulator.url}"\naccounts_url = "{self.emulator.url}"\n')
        read_only = self.emulator.token("prod", scopes=["Desk.settings.READ"])["refresh_token"]
        self.values = {
            "vars.PULUMI_BACKEND_URL": f"file://{self.folder / 'state'}",
            "vars.STATE_REGION": "eu-central-1",
            "secrets.PULUMI_CONFIG_PASSPHRASE": "correct horse",
            "secrets.STATE_ACCESS_KEY_ID": "none",
            "secrets.STATE_SECRET_ACCESS_KEY": "none",
            "secrets.ZOHODESK_CLIENT_SECRET": env["ZOHODESK_CLIENT_SECRET"],
            "secrets.ZOHODESK_REFRESH_TOKEN": env["ZOHODESK_REFRESH_TOKEN"],
            "secrets.ZOHODESK_READ_ONLY_REFRESH_TOKEN": read_only,
            "github.token": "none",
            "github.event.pull_request.number": "12",
            "github.event.pull_request.head.repo.full_name == github.repository": "true",
        }

    def environment(self, *maps: Mapping[str, str]) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("ZOHODESK_", "PULUMI_"))}
        own = {
            "PATH": f"{self.bin}{os.pathsep}{BIN}{os.pathsep}{os.environ['PATH']}",
            "GH_NOTES": str(self.notes),
            "RUNNER_TEMP": str(self.folder / "temp"),
            "PULUMI_HOME": str(self.folder / "pulumi-home"),
            "PULUMI_SKIP_UPDATE_CHECK": "true",
            "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION": "true",
            "ZOHODESK_CACHE_DIR": str(self.folder / "cache"),
        }
        merged = {**kept, **own}
        for one in maps:
            merged |= {name: self.value(str(value)) for name, value in one.items()}
        return merged

    def value(self, text: str) -> str:
        return re.sub(r"\$\{\{\s*(.+?)\s*\}\}", lambda found: self.values[found[1]], text)

    def run_pulumi(self, *arguments: str) -> None:
        basics = {"PULUMI_BACKEND_URL": "${{ vars.PULUMI_BACKEND_URL }}", "PULUMI_CONFIG_PASSPHRASE": "correct horse"}
        subprocess.run(
            [str(BIN / "pulumi"), *arguments, "--non-interactive"],
            cwd=self.place,
            env=self.environment(basics),
            check=True,
            capture_output=True,
        )

    def job(self, file: str, name: str, until: str = "") -> Iterator[tuple[str, subprocess.CompletedProcess[str]]]:
        """The steps of a job that are commands, with what came of each; it ends with the first that fails."""
        job = loaded(KIT / ".github" / "workflows" / f"{file}.yml")["jobs"][name]
        for step in job["steps"]:
            if "run" not in step or not self._wanted(step):
                continue
            output = self.folder / "output"
            output.write_text("")
            env = self.environment(job.get("env", {}), step.get("env", {}), {"GITHUB_OUTPUT": str(output)})
            script = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
            done = subprocess.run(script, cwd=self.place, env=env, capture_output=True, text=True, check=False)
            if "id" in step:
                for line in output.read_text().splitlines():
                    key, _, value = line.partition("=")
                    self.values[f"steps.{step['id']}.outputs.{key}"] = value
            yield step["name"], done
            if done.returncode:
                return

    def _wanted(self, step: Mapping[str, Any]) -> bool:
        found = re.fullmatch(r"(\S+) == '(.*)'", step.get("if", ""))
        return found is None or self.values[found[1]] == found[2]

    def works(self, file: str, name: str) -> list[str]:
        names = []
        for step, done in self.job(file, name):
            assert done.returncode == 0, f"{step}\n{done.stdout}\n{done.stderr}"
            names.append(step)
        return names

    def calls(self) -> list[str]:
        """What GitHub was asked since the last time."""
        file = self.notes / "calls"
        lines = file.read_text().splitlines() if file.exists() else []
        file.unlink(missing_ok=True)
        return [" ".join(line.split()[:2]) for line in lines]

    def body(self) -> str:
        return (self.notes / "body").read_text()


@pytest.fixture
def runner(tmp_path):
    with Emulator() as emulator:
        yield Runner(emulator, tmp_path)


def writes(emulator) -> list[str]:
    return [one["path"] for one in emulator.log() if one["method"] != "GET" and "/oauth/" not in one["path"]]


def test_a_pull_request_a_merge_and_a_morning(runner):
    emulator = runner.emulator
    emulator.clear_log()
    assert runner.works("preview", "preview")[-1] == "Fail where the preview failed"
    assert runner.calls() == ["pr comment"]
    assert "Customer Support" in runner.body()
    assert "```diff" in runner.body()
    assert writes(emulator) == []

    assert "Apply" in runner.works("apply", "apply")
    assert "Customer Support" in [one["name"] for one in emulator.state("prod")["departments"]]

    runner.works("drift", "drift")
    first = emulator.state("prod")["departments"]
    # What was there before the code is unknown to it, so the first morning has an issue already.
    assert runner.calls()[-1] in ("issue create", "issue list")
    support = next(one for one in first if one["name"] == "Customer Support")
    emulator.edit("prod", "departments", "update", id=support["id"], values={"description": "Changed outside"})
    emulator.clear_log()
    runner.works("drift", "drift")
    assert runner.calls()[-1] in ("issue create", "issue edit")
    assert "Changed outside" in runner.body()
    assert writes(emulator) == []


def test_a_preview_that_fails_is_shown_and_fails_the_job(runner):
    (runner.place / "__main__.py").write_text("import pulumi_zohodesk as desk\ndesk.Department('d', name='')\n")
    steps = dict(runner.job("preview", "preview"))
    assert steps["Comment"].returncode == 0
    assert steps["Fail where the preview failed"].returncode != 0
    assert "name" in runner.body()


def test_the_emulator_is_the_organisation_of_a_fork(runner):
    runner.emulator.clear_log()
    assert "Try it on the emulator" in runner.works("preview", "try")
    assert runner.emulator.log() == []  # one of its own
