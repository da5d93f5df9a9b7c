"""Types of values: what is refused, what counts as the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pulumi_zohodesk.engine import (
    EMAIL,
    ID,
    UNKNOWN,
    Choice,
    Flag,
    Many,
    Map,
    Reference,
    Scalar,
    Text,
    has_unknown,
    plain,
)
from pulumi_zohodesk.kinds._criteria import CRITERIA, Pattern

IDS, MAP = Many(Reference("Agent")), Map(Scalar(100, as_text=True))


def said(type_, value):
    return " ".join(f"{path} {clause}" for path, clause in type_.problems(value))


NAME = Text(10, r"[a-z ]", "small letters", least=1)


@pytest.mark.parametrize(
    ("type_", "value", "words"),
    [
        (NAME, "", "must not be empty"),
        (NAME, "a" * 11, "11 characters long, Zoho Desk takes at most 10"),
        (NAME, "a<b>", "holds < >, which Zoho Desk refuses"),
        (NAME, 7, "must be text, not int"),
        (EMAIL, "jo", "is not an e-mail address"),
        (EMAIL, "jo@example", "is not an e-mail address"),
        (ID, "12a", "digits only"),
        (Choice(("ACTIVE", "DISABLED")), "SLEEPING", "none of ACTIVE, DISABLED"),
        (Flag(), "yes", "must be True or False"),
        (Many(Reference("Agent"), least=1), [], "at least 1 element"),
        (IDS, ["1", "1"], "names 1 twice"),
        (IDS, ["1", "x"], "digits only"),
        (IDS, "1", "must be a list"),
        (Many(Text(9), most=1), ["a", "b"], "at most 1"),
        (Many(Text(3)), ["abcd"], "at most 3"),
        (Map(Scalar(3)), {"cf_a": "abcd"}, "at most 3"),
        (MAP, {"cf_a": ["b"]}, "nested value"),
        (MAP, "x", "must be a map"),
    ],
)
def test_what_the_service_would_refuse_is_said_in_words(type_, value, words):
    assert words in said(type_, value)


@pytest.mark.parametrize(
    ("type_", "one", "other"),
    [
        (Text(10), None, ""),
        (Text(10), 5.0, "5"),
        (EMAIL, "Jo@Example.com", "jo@example.COM"),
        (ID, 12.0, "12"),
        (Flag(), "true", True),
        (IDS, ["2", "1"], [1.0, "2"]),
        (IDS, None, []),
        (Many(Text(9)), ["b", "a"], ["a", "b"]),
    ],
)
def test_what_means_the_same_is_the_same(type_, one, other):
    assert type_.same(one, other)


def test_text_keeps_letter_case_apart():
    assert not Text(10).same("a", "A")


def test_a_map_compares_only_the_keys_that_are_managed():
    assert MAP.same({"cf_a": "1", "cf_b": "2"}, {"cf_a": 1.0})
    assert not MAP.same({"cf_a": "1"}, {"cf_a": "2"})
    assert MAP.same({"cf_a": None}, {"cf_a": ""})
    assert MAP.shown({"cf_a": "1", "cf_b": "2"}, {"cf_a": 1}) == {"cf_a": 1}


@given(st.lists(st.integers(0, 30), unique=True), st.lists(st.integers(0, 30), unique=True))
def test_a_respelt_set_has_the_new_elements_and_the_old_places(old, new):
    old_ids, new_ids = [str(one) for one in old], [str(one) for one in new]
    result = IDS.respell(old_ids, new_ids)
    assert sorted(result) == sorted(new_ids)
    if set(old_ids) == set(new_ids):
        assert result == old_ids


def test_one_exchanged_element_changes_one_place_only():
    assert IDS.respell(["1", "2", "3"], ["3", "4", "1"]) == ["1", "4", "3"]


def test_an_unknown_element_stays_and_makes_the_set_another_one():
    result = IDS.respell(["1", "2"], ["2", UNKNOWN])
    assert result == [UNKNOWN, "2"]
    assert not IDS.same(["1", "2"], result)


CONDITION = {"fieldModule": "tickets", "fieldName": "Subject", "condition": "is", "value": ["a"]}


def criteria(*conditions, pattern="1"):
    return {"fieldConditions": list(conditions), "pattern": pattern}


def test_criteria_ignore_what_the_server_adds_and_how_the_pattern_is_written():
    live = criteria({**CONDITION, "displayValue": ["A"]}, {**CONDITION, "value": [5]}, pattern="1or2")
    wanted = criteria(CONDITION, {**CONDITION, "value": ["5"]}, pattern="( 1 OR 2 )")
    assert CRITERIA.same(live, wanted)
    assert CRITERIA.shown(live, wanted) == wanted


def test_one_changed_condition_leaves_the_spelling_of_the_others():
    old = criteria({**CONDITION, "value": [5]}, CONDITION, pattern="(1or2)")
    new = criteria({**CONDITION, "value": ["5"]}, {**CONDITION, "value": ["b"]}, pattern="1or2")
    assert CRITERIA.respell(old, new) == criteria(
        {**CONDITION, "value": [5]}, {**CONDITION, "value": ["b"]}, pattern="(1or2)"
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (criteria(), ".field_conditions must have at least 1 element"),
        ("x", "must be a desk.Criteria"),
        (criteria({**CONDITION, "condition": ""}), ".field_conditions[0].condition is missing"),
        (
            criteria({**CONDITION, "fieldModule": "boats"}),
            "[0].field_module is 'boats', which is none of tickets",
        ),
        (criteria({**CONDITION, "value": "a"}), ".field_conditions[0].value must be a list"),
        (criteria(CONDITION, pattern=""), ".pattern is missing"),
        *(
            (criteria(CONDITION, pattern=pattern), "cannot be read")
            for pattern in ("1 xor 1", "1 1", "(1", "1)", "1 1 and(", "()", "and", "1and", "(1 and 1) or")
        ),
        (criteria(CONDITION, pattern="(1or2)"), ".pattern names condition 2, but the last one is 1"),
        (criteria(CONDITION, CONDITION, pattern="1"), ".pattern leaves condition 2 out"),
    ],
)
def test_bad_criteria_are_described(value, words):
    assert words in said(CRITERIA, value)


def test_good_criteria_pass():
    assert not list(CRITERIA.problems(criteria(CONDITION, CONDITION, pattern="(1and2)")))


@pytest.mark.parametrize(
    ("pattern", "tidy"), [("(1or2)", "1or2"), ("((1 OR 2))", "1or2"), ("(1)and(2)", "(1)and(2)"), (None, "")]
)
def test_patterns_lose_outer_brackets_only(pattern, tidy):
    assert Pattern(1000).canon(pattern) == tidy


def test_whole_numbers_lose_the_float_that_pulumi_gives_them():
    assert plain({"a": [1.0, {"b": 2.5}]}) == {"a": [1, {"b": 2.5}]}


def test_unknown_is_found_at_any_depth():
    assert has_unknown({"a": [{"b": UNKNOWN}]})
    assert not has_unknown({"a": [{"b": "c"}]})
