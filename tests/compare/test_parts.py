"""The smallest parts of an edit that differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pulumi_zohodesk.compare import Edit, Part, parts

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (Edit("name", "a", "b"), [Part("name", "a", "b")]),
        (Edit("is_enabled", True, False), [Part("is_enabled", True, False)]),
        (Edit("cf", {"a": "1", "b": "2"}, {"a": "1", "b": "3"}), [Part("cf.b", "2", "3")]),
        (
            Edit("skill_type_id", ["Sales", "A"], ["Sales", "B"]),
            [Part("skill_type_id", ["Sales", "A"], ["Sales", "B"])],
        ),
        (
            Edit("agent_ids", ["A@x", "b@x"], ["a@x", "c@x"], elements="names"),
            [Part("agent_ids", ["A@x", "b@x"], ["a@x", "c@x"], ("c@x",), ("b@x",))],
        ),
        (
            Edit("channel_expert", None, ["CHAT"], elements="texts"),
            [Part("channel_expert", None, ["CHAT"], ("CHAT",), ())],
        ),
        (
            Edit("criteria", {"c": [{"v": ["x"], "n": 1}]}, {"c": [{"v": ["y"], "n": 1}, {"v": []}], "pattern": "1"}),
            [
                Part("criteria.c[0].v", ["x"], ["y"]),
                Part("criteria.c[1]", None, {"v": []}),
                Part("criteria.pattern", None, "1"),
            ],
        ),
        (Edit("same", "a", "a"), [Part("same", "a", "a")]),
    ],
    ids=lambda one: one.field if isinstance(one, Edit) else "",
)
def test_parts(edit, expected):
    assert parts(edit) == expected


@given(values, values)
def test_parts_never_fail_and_are_never_empty(old, new):
    assert parts(Edit("x", old, new))
