"""The smallest parts of an edit that differ: what a type says is equal, and what it says belongs together."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pulumi_zohodesk.compare import Edit, Part, parts
from pulumi_zohodesk.engine import UNKNOWN, Flag, Many, Map, Reference, Scalar, Struct, Text, ValueType
from pulumi_zohodesk.engine import Part as Entry
from pulumi_zohodesk.kinds import kind_named
from pulumi_zohodesk.kinds._criteria import CRITERIA
from tests.engine.test_types import DAYS, TARGETS, typed

SNAKE = attrgetter("snake")
CF = kind_named("Agent").by_wire["cf"].type
NAMES = Many(Reference("Agent"))


def condition(value: str, field: str = "subject") -> dict[str, Any]:
    return {"field_module": "tickets", "field_name": field, "condition": "is", "value": [value]}


def criteria(*conditions: dict[str, Any], pattern: str = "1") -> dict[str, Any]:
    return {"field_conditions": list(conditions), "pattern": pattern}


X, Y, Z = map(condition, "xyz")


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (Edit("name", "a", "b", Text(9)), [Part("name", "a", "b")]),
        (Edit("is_enabled", True, False, Flag()), [Part("is_enabled", True, False)]),
        (Edit("cf", {"a": "1", "b": "2", "c": 3}, {"a": "1", "b": "3", "c": "3"}, CF), [Part("cf.b", "2", "3")]),
        (Edit("cf", {"__a": None}, {"__a": "1"}, CF), [Part("cf.__a", None, "1")]),
        (
            Edit("skill_type_id", ["Sales", "A"], ["Sales", "B"], Reference("SkillType")),
            [Part("skill_type_id", ["Sales", "A"], ["Sales", "B"])],
        ),
        (
            Edit("agent_ids", ["A@x", "b@x", {"id": "7"}], ["a@x", "c@x", {"id": "8"}], NAMES),
            [Part("agent_ids", added=("c@x", {"id": "8"}), removed=("b@x", {"id": "7"}))],
        ),
        (Edit("channel_expert", None, ["CHAT"], Many(Text(9))), [Part("channel_expert", added=("CHAT",))]),
        (
            Edit("criteria", criteria(X), criteria(Y, Z, pattern="(1and2)"), CRITERIA),
            [
                Part("criteria.field_conditions[0].value", ["x"], ["y"]),
                Part("criteria.field_conditions[1]", None, Z),
                Part("criteria.pattern", "1", "(1and2)"),
            ],
        ),
        (
            Edit("criteria", {"pattern": "1", **criteria(X, Y)}, criteria(Y, pattern="2"), CRITERIA),
            [Part("criteria.field_conditions[0]", X, None), Part("criteria.pattern", "1", "2")],
        ),
        (Edit("criteria", None, criteria(X), CRITERIA), [Part("criteria", None, criteria(X))]),
        (Edit("same", "a", "a", Text(9)), [Part("same", "a", "a")]),
    ],
    ids=lambda one: one.field if isinstance(one, Edit) else "",
)
def test_parts(edit, expected):
    assert parts(edit) == expected


def test_what_means_the_same_is_no_part():
    old, new = criteria(X, pattern="(1 AND 2)"), criteria({**Y, "displayValue": "Y", "value": "y"}, pattern="1and2")
    assert parts(Edit("criteria", old, new, CRITERIA)) == [Part("criteria.field_conditions[0].value", ["x"], "y")]


def test_an_inserted_section_day_or_target_is_one_insertion():
    edit = Edit("criteria", criteria(X, Y, Y), criteria(X, Z, Y, Y), CRITERIA)
    assert parts(edit) == [Part("criteria.field_conditions[1]", None, Z)]
    assert parts(Edit("criteria", criteria(Y), criteria(Y, Y), CRITERIA)) == [
        Part("criteria.field_conditions[1]", None, Y)
    ]
    sales, support, other = ({"to_department_id": [name], "agent_ids": ["jo@x", "lee@x"]} for name in "abc")
    fewer = {**support, "agent_ids": ["JO@x"]}
    assert parts(Edit("targets", [sales, support], [other, sales, fewer], TARGETS)) == [
        Part("targets[0]", None, other),
        Part("targets[1].agent_ids", removed=("lee@x",)),
    ]
    holidays = kind_named("HolidayList").by_wire["holidays"].type
    year, may, yule = ({"holiday_name": day, "from_": day, "to": day} for day in ("01-01", "05-01", "12-24"))
    assert parts(Edit("holidays", [year, yule], [may, yule, year], holidays)) == [Part("holidays", added=(may,))]
    monday, friday, sunday = ({"day": name, "slots": ["08:00"]} for name in ("Monday", "Friday", "Sunday"))
    later = {**friday, "slots": ["09:00"]}
    assert parts(Edit("days", [friday, monday], [sunday, later, monday], DAYS)) == [
        Part("days[Friday].slots", ["08:00"], ["09:00"]),
        Part("days[Sunday]", None, sunday),
    ]


def test_what_is_not_known_yet_is_a_change_of_its_own():
    edit = Edit("agent_ids", ["1", "2"], ["1", UNKNOWN, UNKNOWN], NAMES)
    assert parts(edit) == [Part("agent_ids", added=(UNKNOWN, UNKNOWN), removed=("2",))]
    assert parts(Edit("agent_ids", ["1"], UNKNOWN, NAMES)) == [Part("agent_ids", ["1"], UNKNOWN)]


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None)  # the first comparison loads deepdiff
@given(values, values, st.sampled_from([CRITERIA, CF, NAMES, TARGETS, DAYS, Text(9), Scalar(9), Reference("Agent")]))
def test_parts_never_fail_and_are_never_empty(old, new, type_):
    assert parts(Edit("x", old, new, type_))


def spoken(type_: ValueType, value: Any) -> Any:
    return type_.in_words(value, SNAKE)


@settings(deadline=None)  # the first comparison loads deepdiff
@given(typed(2))
def test_every_part_is_a_difference_and_no_difference_is_the_whole(case):
    type_, (old, new) = case
    whole = Part("x", spoken(type_, old), spoken(type_, new))
    found = parts(Edit("x", whole.old, whole.new, type_))
    if type_.same(old, new) and type_.same(new, old):
        assert found == [whole]
    else:
        assert all(repr(part.old) != repr(part.new) or part.added or part.removed for part in found)
        assert len(set(map(repr, found))) == len(found)


@settings(deadline=None)  # the first comparison loads deepdiff
@given(typed(4), st.integers(0, 3), st.sampled_from(["ordered", "key", "set"]))
def test_what_is_inserted_into_a_list_at_any_depth_is_one_part(case, place, sort):
    inner, values = case
    element = Struct("Row", "", (Entry("itsName", Text(9), ""), Entry("inner", inner, "")))
    many = Many(element, ordered=sort == "ordered", key="itsName" if sort == "key" else "")
    type_ = Map(Struct("Holder", "", (Entry("someRows", many, ""),)))
    after = [{"itsName": str(n), "inner": value} for n, value in enumerate(values)]
    before = [*after[:place], *after[place + 1 :]]
    old, new = (spoken(type_, {"free_key": {"someRows": rows}}) for rows in (before, after))
    for one, other in ((old, new), (new, old)):
        (part,) = parts(Edit("x", one, other, type_))
        assert part.path == "x.free_key.some_rows" + ("" if sort == "set" else f"[{place}]")
        came, left = [*part.added, part.new], [*part.removed, part.old]
        row, nothing = (came, left) if other is new else (left, came)
        assert element.same(element.in_wire(row[0], SNAKE), after[place])
        assert [each for each in (*row[1:], *nothing) if each is not None] == []
