"""Stacks on the real engine. Without it these tests fail; they are never skipped."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from .stack import BIN, Stack

REPOSITORY = Path(__file__).resolve().parents[2]
EXAMPLES = REPOSITORY / "examples"


@pytest.fixture(scope="session", autouse=True)
def _engine() -> None:
    assert (BIN / "pulumi").exists(), "There is no Pulumi engine in .venv/bin; run `make setup`."


@pytest.fixture
def make_stack(tmp_path: Path) -> Callable[..., Stack]:
    """Makes an initialised stack of a program; several in one test lie side by side."""

    def make(program: Path, variables: dict[str, str] | None = None, name: str = "test") -> Stack:
        home = tmp_path / name
        home.mkdir()
        # `stack init` writes a file named after the stack into the program's folder, which other workers use as well.
        return Stack(program, home, variables or {}, f"{name}-{os.getpid()}").init()

    return make
