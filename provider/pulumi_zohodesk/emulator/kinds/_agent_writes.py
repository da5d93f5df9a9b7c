"""Changing agents: invite, change, activate, deactivate, delete, anonymize, reassign."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pulumi_zohodesk.emulator._access import administers
from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import must_be_free, refuse, texts, where
from pulumi_zohodesk.emulator._errors import duplicate, invalid, invalid_data, unprocessable
from pulumi_zohodesk.emulator._kind import Answer, Handler, Record
from pulumi_zohodesk.emulator.kinds import _agent_rules as rules
from pulumi_zohodesk.emulator.kinds._membership import is_light, is_member, leave, usable_agent

SEPARATE = ("roleId", "profileId", "rolePermissionType", "cf", "associatedDepartmentIds")


def _plain(body: Record) -> Record:
    return {name: value for name, value in body.items() if name not in SEPARATE and value is not None}


def _create(call: Call) -> Answer:
    portal, body = call.portal, call.body
    refuse(rules.department_errors(portal, {"associatedDepartmentIds": [], **body}))
    access = rules.access_values(portal, body)
    must_be_free(portal, "agents", body, "/emailId")
    if call.switches.archived_email == "taken" and rules.archived(portal, body["emailId"]):
        raise invalid_data(duplicate("/emailId"))
    if body.get("status", "ACTIVE") == "ACTIVE":
        rules.must_have_seat(portal, light=body["rolePermissionType"] == "Light")
    values = {
        **_plain(body),
        **access,
        "cf": rules.custom_values(body.get("cf")),
        "associatedDepartmentIds": texts(body["associatedDepartmentIds"]),
    }
    return portal.add("agents", values, call.caller.agent)


def _update(call: Call) -> Answer:
    portal, body, agent = call.portal, call.body, rules.alive(call)
    refuse(rules.department_errors(portal, body))
    _check_email(call, agent)
    access = rules.access_values(portal, body, agent)
    _check_status(call, agent, access)
    values = {**_plain(body), **access}
    if "cf" in body:
        values["cf"] = {**agent["cf"], **rules.custom_values(body["cf"])}
    _move(call, agent)
    rules.change(portal, agent, **values)
    return agent


def _check_email(call: Call, agent: Record) -> None:
    email = call.body.get("emailId")
    if email is None or email == agent["emailId"]:
        return
    if agent["isConfirmed"] and not call.switches.email_change:
        raise invalid_data(invalid("/emailId", "A confirmed agent changes the address in the Zoho account."))
    must_be_free(call.portal, "agents", {**agent, "emailId": email}, "/emailId")


def _check_status(call: Call, agent: Record, access: Mapping[str, str]) -> None:
    """Seats and guards for what the agent would become."""
    after = {**agent, **access, "status": call.body.get("status", agent["status"])}
    kind = rules.derived_type(call.portal, after)
    stays = administers(call.portal, {**after, "rolePermissionType": kind})
    demoted = administers(call.portal, agent) and not stays
    if agent["status"] == "ACTIVE" and (after["status"] != "ACTIVE" or demoted):
        rules.must_be_dispensable(call.portal, agent)
    was = (agent["status"], is_light(agent))
    if after["status"] == "ACTIVE" and was != ("ACTIVE", kind == "Light"):
        rules.must_have_seat(call.portal, light=kind == "Light")


def _move(call: Call, agent: Record) -> None:
    """Puts the agent into the departments given, out of the others and out of their skills."""
    if "associatedDepartmentIds" not in call.body:
        return
    wanted = texts(call.body["associatedDepartmentIds"])
    for department in [one for one in agent["associatedDepartmentIds"] if one not in wanted]:
        leave(call.portal, department, [agent["id"]])
    agent["associatedDepartmentIds"] = wanted


def _activate(call: Call) -> Answer:
    agents = rules.chosen(call, usable_agent)
    idle = [agent for agent in agents if agent["status"] != "ACTIVE"]
    for light in (False, True):
        if more := sum(is_light(agent) == light for agent in idle):
            rules.must_have_seat(call.portal, light=light, more=more)
    for agent in idle:
        rules.change(call.portal, agent, status="ACTIVE")
    return None


def _deactivate(call: Call) -> Answer:
    agent = rules.alive(call)
    if agent["status"] == "ACTIVE":
        rules.must_be_dispensable(call.portal, agent)
    rules.change(call.portal, agent, status="DISABLED")
    return None


def _delete(call: Call) -> Answer:
    agent = rules.alive(call)
    if not agent["isConfirmed"]:
        raise unprocessable("Only confirmed agents can be deleted this way.")
    rules.must_be_dispensable(call.portal, agent)
    rules.archive(call.portal, agent)
    return None


def _delete_unconfirmed(call: Call) -> Answer:
    for agent in rules.chosen(call, lambda row: usable_agent(row) and not row["isConfirmed"]):
        rules.archive(call.portal, agent)
    return None


def _reinvite(call: Call) -> Answer:
    for agent in rules.chosen(call, lambda row: usable_agent(row) and not row["isConfirmed"]):
        agent["invitations"] = agent.get("invitations", 1) + 1
    return None


def _anonymize(call: Call) -> Answer:
    agent = call.fetch("agents", "agentId")
    if agent["status"] != "DELETED":
        raise unprocessable("Only deleted agents can be anonymized.")
    blank = dict.fromkeys(("firstName", "phone", "mobile", "extn", "aboutInfo"), "")
    name = call.body.get("anonymizedName", "Anonymous")
    mail = f"anonymized.{agent['id']}@example.invalid"
    gone: Record = {"zuid": None, "photoURL": None, "status": "ANONYMIZED", "cf": {}, "isConfirmed": False}
    rules.change(call.portal, agent, **blank, lastName=name, emailId=mail, **gone)
    return None


def _reassign(call: Call) -> Answer:
    """Moves tickets and tasks: tickets that are there, and counters in the agent's hidden ``records`` by department."""
    agent = call.fetch("agents", "agentId")
    if agent["status"] == "ACTIVE":
        raise unprocessable("Only the records of a deactivated or deleted agent can be reassigned.")
    entries = call.body["agentReassignment"] or []
    for place, entry in enumerate(entries):
        _check_reassignment(call, agent, entry, f"/agentReassignment/{place}")
    for entry in entries:
        _move_records(call, agent, entry)
    return None


