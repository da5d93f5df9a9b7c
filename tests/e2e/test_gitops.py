"""The GitOps kit: its workflow files are what GitHub takes, and every command in them runs, in their order."""

from __future__ import annotations

import json
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
from tests.processes import ran

from .conftest import EXAMPLES
from .stack import BIN

KIT = EXAMPLES / "gitops"
WORKFLOWS = sorted((KIT / ".github" / "workflows").glob("*.yml"))
ORGANIZATION = "60001234"

GH = f"#!{sys.executable}\n" + (Path(__file__).parent / "github.py").read_text()
PIP = """#!/bin/sh
test "$1 $2 $#" = "install -r 3" && grep -q "^pulumi-zohodesk.*<" "$3"
"""


IGNORE = """
[drift]
ignore = ["Department:*", "Agent:*", "SkillType:*", "Skill:*"]
"""


def loaded(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_is_what_github_takes(file):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(file)]
    ran(command)


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_job_has_no_more_than_it_needs(file):
    """Only the job with the approval is given what can write; secrets are given to steps, not to whole jobs."""
    workflow = loaded(file)
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        writing = [one for one, scope in job.get("permissions", {}).items() if scope == "write"]
        assert writing == {"preview": ["pull-requests"], "drift": ["issues"]}.get(name, [])
        assert "secrets." not in str(job.get("env", {}))
        secrets = set(re.findall(r"secrets\.(\w+)", str(job["steps"])))
        powerful = {"STATE_ACCESS_KEY_ID", "STATE_SECRET_ACCESS_KEY", "ZOHODESK_REFRESH_TOKEN"}
        assert secrets & powerful == (powerful if job.get("environment") == "production" else set())
        if name == "try":
            assert secrets == set()


def test_what_writes_is_told_when_its_job_is_cancelled():
    """GitHub signals the shell of a step: it must have become the command."""
    steps = loaded(KIT / ".github" / "workflows" / "apply.yml")["jobs"]["apply"]["steps"]
    (apply,) = (step["run"] for step in steps if "zohodesk up" in step.get("run", ""))
    assert apply.startswith("exec zohodesk up ")


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_no_step_puts_an_expression_into_a_script(file):
    """What others write (titles, branches) would run as commands there; variables carry it instead."""
    for job in loaded(file)["jobs"].values():
        assert all("${{" not in step.get("run", "") for step in job["steps"])
        assert loaded(file)["permissions"]["contents"] == "read"


