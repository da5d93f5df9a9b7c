from __future__ import annotations

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.transport import Operation
from pulumi_zohodesk.transport._request import build, words_for

from .desk import CREATE, ID, LIST, READ, UPDATE

BY_EMAIL = Operation("getAgentByEmail", "GET", "/agents/email/{emailId}")


def test_an_email_in_the_path_is_percent_encoded():
    assert build(BY_EMAIL, {"emailId": "a+b/c@x.org"}).path == "/agents/email/a%2Bb%2Fc%40x.org"


@given(st.text(min_size=1).filter(lambda text: text.strip() not in ("", ".", "..")))
def test_a_path_value_never_leaves_its_place(value):
    path = build(BY_EMAIL, {"emailId": value.encode(errors="replace").decode()}).path
    sent = httpx.URL("https://desk.zoho.eu/api/v1" + path).raw_path.decode()
    assert sent.startswith("/api/v1/agents/email/")
    assert sent.count("/") == 5
    assert "?" not in sent


@pytest.mark.parametrize("value", ["", " ", ".", ".."])
def test_an_empty_path_value_is_refused_before_anything_is_sent(value):
    with pytest.raises(InputError, match="departmentId is empty"):
        build(READ, {"departmentId": value})


@pytest.mark.parametrize("path", [{}, {"departmentId": "1", "more": "2"}, {"other": "1"}])
def test_path_values_that_do_not_fit_the_operation_are_refused(path):
    with pytest.raises(InputError, match="takes the path parameters"):
        build(READ, path)


def test_query_values_become_the_text_the_service_expects():
    query = {"a": True, "b": False, "c": None, "d": ["x", "y"], "e": 3, "f": 4.0, "g": {"2", "1"}, "h": ""}
    assert build(LIST, query=query).query == (
        ("a", "true"),
        ("b", "false"),
        ("d", "x,y"),
        ("e", "3"),
        ("f", "4"),
        ("g", "1,2"),
        ("h", ""),
    )


@pytest.mark.parametrize(
    ("op", "about", "words"),
    [
        (UPDATE, 'department "Billing" (id 1)', 'Updating department "Billing" (id 1)'),
        (CREATE, 'department "Billing"', 'Creating department "Billing"'),
        (READ, "", "Reading department"),
        (LIST, "", "Reading departments"),
        (Operation("mapSkillsToAgent", "POST", "/x"), "agent a@b.c", "Mapping skills to agent for agent a@b.c"),
        (Operation("deactivateAgent", "POST", "/x"), "agent a@b.c", "Deactivating agent a@b.c"),
        (Operation("associateAgents", "POST", "/x"), "", "Associating agents"),
    ],
)
def test_a_call_is_named_in_words(op, about, words):
    assert words_for(op, about) == words


def test_a_request_shows_no_body():
    assert "hidden" not in repr(build(CREATE, body={"name": "hidden"}))
    assert build(UPDATE, ID).credits == 1
    assert build(LIST).credits == 3
