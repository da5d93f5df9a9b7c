"""Probes that make objects, all under one name, and taking these out of service again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.questions._asking import Asking, Ended, Open, Probe, status
from pulumi_zohodesk.transport import Operation, Seen

__all__ = ["CLEANING", "PREFIX", "WRITES", "clean"]

PREFIX = "zohodesk probe"
"""How the name of everything begins that is made here."""
LEAVE = Operation(
    "dissociateAgents",
    "POST",
    "/departments/{departmentId}/dissociateAgents",
    ("Desk.basic.UPDATE", "Desk.departments.UPDATE", "Desk.settings.UPDATE"),
)
MADE = 10
"""Skill types, and skills, that all probes together make, at most."""

# --- Skill types and skills -----------------------------------------------------------------------------------------


def _made(seen: Seen, what: str) -> str:
    """The id of what was made. Raises Open."""
    if not seen.good or not isinstance(seen.content, dict):
        raise Open(f"making a {what} was refused: HTTP {seen.status} {seen.code}".strip())
    return str(seen.content["id"])


def _type(asking: Asking, name: str) -> Seen:
    return asking.send("skill_types.create", body={"departmentId": asking.department, "name": f"{PREFIX} {name}"})


def _new_type(asking: Asking, name: str) -> str:
    return _made(_type(asking, name), "skill type")


def _condition(asking: Asking) -> dict[str, Any]:
    """A condition that the organisation lists."""
    seen = asking.look("skills.criteria_fields", departmentId=asking.department, module="tickets")
    try:
        field = seen.content["criteriaFields"][0]["fieldDetails"][0]
        words = {"fieldName": field["fieldLabel"], "condition": field["availableConditions"][0]["condition"]}
    except (TypeError, LookupError):
        raise Open("the organisation lists no field for criteria") from None
    return {"fieldModule": "tickets", **words, "value": [PREFIX]}


def _skill(asking: Asking, kind: str, name: str, conditions: list[dict[str, Any]], pattern: str = "1") -> Seen:
    """A skill that is not active: no ticket is assigned by it."""
    criteria = {"fieldConditions": conditions, "pattern": pattern}
    body = {"skillTypeId": kind, "name": f"{PREFIX} {name}", "status": "INACTIVE", "criteria": criteria}
    return asking.send("skills.create", body=body)


def _words(asking: Asking) -> str:
    seen = asking.send("skill_types.create", body={"departmentId": asking.department})
    errors = seen.content.get("errors") if isinstance(seen.content, dict) else None
    if not errors:
        raise Open("a skill type without a name is not refused with reasons")
    words = errors[0].get("errorMessage")
    return "missing" if words is None else "full" if words else "empty"


def _type_name(asking: Asking) -> str:
    _new_type(asking, "name")
    if _type(asking, "NAME").status == 422:
        return "whatever its case"
    return "with its case" if _type(asking, "name").status == 422 else "no"


def _type_with_skills(asking: Asking) -> str:
    kind = _new_type(asking, "full")
    _made(_skill(asking, kind, "full", [_condition(asking)]), "skill")
    return status(asking.send("skill_types.delete", path={"skillTypeId": kind}), s200="yes", s422="no")


def _skill_name(asking: Asking) -> str:
    one, other = (_new_type(asking, name) for name in ("one", "other"))
    condition = _condition(asking)
    _made(_skill(asking, one, "name", [condition]), "skill")
    return status(_skill(asking, other, "name", [condition]), s200="type", s422="department")


def _no_criteria(asking: Asking) -> str:
    return status(_skill(asking, _new_type(asking, "empty"), "empty", []), s200="yes", s422="no")


def _any_field(asking: Asking) -> str:
    condition = {**_condition(asking), "fieldName": PREFIX}
    return status(_skill(asking, _new_type(asking, "field"), "field", [condition]), s200="any", s422="listed")


def _part_of_pattern(asking: Asking) -> str:
    conditions = [_condition(asking)] * 2
    return status(_skill(asking, _new_type(asking, "part"), "part", conditions), s200="no", s422="yes")


def _pattern(asking: Asking) -> str:
    pattern = "((1) and 2)"
    seen = _skill(asking, _new_type(asking, "pattern"), "pattern", [_condition(asking)] * 2, pattern)
    found = asking.row("skills.get", skillId=_made(seen, "skill"))
    return "as sent" if (found.get("criteria") or {}).get("pattern") == pattern else "normalized"


# --- The department -------------------------------------------------------------------------------------------------


def _department(asking: Asking) -> str:
    """The id of the one department that is ever made: made, or brought back."""
    row = next((row for row in asking.rows("departments.list") if row.get("name") == PREFIX), None)
    if row is None:
        made = _made(asking.send("departments.add", body={"name": PREFIX}), "department")
        asking.forget()
        return made
    if not row.get("isEnabled"):
        asking.send("departments.enable", path={"departmentId": str(row["id"])})
    return str(row["id"])


def _as_made(wire: str, wanted: object, asking: Asking) -> str:
    return "yes" if asking.row("departments.get", departmentId=_department(asking)).get(wire) == wanted else "no"


def _replaced(asking: Asking) -> str:
    active = [row for row in asking.rows("agents.list") if row.get("status") == "ACTIVE"]
    ids = [str(row["id"]) for row in active if row.get("associatedDepartmentIds")][:2]
    if len(ids) < 2:
        raise Open("needs two active agents with a department")
    path = {"departmentId": _department(asking)}
    for id in ids:
        seen = asking.send("departments.update", path=path, body={"associatedAgentIds": [id]})
        if not seen.good:
            raise Open(f"changing the agents was refused: HTTP {seen.status} {seen.code}".strip())
    left = asking.row("departments.get", **path).get("associatedAgentIds") or ()
    return "added" if ids[0] in map(str, left) else "replaced"


# --- Cleaning up ----------------------------------------------------------------------------------------------------


def clean(asking: Asking) -> list[str]:
    """Remove what probes made, this time or before; says what could not be removed. Raises DeskError."""
    try:
        return list(_cleaned(asking))
    except Ended as ended:
        raise ended.cause from None
    except Open as error:
        raise InputError(f"Nothing can be removed that was made before: {error}.") from None


def _cleaned(asking: Asking) -> Iterator[str]:
    types = [row for page in asking.pages("skill_types.list") for row in page]
    mine = [row for row in types if _is_mine(row)]
    for department in {str(row["departmentId"]) for row in mine}:
        pages = asking.pages("skills.list", departmentId=department)
        for row in [row for page in pages for row in page if _is_mine(row)]:
            yield from _removed(asking, "skills.delete", {"skillId": str(row["id"])}, f'the skill "{row["name"]}"')
    for row in mine:
        yield from _removed(
            asking, "skill_types.delete", {"skillTypeId": str(row["id"])}, f'skill type "{row["name"]}"'
        )
    for row in [row for page in asking.pages("departments.list") for row in page]:
        if row.get("name") == PREFIX:
            yield from _emptied(asking, str(row["id"]), enabled=bool(row.get("isEnabled")))


def _is_mine(row: Mapping[str, Any]) -> bool:
    return str(row.get("name", "")).lower().startswith(f"{PREFIX} ")


def _removed(asking: Asking, use: str, path: Mapping[str, str], words: str) -> Iterator[str]:
    seen = asking.send(use, path=path)
    if not seen.good and seen.status != 404:
        yield f"{words}: HTTP {seen.status} {seen.code}".strip()


def _emptied(asking: Asking, id: str, *, enabled: bool) -> Iterator[str]:
    """A department without agents and out of service: none can be deleted."""
    path = {"departmentId": id}
    if enabled:
        if agents := asking.row("departments.get", **path).get("associatedAgentIds"):
            asking.send(LEAVE, path=path, body={"agentIds": agents})
        yield from _removed(asking, "departments.disable", path, f'taking the department "{PREFIX}" out of service')
    yield f'the department "{PREFIX}": departments are for ever; the next probe uses it again'


_TYPE = ("departments.list", "skill_types.create")
_SKILL = (*_TYPE, "skills.criteria_fields", "skills.create")
_PLACE = ("departments.list", "departments.add", "departments.enable", "departments.get")
WRITES: Mapping[str, Probe] = {
    "invalid-data-words": Probe(_words, _TYPE, writes=True),
    "skill-type-name": Probe(_type_name, (*_TYPE, *_TYPE, *_TYPE), writes=True),
    "skill-type-with-skills": Probe(_type_with_skills, (*_SKILL, "skill_types.delete"), writes=True),
    "skill-name": Probe(_skill_name, (*_SKILL, *_SKILL), writes=True),
    "empty-criteria": Probe(_no_criteria, _SKILL, writes=True),
    "criteria-fields": Probe(_any_field, _SKILL, writes=True),
    "pattern-uses-all": Probe(_part_of_pattern, _SKILL, writes=True),
    "pattern-comes-back": Probe(_pattern, (*_SKILL, "skills.get"), writes=True),
    "teams-in-new-department": Probe(
        partial(_as_made, "isAssignToTeamEnabled", True), _PLACE, writes=True, departments=True
    ),
    "customer-portal-name": Probe(
        partial(_as_made, "nameInCustomerPortal", PREFIX), _PLACE, writes=True, departments=True
    ),
    "department-agents": Probe(
        _replaced, (*_PLACE, "agents.list", *["departments.update"] * 2), writes=True, departments=True
    ),
}
"""By the name of the question."""
CLEANING = Probe(
    lambda _asking: "",
    (
        *("skill_types.list", "skills.list", "departments.list", "departments.get", LEAVE, "departments.disable") * 2,
        *("skills.delete", "skill_types.delete") * (2 * MADE),
    ),
)
"""What cleaning up before and after asks for."""
