from __future__ import annotations

import tempfile
from pathlib import Path

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pulumi_zohodesk.errors import InvalidRequest, TransportError
from pulumi_zohodesk.transport import page_credits
from pulumi_zohodesk.transport._paging import walk

from .desk import LIST, Desk, error

BAD_FROM = "The value passed for the 'from' query parameter is invalid."


def listing(rows, base=0, strict=True, empty=204):
    """A list of rows that counts from `base`; a strict one refuses to count from below."""

    def answer(request: httpx.Request) -> httpx.Response:
        start, limit = int(request.url.params["from"]), int(request.url.params["limit"])
        if start < base and strict:
            return error(422, "UNPROCESSABLE_ENTITY", BAD_FROM)
        start = max(0, start - base)
        found = rows[start : start + limit]
        return httpx.Response(200, json={"data": found}) if found or empty == 200 else httpx.Response(204)

    return answer


def rows(count):
    return [{"id": str(number)} for number in range(1, count + 1)]


def froms(desk):
    return [int(request.url.params["from"]) for request in desk.requests]


def everything(desk, **more):
    return [row for page in desk.client().pages(LIST, **more) for row in page]


@settings(max_examples=60, deadline=None)
@given(
    count=st.integers(0, 30),
    limit=st.integers(1, 12),
    base=st.sampled_from([0, 1]),
    strict=st.booleans(),
    empty=st.sampled_from([200, 204]),
)
def test_every_row_comes_exactly_once_whatever_the_list_counts_from(count, limit, base, strict, empty):
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        desk.will(*[listing(rows(count), base, strict, empty)] * 60)
        assert everything(desk, limit=limit) == rows(count)
        # The pages, each with one row of the last, one that tells the end, and two for what to count from.
        assert len(desk.requests) <= count // max(1, limit - 1) + 3


@given(
    pages=st.lists(st.lists(st.integers(0, 30), max_size=4).map(lambda ids: [{"id": str(i)} for i in ids]), max_size=8)
)
def test_a_walk_ends_and_repeats_nothing_whatever_the_pages_hold(pages):
    asked = []

    def fetch(start):
        asked.append(start)
        return pages[len(asked) - 1] if len(asked) <= len(pages) else []

    found = []
    try:
        for page in walk(fetch, 4, "Listing"):
            assert page
            found += [row["id"] for row in page]
    except TransportError:
        assert len(pages[len(asked) - 1]) == 4
    assert len(found) == len(set(found))


@settings(max_examples=200, deadline=None)
@given(
    count=st.integers(0, 40),
    limit=st.integers(4, 9),  # pages so short that changes of their length are like a list that never ends
    changes=st.lists(st.tuples(st.sampled_from(["delete", "insert"]), st.integers(0, 40)), max_size=12),
)
def test_what_is_there_all_the_time_is_never_missed(count, limit, changes):
    """One change after each page: what is deleted in front of an offset moves the rest into the page before."""
    live = [str(number) for number in range(count)]
    stays, waiting = set(live), list(changes)

    def fetch(start):
        page = [{"id": id} for id in live[start : start + limit]]
        if waiting:
            how, place = waiting.pop()
            if how == "delete" and live:
                stays.discard(live.pop(place % len(live)))
            elif how == "insert":
                live.insert(place % (len(live) + 1), f"new {len(waiting)}")
        return page

    found = [row["id"] for page in walk(fetch, limit, "Listing") for row in page]
    assert stays <= set(found)
    assert len(found) == len(set(found))


def test_a_list_that_changes_all_the_time_is_given_up():
    numbers = iter(range(10_000))
    with pytest.raises(TransportError, match="changed under every page"):
        list(walk(lambda _: [{"id": str(next(numbers))} for _ in range(4)], 4, "Listing", start=400, known=["a"]))


def test_pages_overlap_by_one_row_and_cost_no_call_more(desk):
    desk.will(*[listing(rows(450))] * 4)
    assert everything(desk) == rows(450)
    assert froms(desk) == [0, 199, 398]


def test_rows_that_cannot_be_told_apart_come_once(desk):
    desk.will(*[listing([{"name": "x"}] * 5)] * 4)
    assert len(everything(desk, limit=2)) == 5


def test_a_row_that_moved_to_the_next_page_comes_once(desk):
    first, second = rows(4)[:3], [*rows(4)[2:3], *rows(4)[3:4]]
    desk.will(httpx.Response(200, json={"data": first}), httpx.Response(200, json={"data": second}))
    assert everything(desk, limit=3) == rows(4)


def test_a_list_that_repeats_itself_is_given_up(desk):
    desk.will(*[httpx.Response(200, json={"data": rows(3)})] * 5)
    with pytest.raises(TransportError, match="the list would never end"):
        everything(desk, limit=3)
    assert len(desk.requests) == 3


def test_an_empty_list_costs_one_call(desk):
    desk.will(httpx.Response(204))
    assert everything(desk) == []
    assert froms(desk) == [0]
    assert desk.requests[0].url.params["limit"] == "200"


def test_what_to_count_from_is_found_out_once_per_operation(desk):
    desk.will(*[listing(rows(3), base=1)] * 5)
    client = desk.client()
    assert client.page(LIST, start=0, limit=2) == rows(2)
    assert client.page(LIST, start=2, limit=2) == rows(3)[2:]
    assert client.page(LIST, start=0, limit=2) == rows(2)
    assert froms(desk) == [0, 1, 3, 1]


def test_another_422_is_no_reason_to_count_from_one(desk):
    desk.will(error(422, "UNPROCESSABLE_ENTITY", "Extra query parameter 'sortOrder' is present in the input."))
    with pytest.raises(InvalidRequest):
        everything(desk)
    assert froms(desk) == [0]


def test_a_refused_offset_in_the_middle_is_an_error(desk):
    desk.will(error(422, "UNPROCESSABLE_ENTITY", BAD_FROM))
    with pytest.raises(InvalidRequest):
        desk.client().page(LIST, start=5000)
    assert froms(desk) == [5000]


def test_a_refusal_of_one_is_not_remembered(desk):
    desk.will(*[error(422, "UNPROCESSABLE_ENTITY", BAD_FROM)] * 2, httpx.Response(204))
    client = desk.client()
    with pytest.raises(InvalidRequest):
        client.page(LIST, start=0)
    assert client.page(LIST, start=0) == []
    assert froms(desk) == [0, 1, 0]


@pytest.mark.parametrize("content", [{}, {"data": {}}, {"data": ["1"]}, 5])
def test_an_answer_without_a_list_is_an_error(desk, content):
    desk.will(httpx.Response(200, json=content))
    with pytest.raises(TransportError, match="no list of objects"):
        everything(desk)


def test_the_query_goes_with_every_page(desk):
    desk.will(*[listing(rows(4))] * 2)
    everything(desk, limit=3, query={"departmentId": "7", "isEnabled": True})
    assert [request.url.params["departmentId"] for request in desk.requests] == ["7", "7"]
    assert [request.url.params["isEnabled"] for request in desk.requests] == ["true", "true"]


@pytest.mark.parametrize("limit", [0, -1, 201])
def test_a_limit_the_service_would_refuse_is_refused_here(desk, limit):
    with pytest.raises(ValueError, match="takes a limit from 1 to 200"):
        desk.client().pages(LIST, limit=limit)


def test_deep_pages_are_counted_with_their_price(desk):
    desk.will(*[httpx.Response(204)] * 2)
    client = desk.client()
    client.page(LIST, start=0)
    client.page(LIST, start=20_000)
    assert client.credits_spent == page_credits(0) + page_credits(20_000) == 13
