"""Tickets, contacts and accounts: what they refer to, their lists, the recycle bin."""

from __future__ import annotations

from typing import Any

import pytest

from pulumi_zohodesk.emulator import Emulator

from .conftest import DAY, Api, code, errors, ids, rows


def test_every_organisation_starts_with_a_few_records(connect: Any) -> None:
    for organization in ("prod", "sandbox"):
        client = connect(organization)
        assert [row["accountName"] for row in rows(client.get("/accounts"))] == ["Nordwind"]
        assert [row["lastName"] for row in rows(client.get("/contacts"))] == ["Berg"]
        tickets = rows(client.get("/tickets"))
        assert [(row["ticketNumber"], row["assigneeId"] is None) for row in tickets] == [("102", True), ("101", False)]


def test_records_are_seeded_by_natural_keys(api: Api, emulator: Emulator) -> None:
    emulator.seed(
        {
            "prod": {
                "departments": [{"name": "Sales"}],
                "agents": [{"emailId": "ann@example.com", "lastName": "Lee", "departments": ["Sales"]}],
                "accounts": [{"accountName": "Southwind", "owner": "ann@example.com"}],
                "contacts": [{"lastName": "Stone", "email": "sam@example.net", "account": "Southwind"}],
                "tickets": [
                    {"subject": "x", "contact": "sam@example.net", "department": "Sales", "assignee": "ann@example.com"}
                ],
                "sharing": {"tickets": "public"},
            }
        }
    )
    row = next(row for row in rows(api.get("/tickets", include="contacts,assignee")) if row["subject"] == "x")
    assert (row["contact"]["account"]["accountName"], row["assignee"]["email"]) == ("Southwind", "ann@example.com")
    assert api.get("/dataSharingRules").json()["tickets"] == "public"


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/tickets", {"departmentId": "1"}, "departmentId"),
        ("/tickets", {"contactId": "1"}, "contactId"),
        ("/tickets", {"assigneeId": "1"}, "assigneeId"),
        ("/tickets", {"accountId": "1"}, "accountId"),
        ("/tickets", {"teamId": "1"}, "teamId"),
        ("/tickets", {"secondaryContacts": ["1"]}, "secondaryContacts/0"),
        ("/tickets", {"entitySkills": ["1"]}, "entitySkills/0"),
        ("/contacts", {"accountId": "1"}, "accountId"),
        ("/contacts", {"ownerId": "1"}, "ownerId"),
        ("/contacts", {"lastName": ""}, "lastName"),
        ("/contacts", {"email": "no address"}, "email"),
        ("/accounts", {"ownerId": "1"}, "ownerId"),
        ("/accounts", {"layoutId": "1"}, "layoutId"),
        ("/accounts", {"accountName": None}, "accountName"),
    ],
)
def test_what_is_named_must_exist(api: Api, contact: str, path: str, body: dict[str, Any], field: str) -> None:
    good: dict[str, dict[str, Any]] = {
        "/tickets": {"contactId": contact, "departmentId": api.default_department()},
        "/contacts": {"lastName": "Stone"},
        "/accounts": {"accountName": "Southwind"},
    }
    assert errors(api.post(path, {**good[path], **body})) == {(f"/{field}", "invalid")}


@pytest.mark.parametrize(
    ("path", "missing"),
    [("/tickets", {"/departmentId"}), ("/contacts", {"/lastName"}), ("/accounts", {"/accountName"})],
)
def test_a_record_needs_a_name_or_a_place(api: Api, path: str, missing: set[str]) -> None:
    assert errors(api.post(path, {})) == {(one, "missing") for one in missing}


def test_a_ticket_needs_a_contact_or_a_description_of_one(api: Api) -> None:
    body = {"departmentId": api.default_department()}
    assert errors(api.post("/tickets", body)) == {("/contactId", "missing")}
    person = {"lastName": "New", "email": "new@example.net"}
    made = [api.made("/tickets", {**body, "contact": person})["contactId"] for _ in range(2)]
    assert made[0] == made[1]
    assert api.get(f"/contacts/{made[0]}").json()["email"] == "new@example.net"


