"""Which agent belongs to which department: kept with the agent, read and changed from both sides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pulumi_zohodesk.emulator._collection import unknown_ids
from pulumi_zohodesk.emulator._errors import FieldError
from pulumi_zohodesk.emulator._kind import Portal, Record

HELD = {"skills": "agentIds", "teams": "agents"}
"""What a department has, with the field that names agents of it."""

THIN = frozenset({"rolePermissionType", "timeZone", "cf"})
"""What agents in lists may lack."""


def usable_agent(agent: Record) -> bool:
    """Whether the agent can be put anywhere: it is not deleted."""
    return agent["status"] in ("ACTIVE", "DISABLED", "IMPORTED")


def is_light(agent: Record) -> bool:
    return bool(agent["rolePermissionType"] == "Light")


def is_member(agent: Record, department: str) -> bool:
    return department in agent["associatedDepartmentIds"]


def members(portal: Portal, department: str) -> list[Record]:
    return [row for row in portal.table("agents") if is_member(row, department) and usable_agent(row)]


def not_members(portal: Portal, department: str, agents: Sequence[str], pointer: str) -> list[FieldError]:
    """One error for each that is no agent of the department, or a deleted one."""
    return unknown_ids(portal, "agents", agents, pointer, lambda row: usable_agent(row) and is_member(row, department))


def leavers_without_department(portal: Portal, department: str, agents: Sequence[str]) -> list[str]:
    """Those of the agents that would have no department left."""
    return [row["id"] for row in portal.those("agents", agents) if row["associatedDepartmentIds"] == [department]]


def join(portal: Portal, department: str, agents: Iterable[str]) -> None:
    for agent in portal.those("agents", agents):
        if not is_member(agent, department):
            agent["associatedDepartmentIds"] = [*agent["associatedDepartmentIds"], department]


def leave(portal: Portal, department: str, agents: Iterable[str]) -> None:
    """Takes the agents out of the department, and so out of its chat, its skills and its teams."""
    gone = set(agents)
    for agent in portal.those("agents", gone):
        for name in ("associatedDepartmentIds", "associatedChatDepartmentIds"):
            agent[name] = [other for other in agent[name] if other != department]
    for kind, name in HELD.items():
        for row in portal.table(kind):
            if row["departmentId"] == department and gone.intersection(row[name]):
                row[name] = [one for one in row[name] if one not in gone]
