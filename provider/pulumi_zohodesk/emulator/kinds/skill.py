"""Skills: held by agents of one department, ordered within it, used by automation rules."""

from __future__ import annotations

from typing import Any

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import matcher, page, refuse, texts, unknown_ids
from pulumi_zohodesk.emulator._errors import duplicate, invalid, invalid_data, unprocessable
from pulumi_zohodesk.emulator._kind import Answer, Link, Portal
from pulumi_zohodesk.emulator._limits import edition_exceeded
from pulumi_zohodesk.emulator._plain import Plain, usable_department
from pulumi_zohodesk.emulator._store import Record, copied
from pulumi_zohodesk.emulator.kinds._criteria import catalogue, errors_of, normalized, with_display
from pulumi_zohodesk.emulator.kinds._membership import is_member, not_members, usable_agent

TICKETS = "Tickets are not emulated: they are not configuration."
RESET = ("description", "status", "criteria", "agentIds")
EVERYTHING = {"fieldModule": "tickets", "fieldName": "Subject", "condition": "is", "value": ["${NOTEMPTY}"]}


def _settle(portal: Portal, record: Record) -> None:
    """The department follows from the skill type; a new skill is the last of its department."""
    kind = portal.get("skillTypes", record["skillTypeId"])
    if kind is not None:
        record["departmentId"] = kind["departmentId"]
    if record["orderId"] is None:
        record["orderId"] = 1 + max((row["orderId"] for row in _of(portal, record["departmentId"])), default=0)


def _of(portal: Portal, department: str) -> list[Record]:
    return [row for row in portal.table("skills") if row["departmentId"] == department]


def _shown(portal: Portal, record: Record) -> Record:
    kind = portal.get("skillTypes", record["skillTypeId"])
    name = kind["name"] if kind else None
    return {
        **record,
        "skillType": {"skillTypeId": record["skillTypeId"], "skillTypeName": name},
        "criteria": with_display(record["criteria"]),
    }


def _must_be_unused(_call: Call, record: Record) -> None:
    if record["relatedRules"]:
        raise unprocessable("The skill is used by automation rules.")


PLAIN = Plain(
    name="skills",
    contract="skill",
    permission="setup.automation",
    blank={
        "name": "",
        "description": None,
        "status": "ACTIVE",
        "criteria": {"fieldConditions": [EVERYTHING], "pattern": "1"},
        "agentIds": [],
        "skillTypeId": "",
        "departmentId": "",
        "orderId": None,
        "relatedRules": [],
    },
    key=("skillTypeId", "name"),
    links=(
        Link("skillTypeId", "skillTypes", owner=True, within="departmentId"),
        Link("agentIds", "agents", seed="agents", many=True),
    ),
    filters={"skillIds": "id"},
    shown=_shown,
    removable=_must_be_unused,
)


def _list(call: Call) -> Answer:
    query, rows = call.query, PLAIN.rows(call)
    if query.get("searchString"):
        matches = matcher(f"{query['searchString']}*")
        rows = [row for row in rows if matches(row["name"])]
    rows.sort(key=lambda row: row["orderId"])
    return [_shown(call.portal, row) for row in page(call, rows, 100)]


def _create(call: Call) -> Answer:
    portal, body = call.portal, call.body
    kind = _type(call, body["skillTypeId"])
    _check(call, kind, body)
    if len(_of(portal, kind["departmentId"])) >= portal.limits.objects("skills"):
        raise edition_exceeded()
    return _shown(portal, portal.add("skills", _stored(call, body), call.caller.agent))


def _update(call: Call) -> Answer:
    record = PLAIN.one(call)
    kind = _type(call, str(call.body.get("skillTypeId", record["skillTypeId"])))
    if kind["departmentId"] != record["departmentId"]:
        raise invalid_data(invalid("/skillTypeId", "The skill type belongs to another department."))
    _check(call, kind, {**record, **call.body}, given=call.body)
    lost = {name: copied(PLAIN.blank[name]) for name in RESET} if call.switches.skill_patch_resets else {}
    record.update(lost | _stored(call, call.body), **call.stamp())
    call.portal.save("skills", record)
    return _shown(call.portal, record)


