"""`zohodesk --verbose`: what is told of requests, and that it ends with the command."""

from __future__ import annotations

import json
import logging
import re

import pytest

from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.transport import REQUESTS

LINE = re.compile(r"(GET|POST|PATCH) /[A-Za-z/{}0-9]*: HTTP \d{3}, \d+ credits, \d+ ms")


@pytest.fixture(autouse=True)
def emulator(connected):
    return connected


def test_each_request_is_a_line(capsys):
    assert run(["-v", "call", "departments.list"]) == 0
    found = capsys.readouterr()
    told = found.err.splitlines()
    assert [line.partition(":")[0] for line in told] == ["POST /oauth/v2/token", "GET /departments"]
    assert all(LINE.fullmatch(line) for line in told)
    assert json.loads(found.out)[0]["id"]


def test_nothing_of_a_person_or_a_secret_is_told(capsys, emulator):
    (agent, *_) = emulator.state("prod")["agents"]
    assert run(["-v", "call", "agents.get_by_email", "--email-id", agent["emailId"]]) == 0
    assert run(["--verbose", "call", "agents.list", "--search-str", "c4n4ry"]) in (0, 1, 64)
    assert run(["-v", "call", "contacts.create", "--last-name", "c4n4ry"]) == 0
    told = capsys.readouterr().err
    assert "GET /agents/email/{emailId}: HTTP 200" in told
    assert not any(word in told for word in (agent["emailId"], "c4n4ry", *emulator.env().values()))


def test_a_refusal_is_told_with_its_status(capsys):
    assert run(["-v", "call", "departments.get", "--department-id", "12"]) == 1
    assert re.search(r"^GET /departments/\{\w+\}: HTTP 404, 1 credits, ", capsys.readouterr().err, re.MULTILINE)


def test_the_next_command_is_quiet_again(capsys):
    run(["-v", "call", "departments.list"])
    capsys.readouterr()
    assert run(["call", "departments.list"]) == 0
    assert capsys.readouterr().err == ""
    assert logging.getLogger(REQUESTS).handlers == []
