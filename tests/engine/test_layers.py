"""Which layer refused: told apart by reading the profile and the level of data sharing, as far as they can be read."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.engine import MY_PROFILE, Layers, level_for, permission_words
from pulumi_zohodesk.errors import Forbidden
from pulumi_zohodesk.transport import Operation


class Client:
    """Answers the two reads; None stands for a token that may not read."""

    def __init__(self, profile=None, rules=None):
        self.profile, self.rules, self.asked = profile, rules, []

    def call(self, op, about=""):
        self.asked.append(op.name)
        answer = self.profile if op is MY_PROFILE else self.rules
        if answer is None:
            raise Forbidden("no", status=403, code="SCOPE_MISMATCH")
        return answer


def explained(permission, profile=None, rules=None):
    layers = Layers(Client(profile, rules))
    return layers.explain(Operation("op", "GET", "/x", permission=permission))


def profile(**permissions):
    return {"name": "Agents", "permissions": permissions}


@pytest.mark.parametrize(
    ("permission", "answers", "words"),
    [
        ("tickets.view", [profile(tickets={"view": False})], ["Layer 2 of 3", '"Agents"', "Tickets: View"]),
        ("setup.department", [profile(setup={"department": False})], ["Layer 2 of 3", "lacks Departments"]),
        ("setup.department", [profile(setup={"department": True})], ["has Departments", "connect as an administrator"]),
        (
            "tickets.edit",
            [profile(tickets={"edit": True}), {"tickets": "public read only"}],
            ["Layer 3 of 3", "Tickets are Public Read Only", "Public Read/Write/Delete"],
        ),
        (
            "tickets.view",
            [profile(tickets={"view": True}), {"tickets": "private"}],
            ["Layer 3 of 3", "Tickets are Private", "Set them to Public Read Only"],
        ),
        ("tickets.view", [profile(tickets={"view": True}), {"tickets": "public"}], ["does not belong to"]),
        ("tickets.view", [profile(tickets={"view": True})], ["layer 3 of 3", "could not be read"]),
        ("tickets.view", [], ["Tickets: View (layer 2)", "(layer 3, module tickets)", "could not be told"]),
        ("tickets.view", [{"name": "odd", "permissions": None}], ["could not be told"]),
        ("setup.manageAgents", [], ["Layer 2 of 3", "Manage Agents", "could not be read"]),
    ],
)
def test_the_layer_is_named_with_what_to_change(permission, answers, words):
    text = explained(permission, *answers)
    assert all(word in text for word in words), text


def test_each_fact_is_read_once():
    client = Client(profile(tickets={"view": True}), {"tickets": "private"})
    layers = Layers(client)
    for _ in range(3):
        layers.explain(Operation("op", "GET", "/x", permission="tickets.view"))
    assert client.asked == ["getMyProfile", "getDataSharingRules"]


def test_levels_and_words():
    assert [level_for(one) for one in ("tickets.view", "tickets.create", "setup.department", "")] == [
        "public read only",
        "public",
        "",
        "",
    ]
    assert permission_words("contacts.delete") == "Contacts: Delete"
