"""`zohodesk scopes --program` is enough for everything a stack does, and not one scope too many."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.emulator._contract import table
from pulumi_zohodesk.emulator.kinds import KINDS as EMULATED
from tests.processes import ran

from .conftest import EXAMPLES
from .stack import BIN

SKILLS = EXAMPLES / "04-skill"
"""Of kinds that have scopes of their own each; what has none but those of all settings would hide that."""
CHANGES = (('name="Service"', 'name="Service, worldwide"'), ('name="Languages"', 'name="Tongues"'))


@pytest.fixture
def program(tmp_path):
    """A copy of the example, which a test may change."""
    place = tmp_path / "desk"
    shutil.copytree(SKILLS, place)
    text = (place / "Pulumi.yaml").read_text()
    (place / "Pulumi.yaml").write_text(text.replace("../../.venv", str(BIN.parent)))
    return place


def scopes(*arguments: str) -> list[str]:
    return ran([str(BIN / "zohodesk"), "scopes", *arguments]).out.split()


def with_scopes(emulator, found: list[str]) -> dict[str, str]:
    return {**emulator.env(), "ZOHODESK_REFRESH_TOKEN": emulator.token("prod", scopes=found)["refresh_token"]}


def whole_life(stack, program, emulator, code=0):
    """Up, a change in the program and one outside, refresh, repair, removal of one object, destroy; each yields."""
    yield stack.up(code=code)
    main = program / "__main__.py"
    text = main.read_text()
    for old, new in CHANGES:
        assert old in text
        text = text.replace(old, new)
    main.write_text(text)
    yield stack.up(code=code)
    skill = emulator.state("prod")["skills"][0]
    emulator.edit("prod", "skills", "update", id=skill["id"], values={"description": "Changed outside"})
    agent = emulator.state("prod")["agents"][-1]
    emulator.edit("prod", "agents", "update", id=agent["id"], values={"lastName": "Changed"})
    yield stack.refresh(code=code)
    yield stack.up("--refresh", code=code)
    yield stack.destroy(code=code)


def needed(emulator) -> list[set[str]]:
    """The alternatives of every operation that was called, as the contract has them."""
    rows = {id: row for kind in EMULATED for id, row in table(kind.contract).items()}
    called = {entry["operation"] for entry in emulator.log() if "/oauth/" not in entry["path"]}
    return [set(rows[name]["scopes"]) for name in called]


@pytest.mark.parametrize(
    "mode", [pytest.param((), id="catalogue", marks=pytest.mark.matrix), pytest.param(("--narrow",), id="narrow")]
)
def test_the_scopes_of_a_program_are_enough_and_none_can_go(mode, emulator, program, make_stack):
    found = scopes("--program", str(program), *mode)
    emulator.clear_log()
    stack = make_stack(program, with_scopes(emulator, found))
    assert len(list(whole_life(stack, program, emulator))) == 5
    refused = [entry for entry in emulator.log() if entry["status"] == 403]
    assert refused == []
    needs = needed(emulator)
    for one in found:  # a call of this very life would have been refused without it
        rest = set(found) - {one}
        assert any(not (alternatives & rest) for alternatives in needs), one


@pytest.mark.matrix
@pytest.mark.parametrize("mode", [(), ("--narrow",)], ids=["catalogue", "narrow"])
def test_without_any_one_of_them_a_step_fails_and_says_which(mode, program, make_stack, tmp_path):
    every = scopes("--program", str(program), *mode)
    for number, missing in enumerate(every):
        place = tmp_path / f"without{number}"
        shutil.copytree(program, place)
        with Emulator() as emulator:
            rest = [one for one in every if one != missing]
            stack = make_stack(place, with_scopes(emulator, rest), f"stack{number}")
            failed = next(done for done in whole_life(stack, place, emulator, code=None) if done.code != 0)
        assert missing in failed.text
        assert "Layer 1 of 3" in failed.text


@pytest.mark.matrix
def test_a_drift_job_needs_reading_alone(emulator, program, make_stack):
    stack = make_stack(program, emulator.env())
    stack.up()
    found = scopes("--program", str(program), "--read-only")
    assert found == ["Desk.settings.READ"]
    replace(stack, variables=with_scopes(emulator, found)).clean()
