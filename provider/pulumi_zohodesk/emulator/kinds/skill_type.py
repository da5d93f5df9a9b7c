"""Skill types: a name within a department; they cannot move, and go only when they hold no skill."""

from __future__ import annotations

from collections.abc import Hashable

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import must_be_free, page
from pulumi_zohodesk.emulator._errors import invalid, invalid_data
from pulumi_zohodesk.emulator._kind import Answer, Kind, Portal, Reference
from pulumi_zohodesk.emulator._limits import edition_exceeded
from pulumi_zohodesk.emulator._store import Record


def _blank(portal: Portal, creator: str) -> Record:
    now = portal.clock.milliseconds()
    return {
        "name": "",
        "departmentId": "",
        "createdBy": creator,
        "createdTime": now,
        "modifiedBy": creator,
        "modifiedTime": now,
    }


def _key(record: Record) -> Hashable | None:
    return str(record["departmentId"]), record["name"].casefold()


def _forget(portal: Portal, kind: str, record: Record) -> None:
    if kind == "departments":
        for row in [row for row in portal.table("skillTypes") if row["departmentId"] == record["id"]]:
            portal.delete("skillTypes", row)


def _skills(portal: Portal, record: Record) -> list[Record]:
    return [row for row in portal.table("skills") if row["skillTypeId"] == record["id"]]


def shown(portal: Portal, record: Record, skills: list[Record] | None = None) -> Record:
    """The skill type as the API answers it; lists also show the status of its skills."""
    held = _skills(portal, record) if skills is None else skills
    entries = [{"skillId": row["id"], "skillName": row["name"], "skillStatus": row["status"]} for row in held]
    statuses = list(dict.fromkeys(row["status"] for row in held))
    return {**record, "associatedSkills": entries, "mappedSkillsStatus": statuses}


def _grouped(portal: Portal) -> dict[str, list[Record]]:
    groups: dict[str, list[Record]] = {}
    for skill in portal.table("skills"):
        groups.setdefault(skill["skillTypeId"], []).append(skill)
    return groups


def _list(call: Call) -> Answer:
    department = call.query.get("departmentId")
    if department is not None:
        _usable_department(call, department)
    rows = [
        row
        for row in call.portal.table("skillTypes")
        if department in (None, row["departmentId"]) and call.sees(row["departmentId"])
    ]
    groups = _grouped(call.portal)
    status = call.query.get("mappedSkillsStatus")
    if status is not None:
        rows = [row for row in rows if any(one["status"] == status for one in groups.get(row["id"], ()))]
    return [shown(call.portal, row, groups.get(row["id"], [])) for row in page(call, rows, 100)]


def _usable_department(call: Call, department: str) -> None:
    if call.portal.get("departments", department) is None:
        raise invalid_data(invalid("/departmentId"))
    call.must_see(department)


def _one(call: Call) -> Record:
    record = call.fetch("skillTypes", "skillTypeId")
    call.must_see(record["departmentId"])
    return record


def _get(call: Call) -> Answer:
    return shown(call.portal, _one(call))


def _create(call: Call) -> Answer:
    portal, body = call.portal, call.body
    _usable_department(call, body["departmentId"])
    department = portal.get("departments", body["departmentId"])
    if department is None or not department["isEnabled"]:
        raise invalid_data(invalid("/departmentId", "The department is disabled."))
    must_be_free(portal, "skillTypes", body, "/name")
    held = sum(row["departmentId"] == department["id"] for row in portal.table("skillTypes"))
    if held >= portal.limits.skills("skill_types"):
        raise edition_exceeded()
    return shown(portal, portal.add("skillTypes", body, call.caller.agent))


def _update(call: Call) -> Answer:
    record = _one(call)
    must_be_free(call.portal, "skillTypes", {**record, **call.body}, "/name")
    record.update(call.body, modifiedTime=call.now(), modifiedBy=call.caller.agent)
    call.portal.save("skillTypes", record)
    return shown(call.portal, record)


def _delete(call: Call) -> Answer:
    record = _one(call)
    if _skills(call.portal, record):
        raise invalid_data(invalid("/skillTypeId", "The skill type still has skills."))
    call.portal.delete("skillTypes", record)
    return None


KIND = Kind(
    name="skillTypes",
    contract="skill_type",
    natural_key=_key,
    references=(Reference("department", "departmentId", "departments"),),
    blank=_blank,
    forget=_forget,
    operations={
        "getSkillTypes": _list,
        "getSkillType": _get,
        "createSkillType": _create,
        "updateSkillType": _update,
        "deleteSkillType": _delete,
    },
    permission="setup.automation",
)
