"""What type checkers and editors say of programs: a right one passes, each of fifteen mistakes is found in its line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
MISTAKES = [
    number for number, line in enumerate((HERE / "wrong.py").read_text().splitlines(), 1) if line.endswith("# wrong")
]


def mypy(name: str) -> set[int]:
    """The lines that mypy complains about."""
    command = [sys.executable, "-m", "mypy", "--config-file=", "--strict", "--no-error-summary", "--output", "json"]
    done = subprocess.run([*command, name], cwd=HERE, capture_output=True, text=True, timeout=300, check=False)
    rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    assert rows or done.returncode == 0, done.stdout + done.stderr
    return {row["line"] for row in rows if row["severity"] == "error"}


def pyright(name: str) -> set[int]:
    """The lines that pyright complains about."""
    command = [sys.executable, "-m", "basedpyright", "--outputjson", "--pythonpath", sys.executable, name]
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, timeout=300, check=False)
    found = json.loads(done.stdout)["generalDiagnostics"]
    return {one["range"]["start"]["line"] + 1 for one in found if one["severity"] == "error"}


@pytest.mark.parametrize("checker", [mypy, pyright])
def test_a_right_program_has_no_errors(checker):
    assert checker("right.py") == set()


@pytest.mark.parametrize("checker", [mypy, pyright])
def test_every_mistake_is_found(checker):
    assert len(MISTAKES) == 15
    assert checker("wrong.py") == set(MISTAKES)
