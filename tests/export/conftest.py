"""One emulated organisation per test."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.emulator import Emulator
from tests.inventory.organisation import Organisation


@pytest.fixture
def organisation(tmp_path):
    with Emulator() as emulator:
        yield Organisation(emulator, tmp_path)
