"""Figures of Zoho Desk that provider and emulator state each for itself, since neither may learn from the other."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.emulator._limits import EDITIONS as EMULATED
from pulumi_zohodesk.emulator._limits import list_credits
from pulumi_zohodesk.kinds._edition import EDITIONS
from pulumi_zohodesk.transport import page_credits


def test_editions_hold_as_much():
    assert EDITIONS.keys() == {name.upper() for name in EMULATED}
    for name, other in EMULATED.items():
        edition = EDITIONS[name.upper()]
        assert (edition.departments, edition.seats, edition.light_seats) == (
            other.departments,
            other.seats,
            other.light_seats,
        )


@pytest.mark.parametrize("offset", [0, 1, 1_999, 2_000, 2_001, 10_000, 10_001, 50_000, 50_001, 100_000, 100_001, 10**6])
def test_pages_cost_as_much(offset):
    assert page_credits(offset) == list_credits(offset)
