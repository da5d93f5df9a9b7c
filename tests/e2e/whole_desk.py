"""An organisation in which every field that can be written varies, and which fields these are, by the contract."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.emulator._schema import merged, property_names
from pulumi_zohodesk.engine import Kind
from pulumi_zohodesk.kinds import KINDS
from tests.kinds.living import populate
from tests.kinds.objects import PORTABLE
from tests.kinds.tables import TABLES
from tests.kinds.test_contract import DEPARTURES, ROWS

SWITCHES = {"departments": ("isEnabled",)}
"""Fields that operations without a body write: enableDepartment, disableDepartment."""


def _exceptions(kind: Kind) -> set[str]:
    """What the contract takes and a kind leaves to another field, as the cross-check says with its reasons."""
    return {wire for wire in _taken(kind) if f"{kind.name}.{wire}: the contract takes it" in DEPARTURES}


def _taken(kind: Kind) -> frozenset[str]:
    """Every property that the bodies of creating and updating have."""
    bodies = (property_names(merged(ROWS[one.name][0]["body"])) for one in kind.writes)
    return frozenset().union(*bodies)


WRITABLE = {
    TABLES[kind.name]: tuple(sorted({*_taken(kind), *SWITCHES.get(TABLES[kind.name], ())} - _exceptions(kind)))
    for kind in KINDS
    if not kind.dear
}
"""By table of the store, the fields that the contract takes on create or update; of what exports tell unasked."""

TOLD = tuple(kind for kind in PORTABLE if not kind.dear)
"""The kinds that an export or a clone makes in another organisation."""

HOSTILE = ("Größe & Co. | 'x': $HOME, @y?!", "class", "../etc", "日本語" * 20, "🎉👩‍💻", "None", "line\nbreak\tx")
"""Names that the rules of a department's name let through."""

SHORT = ("import", "- x: '$y', @z?", "مرحبا", "1e3", "null", "İstanbul", "skills")
"""Names of skills and their types: fewer signs, fifty characters."""

PERSON = '"{x!r}" [a] ^(~)=*+'


def fill(emulator: Emulator, organization: str) -> None:
    """Seed it: hostile names, fields at their fullest and empty ones, every switch in both places.

    What is out of service holds nothing: nothing can be created in it.
    """
    fullest = {"description": "first\nsecond 'x' {y} \\ #", "isVisibleInCustomerPortal": False}
    departments: list[dict[str, Any]] = [{"name": name} for name in HOSTILE]
    departments[0] |= fullest | {"nameInCustomerPortal": "import os", "isAssignToTeamEnabled": False}
    departments.append({"name": "Closed", "isEnabled": False})
    emulator.seed({organization: {"departments": departments}})
    emulator.seed({organization: {"agents": list(_agents())}})
    types = [{"name": name, "department": HOSTILE[place % 3]} for place, name in enumerate(SHORT)]
    emulator.seed({organization: {"skillTypes": types}})
    skills = [
        {
            "name": name,
            "department": HOSTILE[place % 3],
            "skillType": SHORT[place],
            "criteria": _criteria(place),
            "description": "can 'x', $y" if place % 2 else "",
            "status": "INACTIVE" if place % 3 == 1 else "ACTIVE",
        }
        for place, name in enumerate(reversed(SHORT))
    ]
    emulator.seed({organization: {"skills": skills}})
    jo = next(row["id"] for row in emulator.state(organization)["agents"] if row["lastName"] == PERSON)
    for skill in emulator.state(organization)["skills"][::3]:
        emulator.edit(organization, "skills", "update", id=skill["id"], values={"agentIds": [jo]})
    populate(emulator, organization, TOLD)


def _agents() -> Iterator[dict[str, Any]]:
    yield {
        "firstName": "Jo {y}",
        "lastName": PERSON,
        "emailId": "Jo.Doe+x@Example.com",
        "departments": list(HOSTILE[:3]),
        "chatDepartments": [HOSTILE[0]],
        "role": "Support Manager",
        "profile": "Supervisor",
        "phone": "+49 (1) 23",
        "mobile": "+1",
        "extn": "007",
        "aboutInfo": "about 'me', \"x\"",
        "channelExpert": ["Phone", "Chat"],
        "langCode": "de_DE",
        "countryCode": "de_DE",
        "timeZone": "Europe/Berlin",
        "cf": {"cf_a": "x", "cf_b": "12:30"},
    }
    yield {"lastName": "Off", "emailId": "off@example.com", "departments": [HOSTILE[0]], "status": "DISABLED"}
    light = {"profile": "Light Agent", "role": "LightAgent"}
    yield {"lastName": "Light", "emailId": "light@example.com", "departments": [HOSTILE[1]], **light}
    chief = {"profile": "Support Administrator", "role": "CEO"}
    yield {"lastName": "Chief", "emailId": "chief@example.com", "departments": [HOSTILE[4]], **chief}


def _criteria(number: int) -> dict[str, Any]:
    condition = {"fieldModule": "tickets", "fieldName": "Subject", "condition": "is", "value": [f"it's {number}"]}
    conditions = [condition, {**condition, "fieldName": "Phone", "value": ["${NOTEMPTY}"]}]
    return {"fieldConditions": conditions[: 1 + number % 2], "pattern": "(1or2)" if number % 2 else "1"}


def unvaried(emulator: Emulator, organization: str) -> list[str]:
    """Fields that are the same in every object, so that a comparison of them proves nothing."""
    state = emulator.state(organization)
    tables = {TABLES[kind.name]: [kind.row(row) for row in state[TABLES[kind.name]]] for kind in TOLD}
    keys = {(TABLES[kind.name], wire) for kind in KINDS for wire in kind.key}  # which tell the objects apart
    return [
        f"{store}.{wire}"
        for store, rows in tables.items()
        for wire in WRITABLE[store]
        if ((store, wire) not in keys and len({json.dumps(row[wire], sort_keys=True) for row in rows}) < 2)
        or (wire == "nameInCustomerPortal" and all(row[wire] == row["name"] for row in rows))
    ]
