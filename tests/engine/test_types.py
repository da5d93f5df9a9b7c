"""Types that hold types: every question is answered at every depth, for generated types and values."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pulumi_zohodesk.engine import (
    UNKNOWN,
    Choice,
    Decimal,
    Flag,
    Many,
    Map,
    Number,
    Part,
    Problem,
    Reference,
    Scalar,
    Struct,
    Text,
    ValueType,
    has_unknown,
)
from pulumi_zohodesk.engine.types import Outdated
from pulumi_zohodesk.kinds import kind_named
from pulumi_zohodesk.kinds._criteria import CRITERIA

TARGET = Struct(
    "Target",
    "One way that tickets go.",
    (
        Part("toDepartmentId", Reference("Department"), "where they go", required=True),
        Part("agentIds", Many(Reference("Agent")), "who gets them"),
        Part("isFinal", Flag(), "whether it is the last"),
    ),
)
DAY = Struct(
    "Day", "A day.", (Part("day", Text(9), "which", required=True), Part("slots", Many(Text(5), ordered=True), "hours"))
)
TARGETS, DAYS = Many(TARGET, ordered=True, least=1, most=3), Many(DAY, key="day", most=7)

LEAVES: list[tuple[ValueType, st.SearchStrategy[Any]]] = [
    (Text(9), st.text("ab_", max_size=9)),
    (Choice(("A", "B")), st.sampled_from(["A", "B"])),
    (Flag(), st.booleans()),
    (Number(0, 9), st.integers(0, 9)),
    (Decimal(9), st.one_of(st.integers(0, 99), st.sampled_from([1.5, "1.5", "1.50", "-2"]))),
    (Scalar(9), st.one_of(st.text("ab", max_size=9), st.integers(0, 99), st.booleans())),
    (Reference("Agent"), st.integers(1, 99).map(str)),
]


def _deeper(inner: st.SearchStrategy[tuple[ValueType, st.SearchStrategy[Any]]]) -> st.SearchStrategy[Any]:
    def structure(parts: list[tuple[ValueType, st.SearchStrategy[Any]]]) -> tuple[ValueType, st.SearchStrategy[Any]]:
        names = [f"part{letter}Name" for letter in "ABC"[: len(parts)]]
        made = Struct("S", "", tuple(Part(name, part[0], "") for name, part in zip(names, parts, strict=True)))
        values = {name: part[1] for name, part in zip(names, parts, strict=True)}
        return made, st.fixed_dictionaries({}, optional=values)

    def unique(pair: tuple[ValueType, st.SearchStrategy[Any]]) -> tuple[ValueType, st.SearchStrategy[Any]]:
        type_, values = pair
        return Many(type_), st.lists(values, max_size=4, unique_by=type_.canon)

    return st.one_of(
        inner.map(unique),
        inner.map(lambda pair: (Many(pair[0], ordered=True), st.lists(pair[1], max_size=4))),
        inner.map(lambda pair: (Map(pair[0]), st.dictionaries(st.sampled_from(["first_name", "b", "cfX"]), pair[1]))),
        st.lists(inner, min_size=1, max_size=3).map(structure),
    )


@st.composite
def typed(draw: st.DrawFn, count: int) -> tuple[ValueType, list[Any]]:
    type_, values = draw(st.recursive(st.sampled_from(LEAVES), _deeper, max_leaves=4))
    return type_, [draw(values) for _ in range(count)]


ALLOWED = Map(Map(Flag()), {"tickets": Map(Flag(), {"view": Flag(), "edit": Flag()})})


def test_of_maps_in_maps_just_what_is_named_is_managed():
    live = {"tickets": {"view": True, "edit": False, "new": True}, "else": {}}
    assert ALLOWED.same(live, {"tickets": {"edit": False}})
    assert not ALLOWED.same(live, {"tickets": {"edit": True}})
    assert ALLOWED.shown(live, {"tickets": {"edit": True}}) == {"tickets": {"edit": False}}
    assert ALLOWED.shown(live, None) == {"tickets": {"view": True, "edit": False}}
    assert problems(ALLOWED, live, live) == []


def problems(type_: ValueType, value: Any, old: Any = None) -> list[Problem]:
    return list(type_.problems(value, old))


@given(typed(2))
def test_a_respelt_value_means_what_is_wanted_and_respelling_it_again_changes_nothing(case):
    type_, (old, new) = case
    spelt = type_.respell(old, new)
    assert type_.same(spelt, new)
    assert type_.same(new, spelt)
    assert type_.respell(spelt, new) == spelt
    assert type_.respell(old, old) == old


@given(typed(1))
def test_what_is_right_has_no_problems_fits_and_is_sent_as_what_it_means(case):
    type_, (value,) = case
    assert problems(type_, value) == []
    assert type_.fits(value)
    assert type_.same(type_.body(value), value)
    assert type_.same(type_.shown(value, value), value)


@given(typed(1))
def test_names_go_there_and_back_and_keys_of_maps_stay(case):
    type_, (value,) = case
    for names in (attrgetter("snake"), attrgetter("yaml_name")):
        assert type_.in_wire(type_.in_words(value, names), names) == value
        assert type_.in_wire(value, names) == value


@given(typed(1))
def test_references_are_found_and_replaced_at_every_depth(case):
    type_, (value,) = case
    ids = {id for _, id in type_.references(value)}
    told = type_.with_references(value, lambda kind, id: f"9{id}")
    assert {id for _, id in type_.references(told)} == {f"9{id}" for id in ids}
    assert type_.same(type_.with_references(told, lambda kind, id: id[1:]), value)


@given(typed(1))
def test_what_is_unknown_anywhere_is_the_same_as_nothing(case):
    type_, (value,) = case
    if not isinstance(value, list | dict) or not value:
        return
    unknown = [UNKNOWN, *value[1:]] if isinstance(value, list) else {**value, next(iter(value)): UNKNOWN}
    assert has_unknown(unknown)
    assert problems(type_, unknown) == []
    assert not type_.same(value, unknown)
    assert not has_unknown(list(type_.references(unknown)))


@given(typed(2))
def test_a_change_that_nobody_else_touched_is_sent_as_it_is(case):
    type_, (before, wanted) = case
    assert type_.same(type_.merged(before, before, wanted), wanted)


@pytest.mark.parametrize(
    ("type_", "value", "path", "clause"),
    [
        (TARGETS, [{"toDepartmentId": "x"}], "[0].to_department_id", "digits only"),
        (TARGETS, [{"toDepartmentId": "1", "agentIds": ["2", "y"]}], "[0].agent_ids[1]", "digits only"),
        (TARGETS, [{"toDepartmentId": "1"}, {}], "[1].to_department_id", "is missing"),
        (TARGETS, [], "", "at least 1 element"),
        (TARGETS, [{"toDepartmentId": "1"}] * 4, "", "has 4 elements, Zoho Desk takes at most 3"),
        (TARGETS, [{"toDepartmentId": "1", "isFinl": True}], "[0].is_finl", "nearest: is_final"),
        (TARGETS, ["x"], "[0]", "must be a desk.Target(to_department_id=..."),
        (TARGETS, {"toDepartmentId": "1"}, "", "must be a list"),
        (DAYS, [{"day": "Monday"}, {"day": "Monday", "slots": ["08:00"]}], "", "names Monday twice"),
        (Map(Many(Text(3))), {"free_key": ["abcd"]}, "['free_key'][0]", "at most 3"),
        (ALLOWED, {"tickets": {"viw": True}}, "['tickets']['viw']", "does not exist; nearest: view"),
        (ALLOWED, {"tikets": {}}, "['tikets']", "does not exist; nearest: tickets"),
        (CRITERIA, {"fieldConditions": [{}], "pattern": "1"}, ".field_conditions[0].value", "is missing"),
    ],
)
def test_a_problem_says_where(type_, value, path, clause):
    assert any(where == path and clause in said for where, said in problems(type_, value)), problems(type_, value)


def test_what_somebody_added_to_a_set_stays_and_what_is_taken_out_goes():
    ids = Many(Reference("Agent"))
    assert ids.merged(["1", "2"], ["1", "2", "9"], ["2", "3"]) == ["2", "3", "9"]
    monday, tuesday, sunday = ({"day": name, "slots": ["08:00"]} for name in ("Monday", "Tuesday", "Sunday"))
    later = {**monday, "slots": ["09:00"]}
    assert DAYS.merged([monday, tuesday], [monday, tuesday, sunday], [later]) == [later, sunday]


def test_an_order_that_somebody_changed_meanwhile_is_never_overwritten():
    one, two, three = ({"toDepartmentId": id} for id in "123")
    with pytest.raises(Outdated):
        TARGETS.merged([one], [two, one], [one, three])
    assert TARGETS.merged([one], [one, three], [one, three]) == [one, three]
    holder = Struct("Holder", "", (Part("someTargets", TARGETS, ""),))
    with pytest.raises(Outdated, match=r"^\.some_targets$"):
        holder.merged({"someTargets": [one]}, {"someTargets": [two]}, {"someTargets": [three]})


def test_an_inserted_day_leaves_the_others_as_they_are_spelt():
    monday, sunday = {"day": "Monday", "slots": [8]}, {"day": "Sunday", "slots": ["10"]}
    new = [sunday, {"day": "Monday", "slots": ["8"]}]
    assert DAYS.respell([monday], new) == [monday, sunday]


def test_what_is_empty_and_was_not_asked_for_is_not_shown():
    """Else a change of something else would show it as well."""
    live = {"toDepartmentId": "1", "agentIds": [], "isFinal": False, "added": "x"}
    assert TARGET.shown(live, {"toDepartmentId": "1"}) == {"toDepartmentId": "1", "isFinal": False}
    assert TARGET.shown(live, {"toDepartmentId": "1", "agentIds": []})["agentIds"] == []


def test_a_number_that_is_answered_as_text_is_a_number():
    assert Number().shown("2027", None) == 2027
    assert Number().shown("2027", 2027) == 2027
    assert Number().shown(None, None) == ""


THRESHOLD = kind_named("RoutingPreference").by_snake["custom_threshold_vs_agents"].type
PERSON = {"id": "7", "name": "Jo", "photoURL": None, "zuid": "1"}


def test_what_answers_have_under_another_name_is_said_once():
    """Else what the service tells of people beside their ids would stand in the state."""
    answer = [{"customThreshold": "3", "agents": [PERSON]}]
    assert THRESHOLD.written(answer) == [{"customThreshold": "3", "agentIds": ["7"]}]
    assert THRESHOLD.written(THRESHOLD.written(answer)) == THRESHOLD.written(answer)


def test_where_there_is_room_for_one_a_change_from_outside_is_not_sent_beside_it():
    before, live, wanted = ([{"customThreshold": n, "agentIds": ["7"]}] for n in (3, 4, 5))
    assert THRESHOLD.merged(before, before, wanted) == wanted
    with pytest.raises(Outdated):
        THRESHOLD.merged(before, live, wanted)


def test_of_a_relative_order_only_the_named_ones_count_and_the_rest_keeps_its_place():
    order = Many(Reference("Skill"), ordered=True, relative=True)
    assert order.same(["1", "2", "3", "4"], ["1", "4"])
    assert not order.same(["4", "2", "3", "1"], ["1", "4"])
    assert order.merged(["1", "4"], ["4", "2", "3", "1"], ["1", "4"]) == ["1", "2", "3", "4"]
    assert order.merged(["1"], ["2", "3"], ["5", "3"]) == ["2", "5", "3"]
    assert order.shown(["4", "2", "1"], ["1", "4"]) == ["4", "1"]
