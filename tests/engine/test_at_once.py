"""Threads of one process that do the same thing at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from pulumi_zohodesk.engine import MARKS, Marks, create, remove
from pulumi_zohodesk.errors import DeskError, DuplicateObject, Refused, UncertainWrite

from .service import AGENT, DEPARTMENT, ORGANIZATION, SKILL_TYPE, Service, session_on

TURN = 0.2
"""Seconds that one thread leaves to the other for doing what it must not do."""


def outcome(act):
    try:
        return act()
    except DeskError as error:
        return error


def together(*acts):
    with ThreadPoolExecutor(len(acts)) as pool:
        return [future.result(10) for future in [pool.submit(outcome, act) for act in acts]]


class Meeting:
    """Where a thread waits until another one has come as well, or does not come."""

    def __init__(self) -> None:
        self.seen = 0
        self.both = Event()

    def __call__(self) -> None:
        self.seen += 1
        if self.seen == 2:
            self.both.set()
        self.both.wait(TURN)


@pytest.fixture
def service():
    return Service()


@pytest.mark.parametrize("names", [("Same", "Same"), ("Same", "SAME")])
def test_two_resources_of_one_name_never_make_two_objects(service, names):
    """Each connection to the organisation counts."""
    service.before["addDepartment"] = Meeting()
    done = together(
        *(
            lambda name=name: create(session_on(service), DEPARTMENT, {"name": name, "isEnabled": True})
            for name in names
        )
    )
    assert sorted(type(one).__name__ for one in done) == ["DuplicateObject", "tuple"]
    assert len(service.objects["departments"]) == 1


def test_different_names_do_not_wait_for_each_other(service):
    meeting = service.before["addDepartment"] = Meeting()
    session = session_on(service)
    together(*(lambda name=name: create(session, DEPARTMENT, {"name": name, "isEnabled": True}) for name in "AB"))
    assert meeting.both.is_set()


@pytest.mark.parametrize("connections", [1, 2])
def test_an_object_of_another_resource_is_never_taken_after_a_lost_answer(connections, service, monkeypatch):
    """As when the list did not have it yet, when the second resource looked; each may have a connection of its own."""
    session = session_on(service)
    id, _ = create(session, SKILL_TYPE, {"name": "Same", "departmentId": "1"})
    session = session if connections == 1 else session_on(service)
    find, asked = session.find, []
    monkeypatch.setattr(session, "find", lambda *one: find(*one) if asked else asked.append(one) or [])
    service.before["createSkillType"] = lambda: (_ for _ in ()).throw(UncertainWrite("lost"))
    with pytest.raises(DuplicateObject, match=f"exists already: id {id}"):
        create(session, SKILL_TYPE, {"name": "Same", "departmentId": "1"}, sleep=lambda _: None)


def test_the_last_two_administrators_cannot_leave_together(service):
    service.owner = {"id": "1"}
    service.organization["primaryContact"] = "nobody@example.com"
    state = {"lastName": "L", "status": "ACTIVE", "rolePermissionType": "Admin"}
    ids = [service.add("agents", **state, emailId=f"{name}@example.com") for name in "ab"]
    service.before["deactivateAgents"] = Meeting()
    marks = {MARKS: Marks(ORGANIZATION, "", ()).as_state()}
    # The stand-in's list does not filter, as the service's does.
    page = service.page
    service.page = lambda op, **more: [row for row in page(op, start=0) if row["status"] == "ACTIVE"]
    done = together(*(lambda id=id: remove(session_on(service), AGENT, id, {**state, **marks}) for id in ids))
    assert sorted(type(one).__name__ for one in done) == ["NoneType", "Refused"]
    assert next(one for one in done if one) is not None
    assert isinstance(next(one for one in done if one), Refused)
    assert sorted(row["status"] for row in service.objects["agents"].values()) == ["ACTIVE", "DISABLED"]


def test_other_agents_leave_side_by_side(service):
    service.owner = {"id": "1"}
    state = {"lastName": "L", "status": "ACTIVE", "rolePermissionType": "Light"}
    ids = [service.add("agents", **state, emailId=f"{name}@example.com") for name in "ab"]
    meeting = service.before["deactivateAgents"] = Meeting()
    marks = {MARKS: Marks(ORGANIZATION, "", ()).as_state()}
    session = session_on(service)
    together(*(lambda id=id: remove(session, AGENT, id, {**state, **marks}) for id in ids))
    assert meeting.both.is_set()
