"""Teams: agents of a department, by themselves, by their roles, and by teams within.

Source: Team.json (createTeam, getTeamsInDepartment, getTeam, updateTeam, deleteTeam). Members change only with the
team. A removal gives open tickets and tasks to four successors; none is sent where none is given (unconfirmed).
"""

from __future__ import annotations

from pulumi_zohodesk.engine import ID, Call, Crud, Field, Kind, Listing, Many, Output, Reference, Row, calls, scalar
from pulumi_zohodesk.kinds._fields import name_text, person_text
from pulumi_zohodesk.transport import Operation

CALLS = Crud("/teams", "Team", ("basic", "settings", "teams"), "setup.teams", page_size=200)
IN_DEPARTMENT = Operation(
    "getTeamsInDepartment",
    "GET",
    "/departments/{departmentId}/teams",
    tuple(f"Desk.{area}.READ" for area in ("basic", "departments", "settings", "teams")),
    page_size=200,
    rows="teams",
    permission="setup.teams",
)
SUCCESSORS = ("ticketNewTeam", "ticketNewAgent", "taskNewTeam", "taskNewAgent")
DELETE = CALLS.operation("deleteTeam", "POST", "/{id}/deleteTeam", verb="DELETE")


def _successors(_id: str, state: Row) -> dict[str, str]:
    return {name: scalar(state.get(name)) for name in SUCCESSORS}


KIND = Kind(
    "Team",
    "team",
    "Agents of a department who work together. ``destroy`` deletes it; its open work goes to the successors.",
    own_fields=(
        Field("departmentId", Reference("Department"), "the department", required=True, fixed=True),
        Field("name", name_text(50), "unique in the department", required=True),
        Field("description", person_text(30000), "what it is for"),
        Field(
            "agents",
            Many(Reference("Agent")),
            "agents of the department who belong to it; ``[]`` takes all of them out",
            neighbours=True,
        ),
        Field("roles", Many(Reference("Role")), "roles whose agents belong to it"),
        Field(
            "rolesWithSubordinates",
            Many(Reference("Role"), most=20),
            "roles whose agents belong to it, with those of the roles below",
        ),
        Field("subTeams", Many(Reference("Team")), "teams of the department within it", neighbours=True),
        *(
            Field(
                f"{work}New{heir}",
                Reference(heir),
                f"the {who} gets its open {work}s on removal",
                option=True,
                neighbours=True,
            )
            for work in ("ticket", "task")
            for heir, who in (("Team", "team that"), ("Agent", "agent who"))
        ),
    ),
    outputs=(Output("derivedAgents", Many(ID), "the agents whom it has through roles and teams within"),),
    key=("departmentId", "name"),
    calls=CALLS,
    listing=Listing(IN_DEPARTMENT, scope="departmentId"),
    removals={"delete": calls("was deleted", Call(DELETE, _successors), expected=True)},
    within=("Department", "departmentId"),
)
