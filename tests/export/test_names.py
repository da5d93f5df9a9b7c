"""Identifiers and literals made of whatever an organisation holds."""

from __future__ import annotations

import ast
import keyword
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pulumi_zohodesk.export._identifiers import Names, identifier
from pulumi_zohodesk.export._project import slug
from pulumi_zohodesk.export._syntax import literal, source

from .generated import HOSTILE

texts = st.one_of(st.sampled_from(HOSTILE), st.text())


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Sales",), "sales"),
        (("Sales", "Language", "French"), "sales_language_french"),
        (("jo.doe+x@example.com",), "jo_doe_x_example_com"),
        (("  trailing  ",), "trailing"),
        (("24/7",), "skill_24_7"),
        (("class",), "skill_class"),
        (("print",), "skill_print"),
        (("🎉",), "skill"),
        (("Sales", "🎉"), "sales_skill"),
        (("Größe",), "größe"),
        (("ﬁ",), "fi"),
        (("売上",), "売上"),
        (("مبيعات",), "مبيعات"),
        (("",), "skill"),
    ],
)
def test_identifiers_read_like_the_names(parts, name):
    assert identifier(parts, "skill") == name


@given(st.lists(texts, min_size=1, max_size=3))
def test_every_name_becomes_an_identifier_that_python_reads_as_it_is_written(parts):
    name = identifier(parts, "skill")
    assert name.isidentifier()
    assert not keyword.iskeyword(name)
    assert unicodedata.normalize("NFKC", name) == name


@given(st.lists(texts, max_size=30))
def test_names_are_given_once_and_always_alike(parts):
    first, second = Names(["agents"]), Names(["agents"])
    given_out = [first.new((part,), "skill") for part in parts]
    assert len(set(given_out)) == len(given_out)
    assert "agents" not in given_out
    assert given_out == [second.new((part,), "skill") for part in parts]


def test_the_second_of_a_name_has_a_number():
    names = Names()
    assert [names.new((part,), "skill") for part in ("A", "a ", "a_2", "a!")] == ["a", "a_2", "a_2_2", "a_3"]


@given(texts)
def test_a_literal_means_its_text_on_one_printable_line(text):
    assert ast.literal_eval(literal(text)) == text
    assert literal(text).isprintable()


@given(
    st.recursive(
        st.one_of(texts, st.integers(), st.booleans(), st.none()),
        lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
    )
)
def test_values_are_written_as_they_are(value):
    assert ast.literal_eval(source(value)) == value


@given(texts)
def test_project_names_are_plain(text):
    assert slug(text).replace("-", "").isalnum()
    assert slug(text).isascii()
