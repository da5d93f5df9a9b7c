"""Names that a run wants while others still have them: told before the first write, with the holder and what to do."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.engine import UNKNOWN
from pulumi_zohodesk.plan import plan_of, rehearse
from tests.engine.service import session_on

from .asked import Asked
from .previews import preview, state, step, urn, wanted


@pytest.fixture
def service():
    return Asked()


def skill_type(service, op, number, name, new="", **more):
    """A skill type of the department 5 that has a name, and shall have another one."""
    old = state("SkillType", f"t{number}", str(3000 + number), {"departmentId": "5", "name": name})
    service.add("skillTypes", id=str(3000 + number), departmentId="5", name=name)
    if op == "delete":
        return step("delete", old)
    return step(op, old, wanted("SkillType", f"t{number}", {"departmentId": "5", "name": new or name}, **more))


def refusals(service, *steps):
    _, found = rehearse(plan_of(preview(*steps)), lambda _connection: session_on(service))
    assert service.writes == []
    return {one.step.name: one.reason for one in found}


def test_names_by_index_after_one_was_taken_out(service):
    """The removal that would free the last name comes after all renames."""
    steps = [
        *(skill_type(service, "update", place, name, new) for place, name, new in ((0, "A", "B"), (1, "B", "C"))),
        skill_type(service, "delete", 2, "C"),
    ]
    found = refusals(service, *steps)
    assert found.keys() == {"t0", "t1"}
    assert "Its name is still that of t1 (skill type, id 3001), which this run renames as well" in found["t0"]
    assert f"pulumi up --target '{urn('SkillType', 't1')}'" in found["t0"]
    assert "Its name is still that of t2 (skill type, id 3002), which this run removes. If t1 is what it" in found["t1"]
    assert f"pulumi up --target '{urn('SkillType', 't2')}'" in found["t1"]


def test_a_chain_whose_order_the_program_gives_is_taken(service):
    first = skill_type(service, "update", 1, "B", "C")
    second = skill_type(service, "update", 0, "a", "B", dependencies=[urn("SkillType", "t1")])
    assert refusals(service, first, second) == {}


def test_a_swap_is_refused_with_the_advice_of_a_name_in_between(service):
    orders = {"dependencies": [urn("SkillType", "t1")]}
    steps = [skill_type(service, "update", 1, "B", "a"), skill_type(service, "update", 0, "A", "b", **orders)]
    found = refusals(service, *steps)
    assert "names go round in a circle: t0, t1. Names cannot be exchanged in one run" in found["t0"]
    assert "names go round in a circle: t1, t0." in found["t1"]


def test_a_name_that_stays_or_that_a_removal_does_not_free(service):
    same = skill_type(service, "same", 0, "A")
    assert (
        "t0 (skill type, id 3000), which keeps it."
        in refusals(service, same, skill_type(service, "update", 1, "B", "a"))["t1"]
    )
    gone = step("delete", state("Department", "d", "2000", {"name": "D", "isEnabled": True}))
    new = step("create", None, wanted("Department", "e", {"name": "d", "isEnabled": True}))
    assert "d (department, id 2000), and it keeps it when this run removes it" in refusals(service, gone, new)["e"]


def test_another_logical_name_for_the_same_object_is_told_of_aliases(service):
    gone = skill_type(service, "delete", 0, "A")
    new = step("create", None, wanted("SkillType", "b", {"departmentId": "5", "name": "A"}))
    assert 'aliases=[pulumi.Alias(name="t0")]' in refusals(service, gone, new)["b"]


def test_who_holds_a_name_outside_the_stack_is_asked(service):
    service.add("skillTypes", id="77", departmentId="5", name="b")
    (reason,) = refusals(service, skill_type(service, "update", 0, "A", "B")).values()
    assert 'The skill type "A" (id 3000) cannot get' in reason
    assert 'the skill type "b" (id 77) has it. Nothing was changed.' in reason


def test_two_of_one_name_in_what_is_not_there_yet_are_told_by_their_names(service):
    home = wanted("Department", "d", {"name": "New"})
    waits = {
        "dependencies": [urn("Department", "d")],
        "propertyDependencies": {"departmentId": [urn("Department", "d")]},
    }
    values = {"departmentId": UNKNOWN}
    types = [
        wanted("SkillType", name, {**values, "name": text}, **waits) for name, text in {"a": "X", "b": "x"}.items()
    ]
    orders = [wanted("RoutingPreference", name, values, **waits) for name in ("c", "e")]
    found = refusals(service, *(step("create", None, one) for one in (home, *types, *orders)))
    assert found["b"] == "a and b are one skill type: they have the same department_id and name. Declare it once."
    assert found["e"] == "c and e are one routing preference: they have the same department_id. Declare it once."
    assert found.keys() == {"b", "e"}


def test_names_that_are_computed_from_what_is_unknown_may_differ(service):
    suffix = step("create", None, wanted("Department", "d", {"name": "New"}))
    waits = {"dependencies": [urn("Department", "d")], "propertyDependencies": {"name": [urn("Department", "d")]}}
    roles = [wanted("Role", name, {"name": UNKNOWN, "shareDataWithPeers": True}, **waits) for name in ("a", "b")]
    assert refusals(service, suffix, *(step("create", None, one) for one in roles)) == {}
