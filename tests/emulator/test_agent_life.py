"""The life of an agent: deleted, anonymized, deactivated, reassigned."""

from __future__ import annotations

import pytest

from .conftest import Api, code, errors


def _confirm(api: Api, agent: str) -> None:
    api.emulator.edit("prod", "agents", "update", id=agent, values={"isConfirmed": True})


def test_only_confirmed_agents_are_deleted_one_by_one(api: Api) -> None:
    ann = api.agent()["id"]
    assert code(api.delete(f"/agents/{ann}")) == (422, "UNPROCESSABLE_ENTITY")
    _confirm(api, ann)
    assert api.delete(f"/agents/{ann}").status_code == 204


def test_only_unconfirmed_agents_are_deleted_in_bulk(api: Api) -> None:
    ann = api.agent()["id"]
    _confirm(api, ann)
    assert errors(api.post("/agents/deleteUnconfirmed", {"agentIds": [ann]})) == {("/agentIds/0", "invalid")}


def _deleted(api: Api) -> str:
    ann = str(api.agent()["id"])
    api.post("/agents/deleteUnconfirmed", {"agentIds": [ann]})
    return ann


def test_a_deleted_agent_stays_to_be_looked_at(api: Api) -> None:
    assert api.get(f"/agents/{_deleted(api)}").json()["status"] == "DELETED"


def test_lists_leave_deleted_agents_out_unless_asked_for(api: Api) -> None:
    ann = _deleted(api)
    assert ann not in [row["id"] for row in api.get("/agents").json()["data"]]
    assert [row["id"] for row in api.get("/agents", status="DELETED").json()["data"]] == [ann]
    assert [row["id"] for row in api.get("/deletedAgents").json()["data"]] == [ann]


def test_a_deleted_agent_is_not_found_by_its_address(api: Api) -> None:
    _deleted(api)
    assert api.get("/agents/email/ann@example.com").status_code == 204


def test_a_deleted_agent_cannot_be_changed_or_come_back(api: Api) -> None:
    ann = _deleted(api)
    assert api.patch(f"/agents/{ann}", {"firstName": "x"}).status_code == 422
    assert api.post("/agents/activate", {"agentIds": [ann]}).status_code == 422


def test_the_address_of_a_deleted_agent_is_invited_but_cannot_accept_until_it_is_anonymized(api: Api) -> None:
    ann = _deleted(api)
    again = api.agent()["id"]
    with pytest.raises(ValueError, match="Invalid Invitation"):
        api.emulator.edit("prod", "agents", "update", id=again, values={"isConfirmed": True})
    assert api.get(f"/agents/{again}").json()["isConfirmed"] is False
    assert api.post(f"/deletedAgents/{ann}/anonymize", {"anonymizedName": "Nobody"}).status_code == 204
    api.emulator.edit("prod", "agents", "update", id=again, values={"isConfirmed": True})
    assert api.get(f"/agents/{again}").json()["isConfirmed"] is True


def test_the_address_of_a_deleted_agent_can_be_switched_to_taken_or_free(api: Api) -> None:
    ann = _deleted(api)
    api.emulator.switch(archived_email="taken")
    body = {
        "emailId": "ann@example.com",
        "lastName": "Lee",
        "associatedDepartmentIds": [api.default_department()],
        "rolePermissionType": "AgentPublic",
    }
    assert errors(api.post("/agents", body)) == {("/emailId", "duplicate")}
    api.emulator.switch(archived_email="free")
    again = api.agent()["id"]
    assert again != ann
    api.emulator.edit("prod", "agents", "update", id=again, values={"isConfirmed": True})


@pytest.mark.parametrize(
    "path", ["/agents", "/agentsByIds?agentIds={0}", "/agents/{0}", "/myinfo", "/agents/email/admin@example.com"]
)
def test_every_answer_has_what_recordings_have(api: Api, path: str) -> None:
    creator = api.emulator.state("prod")["agents"][0]["id"]
    answer = api("GET", path.format(creator)).json()
    row = answer["data"][0] if "data" in answer else answer
    assert row["isZiaAgent"] is False
    organization = api.credentials["org_id"]
    assert row["photoURL"] == f"https://deskstatic.zoho.com/api/v1/agents/{creator}/photo?orgId={organization}"


