"""One emulated organisation per test."""

from __future__ import annotations

import pytest

from .organisation import Organisation


@pytest.fixture
def organisation(emulator, tmp_path):
    return Organisation(emulator, tmp_path)
