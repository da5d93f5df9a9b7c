"""Routing preferences: one object of every department, which is there from the beginning and only set."""

from __future__ import annotations

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import texts
from pulumi_zohodesk.emulator._errors import FieldError, invalid
from pulumi_zohodesk.emulator._kind import Portal, Record
from pulumi_zohodesk.emulator._per_department import PerDepartment
from pulumi_zohodesk.emulator.kinds._membership import not_members

NUMBERS = {"thresholdLimit": 500, "backLogLimit": 50}
"""Numbers, which may be sent as text, and how large they may be."""


def _shown(portal: Portal, record: Record) -> Record:
    custom = [
        {
            "customThreshold": str(one["customThreshold"]),
            "agents": [_person(row) for row in portal.those("agents", one["agentIds"])],
        }
        for one in record["customThresholdVsAgents"]
    ]
    return {**record, **{name: str(record[name]) for name in NUMBERS}, "customThresholdVsAgents": custom}


def _person(agent: Record) -> Record:
    return {name: agent[name] for name in ("id", "name", "photoURL", "zuid")}


def _check(call: Call, candidate: Record, current: Record) -> list[FieldError]:
    """Numbers within bounds; the limit changes only while it is in use; agents of the department."""
    errors = [
        invalid(f"/{name}", f"The number must be between 1 and {most}.")
        for name, most in NUMBERS.items()
        if not 1 <= int(candidate[name]) <= most
    ]
    if str(candidate["thresholdLimit"]) != str(current["thresholdLimit"]) and not candidate["isThresholdEnabled"]:
        errors.append(invalid("/thresholdLimit", "The limit can be changed only while it is enabled."))
    for place, one in enumerate(candidate["customThresholdVsAgents"]):
        pointer = f"/customThresholdVsAgents/{place}/agentIds"
        errors += not_members(call.portal, candidate["departmentId"], texts(one["agentIds"]), pointer)
    return errors


def _forget(portal: Portal, kind: str, record: Record) -> None:
    SINGLE.forget(portal, kind, record)
    if kind == "agents":
        for one in (one for row in portal.table(SINGLE.name) for one in row["customThresholdVsAgents"]):
            one["agentIds"] = [each for each in one["agentIds"] if each != record["id"]]


SINGLE = PerDepartment(
    name="routingPreferences",
    contract="routing_preference",
    permission="setup.automation",
    blank={
        "assignBacklog": False,
        "assignBacklogsBy": "CREATEDTIME",
        "assignToOfflineAgents": False,
        "backLogLimit": 10,
        "customThresholdVsAgents": [],
        "freshTicketAssignMode": "IMMEDIATE",
        "isCustomThresholdEnabled": False,
        "isImmediateAssignmentEnabled": False,
        "isThresholdEnabled": False,
        "thresholdLimit": 10,
        "schedulerInfo": {"status": "INACTIVE", "intervalInMinutes": None, "nextExecutionTime": None},
    },
    shown=_shown,
    check=_check,
)

KIND = SINGLE.kind(forget=_forget)
