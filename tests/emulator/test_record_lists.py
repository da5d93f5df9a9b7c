"""Lists of tickets, contacts and accounts: pages, filters, order, chosen fields."""

from __future__ import annotations

from typing import Any

import pytest

from pulumi_zohodesk.emulator import Emulator

from .conftest import DAY, Api, code, errors, ids, rows


@pytest.mark.parametrize(("kind", "empty"), [("tickets", 204), ("accounts", 204), ("contacts", 200)])
def test_an_empty_list_is_answered_as_the_contract_declares(api: Api, kind: str, empty: int) -> None:
    found = sorted(ids(api.get(f"/{kind}")))
    api.post(f"/{kind}/moveToTrash", {f"{kind[:-1]}Ids": found})
    answer = api.get(f"/{kind}")
    assert (answer.status_code, rows(answer)) == (empty, [])


@pytest.mark.parametrize("path", ["/tickets", "/associatedTickets", "/contacts", "/accounts"])
def test_a_page_that_is_too_large_is_refused_not_cut(api: Api, path: str) -> None:
    assert api.get(path, limit=100).status_code == 200
    for limit in (0, 101):
        assert code(api.get(path, limit=limit)) == (422, "UNPROCESSABLE_ENTITY")


def test_tickets_come_in_pages_of_twenty_five(api: Api, contact: str) -> None:
    for _ in range(26):
        api.ticket(contact)
    pages = [ids(api.get("/tickets", **{"from": start})) for start in (0, 25)]
    assert [len(one) for one in pages] == [25, 3]
    assert not pages[0] & pages[1]


def test_tickets_are_filtered(api: Api, contact: str) -> None:
    own, sales = api.get("/myinfo").json()["id"], api.department()["id"]
    one = api.ticket(contact, assigneeId=own, priority="High", channel="Web")["id"]
    other = api.ticket(contact, sales, status="On Hold")["id"]
    assert one in ids(api.get("/tickets", assignee=own))
    assert other in ids(api.get("/tickets", assignee="Unassigned"))
    assert ids(api.get("/tickets", departmentId=sales)) == {other}
    assert ids(api.get("/tickets", departmentIds=f"{sales},{api.default_department()}")) >= {one, other}
    assert ids(api.get("/tickets", priority="high,low")) == {one}
    assert ids(api.get("/tickets", status="on hold")) == {other}
    assert ids(api.get("/tickets", channel="Web")) == {one}
    assert ids(api.get(f"/contacts/{contact}/tickets")) == {one, other}
    assert ids(api.get(f"/contacts/{contact}/tickets", isSpam=True)) == set()
    assert errors(api.get("/tickets", departmentId="1")) == {("/departmentId", "invalid")}


def test_old_tickets_are_left_out_when_asked_to(api: Api, emulator: Emulator, connect: Any, ticket: str) -> None:
    emulator.advance(20 * DAY)
    client = connect()
    assert ticket in ids(client.get("/tickets", receivedInDays=30))
    assert ticket not in ids(client.get("/tickets", receivedInDays=15))


def test_associated_tickets_are_those_that_an_agent_follows(api: Api, emulator: Emulator, ticket: str) -> None:
    own = api.get("/myinfo").json()["id"]
    assert ticket in ids(api.get("/associatedTickets"))
    assert ids(api.get("/associatedTickets", follower=own)) == set()
    emulator.edit("prod", "tickets", "update", id=ticket, values={"followedBy": ["admin@example.com"]})
    assert ids(api.get("/associatedTickets", follower=own)) == {ticket}
    assert api.get(f"/tickets/{ticket}").json()["isFollowing"] is True


def test_who_follows_wins_over_who_commented(api: Api, emulator: Emulator, ticket: str) -> None:
    own = api.get("/myinfo").json()["id"]
    emulator.edit("prod", "tickets", "update", id=ticket, values={"followedBy": ["admin@example.com"]})
    assert ids(api.get("/associatedTickets", commenter=own)) == set()
    assert ids(api.get("/associatedTickets", follower=own, commenter=own)) == {ticket}


def test_fields_replace_the_usual_ones(api: Api, ticket: str) -> None:
    found = rows(api.get("/tickets", fields="subject,modifiedTime"))
    assert {frozenset(row) for row in found} == {frozenset({"id", "subject", "modifiedTime"})}


def test_an_unknown_field_of_tickets_is_a_500_unless_switched(api: Api) -> None:
    assert code(api.get("/tickets", fields="subject,banana")) == (500, "INTERNAL_SERVER_ERROR")
    api.emulator.switch(unknown_fields_status=422)
    assert code(api.get("/tickets", fields="subject,banana")) == (422, "UNPROCESSABLE_ENTITY")
    assert code(api.get("/accounts", fields="banana")) == (422, "UNPROCESSABLE_ENTITY")


@pytest.mark.parametrize("path", ["/tickets", "/contacts", "/accounts"])
def test_at_most_thirty_fields_can_be_asked_for(api: Api, path: str) -> None:
    assert code(api.get(path, fields=",".join(["createdTime"] * 31))) == (422, "UNPROCESSABLE_ENTITY")


def test_lists_are_sorted(api: Api) -> None:
    for name in ("Alpha", "Zeta"):
        account = api.account(name)["id"]
        api.contact(f"{name}@example.net", accountId=account)
    names = [row["accountName"] for row in rows(api.get("/accounts", sortBy="-accountName"))]
    assert names == ["Zeta", "Nordwind", "Alpha"]
    emails = [row["email"] for row in rows(api.get("/contacts", sortBy="account"))]
    assert emails == ["Alpha@example.net", "nora.berg@nordwind.example", "Zeta@example.net"]
    assert code(api.get("/contacts", sortBy="-account")) == (422, "UNPROCESSABLE_ENTITY")
    assert code(api.get("/tickets", sortBy="subject")) == (422, "UNPROCESSABLE_ENTITY")


def test_tickets_come_newest_first(api: Api) -> None:
    contact = api.contact()["id"]
    made = [api.ticket(contact)["id"] for _ in range(3)]
    assert [row["id"] for row in rows(api.get("/tickets"))][:3] == made[::-1]
    api.emulator.advance(5)
    api.patch(f"/tickets/{made[0]}", {"subject": "changed"})
    assert (
        rows(api.get("/tickets", sortBy="-modifiedTime", include="isRead"))[0] | {"isRead": False}
        == rows(api.get("/tickets", sortBy="-modifiedTime", include="isRead"))[0]
    )
    assert rows(api.get("/tickets", sortBy="-modifiedTime"))[0]["id"] == made[0]


def test_the_id_of_no_view_is_refused(api: Api) -> None:
    assert errors(api.get("/tickets", viewId=1)) == {("/viewId", "invalid")}
