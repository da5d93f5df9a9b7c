from __future__ import annotations

from dataclasses import replace

import httpx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pulumi_zohodesk.errors import InvalidRequest, TransportError
from pulumi_zohodesk.transport import page_credits
from pulumi_zohodesk.transport._paging import walk

from .desk import LIST, error

BAD_FROM = "The value passed for field 'from' exceeds the range of '>=1'."

# What `from` is for the first row, what a missing one is, and what 0 gives where the first row is 1.
ZERO, ONE = (0, 0, "first"), (1, 1, "refused")
BOTH, WINDOW, WINDOW_BY_DEFAULT = (1, 1, "first"), (1, 1, "window"), (1, 0, "window")
READINGS = [ZERO, ONE, BOTH, WINDOW, WINDOW_BY_DEFAULT]


def page_of(rows, reading, start, limit):
    """The page that a list gives under a reading of its first index; None when it refuses."""
    base, default, low = reading
    first = (default if start is None else start) - base
    if first >= 0:
        return rows[first : first + limit]
    return {"first": rows[:limit], "window": rows[: limit - 1], "refused": None}[low]


def listing(rows, reading=ZERO, empty=204):
    """A list of rows under a reading of its first index."""

    def answer(request: httpx.Request) -> httpx.Response:
        params = request.url.params
        found = page_of(rows, reading, int(params["from"]) if "from" in params else None, int(params["limit"]))
        if found is None:
            return error(422, "UNPROCESSABLE_ENTITY", BAD_FROM)
        return httpx.Response(200, json={"data": found}) if found or empty == 200 else httpx.Response(204)

    return answer


def rows(count):
    return [{"id": str(number)} for number in range(1, count + 1)]


def froms(desk):
    found = [request.url.params.get("from") for request in desk.requests]
    return [None if one is None else int(one) for one in found]


def everything(desk, **more):
    return [row for page in desk.client().pages(LIST, **more) for row in page]


LIMIT = 12
LENGTHS = [0, 1, *range(LIMIT - 3, LIMIT + 4), *range(2 * LIMIT - 5, 3 * LIMIT + 2)]


@pytest.mark.parametrize("empty", [200, 204])
@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("count", LENGTHS)
def test_every_row_comes_exactly_once_whatever_the_list_counts_from(desk, count, reading, empty):
    desk.will(*[listing(rows(count), reading, empty)] * 9)
    assert everything(desk, limit=LIMIT) == rows(count)
    assert len(desk.requests) <= ideal(count, LIMIT) + 1


def ideal(count, limit):
    """Calls of who knows what the list counts from and that it stays: a full page is not the end."""
    return count // limit + 1


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("size", [100, 200])
def test_the_longest_list_that_offsets_reach_costs_one_call_more(size, reading):
    live = [{"id": str(number)} for number in range(5_000)]
    asked = []

    def fetch(start):
        asked.append(start)
        return page_of(live, reading, start, size)

    assert [row for page in walk(fetch, size, "Listing") for row in page] == live
    assert len(asked) <= ideal(len(live), size) + 1


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


CHANGES = st.lists(
    st.lists(st.tuples(st.sampled_from(["delete", "insert"]), st.integers(0, 40)), max_size=4), max_size=6
)


def walked(count, limit, reading, changes):
    """A walk over a list that changes between its pages: rows found, rows there all the time, calls, longest length."""
    live = [str(number) for number in range(count)]
    stays, waiting, lengths, asked = set(live), list(changes), [count], []

    def fetch(start):
        asked.append(start)
        page = [{"id": id} for id in page_of(live, reading, start, limit)]
        for how, place in waiting.pop() if waiting else ():
            if how == "delete" and live:
                stays.discard(live.pop(place % len(live)))
            elif how == "insert":
                live.insert(place % (len(live) + 1), f"new {len(asked)} {place} {len(live)}")
        lengths.append(len(live))
        return page

    found = [row["id"] for page in walk(fetch, limit, "Listing") for row in page]
    return found, stays, len(asked), max(lengths)


@settings(max_examples=400, deadline=None)
@given(count=st.integers(0, 50), limit=st.integers(10, 14), reading=st.sampled_from(READINGS), changes=CHANGES)
def test_what_is_there_all_the_time_is_never_missed(count, limit, reading, changes):
    """What is deleted in front of an offset moves the rest into the page before."""
    found, stays, _, _ = walked(count, limit, reading, changes)
    assert stays <= set(found)
    assert len(found) == len(set(found))


@settings(max_examples=400, deadline=None)
@given(
    count=st.integers(0, 40),
    limit=st.integers(12, 16),
    reading=st.sampled_from(READINGS),
    change=st.tuples(st.sampled_from(["delete", "insert"]), st.integers(0, 40)),
    quiet=st.integers(0, 3),
)
@example(count=20, limit=12, reading=ONE, change=("insert", 30), quiet=0)
def test_a_change_between_two_pages_costs_no_call_more(count, limit, reading, change, quiet):
    found, stays, calls, longest = walked(count, limit, reading, [[change], *[[]] * quiet])
    assert stays <= set(found)
    assert calls <= ideal(longest, limit) + 1


