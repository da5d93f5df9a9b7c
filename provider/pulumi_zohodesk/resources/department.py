"""Departments. The API cannot delete one: removing it disables it, and creating its name again needs ``restore``.

Source: Department.json (addDepartment, getDepartment, updateDepartment, enableDepartment, disableDepartment).
Membership belongs to ``Agent.associated_department_ids``; a department has no such argument.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pulumi

from pulumi_zohodesk.dynamic import DeskResource
from pulumi_zohodesk.engine import (
    ID,
    Call,
    Change,
    Field,
    Flag,
    Kind,
    Listing,
    Row,
    Session,
    Switch,
    Text,
    calls,
    register,
    scalar,
)
from pulumi_zohodesk.resources._names import DEPARTMENT_LETTERS, DEPARTMENT_WORDS
from pulumi_zohodesk.transport import Operation

__all__ = ["KIND", "Department"]


def _scopes(verb: str) -> tuple[str, ...]:
    return f"Desk.basic.{verb}", f"Desk.departments.{verb}", f"Desk.settings.{verb}"


_operation = partial(Operation, permission="setup.department")
PATH = "/departments/{departmentId}"
LIST = _operation("getDepartments", "GET", "/departments", _scopes("READ"), page_size=200, first_row=1)
ENABLE = _operation("enableDepartment", "POST", f"{PATH}/enable", _scopes("UPDATE"))
DISABLE = _operation("disableDepartment", "POST", f"{PATH}/disable", _scopes("UPDATE"))


def _successors(_id: str, state: Row) -> dict[str, str]:
    """The optional departments that take over the mailboxes and the agents."""
    pairs = (("emailNewDepartment", "emailSuccessorId"), ("agentNewDepartment", "agentSuccessorId"))
    return {key: scalar(state[wire]) for key, wire in pairs if state.get(wire)}


def _last_or_default(session: Session, change: Change) -> str | None:
    """The default department and the last enabled one must stay enabled."""
    disables = change.action == "disable" or (change.action == "update" and change.new.get("isEnabled") is False)
    if not disables or KIND.off(change.old):
        return None
    label = session.label(KIND, change.old, change.id)
    live = change.live
    if live.get("isDefault"):
        return (
            f"The {label} is the default department of organisation {session.organization_id}; it cannot be disabled."
        )
    others = (row for row in session.fresh(KIND, None) if scalar(row.get("id")) != change.id)
    if not KIND.off(live) and all(KIND.off(row) for row in others):
        return f"The {label} is the last enabled department; it cannot be disabled."
    return None


def _name(limit: int = 150) -> Text:
    return Text(limit, DEPARTMENT_LETTERS, DEPARTMENT_WORDS, least=1)


KIND = register(
    Kind(
        name="Department",
        words="department",
        fields=(
            Field("name", _name(), required=True),
            Field("nameInCustomerPortal", _name()),
            Field("description", Text(500)),
            Field("isVisibleInCustomerPortal", Flag()),
            Field("isAssignToTeamEnabled", Flag()),
            Field(
                "isEnabled",
                Flag(),
                default=True,
                switch=Switch(on=True, off=False, turn_on=Call(ENABLE), turn_off=Call(DISABLE, _successors)),
            ),
            Field("emailSuccessorId", ID, ref="Department", option=True),
            Field("agentSuccessorId", ID, ref="Department", option=True),
            Field("restore", Flag(), option=True),
        ),
        outputs=("isDefault", "chatStatus", "hasLogo", "sanitizedName", "creatorId", "createdTime"),
        key=("name",),
        id_name="departmentId",
        get=_operation("getDepartment", "GET", PATH, _scopes("READ")),
        create=_operation("addDepartment", "POST", "/departments", _scopes("CREATE"), repeatable=False),
        update=_operation("updateDepartment", "PATCH", PATH, _scopes("UPDATE")),
        listing=Listing(LIST),
        removals={
            "disable": calls(
                "Department", "was disabled; Zoho Desk cannot delete departments", Call(DISABLE, _successors)
            )
        },
        undeletable=True,
        guards=(_last_or_default,),
        protect=True,
    )
)


class Department(DeskResource):
    """A department. ``destroy`` disables it, since Zoho Desk cannot delete departments."""

    KIND = KIND

    if TYPE_CHECKING:  # the SDK would evaluate them for every object: 2 ms each
        name: pulumi.Output[str]
        name_in_customer_portal: pulumi.Output[str | None]
        description: pulumi.Output[str | None]
        is_visible_in_customer_portal: pulumi.Output[bool | None]
        is_assign_to_team_enabled: pulumi.Output[bool | None]
        is_enabled: pulumi.Output[bool]
        is_default: pulumi.Output[bool]
        chat_status: pulumi.Output[str | None]
        has_logo: pulumi.Output[bool | None]
        sanitized_name: pulumi.Output[str | None]
        creator_id: pulumi.Output[str | None]
        created_time: pulumi.Output[str | None]

    def __init__(
        self,
        resource_name: str,
        *,
        name: pulumi.Input[str],
        name_in_customer_portal: pulumi.Input[str] | None = None,
        description: pulumi.Input[str] | None = None,
        is_visible_in_customer_portal: pulumi.Input[bool] | None = None,
        is_assign_to_team_enabled: pulumi.Input[bool] | None = None,
        is_enabled: pulumi.Input[bool] | None = None,
        email_successor_id: pulumi.Input[str] | Department | None = None,
        agent_successor_id: pulumi.Input[str] | Department | None = None,
        restore: pulumi.Input[bool] | None = None,
        connection: pulumi.Input[str] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare a department (addDepartment, updateDepartment, enableDepartment, disableDepartment).

        Args:
            resource_name: the logical name in the program.
            name: at most 150 characters; unique in the organisation.
            name_in_customer_portal: its name in the help centre, at most 150 characters.
            description: at most 500 characters.
            is_visible_in_customer_portal: whether the help centre shows it.
            is_assign_to_team_enabled: whether tickets can be assigned to teams.
            is_enabled: always managed; True unless given.
            email_successor_id: the department that takes over the mailboxes when this one is disabled.
            agent_successor_id: the department that takes over the agents when this one is disabled.
            restore: when a disabled department of this name exists, bring it back instead of refusing.
            connection: a connection of ``zohodesk.toml`` in place of the stack's own.
            opts: Pulumi's resource options.
        """
        args = {key: value for key, value in locals().items() if key in KIND.by_snake}
        super().__init__(resource_name, args, opts)

    @classmethod
    def get(
        cls,
        resource_name: str,
        id: pulumi.Input[str],
        opts: pulumi.ResourceOptions | None = None,
        *,
        connection: pulumi.Input[str] | None = None,
    ) -> Department:
        """Read a department that exists, without managing it (getDepartment)."""
        return cls._existing(resource_name, id, opts, connection)