class Runner:
    """Runs the jobs of the kit as GitHub does, against the emulator: each in a checkout and a home of its own."""

    def __init__(self, emulator: Emulator, folder: Path) -> None:
        self.emulator, self.folder = emulator, folder
        self.place, self.notes, self.bin = folder / "repository", folder / "notes", folder / "bin"
        self.artefacts = folder / "artefacts"
        shutil.copytree(KIT, self.place)
        for path in (self.notes, self.bin, self.artefacts, folder / "state"):
            path.mkdir()
        for name, text in {"gh": GH, "pip": PIP}.items():
            (self.bin / name).write_text(text)
            (self.bin / name).chmod(stat.S_IRWXU)
        self._fresh()
        self._connect()
        self.run_pulumi("stack", "init", "production")  # which writes the salt that is committed

    def _fresh(self) -> None:
        """What a job starts with: the repository, and nothing of the job before."""
        self.count = getattr(self, "count", 0) + 1
        self.checkout = self.folder / f"checkout-{self.count}"
        self.temp = self.folder / f"temp-{self.count}"
        self.temp.mkdir()
        shutil.copytree(self.place, self.checkout)

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
            "secrets.STATE_READ_ONLY_ACCESS_KEY_ID": "none",
            "secrets.STATE_READ_ONLY_SECRET_ACCESS_KEY": "none",
            "secrets.ZOHODESK_CLIENT_SECRET": env["ZOHODESK_CLIENT_SECRET"],
            "secrets.ZOHODESK_REFRESH_TOKEN": env["ZOHODESK_REFRESH_TOKEN"],
            "secrets.ZOHODESK_READ_ONLY_REFRESH_TOKEN": read_only,
            "github.token": "none",
            "github.event.pull_request.number": "12",
        }

    def environment(self, *maps: Mapping[str, str]) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("ZOHODESK_", "PULUMI_"))}
        own = {
            "PATH": f"{self.bin}{os.pathsep}{BIN}{os.pathsep}{os.environ['PATH']}",
            "GH_NOTES": str(self.notes),
            "RUNNER_TEMP": str(self.temp),
            "PULUMI_HOME": str(self.temp / "pulumi-home"),
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
        command = [str(BIN / "pulumi"), *arguments, "--non-interactive"]
        ran(command, cwd=self.place, env=self.environment(basics))

    def job(self, file: str, name: str) -> Iterator[tuple[str, subprocess.CompletedProcess[str]]]:
        """The steps of a job that are commands, with what came of each; after one that fails, only `always()` runs."""
        self._fresh()
        workflow = loaded(KIT / ".github" / "workflows" / f"{file}.yml")
        job, failed = workflow["jobs"][name], False
        for step in job["steps"]:
            if not self._wanted(step.get("if", ""), failed):
                continue
            if "uses" in step:
                self._use(step["uses"].split("@")[0], step.get("with", {}))
                continue
            done = self._step(step, workflow.get("env", {}), job.get("env", {}))
            failed = failed or done.returncode != 0
            yield step["name"], done
        for output, value in job.get("outputs", {}).items():
            self.values[f"needs.{name}.outputs.{output}"] = self.value(value)

    def _step(self, step: Mapping[str, Any], *maps: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        output = self.temp / "output"
        output.write_text("")
        own = {"GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(self.notes / "summary")}
        env = self.environment(*maps, step.get("env", {}), own)
        script = self.temp / "script.sh"
        script.write_text(step["run"])
        shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
        done = subprocess.run(
            shell, cwd=self.checkout, env=env, capture_output=True, text=True, timeout=300, check=False
        )
        for line in output.read_text().splitlines():
            key, _, value = line.partition("=")
            self.values[f"steps.{step['id']}.outputs.{key}"] = value
        return done

    def _use(self, action: str, given: Mapping[str, Any]) -> None:
        if action.endswith("-artifact"):
            assert given["name"] in ("plan", "snapshot")
            kept = self.artefacts / given["name"]
            if action == "actions/upload-artifact":
                assert 1 <= given["retention-days"] <= 7
                file = self.checkout / given["path"]
                assert file.exists() or given.get("if-no-files-found") == "ignore"
                if file.exists():
                    shutil.copy(file, kept)
            else:
                shutil.copy(kept, self.checkout / f"{given['name']}.enc")
        elif action == "actions/checkout":
            assert given["persist-credentials"] is False
        else:
            assert action in ("actions/setup-python", "pulumi/actions")

    def _wanted(self, condition: str, failed: bool) -> bool:
        if condition == "always()":
            return True
        found = re.fullmatch(r"(\S+) == '(.*)'|", condition)
        assert found is not None, f"The runner does not know {condition}"
        return not failed and (not condition or self.values[found[1]] == found[2])

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


def departments(runner) -> dict[str, dict]:
    return {one["name"]: one for one in runner.emulator.state("prod")["departments"]}


def test_a_pull_request_and_a_merge(runner):
    emulator = runner.emulator
    emulator.clear_log()
    assert runner.works("preview", "preview")[-1] == "Fail where the preview failed"
    assert runner.calls() == ["pr comment"]
    for words in ("Customer Support", "2 to create", "Price: at most", "Looking took"):
        assert words in runner.body()
    runner.works("apply", "plan")
    assert "Price: at most" in (runner.notes / "summary").read_text()
    assert runner.values["needs.plan.outputs.changes"] == "True"
    assert b"Customer" not in (runner.artefacts / "plan").read_bytes()
    assert writes(emulator) == []
    # What somebody changes while the plan waits for its approval is not run over.
    emulator.seed({"prod": {"departments": [{"name": "Customer Support"}]}})
    steps = dict(runner.job("apply", "apply"))
    assert "exists already" in steps["Apply"].stderr
    assert [name for name in departments(runner) if name == "Languages"] == []


@pytest.mark.matrix
def test_a_plan_that_is_approved_is_applied_and_what_was_there_is_kept(runner):
    runner.works("apply", "plan")
    assert "Apply" in runner.works("apply", "apply")
    assert "Customer Support" in departments(runner)
    program = runner.place / "__main__.py"
    program.write_text(program.read_text().replace("First line for everything.", "First line."))
    runner.works("apply", "plan")
    runner.works("apply", "apply")
    assert departments(runner)["Customer Support"]["description"] == "First line."
    unlock = "openssl enc -d -aes-256-cbc -pbkdf2 -iter 600000 -pass pass:'correct horse'"
    command = f"{unlock} -in {runner.artefacts / 'snapshot'} | tar -tv"
    assert ".zohodesk/snapshots/production/" in ran(["bash", "-c", command]).out
    runner.works("apply", "plan")
    assert runner.values["needs.plan.outputs.changes"] == "False"  # so nobody is asked


@pytest.mark.matrix
def test_a_morning_opens_one_issue_keeps_it_up_to_date_and_closes_it(runner):
    runner.works("apply", "plan")
    runner.works("apply", "apply")
    runner.calls()
    emulator = runner.emulator
    with (runner.place / "zohodesk.toml").open("a") as file:  # what was there before the code
        file.write(IGNORE)
    support = departments(runner)["Customer Support"]
    drifted = {}
    for text in ("Changed outside", "Changed again"):
        emulator.edit("prod", "departments", "update", id=support["id"], values={"description": text})
        emulator.clear_log()
        runner.works("drift", "drift")
        drifted[text] = runner.calls()
        assert text in runner.body()
        assert writes(emulator) == []
    assert drifted["Changed outside"] == ["issue list", "label create", "issue create"]
    assert drifted["Changed again"] == ["issue list", "issue edit"]
    emulator.edit("prod", "departments", "update", id=support["id"], values={"description": support["description"]})
    runner.works("drift", "drift")
    assert runner.calls() == ["issue list", "issue close"]
    runner.works("drift", "drift")
    assert runner.calls() == ["issue list"]
    assert list(json.loads((runner.notes / "github.json").read_text())["issues"]) == ["3"]  # a person's


@pytest.mark.matrix
def test_a_preview_that_fails_is_shown_and_fails_the_job(runner):
    (runner.place / "__main__.py").write_text("import pulumi_zohodesk as desk\ndesk.Department('d', name='')\n")
    steps = dict(runner.job("preview", "preview"))
    assert steps["Comment"].returncode == 0
    assert steps["Fail where the preview failed"].returncode != 0
    assert "name" in runner.body()


@pytest.mark.matrix
def test_the_emulator_is_the_organisation_of_a_fork(runner):
    runner.emulator.clear_log()
    assert "Try it on the emulator" in runner.works("preview", "try")
    assert runner.emulator.log() == []  # one of its own
