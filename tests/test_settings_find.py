"""Which `zohodesk.toml` holds: the same one for commands, wherever they are typed, and for the program."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings import add_connection, find_file, load_connections, load_limits, resolve

IDENTITY = {"ZOHODESK_CLIENT_ID": "1000.A", "ZOHODESK_CLIENT_SECRET": "s", "ZOHODESK_REFRESH_TOKEN": "r"}
PROTECTED = '[protected]\nDepartment = ["Sales"]\n'


@pytest.fixture
def project(tmp_path):
    """A project whose program lies in ``src``, and a folder for scripts in it."""
    root = tmp_path / "project"
    for name in ("src", "scripts"):
        (root / name).mkdir(parents=True)
    (root / "Pulumi.yaml").write_text("name: x\nruntime: python\nmain: src\n")
    (root / "src" / "__main__.py").touch()
    return root


FORMS = {
    "a folder": "main: src\n",
    "a file": "main: ./src/__main__.py\n",
    "quoted, with a comment": 'main: "src"  # ours\n',
    "JSON": '{"name": "x", "main": "src/"}\n',
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("place", ["", "src"], ids=["in the project", "beside the program"])
@pytest.mark.parametrize("start", ["", "src", "scripts"])
def test_a_file_holds_for_the_whole_project(project, text, place, start):
    (project / "Pulumi.yaml").write_text(text)
    (project / place / "zohodesk.toml").write_text(PROTECTED)
    assert find_file(project / start) == (project / place / "zohodesk.toml")
    assert resolve(environ=IDENTITY, directory=project / start, need=()).protected == (("Department", ("Sales",)),)


@pytest.mark.parametrize("start", ["", "src", "scripts"])
def test_two_files_that_differ_are_refused_wherever_one_stands(project, start):
    (project / "zohodesk.toml").write_text(PROTECTED)
    (project / "src" / "zohodesk.toml").write_text("[limits]\nremovals = 1\n")
    for look in (find_file, load_connections, load_limits, lambda place: resolve(environ=IDENTITY, directory=place)):
        with pytest.raises(ConfigError) as caught:
            look(project / start)
        assert f"{project / 'zohodesk.toml'} and {project / 'src' / 'zohodesk.toml'} differ" in str(caught.value)


def test_a_file_that_only_commands_would_find_is_refused(project):
    (project / "scripts" / "zohodesk.toml").write_text(PROTECTED)
    with pytest.raises(ConfigError, match="would not be read by the program"):
        find_file(project / "scripts")
    assert find_file(project) is None


def test_two_files_that_say_the_same_are_one(project):
    for place in (project, project / "src", project / "scripts"):
        (place / "zohodesk.toml").write_text(PROTECTED)
    assert find_file(project / "scripts") == project / "src" / "zohodesk.toml"


def test_a_program_outside_its_project_reads_its_own_file(project, tmp_path):
    (tmp_path / "program").mkdir()
    (project / "Pulumi.yaml").write_text("name: x\nmain: ../program\n")
    (project / "zohodesk.toml").write_text(PROTECTED)
    with pytest.raises(ConfigError, match="would not be read by the program"):
        find_file(project)
    (project / "zohodesk.toml").unlink()
    assert add_connection("prod", {"client_id": "1000.A"}, project) == tmp_path / "program" / "zohodesk.toml"


@pytest.mark.parametrize("start", ["", "src", "scripts"])
def test_a_new_file_is_one_that_the_program_reads(project, start):
    assert add_connection("prod", {"client_id": "1000.A"}, project / start) == project / "zohodesk.toml"
    assert list(load_connections(project / "src")) == ["prod"]


@pytest.mark.parametrize("text", ["main: [", "main: 5\n", "[main]", "main: nowhere\n", "name: main\n", "\xff main"])
def test_a_project_that_the_engine_will_complain_about_is_no_reason(project, text):
    (project / "Pulumi.yaml").write_bytes(text.encode("latin-1"))
    (project / "zohodesk.toml").write_text(PROTECTED)
    assert find_file(project) == project / "zohodesk.toml"


def test_outside_of_projects_the_nearest_holds(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    for place in (tmp_path, tmp_path / "a"):
        (place / "zohodesk.toml").write_text(f"# {place.name}\n")
    assert find_file(tmp_path / "a" / "b") == tmp_path / "a" / "zohodesk.toml"
