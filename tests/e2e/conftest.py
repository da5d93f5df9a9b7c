"""Stacks on the real engine. Without it these tests fail; they are never skipped."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pulumi_zohodesk.emulator import Emulator

from .help_desk import PROGRAM
from .run_desk import YAML, Desk
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


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator() as running:
        yield running


@pytest.fixture
def desk(emulator: Emulator, make_stack: Callable[..., Stack], tmp_path: Path) -> Desk:
    """A help desk that is run with `zohodesk`, from a folder of its own."""
    folder = tmp_path / "project"
    folder.mkdir()
    shutil.copy(PROGRAM / "__main__.py", folder)
    (folder / "Pulumi.yaml").write_text(YAML.format(Path(sys.executable).parent.parent))
    return Desk(make_stack(folder, emulator.env()), emulator)
