"""A program that cannot run is refused with its lines, before the engine starts; one that can run never is."""

from __future__ import annotations

from pathlib import Path

import pytest

from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.cli._misspelt import refuse_misspelt
from pulumi_zohodesk.errors import InputError

BEGIN = "import pulumi_zohodesk as desk\n"
PROGRAMS = sorted(Path(__file__).parents[2].glob("examples/*/__main__.py"))


@pytest.fixture
def program(tmp_path, monkeypatch):
    (tmp_path / "Pulumi.yaml").write_text("name: x\nruntime: python\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "__main__.py"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f"{BEGIN}desk.Departement('a', name='A')\n",
            "line 2: pulumi_zohodesk has no Departement. Nearest: Department",
        ),
        ("from pulumi_zohodesk import Agnet\n", "line 1: pulumi_zohodesk has no Agnet. Nearest: Agent"),
        (f"{BEGIN}desk.Department('a',\n    nme='A')\n", "line 3: Department has no argument nme. Nearest: name"),
        (f"{BEGIN}desk.get_role(nam='CEO')\n", "line 2: get_role has no argument nam. Nearest: name"),
        (f"{BEGIN}desk.Criteria(patern='1')\n", "line 2: Criteria has no argument patern. Nearest: pattern"),
        (f"{BEGIN}desk.Department('a'\n", "line 2 is not Python: '(' was never closed."),
    ],
)
def test_what_cannot_run_is_said_with_its_line(program, text, said, capsys):
    program.write_text(text)
    for command in (["preview"], ["adopt"]):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("pulumi_zohodesk.cli.engine._engine.PulumiStack.config", lambda self: {})
            patch.setenv("PATH", "")  # no engine could start
            for name in ("CLIENT_ID", "CLIENT_SECRET", "REFRESH_TOKEN", "ORG_ID"):
                patch.setenv(f"ZOHODESK_{name}", "1")
            assert run(command) == 1
        assert said in capsys.readouterr().err


def test_all_mistakes_are_told_at_once(program):
    program.write_text(f"{BEGIN}desk.Agnet('a')\ndesk.Skil('b')\n")
    with pytest.raises(InputError) as caught:
        refuse_misspelt(program.parent)
    assert [line.split(": ")[0].split(", ")[-1] for line in str(caught.value).splitlines()] == ["line 2", "line 3"]


@pytest.mark.parametrize(
    "text",
    [
        f"{BEGIN}try:\n    desk.Later('a')\nexcept AttributeError:\n    pass\n",
        f"{BEGIN}if hasattr(desk, 'Later'):\n    desk.Later('a')\n",
        f"{BEGIN}def f(desk):\n    return desk.anything\n",
        f"{BEGIN}values = {{'name': 'A'}}\ndesk.Department('a', **values)\n",
        f"{BEGIN}desk.errors.DeskError\ndesk.client('prod').tickets.iterate(status=['Open'])\n",
        "from pulumi_zohodesk import *\nimport other as desk\ndesk.anything\n",
        "print('no use of it at all')\n",
    ],
)
def test_what_may_run_is_not_refused(program, text):
    program.write_text(text)
    refuse_misspelt(program.parent)


@pytest.mark.parametrize("file", PROGRAMS, ids=lambda file: file.parent.name)
def test_no_example_is_refused(file):
    assert len(PROGRAMS) >= 7
    refuse_misspelt(file.parent)


def test_without_a_program_there_is_nothing_to_say(tmp_path):
    refuse_misspelt(tmp_path)
    (tmp_path / "Pulumi.yaml").write_text("name: x\nruntime: yaml\nmain: nowhere\n")
    refuse_misspelt(tmp_path)
