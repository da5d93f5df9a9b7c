"""Where a stack hides people, no message of the engine says more of one than an id."""

from __future__ import annotations

import logging

import pytest

from pulumi_zohodesk.engine import create, read, remove, update
from pulumi_zohodesk.errors import AmbiguousMatch, DeskError, UncertainWrite
from pulumi_zohodesk.kinds import KINDS

from .service import AGENT, DEPARTMENT, ORGANIZATION, Service, session_on

JO = {
    "lastName": "Canary",
    "emailId": "Jo@Canary.example",
    "phone": "5550199",
    "status": "ACTIVE",
    "rolePermissionType": "Admin",
}
STATE = {**JO, "__zohodesk": {"organization": ORGANIZATION, "managed": [*JO]}}
SAID = ("canary", "5550199")


@pytest.fixture
def service():
    return Service()


def told(caught, caplog):
    text = "\n".join([*map(str, caught), caplog.text])
    assert not any(word in text.casefold() for word in SAID), text
    return text


@pytest.mark.parametrize("fault", [UncertainWrite("x"), DeskError("x")])
def test_creating_who_exists_or_is_lost(service, caplog, fault):
    caplog.set_level(logging.DEBUG)
    session = session_on(service, hides=True)
    service.after["addAgent"] = lambda: raised(fault)
    errors = []
    for _ in range(2):
        try:
            create(session, AGENT, JO, sleep=lambda _seconds: None)
        except DeskError as error:
            errors.append(error)
    assert errors
    said = told(errors, caplog)
    if isinstance(fault, UncertainWrite):
        assert "The agent (id 101) exists already: id 101" in said


def raised(error):
    raise error


@pytest.mark.parametrize("act", ["update", "remove", "read"])
def test_refusals_and_doubts(service, caplog, act):
    caplog.set_level(logging.DEBUG)
    session = session_on(service, hides=True, protected=(("Agent", ("*@canary.example",)),))
    id = service.add("agents", **JO, id="6")
    other = {**STATE, "__zohodesk": {"organization": "1", "managed": [*JO]}}
    does = {
        "update": lambda state: update(session, AGENT, id, state, {**JO, "emailId": "ann@canary.example"}),
        "remove": lambda state: remove(session, AGENT, id, state),
        "read": lambda state: read(session, AGENT, id, state),
    }[act]
    errors = []
    for state in (STATE, other):
        try:
            does(state)
        except DeskError as error:
            errors.append(error)
    assert "agent (id 6)" in told(errors, caplog)
    assert len(errors) == (1 if act == "read" else 2)


def test_the_own_agent(service, caplog):
    service.owner = {"id": "6", "emailId": "jo@canary.example"}
    session = session_on(service, hides=True)
    service.add("agents", **JO, id="6")
    with pytest.raises(DeskError) as caught:
        remove(session, AGENT, "6", STATE)
    assert "The agent (id 6) is the agent whose token this is" in told([caught.value], caplog)


def test_look_ups_that_find_nobody_or_two(service, caplog):
    session = session_on(service, hides=True)
    key = {"emailId": "jo@canary.example"}
    with pytest.raises(DeskError, match="no agent with this emailId that") as nobody:
        session.look_up(AGENT, key)
    told([nobody.value], caplog)
    assert session.key_words(DEPARTMENT, {"name": "Sales"}) == 'name "Sales"'
    with pytest.raises(AmbiguousMatch, match="have this emailId: ids 1, 2"):
        only_of(session, key)


def only_of(session, key):
    from pulumi_zohodesk.engine._looked_up import only

    return only(AGENT, [{"id": "1"}, {"id": "2"}], session.key_words(AGENT, key))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.title], ids=lambda kind: kind.name)
def test_a_label_without_personal_key_says_the_id(kind):
    values = {**dict.fromkeys(kind.key, "Canary"), "id": "7"}
    hidden = kind.label(values, "7", hidden=kind.hidden(personal=True))
    assert ("Canary" in hidden) != kind.personal_key
    assert kind.label(values, "7") == f'{kind.words} "Canary" (id 7)'
    if kind.personal_key:
        assert hidden == kind.label(values, hidden=kind.hidden(personal=True)) == f"{kind.words} (id 7)"
        assert kind.label({}, hidden=kind.hidden(personal=True)) == kind.words
