"""What a preview shows is what is different, and nothing else; seen on the real engine."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pulumi_zohodesk as desk
import pytest
from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.engine import kinds

from .help_desk import PROGRAM, HelpDesk, changed, mutations, respelt, whole
from .stack import Stack

KINDS = ("Department", "Agent", "SkillType", "Skill")


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """The whole help desk, applied once; tests that share it only preview."""
    with Emulator() as emulator:
        found = HelpDesk(Stack(PROGRAM, tmp_path_factory.mktemp("base"), emulator.env(), "base").init(), emulator)
        found = found.declare(whole(emulator))
        found.stack.up()
        yield found


def test_every_writable_field_of_every_kind_is_shown_alone(base):
    things, every = whole(base.emulator), mutations(base.emulator)
    assert {kind.name for kind in kinds()} == {name for name in KINDS}
    assert set(every) == {(kind.name, field.wire) for kind in kinds() for field in kind.fields}
    wanted, programs = {}, {}
    for (kind, wire), found in every.items():
        for number, one in enumerate(found):
            mark = f"{kind}.{wire} {number}"
            wanted[mark] = {one.name: (one.op, {wire + path for path in one.paths})}
            programs[mark] = respelt(changed(things, kind, wire, one), len(programs))
    with ThreadPoolExecutor(2) as pool:
        seen = dict(zip(programs, pool.map(lambda one: base.declare(one).changes(), programs.values()), strict=True))
    shown = {mark: {name: (op, set(paths)) for name, (op, paths) in found.items()} for mark, found in seen.items()}
    assert shown == wanted
