"""The parts that can be tried without a server."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pulumi_zohodesk.emulator._collection import matcher
from pulumi_zohodesk.emulator._contract import operations
from pulumi_zohodesk.emulator._schema import merged, whole
from pulumi_zohodesk.emulator._store import Ids, Table
from pulumi_zohodesk.emulator._validate import compiled
from pulumi_zohodesk.emulator.kinds import KINDS
from pulumi_zohodesk.emulator.kinds._criteria import is_pattern, normalized
from pulumi_zohodesk.emulator.kinds.profile import permissions

NAME = r"([0-9a-zA-Z_\-\.\$@\?\,\:\'\/\!\P{InBasicLatin}\s])+"


def _patterns(most: int) -> st.SearchStrategy[str]:
    numbers = st.integers(1, most).map(str)
    return st.recursive(
        numbers,
        lambda inner: (
            st.builds("({}{}{})".format, inner, st.sampled_from(["and", "or"]), inner)
            | st.builds("{} {} {}".format, inner, st.sampled_from(["AND", "Or"]), inner)
        ),
        max_leaves=8,
    )


@given(_patterns(5))
def test_every_well_formed_pattern_is_one(pattern: str) -> None:
    assert is_pattern(pattern, 5)


@given(_patterns(5))
def test_a_normalized_pattern_is_still_one_and_stays_as_it_is(pattern: str) -> None:
    plain = normalized(pattern)
    assert is_pattern(plain, 5)
    assert normalized(plain) == plain


@given(st.text(max_size=12))
def test_any_text_can_be_asked_whether_it_is_a_pattern(text: str) -> None:
    assert is_pattern(text, 2) in (True, False)


@given(st.text(min_size=1, max_size=20))
def test_a_name_is_legal_when_each_of_its_characters_is(text: str) -> None:
    ascii_allowed = set("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-.$@?,:'/! \t\n\r\f\v")
    legal = all(ord(sign) > 127 or sign in ascii_allowed for sign in text)
    assert (re.fullmatch(whole(NAME), text) is not None) == legal


@given(st.text(max_size=10), st.text(max_size=10))
def test_an_anywhere_search_finds_what_is_inside(before: str, after: str) -> None:
    assert matcher("*needle*")(f"{before}NEEDLE{after}")


def test_closed_branches_are_merged_into_one_closed_object() -> None:
    branch = {"type": "object", "additionalProperties": False}
    schema = {
        "additionalProperties": False,
        "allOf": [
            {**branch, "properties": {"a": {}}, "required": ["a"]},
            {**branch, "properties": {"b": {}}},
        ],
    }
    assert merged(schema) == {
        "type": "object",
        "additionalProperties": False,
        "properties": {"a": {}, "b": {}},
        "required": ["a"],
    }


def test_alternatives_inside_are_distributed() -> None:
    one, two, own = ({"properties": {name: {}}} for name in "abc")
    assert merged({"allOf": [own, {"anyOf": [one, two]}]}) == {
        "anyOf": [{"properties": {"c": {}, "a": {}}}, {"properties": {"c": {}, "b": {}}}]
    }


def test_a_pointer_escapes_what_it_must() -> None:
    found = compiled({"type": "object", "properties": {}, "additionalProperties": False})({"a/b~c": 1})
    assert found[0]["fieldName"] == "/a~1b~0c"


@pytest.mark.parametrize(
    ("schema", "value", "wrong"),
    [
        ({"oneOf": [{"type": "integer"}, {"type": "object", "required": ["a"]}]}, {}, [("/a", "missing")]),
        ({"oneOf": [{"type": "integer"}, {"type": "string"}]}, 7, []),
        ({"oneOf": [{"minimum": 1}, {"minimum": 2}]}, 3, [("", "invalid")]),
        ({"additionalProperties": {"type": "boolean"}}, {"b": True, "c": 1}, [("/c", "invalid")]),
        ({"properties": {"a": {"minimum": 1, "maximum": 5}}}, {"a": 6}, [("/a", "invalid")]),
        ({"properties": {"a": {"minimum": 1, "maximum": 5}}}, {"a": 0}, [("/a", "invalid")]),
        (
            {"patternProperties": {"cf_.*": {}}, "additionalProperties": False},
            {"cf_a": 1, "xcf_a": 1},
            [("/xcf_a", "invalid")],
        ),
        ({"properties": {"n": {"type": "integer", "format": "int32"}}}, {"n": 2**31}, [("/n", "invalid")]),
        ({"properties": {"n": {"type": "integer"}}}, {"n": 1.0}, [("/n", "invalid")]),
        ({"minProperties": 2, "required": ["a"]}, {}, [("/a", "missing")]),
        ({"properties": {"t": {"minLength": 2, "pattern": "[a-z]+"}}}, {"t": "A"}, [("/t", "invalid")]),
    ],
)
def test_what_is_wrong_is_told_once_with_its_place(schema: Any, value: Any, wrong: list[tuple[str, str]]) -> None:
    found = compiled(schema)(value)
    assert [(one["fieldName"], one["errorType"]) for one in found] == wrong


def test_what_is_missing_comes_first_and_what_is_too_much_last() -> None:
    schema = {"properties": {"b": {"type": "string"}}, "required": ["a"], "additionalProperties": False}
    found = compiled(schema)({"z": 1, "b": 2})
    assert [one["fieldName"] for one in found] == ["/a", "/b", "/z"]
    assert found[-1]["errorMessage"] == "Extra parameter 'z' is present in the input."


def test_true_is_not_a_number() -> None:
    found = compiled({"type": ["string", "integer"]})(True)
    assert len(found) == 1


def test_a_natural_key_moves_with_its_record() -> None:
    table = Table(lambda record: record["name"])
    record = {"id": "1", "name": "a"}
    table.put(record)
    record["name"] = "b"
    table.put(record)
    assert (table.by_key("a"), table.by_key("b")) == (None, record)
    table.remove("1")
    assert table.by_key("b") is None


@given(st.text(max_size=8))
def test_ids_are_unique_and_rise(seed: str) -> None:
    ids = Ids(seed)
    made = [ids.next() for _ in range(200)]
    assert made == sorted(set(made))


def test_every_operation_of_every_table_is_answered_or_declined() -> None:
    for kind in KINDS:
        known = {*operations(kind.contract), *(one.id for one in kind.beside)}
        assert known == set(kind.operations) | set(kind.unsupported)


def test_permissions_are_flags_that_profiles_have() -> None:
    known = {f"{group}.{flag}" for group, flags in permissions().items() for flag in flags}
    for kind in KINDS:
        assert set(kind.permissions) <= set(kind.operations)
        assert {kind.permission, *kind.permissions.values()} - {""} <= known
