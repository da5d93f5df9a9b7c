"""Reading agents: lists, look-ups, counts, and what ``include`` adds."""

from __future__ import annotations

from collections.abc import Mapping

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import ordered, page, searched, texts, where
from pulumi_zohodesk.emulator._errors import not_found
from pulumi_zohodesk.emulator._kind import Answer, Handler
from pulumi_zohodesk.emulator._store import Record
from pulumi_zohodesk.emulator.kinds._membership import usable_agent

PEOPLE = ("firstName", "lastName", "name", "emailId")
ARCHIVED = ("DELETED", "ANONYMIZED", "CLOSED")


def with_included(call: Call, agent: Record) -> Record:
    """The agent with the related objects that the call asks to include."""
    wanted = call.query.get("include", ())
    answer = dict(agent)
    for name, kind in (("role", "roles"), ("profile", "profiles")):
        if name in wanted:
            answer[name] = _brief(call.portal.get(kind, agent[f"{name}Id"]))
    for name, field in (
        ("associatedDepartments", "associatedDepartmentIds"),
        ("associatedChatDepartments", "associatedChatDepartmentIds"),
    ):
        if name in wanted:
            rows = (call.portal.get("departments", one) for one in agent[field])
            answer[name] = [_brief_department(row) for row in rows if row]
    if "verifiedEmails" in wanted:
        answer["verifiedEmails"] = [agent["emailId"]] if agent["isConfirmed"] else []
    return answer


def _brief(record: Record | None) -> Record | None:
    return None if record is None else {"id": record["id"], "name": record["name"]}


def _brief_department(record: Record) -> Record:
    return {name: record[name] for name in ("id", "name", "sanitizedName")}


def _list(call: Call) -> Answer:
    query = call.query
    status = query.get("status")
    rows = [row for row in call.portal.table("agents") if row["status"] == status or (not status and usable_agent(row))]
    rows = _filtered(call, rows)
    field = query.get("fieldName")
    rows = searched(rows, query.get("searchStr"), (field,) if field else PEOPLE)
    if query.get("cfFieldName") and query.get("cfSearchStr"):
        held = [{**row["cf"], "row": row} for row in rows]
        rows = [one["row"] for one in searched(held, query["cfSearchStr"], (query["cfFieldName"],))]
    rows = ordered(rows, field or "name", query.get("sortOrder"))
    return [with_included(call, row) for row in page(call, rows)]


def _filtered(call: Call, rows: list[Record]) -> list[Record]:
    query = call.query
    rows = where(rows, isConfirmed=query.get("isConfirmed"))
    for name, field in (("roleIds", "roleId"), ("profileIds", "profileId")):
        if name in query:
            rows = [row for row in rows if row[field] in query[name]]
    if "departmentIds" in query:
        wanted = {one for one in query["departmentIds"] if call.sees(one)}
        rows = [row for row in rows if wanted.intersection(row["associatedDepartmentIds"])]
    kind = query.get("rolePermissionType")
    if kind is not None:
        rows = [row for row in rows if (row["rolePermissionType"] != "Light" if kind[0] == "$" else _is(row, kind))]
    light = query.get("isLightAgent")
    return rows if light is None else [row for row in rows if _is(row, "Light") == light]


def _is(row: Record, kind: str) -> bool:
    return bool(row["rolePermissionType"] == kind)


def _by_ids(call: Call) -> Answer:
    return [row for text in texts(call.query["agentIds"]) if (row := call.portal.get("agents", text))]


def _get(call: Call) -> Answer:
    return with_included(call, call.fetch("agents", "agentId"))


def _mine(call: Call) -> Answer:
    agent = call.portal.get("agents", call.caller.agent)
    if agent is None:
        raise not_found()
    return with_included(call, agent)


def _by_email(call: Call) -> Answer:
    return call.portal.table("agents").by_key(call.path["emailId"].casefold())


def _by_zuid(call: Call) -> Answer:
    zuid = call.path["zuid"]
    return next((row for row in call.portal.table("agents") if row["zuid"] == zuid and usable_agent(row)), None)


def _deleted(call: Call) -> Answer:
    status = call.query.get("status")
    wanted = (status,) if status else ARCHIVED
    return page(call, [row for row in call.portal.table("agents") if row["status"] in wanted])


def _count(call: Call) -> Answer:
    query = call.query
    rows = where(call.portal.table("agents"), isConfirmed=query.get("isConfirmed"), status=query.get("status"))
    light = query.get("includeLightAgent", True)
    rows = [row for row in rows if usable_agent(row) and (light or row["rolePermissionType"] != "Light")]
    return {"count": str(len(rows))}


def _all_counts(call: Call) -> Answer:
    """Eight counters; ``allAgents`` sums active, deactivated, light and unconfirmed."""
    counts: dict[str, int] = dict.fromkeys(
        ("active", "deactivated", "light", "unconfirmed", "imported", "closed", "deleted"), 0
    )
    for row in call.portal.table("agents"):
        counts[_counter(row)] += 1
    total = sum(counts[name] for name in ("active", "deactivated", "light", "unconfirmed"))
    return {f"{name}Agents": str(count) for name, count in {**counts, "all": total}.items()}


def _counter(row: Record) -> str:
    status = {"DELETED": "deleted", "ANONYMIZED": "deleted", "CLOSED": "closed", "IMPORTED": "imported"}
    if row["status"] in status:
        return status[row["status"]]
    if not row["isConfirmed"]:
        return "unconfirmed"
    if row["rolePermissionType"] == "Light":
        return "light"
    return "active" if row["status"] == "ACTIVE" else "deactivated"


OPERATIONS: Mapping[str, Handler] = {
    "getAgents": _list,
    "getAgentsByIds": _by_ids,
    "getAgent": _get,
    "getMyInfo": _mine,
    "getAgentByEmail": _by_email,
    "getAgentByZuid": _by_zuid,
    "getDeletedAgents": _deleted,
    "getAgentsCount": _count,
    "getAllAgentsCount": _all_counts,
}
