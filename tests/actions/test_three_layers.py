"""Forty actions and three layers on the emulator's answers: allowed, refused, filtered, or not looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import Any

import pytest

from pulumi_zohodesk.actions import ACTIONS, Action, Choice, perform, remark
from pulumi_zohodesk.actions._perform import is_administrator
from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.engine import LEVELS, Session, permission_words
from pulumi_zohodesk.errors import Forbidden
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.settings import Secret, resolve
from pulumi_zohodesk.transport import Client

FORTY = [action for action in ACTIONS if action.connector]
EVERY_SCOPE = sorted({scope for action in ACTIONS for scope in action.operation.scopes} - {"Desk.search.READ"})
PERMISSIONS = sorted({action.profile.needs for action in ACTIONS if action.profile.needs})
MODULES = ("tickets", "contacts", "accounts")
EXPLAINING = "Desk.basic.READ"
"""Opens the profile of the token's agent, from which layers 2 and 3 are told apart."""

CRITERIA = {
    "fieldConditions": [{"fieldModule": "tickets", "fieldName": "Subject", "condition": "is", "value": ["a"]}],
    "pattern": "1",
}


class World:
    """An organisation with some of everything, all of it somebody else's than the caller's."""

    def __init__(self, emulator: Emulator, folder) -> None:
        self.emulator, self.folder = emulator, folder
        self.clients: list[Client] = []
        self.home = emulator.state("prod")["departments"][0]["id"]
        self.sales = self._make("departments", name="Sales")
        self.off = self._make("departments", name="Off", isEnabled=False)
        person = {"lastName": "Doe", "emailId": "jo@example.com", "rolePermissionType": "AgentPublic"}
        self.agent = self._make("agents", **person, associatedDepartmentIds=[self.home])
        self.type = self._make("skillTypes", name="Languages", departmentId=self.home)
        self.empty = self._make("skillTypes", name="Empty", departmentId=self.home)
        skill = {"name": "French", "status": "ACTIVE", "criteria": CRITERIA}
        self.skill = self._make("skills", **skill, skillTypeId=self.type, departmentId=self.home)
        state = emulator.state("prod")
        self.organization = state["id"]
        self.account, self.contact = state["accounts"][0]["id"], state["contacts"][0]["id"]
        self.ticket = state["tickets"][0]["id"]

    def _make(self, kind: str, **values: Any) -> str:
        return str(self.emulator.edit("prod", kind, "create", values=values)["id"])

    def open(self) -> None:
        for module in MODULES:
            self.emulator.sharing("prod", module, "public")
        self.ann(PERMISSIONS)

    def ann(self, permissions: list[str]) -> None:
        """The caller: an agent in every department, whose own profile allows just these."""
        everywhere = [one["name"] for one in self.emulator.state("prod")["departments"]]
        self.emulator.agent("prod", "ann@example.com", permissions=permissions, departments=everywhere)

    def session(self, scopes: list[str]) -> Session:
        """As ann, with a token that has just these scopes."""
        token = self.emulator.token("prod", scopes=scopes, agent="ann@example.com")
        settings = replace(resolve(environ=self.emulator.env()), refresh_token=Secret(token["refresh_token"]))
        self.clients.append(Client(settings, cache_dir=self.folder))
        return Session(self.clients[-1], settings, KINDS)

    def arguments(self, action: Action) -> dict[str, Any]:
        """A call that succeeds where all three layers allow it."""
        own: dict[str, dict[str, Any]] = {
            "tickets.create": {"subject": "s", "contactId": self.contact, "departmentId": self.home},
            "tickets.list_by_contact": {"contactId": self.contact},
            "tickets.update": {"ticketId": self.ticket, "subject": "changed"},
            "tickets.move": {"ticketId": self.ticket, "departmentId": self.sales},
            "tickets.move_to_trash": {"ticketIds": [self.ticket]},
            "contacts.create": {"lastName": "New"},
            "contacts.update": {"contactId": self.contact, "lastName": "Changed"},
            "contacts.delete": {"contactIds": [self.contact]},
            "accounts.create": {"accountName": "New"},
            "accounts.update": {"accountId": self.account, "accountName": "Changed"},
            "accounts.delete": {"accountIds": [self.account]},
            "departments.add": {"name": "New"},
            "departments.update": {"departmentId": self.sales, "description": "changed"},
            "departments.enable": {"departmentId": self.off},
            "departments.disable": {"departmentId": self.sales},
            "agents.add": {
                "lastName": "New",
                "emailId": "new@example.com",
                "rolePermissionType": "AgentPublic",
                "associatedDepartmentIds": [self.home],
            },
            "agents.update": {"agentId": self.agent, "lastName": "Changed"},
            "skills.create": {"name": "New", "status": "ACTIVE", "criteria": CRITERIA, "skillTypeId": self.type},
            "skills.list": {"departmentId": self.home},
            "skills.update": {"skillId": self.skill, "name": "Changed"},
            "skill_types.create": {"name": "New", "departmentId": self.home},
            "skill_types.update": {"skillTypeId": self.type, "name": "Changed"},
            "skill_types.delete": {"skillTypeId": self.empty},
        }
        ids = {
            "ticketId": self.ticket,
            "contactId": self.contact,
            "accountId": self.account,
            "organizationId": self.organization,
            "departmentId": self.home,
            "agentId": self.agent,
            "skillId": self.skill,
            "skillTypeId": self.type,
        }
        return own.get(action.name) or {one.name: ids[one.name] for one in action.parameters if one.place == "path"}

    def tried(self, action: Action, scopes: list[str]) -> tuple[Session, Any]:
        session = self.session(scopes)
        try:
            return session, perform(session, action, self.arguments(action))
        except Forbidden as error:
            return session, error


