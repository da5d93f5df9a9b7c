"""What the tests of bad days share: small help desks, and how to tell that nothing is there twice."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from pulumi_zohodesk.emulator import Emulator

from .help_desk import Declared, HelpDesk, agent, skill
from .stack import UNEXPECTED_CHANGES, Stack

KEYS = {
    "departments": ("name",),
    "agents": ("emailId",),
    "skillTypes": ("departmentId", "name"),
    "skills": ("skillTypeId", "name"),
}
CREATES = ("addDepartment", "addAgent", "createSkillType", "createSkill")


def departments(count: int) -> Declared:
    return {f"d{number}": {"kind": "Department", "name": f"Dept {number}"} for number in range(count)}


def desk_of(homes: int, people: int, types: int, skills: int) -> Declared:
    """Objects of all kinds, most of which wait for another."""
    return {
        **departments(homes),
        **{f"a{n}": agent(n, associated_department_ids=[f"@d{n}"]) for n in range(people)},
        **{f"t{n}": {"kind": "SkillType", "department_id": f"@d{n}", "name": f"Type {n}"} for n in range(types)},
        **{f"s{n}": skill(f"@t{n}", f"Skill {n}", agent_ids=[f"@a{n}"]) for n in range(skills)},
    }


def fails(stack: Stack, *arguments: str, **variables: str) -> str:
    """Run what must fail, without a traceback of ours; returns what it says.

    Frames of this package or of the program are ours. A process that the engine cuts off while a run ends may leave
    some of its own.
    """
    done = stack.run(*arguments, code=None, **variables)
    assert done.code not in (0, UNEXPECTED_CHANGES), done.text
    assert not re.search(r"Traceback.*(pulumi_zohodesk|programs)/", done.text, re.DOTALL), done.text
    return done.text


def objects(state: dict[str, Any]) -> int:
    return sum(len(state[table]) for table in KEYS)


def nothing_twice(emulator: Emulator) -> dict[str, Any]:
    """The organisation, in which no natural key is there twice."""
    state = emulator.state("prod")
    for table, key in KEYS.items():
        seen = Counter(tuple(str(row[wire]).casefold() for wire in key) for row in state[table])
        assert [found for found, count in seen.items() if count > 1] == []
    return state


def everything_once(desk: HelpDesk, things: Declared, others: int = 0) -> None:
    """Each declared object exists, once; the state has all; nothing is left to do.

    ``others`` is how many objects a test added beside those that every new emulator has.
    """
    state = nothing_twice(desk.emulator)
    assert objects(state) == objects(Emulator().state("prod")) + len(things) + others
    held = {name: item["id"] for name, item in desk.stack.resources().items()}
    assert set(held) == set(things)
    assert len(set(held.values())) == len(things)
    assert set(held.values()) <= {row["id"] for table in KEYS for row in state[table]}
    desk.stack.clean()


def creates(emulator: Emulator) -> int:
    """Create calls that were answered, or whose answer was lost."""
    return sum(entry["operation"] in CREATES for entry in emulator.log())
