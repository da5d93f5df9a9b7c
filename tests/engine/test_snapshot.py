"""The call budget of reads, on a client that only counts."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pulumi_zohodesk.engine._snapshot import ALLOWANCE, Snapshot
from pulumi_zohodesk.errors import Forbidden, NotFound
from pulumi_zohodesk.kinds import kind_named
from pulumi_zohodesk.transport import page_credits
from pulumi_zohodesk.transport._paging import walk

AGENT, SKILL = kind_named("Agent"), kind_named("Skill")


class CountingClient:
    """Serves rows and counts what each call costs."""

    def __init__(self, rows, *, hides=(), thin=(), refuses_lists=False):
        self.rows = {row["id"]: row for row in rows}
        self.hides, self.thin, self.refuses_lists = set(hides), set(thin), refuses_lists
        self.calls, self.credits = Counter(), 0

    def call(self, op, *, path, about=""):
        self.calls["get"] += 1
        self.credits += 1
        (id,) = path.values()
        if id not in self.rows:
            raise NotFound("gone", status=404, code="URL_NOT_FOUND")
        return self.rows[id]

    def page(self, op, *, start, query, path=None):
        self.calls["page"] += 1
        self.credits += page_credits(start)
        if self.refuses_lists:
            raise Forbidden("no", status=403, code="SCOPE_MISMATCH")
        scope = query.get("departmentId")
        rows = [row for row in self.rows.values() if scope is None or row["departmentId"] == scope]
        rows = rows[start : start + op.page_size]
        return [
            {key: value for key, value in row.items() if key not in self.thin}
            for row in rows
            if row["id"] not in self.hides
        ]

    def pages(self, op, *, query, path=None, known=()):
        return walk(lambda offset: self.page(op, start=offset or 0, query=query), op.page_size, op.name, known=known)


def agents(count):
    return [{"id": str(n), "lastName": f"N{n}", "timeZone": "UTC"} for n in range(count)]


def skills(spread):
    rows = []
    for department, count in spread.items():
        rows += [{"id": f"{department}-{n}", "name": "x", "departmentId": department} for n in range(count)]
    return rows


def read_all(client, kind, rows, needed=("lastName",)):
    snapshot = Snapshot(client)
    for row in rows:
        assert snapshot.read(kind, row["id"], row.get("departmentId"), needed)["id"] == row["id"]
    return snapshot


def test_one_read_is_one_get():
    client = CountingClient(agents(5_000))
    read_all(client, AGENT, agents(1))
    assert client.calls == {"get": 1}


def test_three_of_five_thousand_cost_at_most_twice_three_single_reads():
    rows = agents(5_000)
    client = CountingClient(rows)
    read_all(client, AGENT, [rows[10], rows[2_500], rows[4_999]])
    assert client.credits <= 6


def test_all_of_four_hundred_cost_little_more_than_their_pages():
    rows = agents(400)
    client = CountingClient(rows)
    read_all(client, AGENT, rows[::-1])
    assert client.calls["page"] == 2
    assert sum(client.calls.values()) <= 2 + 5


@pytest.mark.parametrize(
    "spread", [{f"d{n}": 10 for n in range(20)}, {"d0": 181, **{f"d{n}": 1 for n in range(1, 20)}}]
)
@pytest.mark.parametrize("order", ["by department", "by turns"])
def test_skills_over_departments_stay_close_to_the_list(spread, order):
    rows = skills(spread)
    if order == "by turns":
        rows.sort(key=lambda row: int(row["id"].split("-")[1]))
    client = CountingClient(rows)
    read_all(client, SKILL, rows, ("name",))
    pages = sum(-(-count // 100) for count in spread.values())
    assert sum(client.calls.values()) <= 1.2 * pages + 5
    assert client.credits <= 1.2 * 3 * pages + 5


@settings(deadline=None)
@given(st.integers(1, 600), st.data())
def test_never_more_than_twice_the_cheaper_way(total, data):
    rows = agents(total)
    chosen = data.draw(st.lists(st.sampled_from(rows), unique_by=lambda row: row["id"], min_size=1, max_size=60))
    client = CountingClient(rows)
    read_all(client, AGENT, chosen)
    cheaper = min(len(chosen), 3 * -(-total // 200))
    assert client.credits <= 2 * cheaper + ALLOWANCE


@settings(deadline=None)
@given(st.dictionaries(st.integers(0, 30).map(str), st.integers(1, 8), min_size=1))
def test_scattered_scopes_stay_within_twice_plus_the_allowance(spread):
    rows = skills(spread)
    client = CountingClient(rows)
    read_all(client, SKILL, rows, ("name",))
    assert client.credits <= 2 * len(rows) + ALLOWANCE + 3


def test_a_row_that_a_page_drops_is_read_by_its_own_get():
    rows = agents(50)
    client = CountingClient(rows, hides={"7", "8"})
    read_all(client, AGENT, rows)
    assert client.calls["get"] <= 1 + 2 + 1


def test_thin_lists_cost_one_get_each_and_no_further_pages():
    rows = agents(400)
    client = CountingClient(rows, thin={"timeZone"})
    read_all(client, AGENT, rows, ("lastName", "timeZone"))
    assert client.calls == {"get": 400, "page": 1}


def test_thin_lists_still_serve_what_needs_no_more():
    rows = agents(100)
    client = CountingClient(rows, thin={"timeZone"})
    read_all(client, AGENT, rows)
    assert client.calls == {"get": 1, "page": 1}


def test_a_refused_list_leaves_single_reads():
    rows = agents(10)
    client = CountingClient(rows, refuses_lists=True)
    read_all(client, AGENT, rows)
    assert client.calls == {"get": 10, "page": 1}


def test_absence_from_a_list_is_not_an_answer():
    snapshot = read_all(CountingClient(agents(3)), AGENT, agents(3))
    with pytest.raises(NotFound):
        snapshot.read(AGENT, "77", None, ())


def test_a_write_is_newer_than_any_page():
    rows = agents(3)
    client = CountingClient(rows)
    snapshot = read_all(client, AGENT, rows)
    snapshot.put(AGENT, "2", {"id": "2", "lastName": "New"})
    assert snapshot.read(AGENT, "2", None, ("lastName",))["lastName"] == "New"
    snapshot.drop(AGENT, "1")
    before = client.calls["get"]
    snapshot.read(AGENT, "1", None, ("lastName",))
    assert client.calls["get"] == before + 1


def test_rows_gives_the_whole_list_once():
    client = CountingClient(agents(401))
    snapshot = Snapshot(client)
    assert len(snapshot.rows(AGENT, None)) == 401
    snapshot.rows(AGENT, None)
    assert client.calls == {"page": 3}


def test_rows_miss_nothing_of_a_list_that_shrinks_between_its_pages():
    client = CountingClient(agents(401))
    snapshot = Snapshot(client)
    for id in ("0", "1", "2"):
        snapshot.read(AGENT, id, None, ())
    assert client.calls == {"get": 1, "page": 1}
    for id in ("7", "8", "9"):
        del client.rows[id]
    assert {row["id"] for row in snapshot.rows(AGENT, None)} >= set(client.rows)


def test_rows_come_whole_after_pages_that_were_bought_one_by_one():
    client = CountingClient(agents(700))
    snapshot = Snapshot(client)
    for row in agents(600)[100:]:
        snapshot.read(AGENT, row["id"], None, ("lastName",))
        if row["id"] == "150":
            for id in range(10):  # rows between the first page and the next now lie in neither
                del client.rows[str(id)]
    assert client.calls["page"] > 2
    assert {row["id"] for row in snapshot.rows(AGENT, None)} >= set(client.rows)


@pytest.mark.parametrize("count", [199, 450])
def test_a_first_page_that_lacks_one_row_is_not_the_whole_list(count):
    """The window of a list that counts from 1, when it is asked for 0 (docs/api-notes.md)."""

    class Window(CountingClient):
        def page(self, op, *, start, query, path=None):
            rows = super().page(op, start=max(0, start - 1), query=query)
            return rows if start else rows[: op.page_size - 1]

    client = Window(agents(count))
    snapshot = Snapshot(client)
    for id in ("0", "1"):
        snapshot.read(AGENT, id, None, ())
    assert client.calls["page"] == 1
    assert {row["id"] for row in snapshot.rows(AGENT, None)} == set(client.rows)
