"""Which connection holds where none is named: that of the project's stack, known without the engine."""

from __future__ import annotations

import hashlib
import json

import pytest

from pulumi_zohodesk.cli._connection_meant import chosen, connection_meant
from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.cli._selected import stack_connection

TWO = '[connections.prod]\nclient_id = "1000.A"\norg_id = "1"\n[connections.test]\nclient_id = "1000.B"\norg_id = "2"\n'


@pytest.fixture
def project(tmp_path, monkeypatch):
    for name in ("PULUMI_STACK", "PULUMI_BACKEND_URL", "ZOHODESK_CONNECTION", "ZOHODESK_REFRESH_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PULUMI_HOME", str(tmp_path / "pulumi"))
    monkeypatch.setenv("ZOHODESK_CONFIG_DIR", str(tmp_path / "config"))
    folder = tmp_path / "project"
    (folder / "below").mkdir(parents=True)
    (folder / "Pulumi.yaml").write_text("name: help.desk\nruntime: python\n")
    (folder / "zohodesk.toml").write_text(TWO)
    monkeypatch.chdir(folder / "below")
    return folder


def uses(project, **stacks: str) -> None:
    for stack, connection in stacks.items():
        (project / f"Pulumi.{stack}.yaml").write_text(f"config:\n  zohodesk:connection: {connection}\n")


def select(project, content) -> None:
    """As the engine notes it: by the name of the project and the path of its file."""
    mark = hashlib.sha1(str(project / "Pulumi.yaml").encode()).hexdigest()
    place = project.parent / "pulumi" / "workspaces" / f"help.desk-{mark}-workspace.json"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps(content))


def test_what_all_stacks_agree_on_holds(project):
    uses(project, production="prod", other="prod")
    assert chosen(None) == connection_meant(None) == "prod"


def test_the_selected_stack_decides(project, monkeypatch):
    uses(project, production="prod", trial="test")
    assert stack_connection() is None
    select(project, {"stack": "trial"})
    assert chosen(None) == "test"
    select(project, {"stacks": {"file:///a": "organization/help.desk/trial", "file:///b": "x/y/production"}})
    assert stack_connection() is None
    monkeypatch.setenv("PULUMI_BACKEND_URL", "file:///b")
    assert chosen(None) == "prod"
    monkeypatch.setenv("PULUMI_STACK", "trial")
    assert chosen(None) == "test"


def test_it_goes_before_bare_variables_and_after_what_is_named(project, monkeypatch):
    uses(project, production="prod")
    monkeypatch.setenv("ZOHODESK_REFRESH_TOKEN", "r")
    assert connection_meant(None) == "prod"
    assert connection_meant("test") == "test"
    monkeypatch.setenv("ZOHODESK_CONNECTION", "test")
    assert connection_meant(None) == "test"


@pytest.mark.parametrize("text", ["", "config: [", "config: 5\n", "config:\n  zohodesk:connection:\n    secure: x\n"])
def test_settings_that_name_none_decide_nothing(project, text):
    (project / "Pulumi.production.yaml").write_text(text)
    assert stack_connection() is None


@pytest.mark.parametrize("command", ["login", "logout", "whoami"])
def test_a_name_with_and_without_the_option_must_agree(project, capsys, command):
    assert run([command, "test", "-c", "prod"]) == 64
    assert "prod and test contradict each other" in capsys.readouterr().err


def test_both_spellings_name_a_connection(project, capsys):
    for words in (["-c", "test"], ["test"]):
        assert run(["logout", *words]) == 1
        assert 'The connection "test" is not signed in' in capsys.readouterr().err


def test_a_connection_of_a_file_that_does_not_count_is_said(project, capsys):
    (project.parent / "zohodesk.toml").write_text('[connections.outer]\nclient_id = "1000.C"\n')
    assert run(["logout", "-c", "outer"]) == 1
    said = capsys.readouterr().err
    assert f"{project.parent / 'zohodesk.toml'} has it, but does not count here" in said