def test_an_assignee_is_active_in_the_department(api: Api, contact: str) -> None:
    ann = api.agent(departments=[api.department()["id"]])["id"]
    body = {"contactId": contact, "departmentId": api.default_department(), "assigneeId": ann}
    assert errors(api.post("/tickets", body)) == {("/assigneeId", "invalid")}


def test_a_moved_ticket_leaves_who_is_not_in_the_new_department(api: Api, contact: str) -> None:
    sales, own = api.department()["id"], api.get("/myinfo").json()["id"]
    ticket = api.ticket(contact, assigneeId=own)["id"]
    moved = api("POST", f"/tickets/{ticket}/move?departmentId={sales}")
    assert (moved.status_code, moved.content) == (200, b"")
    after = api.get(f"/tickets/{ticket}").json()
    assert (after["departmentId"], after["assigneeId"]) == (sales, None)
    assert errors(api("POST", f"/tickets/{ticket}/move?departmentId=1")) == {("/departmentId", "invalid")}
    assert errors(api.patch(f"/tickets/{ticket}", {"departmentId": "1"})) == {("/departmentId", "invalid")}


def test_a_move_needs_to_see_the_target(api: Api, emulator: Emulator, connect: Any, ticket: str) -> None:
    emulator.sharing("prod", "tickets", "public")
    home, sales = api.default_department(), api.department()["id"]
    emulator.agent("prod", "bea@example.com", ["tickets.edit"], departments=[home])
    move = f"/tickets/{ticket}/move?departmentId={sales}"
    assert code(connect(agent="bea@example.com")("POST", move)) == (403, "FORBIDDEN")


@pytest.mark.parametrize(("status", "kind"), [("Closed", "Closed"), ("On Hold", "On Hold"), ("Escalated", "Open")])
def test_a_status_has_a_type(api: Api, ticket: str, status: str, kind: str) -> None:
    changed = api.patch(f"/tickets/{ticket}", {"status": status}).json()
    assert changed["statusType"] == kind
    assert (changed["closedTime"] is not None) == (kind == "Closed")
    assert api.patch(f"/tickets/{ticket}", {"status": "Open"}).json()["closedTime"] is None


@pytest.mark.parametrize("kind", ["tickets", "contacts", "accounts"])
def test_the_bin_keeps_a_record_for_sixty_days(api: Api, emulator: Emulator, kind: str) -> None:
    record = emulator.state("prod")[kind][0]["id"]
    body = {f"{kind[:-1]}Ids": [record]}
    assert api.post(f"/{kind}/moveToTrash", body).status_code == 204
    assert record not in ids(api.get(f"/{kind}"))
    assert api.get(f"/{kind}/{record}").json()["isTrashed"] is True
    assert code(api.patch(f"/{kind}/{record}", {"description": "x"})) == (422, "UNPROCESSABLE_ENTITY")
    assert errors(api.post(f"/{kind}/moveToTrash", body)) == {(f"/{kind[:-1]}Ids/0", "invalid")}
    emulator.advance(60 * DAY)
    again = Api(emulator)
    assert code(again.get(f"/{kind}/{record}")) == (404, "URL_NOT_FOUND")
    again.client.close()


def test_all_go_to_the_bin_or_none(api: Api, ticket: str) -> None:
    assert errors(api.post("/tickets/moveToTrash", {"ticketIds": [ticket, "1"]})) == {("/ticketIds/1", "invalid")}
    assert errors(api.post("/tickets/moveToTrash", {"ticketIds": []})) == {("/ticketIds", "invalid")}
    assert api.get(f"/tickets/{ticket}").json()["isTrashed"] is False