@contextmanager
def opened(folder) -> Iterator[World]:
    """A world of its own, with all three layers open."""
    with Emulator() as emulator, ExitStack() as stack:
        found = World(emulator, folder)
        found.open()
        yield found
        for client in found.clients:
            stack.callback(client.close)


@pytest.fixture
def world(tmp_path):
    with opened(tmp_path) as found:
        yield found


def smallest(action: Action) -> list[str]:
    return list(Choice((action.name,)).scopes())


def outcome(action: Action, session: Session, answer: Any, everything: int) -> str:
    if isinstance(answer, Forbidden):
        return "refused"
    if isinstance(answer, list) and len(answer) < everything:
        assert "data sharing" in remark(session, action)
        return "filtered"
    return "allowed"


def layers_of(action: Action, folder) -> dict[str, str]:
    """What becomes of an action with all layers open, and while each of them is closed."""
    found: dict[str, str] = {}
    for name, tried in {
        "open": _open,
        "scope": _scope_closed,
        "profile": _profile_closed,
    }.items():
        with opened(folder / name) as world:
            found[name] = tried(action, world)
    outcomes = set()
    for level in _closing(action):
        with opened(folder / level) as world:
            outcomes.add(_sharing_closed(action, world, level))
    found["sharing"] = " or ".join(sorted(outcomes))
    return found


def _closing(action: Action) -> tuple[str, ...]:
    """The levels of data sharing that close an action: all there are for one that they must not touch."""
    if action.sharing.effect == "not applicable":
        return tuple(level for level in LEVELS if level != "public")
    return ("private" if action.profile.needs.endswith(".view") else "public read only",)


def _open(action: Action, world: World) -> str:
    session, answer = world.tried(action, smallest(action))
    return outcome(action, session, answer, 0)


def _scope_closed(action: Action, world: World) -> str:
    others = [scope for scope in EVERY_SCOPE if scope not in action.operation.scopes]
    session, answer = world.tried(action, others)
    if isinstance(answer, Forbidden):
        assert answer.code == "SCOPE_MISMATCH"
        assert "Layer 1 of 3" in str(answer)
        assert all(scope in str(answer) for scope in action.operation.scopes)
        assert "zohodesk" in str(answer)
    return outcome(action, session, answer, 0)


def _profile_closed(action: Action, world: World) -> str:
    if action.profile.effect == "not applicable":
        world.ann([])
    else:
        rest = [one for one in PERMISSIONS if one != action.profile.needs]
        world.ann(rest)
    session, answer = world.tried(action, [*smallest(action), EXPLAINING])
    if isinstance(answer, Forbidden):
        assert answer.code == "FORBIDDEN"
        assert "Layer 2 of 3" in str(answer)
        assert permission_words(action.profile.needs) in str(answer)
        assert "Setup > Permissions > Profiles" in str(answer)
    return outcome(action, session, answer, 0)


def _sharing_closed(action: Action, world: World, level: str) -> str:
    everything = _count(world, action) if action.reads else 0
    for module in MODULES:
        world.emulator.sharing("prod", module, level)
    session, answer = world.tried(action, [*smallest(action), EXPLAINING])
    if isinstance(answer, Forbidden):
        assert "Layer 3 of 3" in str(answer)
        assert f"Set them to {LEVELS[action.sharing.needs]}" in str(answer)
    return outcome(action, session, answer, everything)


def _count(world: World, action: Action) -> int:
    _, answer = world.tried(action, smallest(action))
    return len(answer) if isinstance(answer, list) else 0


def test_each_layer_does_what_the_table_says(tmp_path):
    """160 cells, each in an organisation of its own; where sharing must not count, one for each of its levels."""
    cells: Counter[tuple[str, str]] = Counter()
    for action in FORTY:
        found = layers_of(action, tmp_path / action.name)
        expected = {name: layer.effect.replace("not applicable", "allowed") for name, layer in action.layers.items()}
        assert found == {"open": "allowed", **expected}, action.name
        cells.update(found.items())
    assert cells == {
        ("open", "allowed"): 40,
        ("scope", "refused"): 40,
        ("profile", "refused"): 38,
        ("profile", "allowed"): 2,
        ("sharing", "refused"): 13,
        ("sharing", "filtered"): 5,
        ("sharing", "allowed"): 22,
    }


def test_where_the_profile_cannot_be_read_that_is_said(world):
    action = next(one for one in FORTY if one.name == "tickets.get")
    for closed in ("profile", "sharing"):
        world.open()
        if closed == "profile":
            world.emulator.permit("prod", "Profile of ann@example.com", "tickets.view", False)
        else:
            world.emulator.sharing("prod", "tickets", "private")
        _, answer = world.tried(action, ["Desk.tickets.READ"])
        assert "which of the two could not be told" in str(answer)
        assert "Desk.permissions.READ" in str(answer)


@pytest.mark.parametrize("kind", ["Custom", "Admin"])
def test_who_made_the_portal_is_an_administrator_whatever_its_type_reads(world, kind):
    world.emulator.switch(creator_type=kind)
    settings = resolve(environ=world.emulator.env())
    world.clients.append(Client(settings, cache_dir=world.folder))
    creator = Session(world.clients[-1], settings, KINDS)
    assert creator.me()["rolePermissionType"] == kind
    assert is_administrator(creator)
    assert not is_administrator(world.session([EXPLAINING]))
