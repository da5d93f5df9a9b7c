"""A rename asks whether the name is free; names that go round in a circle are known without asking."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.engine import MARKS, Marks, note_rename, update
from pulumi_zohodesk.errors import DuplicateObject, InputError

from .service import ORGANIZATION, SKILL_TYPE, Service, session_on


@pytest.fixture
def service():
    return Service()


def add(service, name, department="5"):
    id = service.add("skillTypes", departmentId=department, name=name)
    marks = Marks(ORGANIZATION, "", ("departmentId", "name")).as_state()
    return id, {"id": id, "departmentId": department, "name": name, MARKS: marks}


def wish(name, department="5"):
    return {"departmentId": department, "name": name}


def test_a_name_that_another_has_is_refused_before_the_write(service):
    (one, state), (other, _) = add(service, "A"), add(service, "b")
    with pytest.raises(DuplicateObject) as caught:
        update(session_on(service), SKILL_TYPE, one, state, wish("B"))
    assert f'the skill type "b" (id {other}) has it. Nothing was changed. Rename that one first' in str(caught.value)
    assert "removals come last" in str(caught.value)
    assert service.writes == []


@pytest.mark.parametrize("name", ["a", "New"])
def test_another_letter_case_and_a_free_name_are_written(service, name):
    (one, state), _ = add(service, "A"), add(service, "New", department="6")
    assert update(session_on(service), SKILL_TYPE, one, state, wish(name))["name"] == name


def test_who_keeps_the_name_is_not_asked_for(service):
    one, state = add(service, "A")
    update(session_on(service), SKILL_TYPE, one, state, wish("A"))
    assert [name for name, _ in service.log] == []


def test_a_circle_is_known_once_all_of_it_was_seen(service):
    states = [add(service, name) for name in ("A", "B", "C")]
    for (id, state), name in zip(states[:2], ("B", "c"), strict=True):
        note_rename(SKILL_TYPE, id, "circle", state, wish(name), f"type {state['name']}")
    (id, state) = states[2]
    with pytest.raises(InputError, match=r"the type C, the type A, the type B\. Names cannot be exchanged"):
        note_rename(SKILL_TYPE, id, "circle", state, wish("A"), "type C")
    note_rename(SKILL_TYPE, id, "circle", state, wish("D"), "type C")  # a chain may have an order


def test_a_holder_that_this_run_renames_is_told_so(service):
    (one, state), (other, there) = add(service, "A"), add(service, "B")
    note_rename(SKILL_TYPE, other, ORGANIZATION, there, wish("C"), "type B")
    with pytest.raises(DuplicateObject, match="This run renames that one too, and in no order"):
        update(session_on(service), SKILL_TYPE, one, state, wish("B"))
