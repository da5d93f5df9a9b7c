"""The smallest set of scopes: small, sufficient, and without what opens more than it must."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pulumi_zohodesk.actions import ACTIONS, Choice, Use, catalogued, check_scope, doubt_of_scope, smallest
from pulumi_zohodesk.errors import InputError

NAMES = [action.name for action in ACTIONS]


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=12), st.booleans())
def test_a_set_is_enough_and_no_scope_of_it_can_go(names, narrow):
    choice = Choice(tuple(names))
    found = choice.scopes(narrow=narrow)
    needs = [set(action.operation.scopes) for action in choice.needed]
    assert all(need & set(found) for need in needs)
    for fewer in combinations(found, len(found) - 1):
        assert not all(need & set(fewer) for need in needs)
    assert not any(scope.endswith(".ALL") for scope in found)


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6))
def test_by_default_there_is_no_smaller_set_of_the_catalogue(names):
    choice = Choice(tuple(names))
    needs = [
        {scope for scope in action.operation.scopes if catalogued(scope) and not scope.endswith(".ALL")}
        for action in choice.needed
    ]
    found = choice.scopes()
    assert all(map(catalogued, found))
    everything = sorted(set().union(*needs))
    for fewer in combinations(everything, len(found) - 1):
        assert not all(need & set(fewer) for need in needs)


@pytest.mark.parametrize(
    ("choice", "plain", "narrow"),
    [
        (Choice(("tickets.list",)), ["Desk.tickets.READ"], ["Desk.tickets.READ"]),
        (Choice(("departments.list",)), ["Desk.basic.READ"], ["Desk.departments.READ"]),
        (Choice(("skills.list",)), ["Desk.settings.READ"], ["Desk.automations.READ"]),
        (Choice(("agents.list", "skills.list")), ["Desk.settings.READ"], ["Desk.agents.READ", "Desk.automations.READ"]),
        (Choice(("contacts.list", "tickets.list_by_contact")), ["Desk.contacts.READ"], ["Desk.contacts.READ"]),
    ],
)
def test_records_win_over_basic_and_basic_over_settings(choice, plain, narrow):
    assert list(choice.scopes()) == plain
    assert list(choice.scopes(narrow=True)) == narrow


def test_looking_needs_less_than_managing():
    uses = (Use("Department"), Use("Agent"))
    assert Choice(uses=uses, read_only=True).scopes() == ("Desk.basic.READ",)
    assert Choice(uses=uses).scopes() == ("Desk.basic.READ", "Desk.basic.CREATE", "Desk.basic.UPDATE")


def test_deleting_agents_needs_one_more():
    more = Choice(uses=(Use("Agent", removals=frozenset({"delete"})),)).scopes()
    assert set(more) - set(Choice(uses=(Use("Agent"),)).scopes()) == {"Desk.basic.DELETE"}


@pytest.mark.parametrize(
    "scope",
    [
        "Desk.tickets.READ",
        "Desk.settings.ALL",
        "Desk.settings.extension.UPDATE",
        "Desk.agents.CREATE",
        "Desk.search.READ",
        "Desk.exports",
        *(f"Desk.{area}.READ" for area in ("teams", "fields", "layouts", "templates", "webhooks", "accounts")),
        "aaaserver.profile.READ",
    ],
)
def test_scopes_that_are_known_pass(scope):
    check_scope(scope)
    assert doubt_of_scope(scope) == ""


def test_every_scope_of_every_action_is_known():
    assert not [doubt for action in ACTIONS for scope in action.operation.scopes if (doubt := doubt_of_scope(scope))]


@pytest.mark.parametrize("scope", ["Desk.tikets.READ", "Desk.tickets.WRITE", "Desk.search.ALL", "Desk.deskOembed.ALL"])
def test_a_scope_that_nobody_lists_is_doubted_with_the_nearest(scope):
    check_scope(scope)
    assert "Nearest: Desk." in doubt_of_scope(scope)


@pytest.mark.parametrize(
    "scope",
    ["tickets.READ", "", "Desk.tickets.read", "Desk.tickets.READ,Desk.tasks.READ", "Desk..READ", "Desk.tickets.READ\n"],
)
def test_what_is_no_scope_is_refused(scope):
    with pytest.raises(InputError, match="is no scope"):
        check_scope(scope)
    assert doubt_of_scope(scope) == ""


def test_nothing_needed_is_no_scope():
    assert smallest([]) == ()
