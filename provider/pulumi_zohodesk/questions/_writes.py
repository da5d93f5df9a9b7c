"""Probes that make objects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pulumi_zohodesk.questions._asking import Asking, Open, Probe, good, status
from pulumi_zohodesk.questions._made import PREFIX, SORTS, deleted, id_of, made
from pulumi_zohodesk.transport import Seen

HTML = "<P>zohodesk&nbsp;probe</P>"

# --- Skill types and skills -----------------------------------------------------------------------------------------


def _type(asking: Asking, name: str) -> Seen:
    return made(asking, "skill type", {"departmentId": asking.department, "name": f"{PREFIX} {name}"})


def _new_type(asking: Asking, name: str) -> str:
    return id_of(_type(asking, name), "skill type")


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
    words = {"name": f"{PREFIX} {name}", "description": PREFIX, "status": "INACTIVE"}
    return made(asking, "skill", {"skillTypeId": kind, **words, "criteria": criteria})


def _words(asking: Asking) -> str:
    seen = made(asking, "skill type", {"departmentId": asking.department})
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
    skill = id_of(_skill(asking, kind, "full", [_condition(asking)]), "skill")
    return _with_content(asking, "skill type", kind, "skill", skill)


def _with_content(asking: Asking, words: str, id: str, content: str, inner: str) -> str:
    """Whether an object can be removed with what is in it, which is then gone as well."""
    seen = deleted(asking, words, id)
    if seen.good:
        asking.made[content].pop(inner, None)
    return status(seen, s200="yes", s422="no")


def _skill_name(asking: Asking) -> str:
    one, other = (_new_type(asking, name) for name in ("one", "other"))
    condition = _condition(asking)
    id_of(_skill(asking, one, "name", [condition]), "skill")
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
    found = asking.row("skills.get", skillId=id_of(seen, "skill"))
    return "as sent" if (found.get("criteria") or {}).get("pattern") == pattern else "normalized"


# --- Teams, templates, business hours -------------------------------------------------------------------------------


def _team(asking: Asking, name: str, **more: object) -> Seen:
    return made(asking, "team", {"departmentId": asking.department, "name": f"{PREFIX} {name}", **more})


def _same_team(asking: Asking) -> str:
    id_of(_team(asking, "same"), "team")
    return status(_team(asking, "same"), s200="yes", s422="no")


def _team_replaced(asking: Asking) -> str:
    active = [row for row in asking.rows("agents.list") if row.get("status") == "ACTIVE"]
    ids = [str(row["id"]) for row in active if asking.department in row.get("associatedDepartmentIds", ())][:2]
    if len(ids) < 2:
        raise Open("needs two active agents in one department")
    path = {"teamId": id_of(_team(asking, "agents", agents=ids[:1]), "team")}
    good(asking.send("teams.update", path=path, body={"agents": ids[1:]}), "changing the agents")
    return "added" if ids[0] in map(str, asking.row("teams.get", **path).get("agents") or ()) else "replaced"


def _no_successor(asking: Asking) -> str:
    return status(deleted(asking, "team", id_of(_team(asking, "successor"), "team")), s200="none needed", s422="needed")


def _folder(asking: Asking, name: str) -> str:
    lists: dict[str, list[str]] = {who: [] for who in ("teams", "roles", "rolesAndSubordinates", "agents")}
    access = {"folderAccessDetails": {"type": "allAgents", **lists}}
    body = {"departmentId": asking.department, "folderName": f"{PREFIX} {name}", **access}
    return id_of(made(asking, "template folder", body), "template folder", "folderId")


def _template(asking: Asking, folder: str, name: str) -> str:
    text = {"subject": PREFIX, "body": HTML, "contentType": "richtext", "recordType": "tickets"}
    sender = {"fromId": str(asking.organization.get("primaryContact") or "")}
    place = {"departmentId": asking.department, "folderId": folder, "templateName": f"{PREFIX} {name}"}
    return id_of(made(asking, "e-mail template", {**place, **text, **sender}), "template", "templateId")


def _html(asking: Asking) -> str:
    id = _template(asking, _folder(asking, "html"), "html")
    return "yes" if asking.row("email_templates.get", emailTemplateId=id).get("body") == HTML else "no"


def _full_folder(asking: Asking) -> str:
    folder = _folder(asking, "full")
    template = _template(asking, folder, "full")
    return _with_content(asking, "template folder", folder, "e-mail template", template)


def _overlapping(asking: Asking) -> str:
    slots = [{"startTime": "08:00", "endTime": "12:00"}, {"startTime": "11:00", "endTime": "13:00"}]
    days = {"type": "CUSTOM", "businessTimes": [{"day": "MONDAY", "timeSlots": slots}]}
    body = {"name": f"{PREFIX} slots", "timeZoneId": "Europe/Berlin", "status": "INACTIVE", **days}
    return status(made(asking, "business hours", body), s200="taken", s422="refused")


# --- What holds for every kind --------------------------------------------------------------------------------------


def _kept(asking: Asking) -> str:
    kind = _new_type(asking, "kept")
    id = id_of(_skill(asking, kind, "kept", [_condition(asking)]), "skill")
    good(asking.send("skills.update", path={"skillId": id}, body={"name": f"{PREFIX} kept 2"}), "changing the name")
    found = asking.row("skills.get", skillId=id)
    whole = found.get("description") == PREFIX and (found.get("criteria") or {}).get("fieldConditions")
    return "kept" if whole and found.get("status") == "INACTIVE" else "lost"


def _at_once(asking: Asking) -> str:
    id = _new_type(asking, "listed")
    listed = (str(row["id"]) for page in asking.pages("skill_types.list") for row in page)
    return "at once" if id in listed else "later"


def _deleted(asking: Asking) -> str:
    id = _new_type(asking, "deleted")
    good(deleted(asking, "skill type", id), "deleting a skill type")
    seen = asking.look("skill_types.get", {"skillTypeId": id})
    return "404" if (seen.status, seen.code) == (404, "URL_NOT_FOUND") else status(seen, s200="found", s403="403")


_TYPE = ("departments.list", *SORTS["skill type"].uses)
_SKILL = (*_TYPE, "skills.criteria_fields", *SORTS["skill"].uses)
_TEAM = ("departments.list", *SORTS["team"].uses)
_FOLDER = ("departments.list", *SORTS["template folder"].uses)
_TEMPLATE = (*_FOLDER, "organizations.get", *SORTS["e-mail template"].uses)
WRITES: Mapping[str, Probe] = {
    "invalid-data-words": Probe(_words, _TYPE, writes=True),
    "skill-type-name": Probe(_type_name, (*_TYPE, *_TYPE, *_TYPE), writes=True),
    "skill-type-with-skills": Probe(_type_with_skills, (*_SKILL, "skill_types.delete"), writes=True),
    "skill-name": Probe(_skill_name, (*_SKILL, *_SKILL), writes=True),
    "empty-criteria": Probe(_no_criteria, _SKILL, writes=True),
    "criteria-fields": Probe(_any_field, _SKILL, writes=True),
    "pattern-uses-all": Probe(_part_of_pattern, _SKILL, writes=True),
    "pattern-comes-back": Probe(_pattern, (*_SKILL, "skills.get"), writes=True),
    "patch-keeps": Probe(_kept, (*_SKILL, "skills.update", "skills.get"), writes=True),
    "list-lag": Probe(_at_once, (*_TYPE, "skill_types.list"), writes=True),
    "deleted-object": Probe(_deleted, (*_TYPE, "skill_types.delete", "skill_types.get"), writes=True),
    "duplicate-names": Probe(_same_team, (*_TEAM, "teams.create"), writes=True),
    "team-replaces": Probe(_team_replaced, (*_TEAM, "agents.list", "teams.update", "teams.get"), writes=True),
    "successor-of-team": Probe(_no_successor, (*_TEAM, "teams.delete"), writes=True),
    "template-html": Probe(_html, (*_TEMPLATE, "email_templates.get"), writes=True),
    "full-folders": Probe(_full_folder, (*_TEMPLATE, "template_folders.delete"), writes=True),
    "days-and-slots": Probe(_overlapping, SORTS["business hours"].uses, writes=True),
}
"""By the name of the question."""
