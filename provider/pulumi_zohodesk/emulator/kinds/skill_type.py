"""Skill types: a name within a department; they cannot move, and go only when they hold no skill."""

from __future__ import annotations

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import page
from pulumi_zohodesk.emulator._errors import invalid, invalid_data
from pulumi_zohodesk.emulator._kind import Answer, Portal, Record
from pulumi_zohodesk.emulator._plain import Plain


def _skills(portal: Portal, record: Record) -> list[Record]:
    return [row for row in portal.table("skills") if row["skillTypeId"] == record["id"]]


def _shown(portal: Portal, record: Record, skills: list[Record] | None = None) -> Record:
    """The skill type as the API answers it; lists also show the status of its skills."""
    held = _skills(portal, record) if skills is None else skills
    entries = [{"skillId": row["id"], "skillName": row["name"], "skillStatus": row["status"]} for row in held]
    statuses = list(dict.fromkeys(row["status"] for row in held))
    return {**record, "associatedSkills": entries, "mappedSkillsStatus": statuses}


def _must_be_empty(call: Call, record: Record) -> None:
    if call.switches.full_skill_types_refused and _skills(call.portal, record):
        raise invalid_data(invalid("/skillTypeId", "The skill type still has skills."))


PLAIN = Plain(
    name="skillTypes",
    contract="skill_type",
    permission="setup.automation",
    blank={"name": "", "departmentId": ""},
    key=("departmentId", "name"),
    names=lambda switches: switches.skill_type_names,
    most="skill_types",
    shown=_shown,
    removable=_must_be_empty,
)


def _list(call: Call) -> Answer:
    groups: dict[str, list[Record]] = {}
    for skill in call.portal.table("skills"):
        groups.setdefault(skill["skillTypeId"], []).append(skill)
    rows, status = PLAIN.rows(call), call.query.get("mappedSkillsStatus")
    if status is not None:
        rows = [row for row in rows if any(one["status"] == status for one in groups.get(row["id"], ()))]
    return [_shown(call.portal, row, groups.get(row["id"], [])) for row in page(call, rows, 100)]


KIND = PLAIN.kind({"getSkillTypes": _list})
