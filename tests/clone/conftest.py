"""Two emulated organisations per test."""

from __future__ import annotations

import pytest

from .two import Two


@pytest.fixture
def two(emulator, tmp_path):
    return Two(emulator, tmp_path)
