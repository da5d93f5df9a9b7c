"""`desk.client()`: the actions as typed methods, on the emulator."""

from __future__ import annotations

import inspect
import re

import pytest

import pulumi_zohodesk as desk
from pulumi_zohodesk.actions import ACTIONS, _meanings
from pulumi_zohodesk.engine import snake
from pulumi_zohodesk.errors import ConfigError, InputError, Refused
from pulumi_zohodesk.settings import add_connection


@pytest.fixture
def emulator(connected):
    return connected


def test_every_action_is_a_method_that_takes_its_arguments(emulator):
    client = desk.client()
    for action in ACTIONS:
        method = getattr(getattr(client, action.group), action.verb)
        taken = {name.removesuffix("_") for name in inspect.signature(method).parameters}
        assert taken == {snake(one.name) for one in action.parameters}
        assert action.operation.name in (method.__doc__ or "")


@pytest.mark.parametrize("action", ACTIONS, ids=lambda one: one.name)
def test_the_docstring_says_what_each_argument_means_and_takes(action):
    method = getattr(getattr(desk.DeskClient(None), action.group), action.verb)
    said = dict(re.findall(r"(?ms)^    (\w+): (.*?)(?=^    \w|\n\n|\Z)", inspect.getdoc(method) or ""))
    said = {name.removesuffix("_"): " ".join(text.split()) for name, text in said.items()}
    for one in action.parameters:
        words = said[snake(one.name)]
        assert words[0].lower() + words[1:] != one.name
        assert one.meaning
        assert words.startswith(one.meaning)
        assert all(str(choice) in words for choice in (*one.choices, *(one.items.choices if one.items else ())))
        assert one.default is None or f"{one.default!r} when left out" in words


def test_the_default_of_a_limit_is_what_is_sent(emulator):
    client = desk.client()
    emulator.clear_log()
    client.tickets.list()
    client.departments.list()
    sent = [entry["query"]["limit"] for entry in emulator.log() if "/oauth/" not in entry["path"]]
    for limit, method in zip(sent, (client.tickets.list, client.departments.list), strict=True):
        assert f"{limit} when left out" in (method.__doc__ or "")
    assert "from_" not in inspect.signature(client.tickets.iterate).parameters


def test_every_meaning_is_that_of_a_parameter():
    keys = {
        key
        for action in ACTIONS
        for one in action.parameters
        for key in (one.name, f"{action.group}.{one.name}", f"{action.name}.{one.name}")
    }
    assert {*_meanings._ANYWHERE, *_meanings._OWN} <= keys


def test_objects_are_read_created_and_changed(emulator):
    client = desk.client()
    made = client.departments.add(name="Billing")
    assert client.departments.get(department_id=made["id"])["name"] == "Billing"
    assert client.departments.update(department_id=made["id"], description="Money")["description"] == "Money"
    assert client.departments.disable(department_id=made["id"]) is None
    assert client.organization_id == emulator.env()["ZOHODESK_ORG_ID"]


def test_lists_are_pages_or_everything(emulator):
    client = desk.client()
    for number in range(205):
        emulator.edit("prod", "departments", "create", values={"name": f"D{number}"})
    emulator.clear_log()
    assert len(client.departments.list(limit=50)) == 50
    assert len(client.departments.list(from_=200, limit=50)) == 6
    assert len(emulator.log()) == 2 + token_requests(emulator)
    rows = client.departments.iterate()
    first = next(iter(rows))
    assert first["id"]
    assert len({row["id"] for row in rows}) == 205


def token_requests(emulator) -> int:
    return sum("/oauth/" in entry["path"] for entry in emulator.log())


def test_none_clears_only_where_it_means_something(emulator):
    client = desk.client()
    made = client.departments.add(name="Billing", description=None)  # left out: a description cannot be null
    assert "error" not in made
    with pytest.raises(InputError, match="at least one field"):
        client.departments.update(department_id=made["id"], name=None)


def test_wrong_arguments_send_nothing(emulator):
    client = desk.client()
    emulator.clear_log()
    with pytest.raises(InputError, match="digits"):
        client.departments.get(department_id="../agents")
    assert emulator.log() == []


def test_a_connection_bounds_what_is_called(emulator, monkeypatch):
    env = emulator.env()
    values = {"client_id": env["ZOHODESK_PROD_CLIENT_ID"], "org_id": env["ZOHODESK_PROD_ORG_ID"]}
    servers = {"api_url": emulator.url, "accounts_url": emulator.url}
    add_connection("prod", {**values, **servers, "actions": ["tickets.list"], "kinds": ["SkillType"]})
    client = desk.client("prod")
    emulator.clear_log()
    with pytest.raises(Refused, match=r'connection "prod" is not for agents\.list'):
        client.agents.list()
    assert emulator.log() == []
    assert client.skill_types.list() == []


def test_a_connection_that_is_not_there_is_one_sentence(emulator):
    with pytest.raises(ConfigError, match='There is no connection "other"'):
        desk.client("other")