def test_what_is_in_the_bin_is_referred_to_no_more(api: Api, contact: str) -> None:
    api.post("/contacts/moveToTrash", {"contactIds": [contact]})
    body = {"contactId": contact, "departmentId": api.default_department()}
    assert errors(api.post("/tickets", body)) == {("/contactId", "invalid")}


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/tickets?filters=%7B%7D", None),
        ("GET", "/associatedTickets?isShared=true", None),
        ("GET", "/accounts?filterId=1", None),
        ("GET", "/contacts", {"anything": 1}),
        ("POST", "/tickets", {"sourceTicket": {"id": "1"}}),
    ],
)
def test_what_is_not_emulated_is_not_passed_over(
    api: Api, contact: str, method: str, path: str, body: dict[str, Any] | None
) -> None:
    if method == "POST":
        body = {**(body or {}), "contactId": contact, "departmentId": api.default_department()}
    assert code(api(method, path, body)) == (501, "NOT_IMPLEMENTED")


def test_the_tickets_of_an_agent_who_left_are_reassigned(api: Api, contact: str) -> None:
    home, own = api.default_department(), api.get("/myinfo").json()["id"]
    ann = api.agent(departments=[home])["id"]
    ticket = api.ticket(contact, assigneeId=ann)["id"]
    api.post(f"/agents/{ann}/deactivate")
    entry = {"departmentId": home, "ticketNewOwner": own, "taskNewOwner": None}
    api.post(f"/agents/{ann}/reassignment", {"agentReassignment": [entry]})
    assert api.get(f"/tickets/{ticket}").json()["assigneeId"] == own


def test_the_tickets_of_a_department_that_is_no_more_go_with_it(api: Api, emulator: Emulator, contact: str) -> None:
    ticket = api.ticket(contact, api.department()["id"])["id"]
    emulator.edit("prod", "departments", "delete", key={"name": "Sales"})
    assert api.get(f"/tickets/{ticket}").status_code == 404


def test_an_edit_that_deletes_a_record_puts_it_into_the_bin(api: Api, emulator: Emulator, contact: str) -> None:
    emulator.edit("prod", "contacts", "delete", key={"email": "sam@example.net"})
    assert api.get(f"/contacts/{contact}").json()["isTrashed"] is True


def test_a_ticket_begins_as_recorded_ones_do(api: Api, contact: str) -> None:
    made = api.ticket(contact)
    assert (made["channel"], made["language"]) == ("Phone", "English")
    assert rows(api.get("/tickets"))[0]["relationshipType"] == "None"
    assert (made["email"], made["phone"]) == (None, None)
    assert not {"lockedTime", "sourceTicket"} & made.keys()
    assert "#Cases/dv/" in made["webUrl"]
    department = api.get(f"/departments/{made['departmentId']}").json()["name"]
    assert made["layoutDetails"]["layoutName"] == department
    assert api.ticket(contact, classification="")["classification"] is None


@pytest.mark.parametrize("person", [{"email": "new@example.net"}, {"lastName": "New"}, {"phone": "555"}])
def test_a_contact_may_be_described_by_one_thing(api: Api, person: dict[str, str]) -> None:
    made = api.made("/tickets", {"subject": "x", "departmentId": api.default_department(), "contact": person})
    (name, value) = next(iter(person.items()))
    assert api.get(f"/contacts/{made['contactId']}").json()[name] == value
    assert made.get("email") == person.get("email")


def test_an_account_and_a_contact_have_what_recorded_ones_have(api: Api) -> None:
    none = {"badPercentage": "0", "okPercentage": "0", "goodPercentage": "0"}
    account, contact = api.account(), api.contact()
    assert [row["customerHappiness"] for row in rows(api.get("/accounts"))] == [none, none]
    assert account["layoutDetails"]["layoutName"] == api.emulator.state("prod")["organizations"][0]["companyName"]
    assert (contact["language"], contact["accountId"]) == (None, None)
    assert contact["ownerId"] == api.get("/myinfo").json()["id"]


def test_stored_times_are_rounded_up_to_seconds(api: Api) -> None:
    api.emulator.advance(0.25)
    assert api.department()["createdTime"].endswith(":01.000Z")
