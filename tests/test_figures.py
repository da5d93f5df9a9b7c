"""Figures of Zoho Desk that provider and emulator state each for itself, since neither may learn from the other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pulumi_zohodesk.emulator._limits import EDITIONS as EMULATED
from pulumi_zohodesk.emulator._limits import list_credits
from pulumi_zohodesk.engine import snake
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.kinds._edition import EDITIONS
from pulumi_zohodesk.transport import page_credits

SLACK = 10
"""Lines that a kind may gain or lose before the guide has to say so."""
ROOT = Path(__file__).parents[1]
OTHERWISE = {"BusinessHours": "business_hour", "DataSharing": "sharing_rule", "SkillOrder": ""}
"""What the contract, and so the emulator, calls a kind otherwise; it has no module of its own for an order."""


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


def test_what_a_kind_took_is_what_the_guide_says():
    table = (ROOT / "docs" / "adding-a-kind.md").read_text("utf-8")
    rows = re.findall(r"^\| ([A-Z]\w+) \| (\d+) \| ([^|]+) \|", table, re.MULTILINE)
    assert {name for name, *_ in rows} == {kind.name for kind in KINDS} - {"Agent", "Department", "Skill"}

    def lines(folder, name):
        return len((ROOT / "provider" / "pulumi_zohodesk" / folder / f"{name}.py").read_text("utf-8").splitlines())

    for name, declared, emulated in rows:
        assert abs(lines("kinds", snake(name)) - int(declared)) <= SLACK, name
        if there := OTHERWISE.get(name, snake(name)):
            assert abs(lines("emulator/kinds", there) - int(emulated)) <= SLACK, name
