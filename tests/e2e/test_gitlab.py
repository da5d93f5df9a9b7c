"""The kit's file for GitLab: it is what GitLab takes, and every command in it runs, in its order."""

from __future__ import annotations

import shutil
import sys
from typing import Any

import pytest

from tests.processes import ran

from .test_gitops import KIT, Runner, departments, loaded, runner, writes

__all__ = ["runner"]

pytestmark = pytest.mark.matrix

FILE = KIT / ".gitlab-ci.yml"
JOBS: dict[str, Any] = {name: job for name, job in loaded(FILE).items() if isinstance(job, dict) and "script" in job}
COMMON = ("PULUMI_CONFIG_PASSPHRASE",)
STATE = {"AWS_ACCESS_KEY_ID": "ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY": "SECRET_ACCESS_KEY"}


def test_the_file_is_what_gitlab_takes():
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.gitlab-ci"]
    ran([*command, "--data-transform", "gitlab-ci", str(FILE)])


def test_only_the_job_that_somebody_starts_is_of_the_environment_that_can_write():
    """Secrets are variables of GitLab, read-only ones for all environments: so the file names none."""
    assert {name for name, job in JOBS.items() if job.get("environment")} == {"apply"}
    assert [rule.get("when") for rule in JOBS["apply"]["rules"]] == ["manual"]
    assert "SECRET" not in FILE.read_text().replace("not-a-secret", "")


def test_what_writes_is_told_when_its_job_is_cancelled():
    assert JOBS["apply"]["script"][-1].startswith("exec zohodesk up ")


def test_the_trial_is_that_of_the_workflow_for_github():
    steps = loaded(KIT / ".github" / "workflows" / "preview.yml")["jobs"]["try"]["steps"]
    theirs = [step["run"].strip() for step in steps if "run" in step]
    assert [step.strip() for step in JOBS["try"]["script"]] == theirs


def variables(runner: Runner, job: str) -> dict[str, str]:
    """What GitLab gives a job: variables of its environment stand before those of all."""
    read = "" if JOBS[job].get("environment") else "READ_ONLY_"
    names = {own: f"STATE_{read}{theirs}" for own, theirs in STATE.items()}
    names |= {name: name for name in COMMON}
    names["ZOHODESK_PRODUCTION_CLIENT_SECRET"] = "ZOHODESK_CLIENT_SECRET"
    names["ZOHODESK_PRODUCTION_REFRESH_TOKEN"] = f"ZOHODESK_{read}REFRESH_TOKEN"
    given = {own: runner.values[f"secrets.{name}"] for own, name in names.items()}
    return {**given, "PULUMI_BACKEND_URL": runner.values["vars.PULUMI_BACKEND_URL"], **loaded(FILE)["variables"]}


def run(runner: Runner, name: str, code: int = 0) -> str:
    """A job in a checkout of its own, with what the jobs that it needs left; returns what it printed."""
    job = JOBS[name]
    runner._fresh()
    for file in runner.artefacts.iterdir() if job.get("needs") else ():
        shutil.copy(file, runner.checkout / file.name)
    env = runner.environment(variables(runner, name), job.get("variables", {}))
    said = ""
    for part, wanted in (("script", code), ("after_script", 0)):
        script = "\n".join(["set -eo pipefail", *job.get(part, [])])
        said += ran(["bash", "-c", script], code=wanted, cwd=runner.checkout, env=env).out
    for path in job["artifacts"]["paths"]:
        if (made := runner.checkout / path).exists():
            shutil.copy(made, runner.artefacts)
    return said


def test_a_request_a_merge_and_a_morning(runner):
    run(runner, "preview")
    assert "2 to create" in (runner.artefacts / "preview.md").read_text()
    assert "2 to create" in run(runner, "plan")
    assert writes(runner.emulator) == []
    assert b"Customer" not in (runner.artefacts / "plan.enc").read_bytes()
    run(runner, "apply")
    support = departments(runner)["Customer Support"]
    with (runner.place / "zohodesk.toml").open("a") as file:
        file.write('\n[drift]\nignore = ["*:*"]\n')
    run(runner, "drift")
    runner.emulator.edit("prod", "departments", "update", id=support["id"], values={"description": "Outside"})
    assert "Outside" in run(runner, "drift", code=2)