def _type(call: Call, identity: str) -> Record:
    kind = call.portal.get("skillTypes", identity)
    if kind is None:
        raise invalid_data(invalid("/skillTypeId"))
    call.must_see(kind["departmentId"])
    return kind


def _stored(call: Call, body: Record) -> dict[str, Any]:
    values = dict(body)
    if "agentIds" in values:
        values["agentIds"] = texts(values["agentIds"])
    if "criteria" in values and call.switches.normalized_pattern:
        values["criteria"] = {**values["criteria"], "pattern": normalized(values["criteria"]["pattern"])}
    return values


def _check(call: Call, kind: Record, candidate: Record, given: Record | None = None) -> None:
    given = candidate if given is None else given
    errors = errors_of(call.portal, given["criteria"]) if "criteria" in given else []
    errors += not_members(call.portal, kind["departmentId"], texts(given.get("agentIds")), "/agentIds")
    if _name_taken(call, kind, candidate):
        errors.append(duplicate("/name"))
    refuse(errors)


def _name_taken(call: Call, kind: Record, candidate: Record) -> bool:
    if call.switches.skill_name_scope == "type":
        return call.portal.table("skills").holder(candidate) is not None
    name = candidate["name"].casefold()
    rows = _of(call.portal, kind["departmentId"])
    return any(row["name"].casefold() == name and row["id"] != candidate.get("id") for row in rows)


def _reorder(call: Call) -> Answer:
    """The listed skills share out the places they hold; the others keep theirs."""
    department, ids = call.body["departmentId"], call.body["skillIds"]
    usable_department(call, department)
    refuse(unknown_ids(call.portal, "skills", ids, "/skillIds", lambda row: bool(row["departmentId"] == department)))
    rows = call.portal.those("skills", ids)
    for row, place in zip(rows, sorted(row["orderId"] for row in rows), strict=True):
        row["orderId"] = place
    return None


def _criteria_fields(call: Call) -> Answer:
    usable_department(call, call.query["departmentId"])
    return catalogue(call.portal, call.query["module"])


def _held(call: Call, agent: str, department: str) -> Record:
    rows = [row for row in _of(call.portal, department) if agent in row["agentIds"]]
    entries = [{"skillId": r["id"], "skillName": r["name"], "skillTypeId": r["skillTypeId"]} for r in rows]
    return {"departmentId": department, "associatedSkills": entries}


def _of_agent(call: Call) -> Answer:
    agent = call.fetch("agents", "agentId")
    for department in call.query["departmentIds"]:
        usable_department(call, department)
    return [_held(call, agent["id"], department) for department in call.query["departmentIds"]]


def _map(call: Call) -> Answer:
    """Replaces the agent's skills in the department; an empty list takes them all."""
    agent = call.fetch("agents", "agentId")
    department, ids = call.body["departmentId"], call.body["skillIds"]
    usable_department(call, department)
    if not usable_agent(agent) or not is_member(agent, department):
        raise invalid_data(invalid("/departmentId", "The agent does not belong to the department."))
    refuse(unknown_ids(call.portal, "skills", ids, "/skillIds", lambda row: bool(row["departmentId"] == department)))
    for row in _of(call.portal, department):
        others = [one for one in row["agentIds"] if one != agent["id"]]
        row["agentIds"] = [*others, agent["id"]] if row["id"] in ids else others
    return [_held(call, agent["id"], department)]


KIND = PLAIN.kind(
    {
        "getSkills": _list,
        "createSkill": _create,
        "updateSkill": _update,
        "reorderSkills": _reorder,
        "getCriteriaFieldsForSkills": _criteria_fields,
        "getSkillsOfAgent": _of_agent,
        "mapSkillsWithAgent": _map,
    },
    settle=_settle,
    unsupported={"executeSkillbasedAssignment": TICKETS, "recalculateAndStampSkillForTicket": TICKETS},
)
