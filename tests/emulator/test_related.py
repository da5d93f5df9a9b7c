"""Records that others name: shown with them and referred to only as far as the caller may read them."""

from __future__ import annotations

from typing import Any

import pytest

from pulumi_zohodesk.emulator import Emulator

from .conftest import Api, errors

EVERYTHING = [f"{kind}.{verb}" for kind in ("accounts", "contacts", "tickets") for verb in ("view", "create", "edit")]


@pytest.fixture
def named(api: Api, emulator: Emulator) -> dict[str, str]:
    """A ticket of a contact of an account, all the administrator's; tickets are public, the rest is private."""
    emulator.sharing("prod", "tickets", "public")
    account = api.account()["id"]
    contact = api.contact(accountId=account)["id"]
    return {"accounts": account, "contacts": contact, "tickets": api.ticket(contact)["id"]}


def _as(emulator: Emulator, connect: Any, *permissions: str) -> Api:
    emulator.agent("prod", "bea@example.com", permissions=permissions or EVERYTHING)
    client: Api = connect(agent="bea@example.com")
    return client


def _contact_of(client: Api, ticket: str) -> Any:
    one = client.get(f"/tickets/{ticket}", include="contacts").json()["contact"]
    rows = client.get("/tickets", include="contacts").json()["data"]
    assert one == next(row["contact"] for row in rows if row["id"] == ticket)
    return one


def test_data_sharing_and_the_profile_close_what_is_included(
    emulator: Emulator, connect: Any, named: dict[str, str]
) -> None:
    client = _as(emulator, connect)
    assert _contact_of(client, named["tickets"]) is None
    emulator.sharing("prod", "contacts", "public read only")
    assert _contact_of(client, named["tickets"])["account"] is None
    emulator.sharing("prod", "accounts", "public read only")
    assert _contact_of(client, named["tickets"])["account"]["id"] == named["accounts"]
    assert client.get(f"/contacts/{named['contacts']}", include="accounts").json()["account"]["id"]
    client = _as(emulator, connect, "tickets.view", "contacts.view")
    assert _contact_of(client, named["tickets"])["account"] is None
    assert client.get(f"/contacts/{named['contacts']}", include="accounts").json()["account"] is None
    assert _contact_of(_as(emulator, connect, "tickets.view"), named["tickets"]) is None


def test_what_is_included_can_be_open_to_everybody(emulator: Emulator, connect: Any, named: dict[str, str]) -> None:
    emulator.switch(related_records_guarded=False)
    assert _contact_of(_as(emulator, connect, "tickets.view"), named["tickets"])["account"]["id"] == named["accounts"]


def test_a_record_that_the_caller_may_not_read_cannot_be_named(
    api: Api, emulator: Emulator, connect: Any, named: dict[str, str]
) -> None:
    client, home = _as(emulator, connect), api.default_department()
    ticket = {"subject": "Broken", "departmentId": home}
    by_id, by_mail = {"contactId": named["contacts"]}, {"contact": {"lastName": "S", "email": "sam@example.net"}}
    assert errors(client.post("/tickets", {**ticket, **by_id})) == {("/contactId", "invalid")}
    assert errors(client.post("/tickets", {**ticket, **by_mail})) == {("/contact/email", "invalid")}
    emulator.sharing("prod", "contacts", "public")
    more = {"accountId": named["accounts"]}
    assert errors(client.post("/tickets", {**ticket, **by_id, **more})) == {("/accountId", "invalid")}
    assert errors(client.post("/contacts", {"lastName": "Lee", **more})) == {("/accountId", "invalid")}
    assert client.post("/tickets", {**ticket, **by_mail}).json()["contactId"] == named["contacts"]
    emulator.switch(related_records_guarded=False)
    assert client.post("/contacts", {"lastName": "Lee", **more}).status_code == 200


def test_what_is_named_already_can_be_sent_again(emulator: Emulator, connect: Any, named: dict[str, str]) -> None:
    client = _as(emulator, connect)
    body = {"subject": "Again", "contactId": named["contacts"]}
    assert client.patch(f"/tickets/{named['tickets']}", body).json()["subject"] == "Again"


def test_a_trashed_contact_is_not_included(api: Api, named: dict[str, str]) -> None:
    api.post("/contacts/moveToTrash", {"contactIds": [named["contacts"]]})
    assert _contact_of(api, named["tickets"]) is None