def _check_reassignment(call: Call, agent: Record, entry: Record, pointer: str) -> None:
    department = str(entry["departmentId"])
    if call.portal.get("departments", department) is None:
        raise invalid_data(invalid(f"{pointer}/departmentId"))
    for name in ("ticketNewOwner", "taskNewOwner"):
        owner = call.portal.get("agents", entry[name])
        usable = owner and owner is not agent and owner["status"] == "ACTIVE" and is_member(owner, department)
        if entry[name] is not None and not usable:
            raise invalid_data(invalid(f"{pointer}/{name}", "The new owner must be active in the same department."))


def _move_records(call: Call, agent: Record, entry: Record) -> None:
    department = str(entry["departmentId"])
    held: dict[str, Any] = agent["records"].get(department, {})
    for name, kind in (("ticketNewOwner", "tickets"), ("taskNewOwner", "tasks")):
        owner = call.portal.get("agents", entry[name])
        if owner is not None and held.get(kind):
            target = owner["records"].setdefault(department, {})
            target[kind] = target.get(kind, 0) + held.pop(kind)
    if entry["ticketNewOwner"] is not None:
        for ticket in where(call.portal.table("tickets"), assigneeId=agent["id"], departmentId=department):
            ticket["assigneeId"] = str(entry["ticketNewOwner"])


OPERATIONS: Mapping[str, Handler] = {
    "addAgent": _create,
    "updateAgent": _update,
    "activateAgents": _activate,
    "deactivateAgents": _deactivate,
    "deleteAgent": _delete,
    "deleteUnconfirmedAgent": _delete_unconfirmed,
    "reInviteAgents": _reinvite,
    "anonymizeDeletedAgent": _anonymize,
    "scheduleAgentReassignment": _reassign,
}
