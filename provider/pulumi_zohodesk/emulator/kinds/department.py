"""Departments: made, changed, disabled and enabled, but never deleted."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import (
    must_be_free,
    page,
    refuse,
    searched,
    texts,
    unknown_ids,
    where,
)
from pulumi_zohodesk.emulator._errors import IMAGES, invalid, invalid_data, unprocessable
from pulumi_zohodesk.emulator._kind import Answer, Erratum, Kind, Portal, Record
from pulumi_zohodesk.emulator._limits import edition_exceeded
from pulumi_zohodesk.emulator.kinds._agent_reads import people
from pulumi_zohodesk.emulator.kinds._membership import (
    THIN,
    is_member,
    join,
    leave,
    leavers_without_department,
    members,
    usable_agent,
)


def _found(portal: Portal) -> None:
    portal.add("departments", {"name": portal.organization["companyName"], "isDefault": True})


def _blank(portal: Portal, creator: str) -> Record:
    return {
        "name": "",
        "nameInCustomerPortal": None,
        "description": None,
        "isVisibleInCustomerPortal": True,
        "isAssignToTeamEnabled": True,
        "isDefault": False,
        "isEnabled": True,
        "chatStatus": "NOT_CREATED",
        "hasLogo": False,
        "creatorId": creator or None,
        "createdTime": portal.clock.milliseconds(),
    }


def _settle(_portal: Portal, record: Record) -> None:
    record["sanitizedName"] = re.sub(r"[\W_]+", "-", record["name"].lower()).strip("-")
    record["nameInCustomerPortal"] = record["nameInCustomerPortal"] or record["name"]


def shown(portal: Portal, record: Record) -> Record:
    """The department as the API answers it by itself; lists leave the agents out."""
    return {**record, "associatedAgentIds": sorted((agent["id"] for agent in members(portal, record["id"])), key=int)}


def _visible(call: Call, rows: Iterable[Record]) -> list[Record]:
    return [row for row in rows if call.sees(row["id"])]


def _one(call: Call) -> Record:
    record = call.fetch("departments", "departmentId")
    call.must_see(record["id"])
    return record


def _list(call: Call) -> Answer:
    return page(call, searched(_filtered(call), call.query.get("searchStr"), ("name",)))


def _filtered(call: Call) -> list[Record]:
    rows = where(_visible(call, call.portal.table("departments")), isEnabled=call.query.get("isEnabled"))
    wanted = call.query.get("chatStatus")
    if wanted == "${UNAVAILABLE}":
        return [row for row in rows if row["chatStatus"] != "AVAILABLE"]
    return where(rows, chatStatus=wanted)


def _mine(call: Call) -> Answer:
    return [row for row in _filtered(call) if is_member(call.me, row["id"])]


def _by_ids(call: Call) -> Answer:
    return _visible(call, call.portal.those("departments", texts(call.query["departmentIds"])))


def _get(call: Call) -> Answer:
    return shown(call.portal, _one(call))


def _count(call: Call) -> Answer:
    return {"count": str(len(_filtered(call)))}


def _exists(call: Call) -> Answer:
    found = call.portal.table("departments").by_key(call.query["departmentName"].casefold())
    return {"isDepartmentNameExist": found is not None}


def _create(call: Call) -> Answer:
    portal = call.portal
    agents = texts(call.body.get("associatedAgentIds"))
    refuse(unknown_ids(portal, "agents", agents, "/associatedAgentIds", usable_agent))
    must_be_free(portal, "departments", call.body, "/name")
    if len(portal.table("departments")) >= portal.limits.most("departments", portal.edition):
        raise edition_exceeded()
    values = {name: value for name, value in _values(call).items() if (name, value) != ("isAssignToTeamEnabled", None)}
    record = portal.add("departments", values, call.caller.agent)
    join(portal, record["id"], agents)
    return shown(portal, record)


def _values(call: Call) -> Record:
    return {name: value for name, value in call.body.items() if name != "associatedAgentIds"}


def _update(call: Call) -> Answer:
    portal, record, values = call.portal, _one(call), _values(call)
    must_be_free(portal, "departments", {**record, **values}, "/name")
    if "associatedAgentIds" in call.body:
        _replace_agents(call, record["id"], texts(call.body["associatedAgentIds"]))
    record.update(values)
    portal.save("departments", record)
    return shown(portal, record)


def _replace_agents(call: Call, department: str, wanted: list[str]) -> None:
    portal = call.portal
    refuse(unknown_ids(portal, "agents", wanted, "/associatedAgentIds", usable_agent))
    if not call.switches.department_agents_add:
        gone = [agent["id"] for agent in members(portal, department) if agent["id"] not in wanted]
        _leave(call, department, gone, "/associatedAgentIds")
    join(portal, department, wanted)


def _leave(call: Call, department: str, agents: list[str], pointer: str) -> None:
    stranded = leavers_without_department(call.portal, department, agents)
    if stranded and call.switches.last_department_refused:
        raise invalid_data(invalid(pointer, "An agent needs at least one department."))
    leave(call.portal, department, agents)


def _associate(call: Call) -> Answer:
    record, agents = _one(call), texts(call.body["agentIds"])
    refuse(unknown_ids(call.portal, "agents", agents, "/agentIds", usable_agent))
    join(call.portal, record["id"], agents)
    return None


def _dissociate(call: Call) -> Answer:
    record, agents = _one(call), texts(call.body["agentIds"])
    refuse(unknown_ids(call.portal, "agents", agents, "/agentIds", lambda agent: is_member(agent, record["id"])))
    _leave(call, record["id"], agents, "/agentIds")
    return None


def _enable(call: Call) -> Answer:
    record = _one(call)
    record["isEnabled"] = True
    call.portal.save("departments", record)
    return None


def _disable(call: Call) -> Answer:
    """Mailboxes and agents go to the departments named; agents without successor stay and are locked out."""
    portal, record = call.portal, _one(call)
    if record["isDefault"]:
        raise unprocessable("The default department cannot be disabled.")
    for name in ("emailNewDepartment", "agentNewDepartment"):
        successor = portal.get("departments", call.body.get(name))
        if name in call.body and (successor is None or successor is record or not successor["isEnabled"]):
            raise invalid_data(invalid(f"/{name}", "The successor must be another enabled department."))
    if "agentNewDepartment" in call.body:
        movers = [agent["id"] for agent in members(portal, record["id"])]
        join(portal, str(call.body["agentNewDepartment"]), movers)
        leave(portal, record["id"], movers)
    record["isEnabled"] = False
    portal.save("departments", record)
    return None


def _agents(call: Call) -> Answer:
    return people(call, members(call.portal, _one(call)["id"]))


def _associable(call: Call) -> Answer:
    department = _one(call)["id"]
    agents = call.portal.table("agents")
    return people(call, [row for row in agents if usable_agent(row) and not is_member(row, department)])


KIND = Kind(
    name="departments",
    contract="department",
    natural_key=lambda record: record.get("name", "").casefold(),
    blank=_blank,
    settle=_settle,
    found=_found,
    operations={
        "getDepartments": _list,
        "getMyDepartments": _mine,
        "getDepartmentsByIds": _by_ids,
        "getDepartment": _get,
        "getDepartmentsCount": _count,
        "checkDepartmentNameExist": _exists,
        "addDepartment": _create,
        "updateDepartment": _update,
        "associateAgentsToDepartment": _associate,
        "dissociateAgents": _dissociate,
        "enableDepartment": _enable,
        "disableDepartment": _disable,
        "getAgentsInDepartment": _agents,
        "getAssociableAgents": _associable,
    },
    unsupported=dict.fromkeys((f"{verb}DepartmentLogo" for verb in ("get", "update", "delete")), IMAGES),
    permission="setup.department",
    permissions={"getMyDepartments": ""},
    thin={"getAgentsInDepartment": THIN},
    errata={
        "The schema of a new department requires nothing, but a department without a name cannot be.": Erratum(
            part="body", operations="addDepartment", required=("name",)
        ),
    },
)
