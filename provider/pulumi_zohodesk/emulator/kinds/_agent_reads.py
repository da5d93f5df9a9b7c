"""Reading agents: lists, look-ups, counts, and what ``include`` adds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import ordered, page, searched, texts, where
from pulumi_zohodesk.emulator._kind import Answer, Handler, Record
from pulumi_zohodesk.emulator._records import brief
from pulumi_zohodesk.emulator.kinds._membership import is_light, usable_agent

PEOPLE = ("firstName", "lastName", "name", "emailId")
ARCHIVED = ("DELETED", "ANONYMIZED", "CLOSED")


def with_included(call: Call, agent: Record) -> Record:
    wanted = call.query.get("include", ())
    answer = dict(agent)
    for name in (name for name in ("role", "profile") if name in wanted):
        answer[name] = brief(call.portal.get(f"{name}s", agent[f"{name}Id"]), "id", "name")
    for name in (name for name in ("associatedDepartments", "associatedChatDepartments") if name in wanted):
        rows = call.portal.those("departments", agent[f"{name.removesuffix('s')}Ids"])
        answer[name] = [brief(row, "id", "name", "sanitizedName") for row in rows]
    if "verifiedEmails" in wanted:
        answer["verifiedEmails"] = [agent["emailId"]] if agent["isConfirmed"] else []
    return answer


def people(call: Call, rows: Iterable[Record]) -> list[Record]:
    """The agents that the query asks for, in its order, of one page."""
    query, field = call.query, call.query.get("fieldName")
    rows = where(rows, isConfirmed=query.get("isConfirmed"), status=query.get("status"))
    if "isLightAgent" in query:
        rows = [row for row in rows if is_light(row) == query["isLightAgent"]]
    rows = searched(rows, query.get("searchStr"), (field,) if field else PEOPLE)
    return page(call, ordered(rows, field or "name", query.get("sortOrder")))


def _list(call: Call) -> Answer:
    rows = [row for row in call.portal.table("agents") if usable_agent(row) or call.query.get("status")]
    return [with_included(call, row) for row in people(call, _filtered(call, rows))]


def _filtered(call: Call, rows: list[Record]) -> list[Record]:
    query = call.query
    if query.get("cfFieldName") and query.get("cfSearchStr"):
        held = [{**row["cf"], "row": row} for row in rows]
        rows = [one["row"] for one in searched(held, query["cfSearchStr"], (query["cfFieldName"],))]
    for name, field in (("roleIds", "roleId"), ("profileIds", "profileId")):
        if name in query:
            rows = [row for row in rows if row[field] in query[name]]
    if "departmentIds" in query:
        wanted = {one for one in query["departmentIds"] if call.sees(one)}
        rows = [row for row in rows if wanted.intersection(row["associatedDepartmentIds"])]
    kind = query.get("rolePermissionType")
    if kind is not None and kind[0] == "$":
        return [row for row in rows if not is_light(row)]
    return where(rows, rolePermissionType=kind)


def _by_ids(call: Call) -> Answer:
    return call.portal.those("agents", texts(call.query["agentIds"]))


def _get(call: Call) -> Answer:
    return with_included(call, call.fetch("agents", "agentId"))


def _mine(call: Call) -> Answer:
    return with_included(call, call.me)


def _by_email(call: Call) -> Answer:
    return call.portal.table("agents").by_key(call.path["emailId"].casefold())


def _by_zuid(call: Call) -> Answer:
    zuid = call.path["zuid"]
    return next((row for row in call.portal.table("agents") if row["zuid"] == zuid and usable_agent(row)), None)


def _deleted(call: Call) -> Answer:
    rows = [row for row in call.portal.table("agents") if row["status"] in ARCHIVED]
    return page(call, where(rows, status=call.query.get("status")))


def _count(call: Call) -> Answer:
    query = call.query
    rows = where(call.portal.table("agents"), isConfirmed=query.get("isConfirmed"), status=query.get("status"))
    light = query.get("includeLightAgent", True)
    rows = [row for row in rows if usable_agent(row) and (light or not is_light(row))]
    return {"count": str(len(rows))}


def _all_counts(call: Call) -> Answer:
    """Eight counters; ``allAgents`` sums active, deactivated, light and unconfirmed."""
    found = Counter(_counter(row) for row in call.portal.table("agents"))
    names = ("active", "deactivated", "light", "unconfirmed", "imported", "closed", "deleted")
    counts = {name: found[name] for name in names} | {"all": sum(found[name] for name in names[:4])}
    return {f"{name}Agents": str(count) for name, count in counts.items()}


def _counter(row: Record) -> str:
    status = {"DELETED": "deleted", "ANONYMIZED": "deleted", "CLOSED": "closed", "IMPORTED": "imported"}
    if row["status"] in status:
        return status[row["status"]]
    if not row["isConfirmed"]:
        return "unconfirmed"
    if is_light(row):
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
