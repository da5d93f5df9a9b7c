"""Arguments are held against the contract before anything is sent, and all that is wrong is said at once."""

from __future__ import annotations

import math

import pytest

from pulumi_zohodesk.actions import ACTIONS, Parameter, action_named, arguments, parsed
from pulumi_zohodesk.errors import InputError

DEEP: dict[str, object] = {}
for _ in range(100_000):
    DEEP = {"x": DEEP}


def of(action, given):
    return arguments(action_named(action), given)


@pytest.mark.parametrize("spelling", ["departmentId", "department_id", "department-id"])
def test_names_are_found_in_three_spellings(spelling):
    found = of("tickets.move", {"ticketId": "1", spelling: "2"})
    assert (found.path, found.query, found.body) == ({"ticketId": "1"}, {"departmentId": "2"}, {})


def test_each_argument_goes_where_the_contract_says():
    found = of(
        "tickets.update", {"ticketId": "1", "disableClosureNotification": True, "subject": "s", "assigneeId": None}
    )
    assert found.path == {"ticketId": "1"}
    assert found.query == {"disableClosureNotification": True}
    assert found.body == {"subject": "s", "assigneeId": None}


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("tickets.move", {}, ["ticketId is missing", "departmentId is missing"]),
        ("tickets.get", {"ticketId": "x1"}, ["ticketId must be an id: digits"]),
        ("tickets.get", {"ticketId": True}, ["ticketId must be an id"]),
        ("tickets.get", {"ticketId": "1", "includ": "x"}, ["includ means nothing here. Nearest: include"]),
        ("tickets.get", {"ticketId": "1", "include": ["contacs"]}, ["include, entry 1, must be one of contacts"]),
        ("tickets.list", {"limit": 101}, ["limit must be from 1 to 100, not 101"]),
        ("agents.list", {"limit": 201}, ["limit must be from 1 to 200, not 201"]),
        ("departments.update", {"departmentId": "1"}, ["Nothing is to be changed"]),
        ("departments.update", {"departmentId": "1", "name": None}, ["name cannot be null"]),
        ("departments.update", {"departmentId": "1", "description": "x" * 501}, ["501 characters; at most 500"]),
        ("agents.list", {"from": -1}, ["from must be at least 0, not -1"]),
        ("tickets.list", {"from": -1}, ["from must be at least 0, not -1"]),
        ("departments.add", {"name": "\ud800x"}, ["name holds half of a character"]),
        ("tickets.move", {"ticketId": "1", "departmentId": "1", "\ud800": 1}, ["means nothing here"]),
        ("contacts.create", {"lastName": "a", "cf": {"x": [1, math.nan]}}, ["cf.x, entry 2, is nan"]),
        ("contacts.create", {"lastName": "a", "cf": {"x": {"y": math.inf}}}, ["cf.x.y is inf"]),
        ("contacts.create", {"lastName": "a", "cf": {"x": {1: 2}}}, ["cf.x has the key 1"]),
        ("contacts.create", {"lastName": "a", "cf": {"x": b"1"}}, ["cf.x is a bytes"]),
        ("contacts.create", {"lastName": "a", "cf": DEEP}, ["cf is nested more than 50 levels deep"]),
        ("agents.list", {"isConfirmed": "yes"}, ["isConfirmed must be true or false"]),
        ("agents.list", {"from": 1.5}, ["from must be a whole number"]),
        ("skills.update", {"skillId": "1", "criteria": {"patern": "1"}}, ["criteria.patern means nothing here"]),
        ("skills.update", {"skillId": "1", "criteria": []}, ["criteria must be a JSON object"]),
        ("agents.activate", {"agentIds": "1"}, ["agentIds must be a list"]),
        (
            "tickets.create",
            {"contactId": 1, "departmentId": 1, "contact": {"email": "a@b.c"}},
            ["contact.lastName is missing"],
        ),
    ],
)
def test_what_is_wrong_is_said(name, given, words):
    with pytest.raises(InputError) as caught:
        of(name, given)
    assert all(word in str(caught.value) for word in words), str(caught.value)
    assert "nothing was sent" in str(caught.value)


@pytest.mark.parametrize(
    ("parameter", "texts", "value"),
    [
        (Parameter("a", "query", "flag"), ["TRUE"], True),
        (Parameter("a", "query", "flag"), ["si"], "si"),
        (Parameter("a", "query", "integer"), ["7"], 7),
        (Parameter("a", "query", "integer"), ["x"], "x"),
        (Parameter("a", "body", "id", nullable=True), ["null"], None),
        (Parameter("a", "body", "text", nullable=True), ["null"], "null"),
        (Parameter("a", "body", "id"), ["000123"], "000123"),
        (Parameter("a", "body", "map"), ['{"b": 1}'], {"b": 1}),
        (Parameter("a", "body", "list", items=Parameter("", "field", "id")), ["1, 2", "3"], ["1", "2", "3"]),
        (Parameter("a", "body", "list", items=Parameter("", "field", "text")), ['["a,b"]'], ["a,b"]),
        (Parameter("a", "body", "list", items=Parameter("", "field", "object")), ['{"b": 1}'], [{"b": 1}]),
    ],
)
def test_typed_values_are_read(parameter, texts, value):
    assert parsed(parameter, texts) == value


def test_a_limit_that_is_too_large_is_said_once():
    with pytest.raises(InputError) as caught:
        of("agents.list", {"limit": 500})
    assert str(caught.value).count("500") == 1


def test_only_what_takes_something_away_is_destructive():
    written = {action.name for action in ACTIONS if action.destructive and action.operation.method != "DELETE"}
    written -= {"products.delete", "profiles.delete", "roles.delete", "teams.delete"}  # made of declarations
    assert all(action.destructive for action in ACTIONS if action.operation.method == "DELETE")
    assert written == {
        "tickets.move_to_trash",
        "contacts.delete",
        "accounts.delete",
        "departments.disable",
        "agents.deactivate",
        "agents.delete_unconfirmed",
    }
