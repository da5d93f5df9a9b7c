"""3,000 objects through the engine, and what a run costs in calls when there is nothing to do."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pulumi_zohodesk.emulator import Emulator

from .stack import BIN

pytestmark = pytest.mark.matrix

LARGE = Path(__file__).parent / "programs" / "large"
COUNT = 3_000
KILLING = f"""#!{sys.executable}
import os, subprocess, sys
command = ["{BIN}/pulumi", *sys.argv[1:]]
if sys.argv[1] != "import":
    os.execv(command[0], command)
with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, close_fds=False) as process:
    for line in process.stdout:
        if " imported" in line:
            process.kill()
sys.exit("killed" if process.returncode == -9 else "not killed")
"""
"""A `pulumi` whose import is killed as soon as the first object is imported."""


def test_three_thousand_objects_are_applied_and_a_second_run_calls_nobody(make_stack):
    with Emulator() as emulator:
        # Checkpoints are the engine's own business and would take ten minutes of this test's one.
        variables = {**emulator.env(), "LARGE": str(COUNT), "PULUMI_SKIP_CHECKPOINTS": "true"}
        stack = make_stack(LARGE, variables)
        emulator.seed({"prod": {"limits": {"seats": COUNT + 1, "credits": 1_000_000}}})
        stack.up("--suppress-progress", "--suppress-outputs")
        assert len(stack.resources()) == COUNT
        assert len(emulator.state("prod")["agents"]) == COUNT - 60 + 1
        emulator.clear_log()
        done = stack.up("--expect-no-changes", "--suppress-progress")
        assert f"{COUNT + 1} unchanged" in done.text
        assert emulator.log() == []


def test_a_killed_adoption_leaves_nothing_half_done_and_a_second_one_finishes(make_stack, tmp_path):
    """No checkpoint is written per object: a killed import has changed nothing, neither the state nor Zoho Desk."""
    with Emulator() as emulator:
        first = make_stack(LARGE, {**emulator.env(), "LARGE": "120", "PULUMI_SKIP_CHECKPOINTS": "true"}, "first")
        emulator.seed({"prod": {"limits": {"seats": 200, "credits": 100_000}}})
        first.up("--suppress-progress", "--suppress-outputs")
        emulator.clear_log()
        (tmp_path / "pulumi").write_text(KILLING)
        (tmp_path / "pulumi").chmod(0o755)
        variables = {**emulator.env(), "LARGE": "120"}
        stack = make_stack(LARGE, {**variables, "PATH": f"{tmp_path}:{first.environment()['PATH']}"})
        assert "\nkilled" in stack.zohodesk("adopt", "--no-protect", code=1).err
        assert stack.resources() == {}
        stack.variables = variables
        stack.run("cancel", "--yes")
        stack.zohodesk("adopt")
        assert sum(one.get("protect", False) for one in stack.resources().values()) == 20 + 60
        assert len(stack.resources()) == 120
        stack.clean()
        assert all(one["method"] == "GET" or "/oauth/" in one["path"] for one in emulator.log())
