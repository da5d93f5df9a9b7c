"""What a program uses, told from its source."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from pulumi_zohodesk.actions import scan
from pulumi_zohodesk.errors import InputError

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def used(tmp_path: Path, **files: str) -> dict[str, tuple[bool, list[str]]]:
    for name, text in files.items():
        file = tmp_path / f"{name.replace('__', '/') if not name.startswith('__') else name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text), encoding="utf-8")
    program = scan(tmp_path)
    found = {name: (use.manages, sorted(use.removals)) for name, use in program.uses.items()}
    return {**found, **{name: (False, []) for name in program.look_ups}}


AGENT = (True, ["deactivate"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import pulumi_zohodesk as desk\ndesk.Agent('a')", {"Agent": AGENT}),
        ("import pulumi_zohodesk\npulumi_zohodesk.Agent('a')", {"Agent": AGENT}),
        ("from pulumi_zohodesk import Agent as Person\nPerson('a')", {"Agent": AGENT}),
        ("from pulumi_zohodesk import *\nAgent('a')", {"Agent": AGENT}),
        ("import pulumi_zohodesk as desk\nPerson = desk.Agent\nPerson('a')", {"Agent": AGENT}),
        ("import pulumi_zohodesk as desk\ndesk.Agent('a', on_destroy='delete')", {"Agent": (True, ["delete"])}),
        ("import pulumi_zohodesk as desk\ndesk.Agent('a', on_destroy=None)", {"Agent": AGENT}),
        (
            "import pulumi_zohodesk as desk\ndesk.Agent('a', on_destroy=chosen())",
            {"Agent": (True, ["deactivate", "delete", "keep"])},
        ),
        (
            "import pulumi_zohodesk as desk\nmake(desk.Agent)",
            {"Agent": (True, ["deactivate", "delete", "keep"])},
        ),
        ("import pulumi_zohodesk as desk\ndesk.Agent.get('a', id='1')", {"Agent": (False, [])}),
        ("import pulumi_zohodesk as desk\ndesk.get_role(name='x')", {"get_role": (False, [])}),
        ("import pulumi_zohodesk as desk\ndesk.get_role_output(name=x)", {"get_role": (False, [])}),
        (
            "import pulumi_zohodesk as desk\ndef make(x: desk.Skill) -> desk.SkillType:\n    desk.Agent('a')",
            {"Agent": AGENT},
        ),
        ("import pulumi_zohodesk as desk\nisinstance(x, desk.Skill)\ndesk.Agent('a')", {"Agent": AGENT}),
        (
            "import pulumi_zohodesk as desk\ngetattr(desk, 'Agent')('a')",
            {"Agent": (True, ["deactivate", "delete", "keep"])},
        ),
    ],
)
def test_a_use_is_found_however_it_is_written(tmp_path, text, expected):
    assert used(tmp_path, __main__=text) == expected


def test_uses_are_followed_through_files(tmp_path):
    found = used(
        tmp_path,
        __main__="from parts import people\nfrom common import Person\npeople.hire()\nPerson('x')",
        parts____init__="",
        parts__people="from ..common import desk\ndef hire():\n    desk.SkillType('t')",
        common="import pulumi_zohodesk as desk\nPerson = desk.Agent",
    )
    assert set(found) == {"Agent", "SkillType"}


def test_environments_are_left_out(tmp_path):
    (tmp_path / "venv").mkdir()
    (tmp_path / "venv" / "pyvenv.cfg").touch()
    (tmp_path / "venv" / "x.py").write_text("import pulumi_zohodesk as desk\ndesk.Skill('s')")
    assert set(used(tmp_path, __main__="import pulumi_zohodesk as desk\ndesk.Agent('a')")) == {"Agent"}


def test_what_cannot_be_told_is_said(tmp_path):
    (tmp_path / "__main__.py").write_text("import pulumi_zohodesk as desk\ngetattr(desk, name)('a')\ndesk.Agent('a')")
    assert scan(tmp_path).doubts == ["__main__, line 2: which kind or look-up getattr names cannot be told."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("import os", "uses no kind"),
        ("def (", "line 1 is not Python"),
        (None, "no Python file"),
    ],
)
def test_no_program_is_one_sentence(tmp_path, text, words):
    if text is not None:
        (tmp_path / "__main__.py").write_text(text)
    with pytest.raises(InputError, match=words):
        scan(tmp_path)


def test_the_examples_are_understood():
    found = {path.name: set(scan(path).uses) | scan(path).look_ups for path in sorted(EXAMPLES.glob("0*"))}
    assert found["06-whole-help-desk"] == {"Department", "Agent", "SkillType", "Skill"}
    assert found["01-department"] == {"Department"}
    assert all(not scan(path).doubts for path in sorted(EXAMPLES.glob("0*")))


def test_data_files_count_as_what_they_declare(tmp_path):
    (tmp_path / "__main__.py").write_text("import pulumi_zohodesk as desk\ndesk.load('desk.yaml')\n")
    (tmp_path / "desk.yaml").write_text(
        "Department: {a: {name: A}}\n"
        "SkillType: {t: {name: T, department: A}, u: {name: U, department: Elsewhere}}\n"
        "Agent: {j: {email_id: j@e.c, associated_departments: [A], role: CEO, on_destroy: delete}}\n"
    )
    program = scan(tmp_path)
    assert {name: sorted(use.removals) for name, use in program.uses.items()} == {
        "Department": ["disable"],
        "SkillType": ["delete"],
        "Agent": ["delete"],
    }
    assert program.look_ups == {"get_department", "get_role"}


def test_files_that_cannot_be_told_are_said(tmp_path):
    (tmp_path / "__main__.py").write_text(
        "import pulumi_zohodesk as desk\ndesk.load(*files)\ndesk.Department('d', name='D')\n"
    )
    assert scan(tmp_path).doubts == ["__main__, line 2: which files load reads cannot be told."]
