"""Names that go by index, on the real engine: refused before the first write, and the advice works."""

from __future__ import annotations

import re

import pytest

from .help_desk import Declared

pytestmark = pytest.mark.matrix

HOME: Declared = {"home": {"kind": "Department", "name": "Home"}}


def by_index(*names: str) -> Declared:
    return HOME | {
        f"type{place}": {"kind": "SkillType", "department_id": "@home", "name": name}
        for place, name in enumerate(names)
    }


def names(desk) -> list[str]:
    return sorted(row["name"] for row in desk.rows("skillTypes"))


def test_names_by_index_after_one_was_taken_out(desk):
    desk = desk.declare(by_index("A", "B", "C"))
    desk.run("up", "--yes", "--no-snapshot")
    desk = desk.declare(by_index("B", "C"))
    desk.emulator.clear_log()
    refused = desk.run("up", "--yes", code=1).err
    assert "type0: Its name is still that of type1 (skill type, id " in refused
    assert desk.writes() == []
    alone = desk.stack.up("--refresh=false", code=None)  # bare: the plugin asks, and nothing is written either
    assert alone.code != 0
    assert "Traceback" not in alone.out
    assert desk.writes() == []
    assert "has it. Nothing was changed." in alone.out
    holders = dict(re.findall(r"(type\d): .*?--target '([^']+)'", refused))
    for name in ("type1", "type0"):  # the last of the chain first: type2 is removed, then type1 renamed
        desk.stack.up("--target", holders[name])
    desk.run("up", "--yes", "--no-snapshot")
    assert names(desk) == ["B", "C"]
    desk.stack.clean()


def test_a_swap_is_refused_in_the_preview(desk):
    desk = desk.declare(by_index("A", "B"))
    desk.run("up", "--yes", "--no-snapshot")
    desk = desk.declare(by_index("B", "A"))
    desk.emulator.clear_log()
    said = desk.stack.preview(code=None)
    assert said.code != 0
    assert "Names cannot be exchanged in one run: give one of them a name that is free" in said.out + said.err
    assert "Traceback" not in said.out + said.err
    assert desk.writes() == []
