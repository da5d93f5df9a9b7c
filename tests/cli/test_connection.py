"""`zohodesk connection`: the file, what is listed, and what a stack uses."""

from __future__ import annotations

import dataclasses
import json

import pytest

from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.cli.engine._engine import PulumiStack
from pulumi_zohodesk.settings import Secret, SecretStore, load_connections, resolve

ADD = ["connection", "add", "prod", "--dc", "eu", "--client-id", "1000.A", "--org-id", "4711"]


@pytest.fixture(autouse=True)
def _place_of_its_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ZOHODESK_CONFIG_DIR", str(tmp_path / "config"))


def store():
    settings = resolve(connection="prod", need=())
    settings = dataclasses.replace(settings, client_secret=Secret("c4n4ry-s"), refresh_token=Secret("c4n4ry-r"))
    SecretStore().write(settings, 0)


def test_a_connection_is_added_listed_shown_and_removed(capsys):
    assert run([*ADD, "--scope", "Desk.basic.READ", "--scope", "Desk.settings.READ", "--kind", "Agent"]) == 0
    assert "zohodesk login -c prod" in capsys.readouterr().out
    assert load_connections()["prod"].scopes == ("Desk.basic.READ", "Desk.settings.READ")
    assert run(["connection", "list", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert row == {"name": "prod", "dc": "eu", "org_id": "4711", "secrets": "none; zohodesk login -c prod"}
    assert run(["connection", "list"]) == 0
    assert "4711" in capsys.readouterr().out
    assert run(["connection", "show", "prod"]) == 0
    assert "scopes: Desk.basic.READ, Desk.settings.READ" in capsys.readouterr().out
    assert run(["connection", "remove", "prod"]) == 0
    assert load_connections() == {}


def test_a_list_has_a_frame_on_a_terminal_only(capsys, monkeypatch):
    run(ADD)
    capsys.readouterr()
    assert run(["connection", "list"]) == 0
    head, row = capsys.readouterr().out.splitlines()
    assert head.split() == ["connection", "dc", "organisation", "secrets"]
    assert row.endswith("eu  4711          none; zohodesk login -c prod")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert run(["connection", "list"]) == 0
    assert "┃" in capsys.readouterr().out


def test_no_command_shows_a_secret(capsys):
    run(ADD)
    store()
    for arguments in (["list"], ["list", "--json"], ["show", "prod"], ["show", "prod", "--json"]):
        assert run(["connection", *arguments]) == 0
    assert "secrets" in (found := capsys.readouterr()).out
    assert "c4n4ry" not in found.out + found.err


def test_a_token_in_the_environment_is_said(capsys, monkeypatch):
    run(ADD)
    monkeypatch.setenv("ZOHODESK_PROD_REFRESH_TOKEN", "c4n4ry")
    assert run(["connection", "show", "prod"]) == 0
    out = capsys.readouterr().out
    assert "environment (ZOHODESK_PROD_REFRESH_TOKEN)" in out
    assert "c4n4ry" not in out


def test_who_is_signed_in_signs_out_before_the_connection_goes(capsys):
    run(ADD)
    store()
    assert run(["connection", "remove", "prod"]) == 1
    assert "zohodesk logout -c prod" in capsys.readouterr().err
    assert "prod" in load_connections()


def test_a_connection_that_a_variable_contradicts_can_be_removed(capsys, monkeypatch):
    run(ADD)
    monkeypatch.setenv("ZOHODESK_PROD_CLIENT_ID", "1000.OTHER")
    assert run(["connection", "remove", "prod"]) == 0
    assert load_connections() == {}


def test_it_is_removed_after_signing_out_only_whatever_variables_say(capsys, monkeypatch):
    run(ADD)
    store()
    monkeypatch.setenv("ZOHODESK_PROD_ORG_ID", "12")
    assert run(["connection", "remove", "prod"]) == 1
    assert "zohodesk logout -c prod" in capsys.readouterr().err


def test_a_variable_that_contradicts_what_is_added_is_said_at_once(capsys, monkeypatch):
    monkeypatch.setenv("ZOHODESK_PROD_ORG_ID", "12")
    assert run(ADD) == 0
    assert "warning: ZOHODESK_PROD_ORG_ID" in (said := capsys.readouterr().err)
    assert "must agree" in said


def test_a_command_that_is_not_there_is_answered_with_the_nearest(capsys):
    for name, words in {"lst": "Nearest: list.", "bogus": "`zohodesk connection --help` lists them."}.items():
        assert run(["connection", name]) == 64
        assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["connection", "show", "other"], 'There is no connection "other"'),
        (["connection", "remove", "other"], 'There is no connection "other"'),
        (["connection", "use", "other"], 'There is no connection "other"'),
        (ADD, "already"),
        (["connection", "add", "x", "--client-id", "1", "--dc", "mars"], "data centres are"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(capsys, arguments, words):
    run(ADD)
    capsys.readouterr()
    assert run(arguments) == 1
    assert words in capsys.readouterr().err


def test_an_empty_list_says_how_to_begin(capsys):
    assert run(["connection", "list"]) == 0
    assert "zohodesk connection add" in capsys.readouterr().out


@pytest.fixture
def stack(monkeypatch):
    """A stack whose configuration is a dictionary."""
    config: dict[str, str] = {}
    monkeypatch.setattr(PulumiStack, "config", lambda self: dict(config))
    monkeypatch.setattr(PulumiStack, "configure", lambda self, key, value: config.update({key: value}))
    return config


def test_a_stack_is_told_its_connection(stack, capsys):
    run(ADD)
    stack.update(connection="older", orgId="4711")
    assert run(["connection", "use", "prod"]) == 0
    assert stack["connection"] == "prod"


def test_a_stack_of_another_organisation_is_refused(stack, capsys):
    run(ADD)
    stack["orgId"] = "12"
    assert run(["connection", "use", "prod"]) == 1
    assert "must agree" in capsys.readouterr().err
    assert "connection" not in stack


COMMANDS = [
    *[["connection", name] for name in ("add", "list", "show", "remove", "use")],
    *[[name] for name in ("login", "logout", "whoami", "connection")],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_wrong_option_ends_with_64(command, capsys):
    assert run([*command, "--nonsense"]) == 64


def test_markup_in_a_variable_is_text(capsys, monkeypatch, tmp_path):
    (tmp_path / "zohodesk.toml").write_text('[connections."[red]x[/]"]\nclient_id = "1000.A"\n')
    assert run(["connection", "list"]) == 0
    assert "[red]x[/]" in capsys.readouterr().out


@pytest.mark.parametrize("mistake", ['dc = "mars"', "orgid = 1", 'redirect_uri = "http://localhost:port"'])
def test_a_broken_connection_is_named_and_can_be_removed(capsys, tmp_path, mistake):
    run(ADD)
    file = tmp_path / "zohodesk.toml"
    file.write_text(f"{file.read_text()}\n[connections.bad]\n{mistake}\n")
    capsys.readouterr()
    assert run(["connection", "show", "prod"]) == 1
    err = capsys.readouterr().err
    assert f"In {file}, {mistake.split()[0]} " in err
    assert "of [connections.bad]" in err
    assert run(["connection", "remove", "bad"]) == 0
    assert "could not be told" in capsys.readouterr().out
    assert run(["connection", "show", "prod"]) == 0


def test_names_that_do_not_exist_are_refused_at_once_with_the_nearest(capsys, tmp_path):
    names = ["--action", "tickets.lst", "--kind", "Agnt", "--scope", "Desk.tikets"]
    assert run(["connection", "add", "x", "--client-id", "1000.A", *names]) == 64
    said = " ".join(capsys.readouterr().err.split())
    assert all(one in said for one in ("tickets.list", "Agent", "Desk.tickets.READ"))
    assert not (tmp_path / "zohodesk.toml").exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--client-id", ""], "it is empty"),
        (["--client-id", "1000.A\x1b[31m\n[x]"], "a client id has no blanks"),
        (["--client-id", "1000.A", "--org-id", ""], "it is empty"),
        (["--client-id", "1000.A", "--redirect-uri", "http://localhost/\nx"], "no control characters"),
    ],
)
def test_values_that_mean_nothing_are_not_written(capsys, tmp_path, options, words):
    assert run(["connection", "add", "x", *options]) == 1
    err = capsys.readouterr().err
    assert words in err
    assert "\x1b" not in err
    assert not (tmp_path / "zohodesk.toml").exists()


def test_values_are_written_without_the_blanks_around_them():
    assert run([*ADD[:-1], " 12 ", "--kind", "department ", "--action", "Tickets.List"]) == 0
    entry = load_connections()["prod"]
    assert (entry.org_id, entry.kinds, entry.actions) == ("12", ("Department",), ("tickets.list",))


def test_names_that_mean_nothing_are_told_where_a_connection_is_shown(capsys, tmp_path):
    (tmp_path / "zohodesk.toml").write_text(
        '[connections.prod]\nclient_id = "1000.A"\nkinds = [\n  "Agent",\n  "Agnt",\n]\n'
        'scopes = ["Desk.x.READ"]\ngrant = "client_credentials"\n'
    )
    for command in (["list"], ["show", "prod"]):
        assert run(["connection", *command]) == 0
        err = capsys.readouterr().err
        assert 'zohodesk.toml, kinds of [connections.prod]: There is no kind "Agnt". Nearest: Agent' in err
        assert "zohodesk.toml, scopes of [connections.prod]: Neither" in err
    run(["connection", "show", "prod"])
    assert "grant: client_credentials" in capsys.readouterr().out