def test_who_made_the_portal_reads_custom_unless_switched(api: Api) -> None:
    made = api.agent(rolePermissionType="Admin")
    creator = api.get("/myinfo").json()
    assert (creator["roleId"], creator["profileId"]) == (made["roleId"], made["profileId"])
    assert (creator["rolePermissionType"], made["rolePermissionType"]) == ("Custom", "Admin")
    assert api.get("/agents", rolePermissionType="Admin").json()["data"][0]["id"] == made["id"]
    api.emulator.switch(creator_type="Admin")
    assert api.get("/myinfo").json()["rolePermissionType"] == "Admin"


def test_a_deleted_agent_loses_its_skills(api: Api) -> None:
    ann = api.agent()["id"]
    skill = api.skill(api.skill_type(api.default_department())["id"], agentIds=[ann])["id"]
    api.post("/agents/deleteUnconfirmed", {"agentIds": [ann]})
    assert api.get(f"/skills/{skill}").json()["agentIds"] == []


def test_only_deleted_agents_are_anonymized(api: Api) -> None:
    ann = api.agent()["id"]
    path = f"/deletedAgents/{ann}/anonymize"
    assert api.post(path, {"anonymizedName": "Nobody"}).status_code == 422
    api.post("/agents/deleteUnconfirmed", {"agentIds": [ann]})
    assert api.post(path, {"anonymizedName": "Nobody"}).status_code == 204
    row = api.get("/deletedAgents", status="ANONYMIZED").json()["data"][0]
    assert (row["lastName"], row["status"]) == ("Nobody", "ANONYMIZED")


@pytest.mark.parametrize("step", ["deactivate", "delete", "status", "demote"])
def test_the_primary_contact_must_stay(api: Api, step: str) -> None:
    ann = api.agent(rolePermissionType="Admin")["id"]
    own = api.get("/myinfo").json()["id"]
    assert ann != own
    answer = {
        "deactivate": lambda: api.post(f"/agents/{own}/deactivate"),
        "delete": lambda: api.delete(f"/agents/{own}"),
        "status": lambda: api.patch(f"/agents/{own}", {"status": "DISABLED"}),
        "demote": lambda: api.patch(f"/agents/{own}", {"rolePermissionType": "AgentPublic"}),
    }[step]()
    assert code(answer) == (422, "UNPROCESSABLE_ENTITY")


def test_the_last_active_administrator_must_stay(api: Api) -> None:
    own = api.get("/myinfo").json()["id"]
    api.emulator.edit("prod", "organizations", "update", key={}, values={"primaryContact": "other@example.com"})
    assert "last active administrator" in api.post(f"/agents/{own}/deactivate").json()["message"]


def test_deactivated_agents_can_be_activated(api: Api) -> None:
    ann = api.agent()["id"]
    assert api.post(f"/agents/{ann}/deactivate").status_code == 204
    assert api.get(f"/agents/{ann}").json()["status"] == "DISABLED"
    assert api.post("/agents/activate", {"agentIds": [ann]}).status_code == 204
    assert api.get(f"/agents/{ann}").json()["status"] == "ACTIVE"


def test_only_the_records_of_a_deactivated_agent_are_reassigned(api: Api) -> None:
    ann, home = api.agent()["id"], api.default_department()
    entry = {"departmentId": home, "ticketNewOwner": api.get("/myinfo").json()["id"], "taskNewOwner": None}
    assert api.post(f"/agents/{ann}/reassignment", {"agentReassignment": [entry]}).status_code == 422


def test_reassignment_moves_the_records(api: Api) -> None:
    ann, own, home = api.agent()["id"], api.get("/myinfo").json()["id"], api.default_department()
    api.emulator.edit("prod", "agents", "update", id=ann, values={"records": {home: {"tickets": 3, "tasks": 1}}})
    api.post(f"/agents/{ann}/deactivate")
    entry = {"departmentId": home, "ticketNewOwner": own, "taskNewOwner": None}
    assert api.post(f"/agents/{ann}/reassignment", {"agentReassignment": [entry]}).status_code == 204
    records = {row["id"]: row["records"] for row in api.emulator.state("prod")["agents"]}
    assert (records[own], records[ann]) == ({home: {"tickets": 3}}, {home: {"tasks": 1}})
