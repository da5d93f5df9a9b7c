"""Teams of a department: agents by name and by role, teams within teams. Removing one needs four successors."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import reached, refuse, texts, unknown_ids, where
from pulumi_zohodesk.emulator._errors import NOT_USABLE, FieldError, invalid, invalid_data, missing
from pulumi_zohodesk.emulator._kind import Answer, Link, Portal, Record
from pulumi_zohodesk.emulator._plain import Plain
from pulumi_zohodesk.emulator._records import NOBODY, active
from pulumi_zohodesk.emulator.kinds._membership import is_member, members, not_members
from pulumi_zohodesk.emulator.kinds.role import below

SUCCESSORS = {"ticketNewTeam": "teams", "ticketNewAgent": "agents", "taskNewTeam": "teams", "taskNewAgent": "agents"}
OPEN = ("Open", "On Hold")


def _within(portal: Portal, team: str) -> set[str]:
    return reached(team, lambda ids: {one for row in portal.those("teams", ids) for one in row["subTeams"]})


def _derived(portal: Portal, team: Record) -> list[str]:
    """The agents of the department that a team has through its roles and the teams within it."""
    found: set[str] = set()
    for row in portal.those("teams", _within(portal, team["id"])):
        roles = {*row["roles"], *(one for role in row["rolesWithSubordinates"] for one in below(portal, role))}
        found |= {agent["id"] for agent in members(portal, row["departmentId"]) if agent["roleId"] in roles}
        found |= {*row["agents"]} if row is not team else set()
    return sorted(found, key=int)


def _shown(portal: Portal, record: Record) -> Record:
    return {**record, "derivedAgents": _derived(portal, record)}


def _may_hold(portal: Portal, team: Record, other: Record) -> bool:
    """Whether the other team can be within the team: of one department, and no circle."""
    return bool(other["departmentId"] == team["departmentId"]) and team.get("id") not in _within(portal, other["id"])


def _check(call: Call, candidate: Record, _current: Record | None) -> list[FieldError]:
    """Agents belong to the department, teams within a team too; an agent need not be active (unconfirmed)."""
    portal, teams = call.portal, candidate["subTeams"]
    strangers = not_members(portal, candidate["departmentId"], candidate["agents"], "/agents")
    return strangers + unknown_ids(portal, "teams", teams, "/subTeams", lambda team: _may_hold(portal, candidate, team))


PLAIN = Plain(
    name="teams",
    contract="team",
    permission="setup.teams",
    blank={
        "name": "",
        "departmentId": "",
        "description": None,
        "agents": [],
        "roles": [],
        "rolesWithSubordinates": [],
        "subTeams": [],
        "logoUrl": None,
    },
    key=("departmentId", "name"),
    needed=("name",),
    links=(
        Link("agents", "agents", many=True),
        Link("roles", "roles", many=True),
        Link("rolesWithSubordinates", "roles", many=True),
        Link("subTeams", "teams", many=True, within="departmentId"),
    ),
    size=0,
    most="teams",
    stamps=(),
    shown=_shown,
    check=_check,
)


def _update(call: Call) -> Answer:
    if call.switches.team_lists_add:
        team = PLAIN.one(call)
        lists = [link.field for link in PLAIN.links if link.many and call.body.get(link.field) is not None]
        call.body.update({name: texts([*team[name], *call.body[name]]) for name in lists})
    return PLAIN.update(call)


def _of(call: Call, kind: str, parameter: str) -> Answer:
    record = call.fetch(kind, parameter)
    if kind == "departments":
        call.must_see(record["id"])
        return PLAIN.paged(call, where(PLAIN.rows(call), departmentId=record["id"]))
    fields = ("agents",) if kind == "agents" else ("roles", "rolesWithSubordinates")
    return PLAIN.paged(call, [row for row in PLAIN.rows(call) if any(record["id"] in row[name] for name in fields)])


def _associable(call: Call) -> Answer:
    team = PLAIN.one(call)
    return [int(row["id"]) for row in call.portal.table("teams") if _may_hold(call.portal, team, row)]


def _members(call: Call) -> Answer:
    team = PLAIN.one(call)
    return call.portal.those("agents", dict.fromkeys((*team["agents"], *_derived(call.portal, team))))


def _delete(call: Call) -> Answer:
    """Open tickets and those on hold go to the successors; tasks are not emulated."""
    portal, team = call.portal, PLAIN.one(call)
    given = {name: None if call.body[name] in NOBODY else str(call.body[name]) for name in SUCCESSORS}
    if call.switches.team_successor_needed and not any(given.values()):
        raise invalid_data(*(missing(f"/{name}") for name in SUCCESSORS))
    home = team["departmentId"]
    fit: Mapping[str, Callable[[Record], bool]] = {
        "teams": lambda row: row is not team and bool(row["departmentId"] == home),
        "agents": lambda row: active(row) and is_member(row, home),
    }
    found = {name: portal.those(kind, [given[name]]) for name, kind in SUCCESSORS.items() if given[name]}
    unfit = [name for name, rows in found.items() if not any(fit[SUCCESSORS[name]](row) for row in rows)]
    refuse([invalid(f"/{name}", NOT_USABLE) for name in unfit])
    for ticket in portal.table("tickets"):
        if ticket["teamId"] == team["id"] and ticket["statusType"] in OPEN:
            ticket.update(teamId=given["ticketNewTeam"], assigneeId=given["ticketNewAgent"] or ticket["assigneeId"])
    portal.delete("teams", team)
    return None


KIND = PLAIN.kind(
    {
        "updateTeam": _update,
        "deleteTeam": _delete,
        "getTeamsInDepartment": lambda call: _of(call, "departments", "departmentId"),
        "getAssociatedTeamsForRole": lambda call: _of(call, "roles", "role_id"),
        "listAssociatedTeamsForAgent": lambda call: _of(call, "agents", "agentId"),
        "getSubTeamsIds": _associable,
        "getTeamMembersDetails": _members,
    }
)
