"""Seeding and editing: changes made as someone in the user interface would, past the API's rules.

Objects may be named by their natural key: ``{"name": "Spanish", "department": "Sales"}`` is a skill type,
``{"emailId": ..., "departments": ["Sales"], "role": "CEO"}`` an agent.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pulumi_zohodesk.emulator._fields import must_be_complete, must_fit
from pulumi_zohodesk.emulator._kind import Kind, Link, Portal
from pulumi_zohodesk.emulator._limits import EDITIONS
from pulumi_zohodesk.emulator._sharing import TABLE as SHARING
from pulumi_zohodesk.emulator._sharing import share
from pulumi_zohodesk.emulator._store import Record, copied
from pulumi_zohodesk.emulator._values import Rule, mapping, must_be, must_keep, one_of, optional, texts, whole

SINGLE = ("organizations", SHARING, "routingPreferences", "skillConfigurations")
"""Kinds of which an organisation, or a department, has exactly one record."""
SETTINGS: Mapping[str, Rule] = {
    "edition": one_of(*EDITIONS),
    "limits": mapping,
    "sharing": mapping,
    "organization": mapping,
    "criteriaFields": mapping,
    "generate": mapping,
}
"""Keys of a seed that are no kinds."""


def seed(portal: Portal, data: Mapping[str, Any]) -> dict[str, list[str]]:
    """Adds objects and sets the organisation's fields, limits and data sharing. Returns the new ids by kind.

    Raises ValueError for what is not as it must be; what was done by then is for the caller to undo.
    """
    must_keep(f"The seed of {portal.name}", data, {**SETTINGS, **dict.fromkeys(portal.kinds, _objects)})
    portal.limits.change(data.get("limits", {}))
    share(portal, data.get("sharing", {}))
    fields = data.get("criteriaFields", {})
    must_keep("The fields of criteria", fields, dict.fromkeys(("tickets", "contacts", "accounts"), texts))
    for module, names in fields.items():
        portal.criteria_fields[module] = [*portal.criteria_fields.get(module, []), *names]
    organization = {**data.get("organization", {})}
    if "edition" in data:
        organization["edition"] = data["edition"]
    if organization:
        change(portal, "organizations", portal.organization, organization)
    if "generate" in data:
        data = {**data, **_generated(portal, data["generate"])}
    return {kind: [create(portal, kind, one)["id"] for one in data[kind]] for kind in portal.kinds if kind in data}


def _objects(value: Any) -> str:
    right = isinstance(value, (list, tuple)) and not any(mapping(one) for one in value)
    return "" if right else "a list of objects"


def create(portal: Portal, kind: str, values: Mapping[str, Any]) -> Record:
    """Makes an object. Raises ValueError for a field that the kind does not have, and for a wrong value of one."""
    declared = _kind(portal, kind)
    if kind in SINGLE:
        raise ValueError(f"An organisation, or a department, has one record of {kind}, which can be changed.")
    must_fit(portal, declared, values)
    made = resolved(portal, declared, values)
    must_be_complete(portal, declared, made)
    return portal.add(kind, made)


def change(portal: Portal, kind: str, record: Record, values: Mapping[str, Any]) -> Record:
    """Changes an object. Raises ValueError as ``create`` does."""
    must_fit(portal, _kind(portal, kind), values)
    if values.get("id", record["id"]) != record["id"]:
        raise ValueError("The id of an object cannot be changed.")
    record.update(copied(resolved(portal, _kind(portal, kind), values, record)))
    if "modifiedTime" in record:
        record["modifiedTime"] = portal.clock.milliseconds()
    portal.save(kind, record)
    return record


def remove(portal: Portal, kind: str, record: Record) -> None:
    """Deletes an object with every link to it; archives it where the service does."""
    archive = _kind(portal, kind).archive
    if kind in SINGLE:
        raise ValueError(f"An organisation, or a department, cannot be without its record of {kind}.")
    if archive is not None:
        archive(portal, record)
    else:
        portal.delete(kind, record)


def find(portal: Portal, kind: str, identity: str | None, key: Mapping[str, Any] | None) -> Record:
    """The object with that id or those values; raises ValueError unless there is exactly one."""
    table = portal.table(_kind(portal, kind).name)
    must_be("The key of an object", key, optional(mapping))
    if identity is not None:
        record = table.get(str(identity))
        found = [] if record is None else [record]
    else:
        wanted = resolved(portal, portal.kinds[kind], key or {})
        found = [row for row in table if all(_same(row.get(name), value) for name, value in wanted.items())]
    if len(found) != 1:
        raise ValueError(f"There are {len(found)} {kind} with {identity or dict(key or {})}, not one.")
    return found[0]


def _same(left: Any, right: Any) -> bool:
    if isinstance(left, str) and isinstance(right, str):
        return left.casefold() == right.casefold()
    return bool(left == right)


def _kind(portal: Portal, name: str) -> Kind:
    if name not in portal.kinds:
        raise ValueError(f"There is no kind named {name}.")
    return portal.kinds[name]


def resolved(
    portal: Portal, kind: Kind, values: Mapping[str, Any], current: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """The values with objects named by natural key replaced by their ids."""
    result = dict(values)
    for link in kind.links:
        if link.name in result:
            named = result.pop(link.name)
            scope = {**(current or {}), **result}.get(link.within)
            result[link.field] = (
                [_identity(portal, link, one, scope) for one in named]
                if link.many
                else named and _identity(portal, link, named, scope)
            )
    return result


def _identity(portal: Portal, link: Link, named: Any, scope: Any) -> str:
    table = portal.table(link.kind)
    text = str(named)
    key = (str(scope), text.casefold()) if link.within else text.casefold()
    record = table.get(text) or table.by_key(key)
    if record is None:
        raise ValueError(f"There is no object named {named} among the {link.kind}.")
    return str(record["id"])


def _generated(portal: Portal, sizes: Mapping[str, int]) -> dict[str, list[dict[str, Any]]]:
    """Plain objects in bulk: departments, agents, skill_types and skills per department."""
    must_keep("What is generated", sizes, dict.fromkeys(("departments", "agents", "skill_types", "skills"), whole(0)))
    numbers = {name: range(1, sizes.get(name, 0) + 1) for name in ("departments", "agents", "skill_types", "skills")}
    names = [f"Department {number}" for number in numbers["departments"]]
    places = names or [row["name"] for row in portal.table("departments")]
    agents = [
        {
            "firstName": "Agent",
            "lastName": f"Number {number}",
            "emailId": f"agent{number}@example.com",
            "isConfirmed": True,
            "departments": [places[number % len(places)]],
        }
        for number in numbers["agents"]
    ]
    types = [{"name": f"Type {n}", "department": place} for place in places for n in numbers["skill_types"]]
    skills = [
        {"name": f"Skill {number}", "department": kind["department"], "skillType": kind["name"]}
        for kind in types
        for number in numbers["skills"]
    ]
    return {"departments": [{"name": name} for name in names], "agents": agents, "skillTypes": types, "skills": skills}
