"""What the service, or something on the way to it, may answer besides what the contract says: nothing gets lost."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.engine import ID, MARKS, Marks, create, diff, read, remove, update
from pulumi_zohodesk.engine._check import check
from pulumi_zohodesk.errors import (
    DoubtfulAbsence,
    DuplicateObject,
    NotFound,
    ServerError,
    TransportError,
    UncertainWrite,
)
from pulumi_zohodesk.kinds import CRITERIA, kind_named

from .service import Service, session_on

AGENT, DEPARTMENT, TYPE = (kind_named(name) for name in ("Agent", "Department", "SkillType"))
PERSON = {
    "lastName": "Doe",
    "emailId": "jo@example.com",
    "rolePermissionType": "AgentPublic",
    "associatedDepartmentIds": ["1"],
    "status": "ACTIVE",
}


@pytest.fixture
def service():
    found = Service()
    found.add("departments", id="1", name="Home", isEnabled=True)
    return found


@pytest.fixture
def session(service):
    return session_on(service)


def wanted(kind, **values):
    return check(kind, {}, values).inputs


def raising(error):
    def fault():
        raise error

    return fault


def made(session, kind, **values):
    return create(session, kind, wanted(kind, **values), sleep=lambda _: None)


# --- Options --------------------------------------------------------------------------------------------------------


def test_an_option_that_is_taken_out_leaves_the_state(session, service):
    """Else an agent would still be deleted for good by an `on_destroy="delete"` that nobody sees any more."""
    id, state = made(session, AGENT, **PERSON, onDestroy="delete")
    news = wanted(AGENT, **PERSON)
    assert diff(AGENT, state, news).changed == ("onDestroy",)
    service.log.clear()
    after = update(session, AGENT, id, state, news)
    assert "onDestroy" not in after
    assert service.writes == []
    assert not diff(AGENT, after, news)


# --- A 404 that says nothing of the object --------------------------------------------------------------------------


def test_a_404_of_something_else_does_not_end_an_object(session, service):
    id, state = made(session, AGENT, **PERSON)
    missing = NotFound("no organisation", status=404, code="URL_NOT_FOUND")
    service.before["getOrganization"] = raising(missing)
    with pytest.raises(NotFound):
        remove(session, AGENT, id, state)
    assert service.objects["agents"][id]["status"] == "ACTIVE"


@pytest.mark.parametrize("act", ["remove", "update"])
def test_what_is_out_of_sight_is_not_gone(session, service, act):
    id, state = made(session, TYPE, name="A", departmentId="1")
    del service.objects["skillTypes"][id]
    del service.objects["departments"]["1"]  # out of sight, and all in it
    news = wanted(TYPE, name="B", departmentId="1")
    acts = {
        "remove": lambda: remove(session, TYPE, id, state),
        "update": lambda: update(session, TYPE, id, state, news),
    }
    with pytest.raises(DoubtfulAbsence, match="can most likely not see"):
        acts[act]()


# --- Creating -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", [None, {}, [], {"name": "x"}, "made"])
def test_a_create_whose_answer_names_nothing_is_looked_up(session, service, answer, monkeypatch):
    effect = service._effect
    monkeypatch.setattr(
        service,
        "_effect",
        lambda op, path, body: (effect(op, path, body), answer)[1] if op.name == "addAgent" else effect(op, path, body),
    )
    id, state = made(session, AGENT, **PERSON)
    assert id in service.objects["agents"]
    assert state["lastName"] == "Doe"


def test_what_is_found_after_a_lost_answer_is_kept_though_reading_fails(session, service):
    service.after["createSkillType"] = raising(UncertainWrite("lost"))
    service.before["getSkillType"] = raising(ServerError("no", status=500))
    id, state = made(session, TYPE, name="A", departmentId="1")
    assert id in service.objects["skillTypes"]
    assert state["name"] == "A"


def test_a_restore_that_fails_half_way_is_finished_by_the_next_run(session, service):
    id = service.add("agents", **{**PERSON, "status": "DISABLED"}, phone="1")
    service.before["updateAgent"] = raising(ServerError("no", status=500))
    inputs = wanted(AGENT, **PERSON, phone="2", restore=True)
    found, state = create(session, AGENT, inputs)
    assert found == id
    assert service.objects["agents"][id]["status"] == "ACTIVE"
    assert diff(AGENT, state, inputs)
    service.before.clear()
    after = update(session, AGENT, id, state, inputs)
    assert service.objects["agents"][id]["phone"] == "2"
    assert not diff(AGENT, after, inputs)


def test_an_answer_of_an_odd_shape_leaves_what_was_sent_in_the_state(session, service, monkeypatch):
    effect = service._effect

    def odd(op, path, body):
        answer = effect(op, path, body)
        return {**answer, "name": {"en": ["A"]}, "departmentId": 1.5} if op.name == "createSkillType" else answer

    monkeypatch.setattr(service, "_effect", odd)
    id, state = made(session, TYPE, name="A", departmentId="1")
    assert (state["id"], state["name"], state["departmentId"]) == (id, "A", "1")
    assert Marks.of(state).incomplete == ()


# --- Thin and odd rows ----------------------------------------------------------------------------------------------


def test_a_row_that_does_not_say_is_not_disabled(session, service):
    assert DEPARTMENT.off({"isEnabled": False})
    assert not DEPARTMENT.off({})
    assert not DEPARTMENT.off({"isEnabled": None})
    service.add("departments", name="Billing", isEnabled=True)
    service.thin = {"isEnabled"}
    with pytest.raises(DuplicateObject, match="in use"):
        made(session, DEPARTMENT, name="Billing", restore=True)


@pytest.mark.parametrize("answer", [None, [], "", {}])
def test_a_get_without_an_object_is_one_sentence(session, service, answer, monkeypatch):
    id, state = made(session, TYPE, name="A", departmentId="1")
    session.snapshot._ledgers.clear()
    monkeypatch.setattr(service, "_effect", lambda op, path, body: answer)
    with pytest.raises(TransportError, match="without an object"):
        read(session, TYPE, id, state)


def test_custom_fields_that_are_no_map_are_none(session, service):
    id, state = made(session, AGENT, **PERSON, cf={"cf_shift": "late"})
    service.objects["agents"][id]["cf"] = "odd"
    session.snapshot._ledgers.clear()
    assert read(session, AGENT, id, state).inputs["cf"] == {"cf_shift": None}


# --- Inputs ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", [123456789012345680, 1.2345678901234568e17])
def test_an_id_that_lost_digits_as_a_number_is_refused(value):
    assert "write the id in quotes" in str(list(ID.problems(value)))
    (problem,) = check(TYPE, {}, {"name": "A", "departmentId": value}).problems
    assert problem.argument == "department_id"


def test_malformed_criteria_of_an_existing_skill_are_described():
    old = {"fieldConditions": [{"fieldModule": "tickets"}], "pattern": "1"}
    new = {"fieldConditions": ["x"], "pattern": "1"}
    found = CRITERIA.respell(old, new)
    assert "[0]" in str(list(CRITERIA.problems(found)))


def test_marks_are_no_object_of_comparison():
    assert not diff(TYPE, {"name": "A", MARKS: {}}, {"name": "A"})


# --- What an answer leaves out ---------------------------------------------------------------------------------------


class Brief(Service):
    """Answers creates with nothing but the id and the name."""

    def call(self, op, **more):
        answer = super().call(op, **more)
        return {key: answer[key] for key in ("id", "name")} if op.name == "addDepartment" else answer


@pytest.mark.parametrize("enabled", [True, False])
def test_an_answer_that_leaves_the_switch_out_does_not_say_off(enabled):
    service = Brief()
    service.add("departments", id="1", name="Home", isEnabled=True)
    id, state = made(session_on(service), DEPARTMENT, name="Sales", isEnabled=enabled)
    assert service.objects["departments"][id]["isEnabled"] is enabled
    assert state["isEnabled"] is enabled
    assert [name for name, _ in service.writes] == ["addDepartment", *([] if enabled else ["disableDepartment"])]
    assert Marks.of(state).incomplete == ()
