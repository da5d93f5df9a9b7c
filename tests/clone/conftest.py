"""Two emulated organisations per test."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.emulator import Emulator

from .two import Two


@pytest.fixture
def two(tmp_path):
    with Emulator() as emulator:
        yield Two(emulator, tmp_path)
