"""What a program uses, told from its source."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from textwrap import dedent

import pytest

from pulumi_zohodesk import resources
from pulumi_zohodesk.actions import GROUPS, scan
from pulumi_zohodesk.actions._names import action_of_method
from pulumi_zohodesk.actions._uses import PUBLIC
from pulumi_zohodesk.errors import InputError

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def used(tmp_path: Path, **files: str) -> dict[str, tuple[bool, list[str]]]:
    for name, text in files.items():
        file = tmp_path / f"{name.replace('__', '/') if not name.startswith('__') else name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text), encoding="utf-8")
    program = scan(tmp_path)
    found = {name: (use.manages, sorted(use.removals)) for name, use in program.uses.items()}
    return {**found, **{name: (False, []) for name in (*program.look_ups, *program.actions)}}


AGENT = (True, ["deactivate"])


def test_what_programs_find_follows_from_the_kinds():
    assert frozenset(resources.__all__) == PUBLIC


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
        (
            "import pulumi_zohodesk as desk\nwith desk.SkillMatrix('a.csv') as matrix:\n    pass",
            {"Agent": (False, []), "get_agent": (False, [])},
        ),
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


IMPORT = "import pulumi_zohodesk as desk\n"


@pytest.mark.parametrize(
    "text",
    [
        "class Team:\n    def __init__(self):\n        self.d = desk\n        self.d.Agent('a')",
        "def build(d):\n    d.Agent('a')\nbuild(desk)",
        "vars(desk)['Skill']('s')",
        "desk.__dict__['Agent']('a')",
        "import importlib\nimportlib.import_module('pulumi_zohodesk').Agent('a')",
        "import sys\nsys.modules['pulumi_zohodesk'].Agent('a')",
        "__import__('pulumi_zohodesk').Agent('a')",
        "(desk if x else None).Agent('a')",
        "d, e = desk, 1\nd.Agent('a')",
        "(d := desk).Agent('a')",
        "names = [desk]",
        "run(desk.client)",
        "run(desk.client('prod'))",
        "c = desk.client('prod')\nrun(c.tickets)",
        "desk.client('prod').call(name, {})",
        "getattr(desk, name)('a')",
        "r = desk.resources\nself.r = r",
    ],
)
def test_what_is_handed_on_is_a_doubt(tmp_path, text):
    (tmp_path / "__main__.py").write_text(f"{IMPORT}desk.Department('d')\n{text}\n")
    program = scan(tmp_path)
    assert set(program.uses) == {"Department"}
    (doubt,) = program.doubts
    assert doubt.endswith("cannot be told, so the set may be too small.")


def test_a_program_of_doubts_alone_says_them(tmp_path):
    (tmp_path / "__main__.py").write_text(f"{IMPORT}build(desk)\n")
    with pytest.raises(InputError, match=r"uses no kind.*line 2: what is used of pulumi_zohodesk, which is handed on"):
        scan(tmp_path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("desk.client('prod').tickets.list()", {"tickets.list"}),
        (
            "c = desk.client()\nfor one in c.tickets.iterate():\n    c.contacts.get(contact_id=one)",
            {"tickets.list", "contacts.get"},
        ),
        (
            "c: desk.DeskClient = desk.client()\nt = c.tickets\nt.move_to_trash(ticket_ids=[])",
            {"tickets.move_to_trash"},
        ),
        (
            "from pulumi_zohodesk import client as via\nvia().skills.iterate_related_rules(skill_id=1)",
            {"skills.related_rules"},
        ),
        ("c = desk.client()\nc.call('tickets.get', {})\nprint(c.credits_spent)", {"tickets.get"}),
        ("desk.client(desk.get_role(name='x').name).tickets.list()", {"tickets.list", "get_role"}),
        ("f = desk.client().accounts.list", {"accounts.list"}),
    ],
)
def test_calls_through_a_client_are_actions(tmp_path, text, expected):
    if text.startswith("f ="):
        text += "\nf()"
    assert set(used(tmp_path, __main__=IMPORT + text)) == expected
    assert scan(tmp_path).doubts == []


def test_every_method_of_a_client_is_an_action():
    for group in GROUPS:
        name = group.title().replace("_", "")
        methods = vars(import_module(f"pulumi_zohodesk.actions.methods.{group}"))[name]
        assert all(action_of_method(f"{group}.{method}") for method in vars(methods) if not method.startswith("_"))


@pytest.mark.parametrize(
    "text",
    [
        "x = " + " + ".join(["1"] * 20_000),
        "x = " + "-" * 3000 + "1",
        "x = a" + ".b" * 5000,
        "x = " + "(" * 500 + ")" * 500,
    ],
    ids=["sum", "signs", "attributes", "brackets"],
)
def test_an_expression_that_is_nested_too_deep_is_one_sentence(tmp_path, text):
    (tmp_path / "__main__.py").write_text(f"{IMPORT}desk.Agent('a')\n{text}\n")
    with pytest.raises(InputError, match=r"nested too deep|is not Python") as caught:
        scan(tmp_path)
    assert len(str(caught.value)) < 500


def test_names_that_lead_to_no_kind_are_no_doubt(tmp_path):
    (tmp_path / "__main__.py").write_text(
        f"{IMPORT}import logging\nlogging.getLogger('pulumi_zohodesk')\nrow = desk.Criteria(pattern='1')\n"
        "try:\n    desk.Agent('a')\nexcept desk.errors.DeskError:\n    print(desk.__name__)\n"
    )
    assert scan(tmp_path).doubts == []


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
    assert scan(tmp_path).doubts == [
        "__main__, line 2: which kind or look-up getattr names cannot be told, so the set may be too small."
    ]


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
    assert found["04-skill"] == {"Department", "Agent", "SkillType", "Skill"}
    assert found["01-department"] == {"Department"}
    assert all(not scan(path).doubts for path in sorted(EXAMPLES.glob("0*")))


def test_data_files_count_as_what_they_declare(tmp_path):
    (tmp_path / "__main__.py").write_text("import pulumi_zohodesk as desk\ndesk.load('desk.yaml')\n")
    (tmp_path / "desk.yaml").write_text(
        "Department: {a: {name: A}}\n"
        "SkillType: {t: {name: T, department: A}, u: {name: U, department: Elsewhere}}\n"
        "Agent: {j: {last_name: J, email_id: j@e.c, role_permission_type: Light, associated_departments: [A], "
        "role: CEO, on_destroy: delete}}\n"
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
    assert scan(tmp_path).doubts == [
        "__main__, line 2: which files load reads cannot be told, so the set may be too small."
    ]
