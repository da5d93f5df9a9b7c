"""Departments. The API cannot delete one: removing it disables it, and creating its name again needs ``restore``.

Source: Department.json (addDepartment, getDepartment, updateDepartment, enableDepartment, disableDepartment).
Membership belongs to ``Agent.associated_department_ids``; a department has no such argument.
"""

from __future__ import annotations

from pulumi_zohodesk.engine import (
    ID,
    Call,
    Change,
    Crud,
    Desk,
    Field,
    Flag,
    Guard,
    Kind,
    Output,
    Reference,
    Row,
    Switch,
    Text,
    calls,
    scalar,
)
from pulumi_zohodesk.kinds._fields import TIME, department_text, restore

CALLS = Crud(
    "/departments",
    "Department",
    ("basic", "departments", "settings"),
    "setup.department",
    200,
    names={"create": "addDepartment"},
    first_row=1,
)
ENABLE = CALLS.operation("enableDepartment", "POST", "/{id}/enable", verb="UPDATE")
DISABLE = CALLS.operation("disableDepartment", "POST", "/{id}/disable", verb="UPDATE")


def _successors(_id: str, state: Row) -> dict[str, str]:
    """The optional departments that take over the mailboxes and the agents."""
    pairs = (("emailNewDepartment", "emailSuccessorId"), ("agentNewDepartment", "agentSuccessorId"))
    return {key: scalar(state[wire]) for key, wire in pairs if state.get(wire)}


def _last_or_default(desk: Desk, change: Change) -> str | None:
    """The default department and the last enabled one must stay enabled."""
    disables = change.action == "disable" or (change.action == "update" and change.new.get("isEnabled") is False)
    if not disables or KIND.off(change.old):
        return None
    if change.live.get("isDefault"):
        return (
            f"The {change.label} is the default department of organisation {desk.organization_id}; "
            "it cannot be disabled."
        )
    others = (row for row in desk.fresh(KIND, None) if scalar(row.get("id")) != change.id)
    if not KIND.off(change.live) and all(KIND.off(row) for row in others):
        return f"The {change.label} is the last enabled department; it cannot be disabled."
    return None


NAME = department_text(150)

KIND = Kind(
    "Department",
    "department",
    "A department. ``destroy`` disables it, since Zoho Desk cannot delete departments.",
    own_fields=(
        Field("name", NAME, "unique in the organisation", required=True),
        Field("nameInCustomerPortal", NAME, "its name in the help centre"),
        Field("description", Text(500), "what it is for"),
        Field("isVisibleInCustomerPortal", Flag(), "whether the help centre shows it"),
        Field("isAssignToTeamEnabled", Flag(), "whether tickets can be assigned to teams"),
        Field(
            "isEnabled",
            Flag(),
            "whether it is in service",
            default=True,
            switch=Switch(on=True, off=False, turn_on=Call(ENABLE), turn_off=Call(DISABLE, _successors)),
        ),
        Field(
            "emailSuccessorId",
            Reference("Department"),
            "the department that takes over the mailboxes when this one is disabled",
            option=True,
        ),
        Field(
            "agentSuccessorId",
            Reference("Department"),
            "the department that takes over the agents when this one is disabled",
            option=True,
        ),
        restore("a disabled department of this name"),
    ),
    outputs=(
        Output("isDefault", Flag(), "whether it is the one of the organisation that cannot be disabled", always=True),
        Output("chatStatus", Text(100), "whether chat is set up in it"),
        Output("hasLogo", Flag(), "whether it has a logo"),
        Output("sanitizedName", Text(150), "its name as addresses have it"),
        Output("creatorId", ID, "the agent who made it"),
        Output("createdTime", TIME, "when it was made, ISO 8601 in UTC"),
    ),
    key=("name",),
    calls=CALLS,
    removals={"disable": calls("was disabled; Zoho Desk cannot delete departments", Call(DISABLE, _successors))},
    undeletable=True,
    guards=(Guard(_last_or_default),),
    protect=True,
)
