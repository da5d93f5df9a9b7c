"""The judge is the service itself: an export that is applied to an empty organisation makes the same raw store."""

from __future__ import annotations

import re

import pytest

from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.kinds import KINDS
from tests.kinds.tables import TABLES

from .test_export import run_export
from .two_desks import as_names, emptied, without
from .whole_desk import TOLD, WRITABLE, fill, unvaried

OWN, BOSS = "example sandbox", ("boss@example.com",)
"""What the second organisation begins with."""


@pytest.fixture
def emulator():
    # Who made an organisation reads Custom with the pair of an administrator; made anew, it is an administrator.
    with Emulator(creator_type="Admin") as running:
        fill(running, "prod")
        # Each begins with an administrator; the first one's is to be created in the second, too.
        key, values = {"emailId": "admin@example.com"}, {"emailId": BOSS[0]}
        running.edit("sandbox", "agents", "update", key=key, values=values)
        emptied(running, "sandbox")
        yield running


def second(emulator: Emulator) -> dict[str, str]:
    """The variables by which a stack finds the second organisation."""
    prefix = "ZOHODESK_SANDBOX_"
    named = {key.replace(prefix, "ZOHODESK_"): value for key, value in emulator.env().items() if prefix in key}
    return {**emulator.env(), **named}


def test_every_writable_field_varies(emulator):
    assert unvaried(emulator, "prod") == []
    assert sum(map(len, WRITABLE.values())) == sum(len(kind.answered) for kind in KINDS if not kind.dear)


@pytest.mark.parametrize("form", ["python", pytest.param("yaml", marks=pytest.mark.matrix)])
def test_an_export_that_is_applied_to_an_empty_organisation_is_the_same(form, emulator, make_stack, tmp_path):
    folder = run_export(emulator, tmp_path, "--format", form)
    stack = make_stack(folder, second(emulator))
    for name in re.findall("config set --secret (.+)", (folder / "README.md").read_text()):
        stack.secret(name, "nobody tells")
    stack.up()
    first, found = as_names(emulator, "prod"), without(OWN, as_names(emulator, "sandbox"))
    del found["agents"][BOSS]
    assert all(len(first[TABLES[kind.name]]) >= 3 for kind in TOLD)
    assert found == first
    stack.clean()