def test_a_page_that_was_ahead_is_taken_up_when_the_page_before_reaches_it():
    """Five rows in front of the offset go: one page back, and on from the page that came too far."""
    live = rows(28)
    asked = []

    def fetch(start):
        asked.append(start)
        page = page_of(live, ZERO, start, 12)
        if len(asked) == 1:
            del live[:5]
        return page

    assert [row for page in walk(fetch, 12, "Listing") for row in page] == rows(28)
    assert asked == [None, 10, None, 20]


def test_a_list_that_changes_all_the_time_is_given_up():
    numbers = iter(range(10_000))
    with pytest.raises(TransportError, match="changed under every page"):
        list(walk(lambda _: [{"id": str(next(numbers))} for _ in range(10)], 10, "Listing"))


def test_pages_overlap_by_two_rows_and_cost_no_call_more(desk):
    desk.will(*[listing(rows(450))] * 4)
    assert everything(desk) == rows(450)
    assert froms(desk) == [None, 198, 396]


def test_a_first_page_that_lacks_one_row_is_not_the_end(desk):
    desk.will(*[listing(rows(450), WINDOW_BY_DEFAULT)] * 4)
    assert everything(desk) == rows(450)
    assert froms(desk) == [None, 197, 395]
    desk.will(*[listing(rows(450), WINDOW_BY_DEFAULT)] * 2)
    client = desk.client()
    known = [row["id"] for row in rows(199)]
    assert [row for page in client.pages(LIST, known=known) for row in page] == rows(450)[199:]


def test_rows_that_cannot_be_told_apart_come_once(desk):
    desk.will(*[listing([{"name": "x"}] * 25)] * 4)
    assert len(everything(desk, limit=10)) == 25


def test_rows_that_cannot_be_told_apart_are_counted_from_the_declared_first_row(desk):
    op = replace(LIST, first_row=1)
    desk.will(*[listing([{"name": "x"}] * 25, ONE)] * 4)
    assert len([row for page in desk.client().pages(op, limit=10) for row in page]) == 25


def test_a_list_that_repeats_itself_is_given_up(desk):
    desk.will(*[httpx.Response(200, json={"data": rows(10)})] * 5)
    with pytest.raises(TransportError, match="the list would never end"):
        everything(desk, limit=10)
    assert len(desk.requests) == 3


def test_an_empty_list_costs_one_call(desk):
    desk.will(httpx.Response(204))
    assert everything(desk) == []
    assert froms(desk) == [None]
    assert desk.requests[0].url.params["limit"] == "200"


@pytest.mark.parametrize(("reading", "declared"), [(ZERO, 0), (ONE, 0), (BOTH, 1), (WINDOW, 1), (ZERO, 1)])
def test_what_to_count_from_is_declared_and_then_seen_where_two_pages_meet(desk, reading, declared):
    desk.will(*[listing(rows(30), reading)] * 9)
    op, client = replace(LIST, first_row=declared), desk.client()
    client.page(op, start=2, limit=2)
    assert froms(desk) == [2 + declared]
    assert [row for page in client.pages(op, limit=20) for row in page] == rows(30)
    assert client.page(op, start=0, limit=2) == rows(2)
    assert client.page(op, start=2, limit=2) == rows(4)[2:]


def test_a_row_that_came_between_two_pages_is_not_taken_for_another_first_index(desk):
    later = [{"id": "new"}, *rows(30)]
    desk.will(*[listing(rows(30))] * 2, listing(rows(30)), listing(later), listing(later))
    client = desk.client()
    for _ in range(2):
        assert [row["id"] for page in client.pages(LIST, limit=20) for row in page] == [row["id"] for row in rows(30)]
    assert client.page(LIST, start=2, limit=2) == later[2:4]


def test_a_refused_offset_is_an_error(desk):
    desk.will(error(422, "UNPROCESSABLE_ENTITY", BAD_FROM))
    with pytest.raises(InvalidRequest):
        desk.client().page(LIST, start=5000)
    assert froms(desk) == [5000]


@pytest.mark.parametrize("content", [{}, {"data": {}}, {"data": ["1"]}, 5])
def test_an_answer_without_a_list_is_an_error(desk, content):
    desk.will(httpx.Response(200, json=content))
    with pytest.raises(TransportError, match="no list of objects"):
        everything(desk)


def test_the_query_goes_with_every_page(desk):
    desk.will(*[listing(rows(14))] * 2)
    everything(desk, limit=10, query={"departmentId": "7", "isEnabled": True})
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
