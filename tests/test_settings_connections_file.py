"""Changing `zohodesk.toml` in place."""

from __future__ import annotations

import stat

import pytest

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings import add_connection, load_connections, remove_connection, set_in_connection

TOML = """# ours
[connections.prod] # the real one
dc = "eu"   # Frankfurt
client_id = "1000.A"

# to try things
[connections.staging]
client_id = "1000.B"
"""


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "zohodesk.toml"
    made.write_text(TOML)
    return made


def test_the_first_connection_makes_the_file(tmp_path):
    file = add_connection("prod", {"dc": "eu", "client_id": "1000.A", "scopes": ["Desk.basic.READ"]}, tmp_path)
    assert file.read_text() == '[connections.prod]\ndc = "eu"\nclient_id = "1000.A"\nscopes = ["Desk.basic.READ"]\n'
    assert stat.S_IMODE(file.stat().st_mode) == 0o644


def test_adding_keeps_everything_else(file, tmp_path):
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert add_connection("third", {"client_id": "1000.C"}, below) == file
    assert file.read_text() == TOML + '\n[connections.third]\nclient_id = "1000.C"\n'
    assert list(load_connections(tmp_path)) == ["prod", "staging", "third"]


MARK, CRLF = "\ufeff", "\r\n"


@pytest.mark.parametrize("mark", ["", MARK], ids=["", "with a mark"])
@pytest.mark.parametrize("end", ["\n", CRLF], ids=["LF", "CRLF"])
def test_line_ends_and_the_mark_before_the_text_stay(tmp_path, mark, end):
    file = tmp_path / "zohodesk.toml"
    whole = mark + TOML.replace("\n", end)
    file.write_bytes(whole.encode())
    add_connection("third", {"client_id": "1000.C"}, tmp_path)
    assert file.read_bytes() == (whole + f'{end}[connections.third]{end}client_id = "1000.C"{end}').encode()
    set_in_connection("staging", {"client_id": "1000.D"}, tmp_path)
    remove_connection("third", tmp_path)
    assert file.read_bytes().rstrip() == whole.replace("1000.B", "1000.D").encode().rstrip()


def test_setting_keeps_comments(file, tmp_path):
    set_in_connection("prod", {"dc": "in", "org_id": "5"}, tmp_path)
    text = file.read_text()
    assert 'dc = "in"   # Frankfurt' in text
    assert load_connections(tmp_path)["prod"].org_id == "5"
    assert "# to try things" in text


def test_removing_keeps_the_others(file, tmp_path):
    remove_connection("prod", tmp_path)
    assert list(load_connections(tmp_path)) == ["staging"]
    remove_connection("staging", tmp_path)
    assert load_connections(tmp_path) == {}


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        ("prod", {}, "already"),
        ("a b", {}, "cannot name a connection"),
        ("", {}, "cannot name a connection"),
        ("PROD", {}, "would share the variables"),
        ("new", {"dc": "mars", "org_id": "x1"}, "the data centres are"),
        ("new", {"api_url": "http://desk.example"}, "use https"),
        ("new", {"client_secret": "s3cr3t"}, "is refused"),
    ],
)
def test_what_would_not_be_read_back_is_not_written(file, tmp_path, name, values, words):
    with pytest.raises(ConfigError, match=words) as caught:
        add_connection(name, values, tmp_path)
    assert "s3cr3t" not in str(caught.value)
    assert file.read_text() == TOML


def test_all_problems_are_named_at_once(tmp_path):
    with pytest.raises(ConfigError) as caught:
        add_connection("new", {"dc": "mars", "org_id": "x1"}, tmp_path)
    assert len(caught.value.problems) == 2
    assert not (tmp_path / "zohodesk.toml").exists()


def test_a_broken_file_is_left_alone(file, tmp_path):
    file.write_text("[connections")
    with pytest.raises(ConfigError, match="cannot be read"):
        add_connection("new", {}, tmp_path)
    assert file.read_text() == "[connections"


def test_what_is_not_there_cannot_be_changed(file, tmp_path):
    with pytest.raises(ConfigError, match=r"found: prod, staging\)"):
        set_in_connection("other", {"dc": "eu"}, tmp_path)
    with pytest.raises(ConfigError, match="zohodesk connection add"):
        remove_connection("other", tmp_path)


def test_a_linked_file_stays_a_link(file, tmp_path):
    elsewhere = tmp_path / "repo"
    elsewhere.mkdir()
    link = elsewhere / "zohodesk.toml"
    link.symlink_to(file)
    set_in_connection("prod", {"org_id": "6"}, elsewhere)
    assert link.is_symlink()
    assert 'org_id = "6"' in file.read_text()


def test_adding_to_a_table_in_one_line_is_refused(file, tmp_path):
    text = "\nconnections = {prod = {client_id = '1000.A'}}\n"
    file.write_text(text)
    with pytest.raises(ConfigError, match=r"zohodesk.toml, connections is one table in a line"):
        add_connection("new", {"client_id": "1000.B"}, tmp_path)
    assert file.read_text() == text
    set_in_connection("prod", {"org_id": "5"}, tmp_path)
    assert load_connections(tmp_path)["prod"].org_id == "5"
    remove_connection("prod", tmp_path)
    assert load_connections(tmp_path) == {}


@pytest.mark.parametrize(
    "text",
    ["[connections]\nprod.client_id = 'a'\n", "connections.prod.client_id = 'a'", "[connections.prod]\n[drift]\n"],
)
def test_a_connection_is_added_however_the_others_are_written(file, tmp_path, text):
    file.write_text(text)
    add_connection("new", {"client_id": "1000.B"}, tmp_path)
    assert list(load_connections(tmp_path)) == ["prod", "new"]


@pytest.mark.parametrize("text", ["a = " + "1" * 5000, "a = " + "[" * 20_000], ids=["digits", "depth"])
def test_a_file_that_cannot_be_parsed_is_left_alone_without_a_traceback(file, tmp_path, text):
    file.write_text(text)
    for change in (
        lambda: add_connection("new", {"client_id": "1000.B"}, tmp_path),
        lambda: set_in_connection("prod", {"org_id": "5"}, tmp_path),
        lambda: remove_connection("prod", tmp_path),
    ):
        with pytest.raises(ConfigError, match="cannot be read"):
            change()
    assert file.read_text() == text
