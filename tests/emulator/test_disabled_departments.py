"""What a disabled department takes with it: its tickets, and agents who have nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from pulumi_zohodesk.emulator import Emulator

from .conftest import Api, code, errors, ids, skill_body

FORBIDDEN = (403, "FORBIDDEN")


@pytest.fixture
def sales(api: Api, emulator: Emulator) -> str:
    """A department that is disabled; bea is in it and nowhere else."""
    made = str(api.department()["id"])
    emulator.sharing("prod", "tickets", "public")
    emulator.agent("prod", "bea@example.com", permissions=["tickets.view"], departments=[made])
    return made


def _disable(api: Api, department: str) -> None:
    assert api.post(f"/departments/{department}/disable", {}).status_code == 204


def test_its_tickets_cannot_be_reached_until_it_is_enabled(api: Api, contact: str, sales: str) -> None:
    ticket, other = api.ticket(contact, sales)["id"], api.ticket(contact)["id"]
    _disable(api, sales)
    assert code(api.get(f"/tickets/{ticket}")) == FORBIDDEN
    assert code(api.patch(f"/tickets/{ticket}", {"subject": "x"})) == FORBIDDEN
    assert ticket not in ids(api.get("/tickets")) >= {other}
    assert ids(api.get(f"/contacts/{contact}/tickets")) == {other}
    assert errors(api.post("/tickets", {"subject": "x", "contactId": contact, "departmentId": sales}))
    api.post(f"/departments/{sales}/enable")
    assert api.get(f"/tickets/{ticket}").status_code == 200


def test_its_agents_have_no_access_unless_they_have_another_department(
    api: Api, emulator: Emulator, connect: Any, sales: str
) -> None:
    bea = connect(agent="bea@example.com")
    assert bea.get("/myinfo").status_code == 200
    _disable(api, sales)
    assert code(bea.get("/myinfo")) == FORBIDDEN
    assert "department" in bea.get("/tickets").json()["message"]
    both = [sales, api.default_department()]
    emulator.agent("prod", "bea@example.com", profile="Profile of bea@example.com", departments=both)
    assert bea.get("/myinfo").status_code == 200


def test_administrators_and_the_agents_themselves_stay_manageable(api: Api, emulator: Emulator, sales: str) -> None:
    _disable(api, sales)
    bea = next(row["id"] for row in emulator.state("prod")["agents"] if row["emailId"] == "bea@example.com")
    assert api.patch(f"/agents/{bea}", {"lastName": "Bee"}).status_code == 200
    emulator.edit("prod", "agents", "update", key={"emailId": "admin@example.com"}, values={"departments": [sales]})
    assert api.get("/departments").status_code == 200


def test_it_can_change_nothing_for_its_contents(api: Api, connect: Any, contact: str, sales: str) -> None:
    api.emulator.switch(disabled_departments_closed=False)
    ticket = api.ticket(contact, sales)["id"]
    _disable(api, sales)
    assert api.get(f"/tickets/{ticket}").status_code == 200
    assert ticket in ids(connect(agent="bea@example.com").get("/tickets"))


def test_its_skills_can_be_changed_and_made_but_its_types_only_changed(api: Api, sales: str) -> None:
    kind = api.skill_type(sales)["id"]
    skill = api.skill(kind)["id"]
    _disable(api, sales)
    assert api.patch(f"/skills/{skill}", {"description": "x"}).status_code == 200
    assert api.post("/skills", skill_body(kind, "French")).status_code == 201
    assert api.patch(f"/skillTypes/{kind}", {"name": "Tongues"}).status_code == 200
    assert errors(api.post("/skillTypes", {"departmentId": sales, "name": "More"})) == {("/departmentId", "invalid")}
