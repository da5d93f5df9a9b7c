"""What is wrong with a connection is one sentence before the engine runs the program."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.emulator import Emulator
from tests.cli.test_up import create, home, ran, says

__all__ = ["home"]

WRONG_PLACE = "This is not how the API answers: most likely the data centre or the API root is wrong."
MISTAKES = {
    "organisation": ({"ORG_ID": "60001"}, {}, "Correct ZOHODESK_ORG_ID: the right id is in Zoho Desk under Setup"),
    "refresh token": ({"REFRESH_TOKEN": "1000.a.b"}, {}, "Make a new one and set ZOHODESK_REFRESH_TOKEN"),
    "secret": ({"CLIENT_SECRET": "other"}, {}, "ZOHODESK_CLIENT_SECRET does not belong to ZOHODESK_CLIENT_ID"),
    "data centre, client": ({}, {"wrong_dc": "invalid_client"}, "Check ZOHODESK_DC, then ZOHODESK_CLIENT_ID"),
    "data centre, page": ({}, {"wrong_dc": "html404"}, WRONG_PLACE),
    "data centre, refused page": ({}, {"wrong_dc": "html401"}, WRONG_PLACE),
    "data centre, token": ({}, {"wrong_dc": "401"}, "(then correct ZOHODESK_DC), or the agent was deactivated"),
}


@pytest.mark.parametrize("command", ["preview", "up --yes", "adopt"])
@pytest.mark.parametrize("mistake", MISTAKES)
def test_what_is_wrong_with_the_connection_is_told_before_the_engine_runs(home, mistake, command, monkeypatch, capsys):
    variables, switches, sentence = MISTAKES[mistake]
    says(home, create("a"))
    with Emulator(**switches) as emulator:
        for name, value in {
            **emulator.env(),
            **{f"ZOHODESK_{name}": value for name, value in variables.items()},
        }.items():
            monkeypatch.setenv(name, value)
        assert run(command.split()) == 1
    assert_one(capsys, sentence)
    assert ran(home) == ["config"]


def test_a_token_that_may_do_nothing_here_is_told_before_the_engine_runs(home, monkeypatch, capsys):
    says(home, create("a"))
    with Emulator() as emulator:
        for name, value in emulator.env().items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv(
            "ZOHODESK_REFRESH_TOKEN", emulator.token("prod", scopes="Desk.tickets.READ")["refresh_token"]
        )
        assert run(["preview"]) == 1
    assert_one(capsys, "Layer 1 of 3 refuses, the OAuth scope of the token: getOrganization needs one of")
    assert ran(home) == ["config"]


def test_asking_whose_the_connection_is_is_no_call_more_where_something_changes(home, monkeypatch):
    says(home, create("a"))
    with Emulator() as emulator:
        for name, value in emulator.env().items():
            monkeypatch.setenv(name, value)
        assert run(["preview"]) == 0
        asked = [one["path"] for one in emulator.log() if "/organizations/" in one["path"]]
    assert len(asked) == 1


def assert_one(capsys, sentence):
    said = capsys.readouterr().err
    assert said.startswith("error: ")
    assert sentence in said
    assert len(said.splitlines()) == 1
