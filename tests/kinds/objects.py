"""A right object of every kind: what its types cannot tell by themselves. A new kind adds its lines here."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pulumi_zohodesk.engine import Id, Kind, Many, Reference, Row
from pulumi_zohodesk.kinds import KINDS

from .values import Ids, another_value


@dataclass(frozen=True)
class Right:
    """Attributes:
    values: what the object has; ``{}`` in its name stands for its number. A function makes a value of ids.
    others: what a field can be changed to by itself, likewise.
    beside: what has to change with a field; None is left out.
    options: those of the provider without which it can be neither made nor removed.
    """

    values: Row = field(default_factory=dict)
    others: Row = field(default_factory=dict)
    beside: Mapping[str, Row] = field(default_factory=dict)
    options: tuple[str, ...] = ()


CRITERIA = {
    "fieldConditions": [
        {"fieldModule": "tickets", "fieldName": name, "condition": "is", "value": ["a", "b"]}
        for name in ("Subject", "Language")
    ],
    "pattern": "(1or2)",
}
DAYS = [{"day": "MONDAY", "startTime": "08:00", "endTime": "17:00"}, {"day": "FRIDAY", "timeSlots": []}]
SLOTS = [{"startTime": "08:00", "endTime": "12:00"}, {"startTime": "13:00", "endTime": "16:00"}]
FEAST = {"holidayName": "Feast", "from": "12-24", "to": "12-26"}

OBJECTS: Mapping[str, Right] = {
    "Agent": Right(
        {
            "emailId": "jo{}@example.com",
            "rolePermissionType": "Custom",
            "channelExpert": ["EMAIL", "PHONE"],
            "timeZone": "Europe/Berlin",
            "langCode": "en_US",
            "countryCode": "en_US",
        },
        {
            "emailId": "other@example.com",
            "timeZone": "Europe/Paris",
            "langCode": "fr_FR",
            "countryCode": "fr_FR",
        },
        {
            "rolePermissionType": {"roleId": None, "profileId": None},
            "associatedDepartmentIds": {"associatedChatDepartmentIds": None},
        },
    ),
    "BusinessHours": Right(
        {
            "type": "CUSTOM",
            "timeZoneId": "Europe/Berlin",
            "businessTimes": [DAYS[0], {"day": "FRIDAY", "timeSlots": SLOTS}],
        },
        {"timeZoneId": "Europe/Paris", "businessTimes": [DAYS[0], {"day": "FRIDAY", "timeSlots": SLOTS[:1]}]},
    ),
    "EmailTemplate": Right(
        {"fromId": "help@example.com", "replyTo": "a@example.com", "contentType": "richtext", "body": "<div>a</div>"},
        {"fromId": "desk@example.com", "replyTo": "b@example.com", "body": "<div>b</div>"},
        {"folderId": {}},
    ),
    "HolidayList": Right(
        {"holidayListType": "YEAR_SPECIFIC", "year": 2027, "holidays": [FEAST, {**FEAST, "holidayName": "Day"}]},
        {"holidays": [FEAST]},
        {"holidayListType": {"year": None}},
    ),
    "MailReplyAddress": Right(
        {
            "address": "help{}@example.com",
            "serviceProviderType": "CustomSMTP",
            "smtpDetails": {"host": "a.example.com", "port": "587", "userName": "desk", "connectionType": "TLS"},
        },
        {"address": "other@example.com", "serviceProviderType": "ZohoSMTP"},
        {"serviceProviderType": {"smtpDetails": None, "smtpPassword": None}},
    ),
    "Profile": Right(
        {"permissions": {"tickets": {"delete": False, "edit": True}, "reports": {"export": False}}},
        {"permissions": {"tickets": {"delete": True, "edit": True}, "reports": {"export": False}}},
        options=("cloneOf", "transferToProfileId"),
    ),
    "Role": Right(options=("transferToRoleId",)),
    "Team": Right(beside={"departmentId": {"agents": None, "subTeams": None}}),
    "Webhook": Right(
        {
            "url": "https://example.com/desk",
            "subscriptions": [
                {"event": "Ticket_Update", "fields": ["status", "priority"], "includePrevState": True},
                {"event": "Agent_Add"},
            ],
            "ignoreSourceId": "11111111-2222-3333-4444-555555555555",
        },
        {
            "url": "https://example.com/other",
            "subscriptions": [{"event": "Ticket_Update", "fields": ["status"]}],
            "ignoreSourceId": "99999999-2222-3333-4444-555555555555",
        },
    ),
    "Product": Right({"unitPrice": "9.50"}, {"unitPrice": 7.25}),
    "SupportPlan": Right(
        {"slaId": lambda ids: ids("SLA")[0], "supportType": "HOURS"},  # no field refers to it
        {"slaId": lambda ids: ids("SLA")[1], "supportType": "TICKETS"},
    ),
    "RoutingPreference": Right(beside={"thresholdLimit": {"isThresholdEnabled": True}}),
    "Skill": Right({"criteria": CRITERIA}, {"criteria": {**CRITERIA, "pattern": "(1and2)"}}),
}
"""Kinds that are missing here need nothing said."""

PORTABLE = tuple(kind for kind in KINDS if not any(type(one.type) is Id for one in kind.managed))
"""Kinds that can be told in names; the others hold ids of what has no API, which another organisation lacks."""


def right(kind: Kind, ids: Ids, number: int) -> dict[str, Any]:
    """An object with every field of the service; ``ids`` says what there is to refer to."""
    said = OBJECTS.get(kind.name, Right())
    given = said.values
    values = {
        one.wire: _of(given[one.wire], ids) if one.wire in given else _value(one.type, ids) for one in kind.managed
    }
    values |= {one.wire: one.default for one in kind.fields if one.switch}
    values |= {wire: _value(kind.by_wire[wire].type, ids) for wire in said.options}
    if name := kind.title:
        values[name] = given.get(name, "Name {}").format(number)
    return {wire: value for wire, value in values.items() if value not in (None, [])}


def _of(value: Any, ids: Ids) -> Any:
    return value(ids) if callable(value) else value


def _value(type_: Any, ids: Ids) -> Any:
    if isinstance(type_, Reference):
        return next(iter(ids(type_.kind)), None)
    if isinstance(type_, Many) and isinstance(type_.type, Reference):
        return list(ids(type_.type.kind))[: type_.most]
    return another_value(type_, None, ids)


def change(kind: Kind, wire: str, values: Row, ids: Ids) -> dict[str, Any]:
    """Another value of an argument, by wire name, and of what has to change with it."""
    said, type_ = OBJECTS.get(kind.name, Right()), kind.by_wire[wire].type
    value = values.get(wire)
    if wire in said.others:
        other = _of(said.others[wire], ids)
    elif isinstance(type_, Many) and isinstance(type_.type, Reference) and value:
        other = value[::-1] if type_.ordered else value[:-1]
    else:
        other = another_value(type_, value, ids)
    return {wire: other, **said.beside.get(wire, {})}


def shuffled(kind: Kind, values: Row) -> dict[str, Any]:
    """The same, with every set in another order."""
    chance = random.Random(7)
    sets = {one.wire for one in kind.fields if isinstance(one.type, Many) and not one.type.ordered}
    return {
        wire: chance.sample(value, len(value))
        if wire in sets and len(value) > 2
        else value[::-1]
        if wire in sets
        else value
        for wire, value in values.items()
    }
