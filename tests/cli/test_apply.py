"""What `zohodesk up` says of a run that did not come to its end."""

from __future__ import annotations

from pulumi_zohodesk.cli.engine._run import Ended
from pulumi_zohodesk.cli.up._apply import Outcome, _failure
from pulumi_zohodesk.cli.up._planned import Planned
from pulumi_zohodesk.plan import plan_of
from tests.plan.previews import preview, state, step, urn, wanted


def made(kind, name, *used, **more):
    return step("create", None, wanted(kind, name, {"name": name}, propertyDependencies={"x": list(used)}, **more))


def gone(kind, name, *used):
    return step("delete", {**state(kind, name, "1", {"name": name}), "dependencies": list(used)})


def same(kind, name, *used):
    old = state(kind, name, "2", {"name": name})
    return step("same", old, wanted(kind, name, {"name": name}, dependencies=list(used)))


def said(steps, failed=(), done=(), **more):
    plan = plan_of(preview(*steps))
    planned = Planned.__new__(Planned)
    object.__setattr__(planned, "plan", plan)
    ended = Ended(1, {urn: frozenset({"create"}) for urn in done}, failed, **more)
    finished = [one for one in plan.steps if one.urn in done]
    return _failure(Outcome(planned, ended, finished, [one for one in plan.steps if one not in finished]), None)


HOME, TYPE, SKILL, JO = (
    urn(*one) for one in (("Department", "home"), ("SkillType", "t"), ("Skill", "s"), ("Agent", "jo"))
)
STEPS = [made("Department", "home"), same("SkillType", "t", HOME), made("Skill", "s", TYPE), made("Agent", "jo")]


def test_what_failed_and_what_it_held_back_are_told_apart():
    assert said(STEPS, (HOME,)) == [
        "error: The run failed. 0 of 3 changes were made.",
        "  failed:   create department home",
        "  not made: create skill s (held back by home)",
        "  not made: create agent jo (not begun after that)",
        "The engine tells above why that failed; what was held back by it needs nothing else.",
        "`zohodesk up` goes on from here.",
    ]


def test_what_is_removed_is_held_back_by_what_refers_to_it():
    steps = [gone("Department", "home"), gone("SkillType", "t", HOME)]
    assert "  not made: delete department home (held back by t)" in said(steps, (TYPE,))


def test_without_a_failure_nothing_is_held_back():
    lines = said(STEPS, (), (HOME,), interrupted=True)
    assert lines[2:] == [
        "  not made: create skill s",
        "  not made: create agent jo",
        "`zohodesk up` goes on from here.",
    ]


def test_the_program_is_blamed_where_it_wants_something_else():
    assert "wants something else" in said(STEPS, strayed=True)[-2]
