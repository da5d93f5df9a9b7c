"""Webhooks: addresses that answer, events with filters, editions that have them."""

from __future__ import annotations

import pytest

from .calls import webhook
from .conftest import Api, code, errors, rows

DEAD = "https://dead.invalid/hook"


def test_subscriptions_are_replaced_and_come_back_as_sent(api: Api) -> None:
    home = api.default_department()
    chosen = {"Ticket_Add": {"departmentIds": [home]}, "Ticket_Attachment_Add": {}, "Agent_Add": None}
    made = api.made("/webhooks", webhook(**chosen))
    assert (made["subscriptions"], made["type"], made["isEnabled"]) == (chosen, "CUSTOMER_WEBHOOK", True)
    changed = api.patch(f"/webhooks/{made['id']}", {"subscriptions": {"Contact_Add": None}}).json()
    assert (changed["subscriptions"], changed["name"]) == ({"Contact_Add": None}, "Hook")
    assert api.delete(f"/webhooks/{made['id']}").status_code == 200
    assert api.get("/webhooks").status_code == 204


def test_an_address_must_answer(api: Api) -> None:
    assert code(api.post("/webhooks", {**webhook(Agent_Add=None), "url": DEAD})) == (500, "INTERNAL_SERVER_ERROR")
    assert rows(api.get("/webhooks")) == []
    made = api.made("/webhooks", webhook(Agent_Add=None))["id"]
    body = {"subscriptions": {"Agent_Add": None}, "url": DEAD}
    api.emulator.switch(webhook_refusal_status=422)
    assert errors(api.patch(f"/webhooks/{made}", body)) == {("/url", "invalid")}
    api.emulator.switch(webhook_update_checked=False)
    assert api.patch(f"/webhooks/{made}", body).json()["url"] == DEAD


@pytest.mark.parametrize(
    ("chosen", "pointer"),
    [
        ({"Banana_Add": None}, "/subscriptions/Banana_Add"),
        ({"Ticket_Add": {"departmentIds": ["1"]}}, "/subscriptions/Ticket_Add/departmentIds/0"),
        ({"Ticket_Update": {"fields": ["a"] * 6}}, "/subscriptions/Ticket_Update/fields"),
        ({}, "/subscriptions"),
    ],
)
def test_events_and_filters_must_exist(api: Api, chosen: dict[str, object], pointer: str) -> None:
    assert errors(api.post("/webhooks", webhook(**chosen))) == {(pointer, "invalid")}


def test_small_editions_have_none(api: Api) -> None:
    api.emulator.seed({"prod": {"edition": "STANDARD"}})
    assert code(api.get("/webhooks")) == (403, "LICENSE_ACCESS_LIMITED")
