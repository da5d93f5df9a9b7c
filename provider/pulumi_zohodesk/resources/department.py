"""Made by `make generate` from kinds/department.py: change that, not this file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pulumi

from pulumi_zohodesk.dynamic import DeskResource, ends_the_program_plainly
from pulumi_zohodesk.kinds.department import KIND
from pulumi_zohodesk.resources._lookups import found, later

__all__ = ["Department", "DepartmentInfo", "get_department", "get_department_output"]


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
            name: unique in the organisation; at most 150 characters.
            name_in_customer_portal: its name in the help centre; at most 150 characters.
            description: what it is for; at most 500 characters.
            is_visible_in_customer_portal: whether the help centre shows it.
            is_assign_to_team_enabled: whether tickets can be assigned to teams.
            is_enabled: whether it is in service; always managed, ``True`` unless given.
            email_successor_id: the department that takes over the mailboxes when this one is disabled; the
                resource or its id.
            agent_successor_id: the department that takes over the agents when this one is disabled; the
                resource or its id.
            restore: when a disabled department of this name exists, bring it back instead of refusing.
            connection: a connection of ``zohodesk.toml`` in place of the stack's own; at most 100 characters.
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


@dataclass(frozen=True)
class DepartmentInfo:
    """A department, as getDepartments answers it."""

    id: str
    name: str
    name_in_customer_portal: str | None
    description: str | None
    is_visible_in_customer_portal: bool | None
    is_assign_to_team_enabled: bool | None
    is_enabled: bool | None
    is_default: bool | None
    chat_status: str | None
    has_logo: bool | None
    sanitized_name: str | None
    creator_id: str | None
    created_time: str | None


@ends_the_program_plainly
def get_department(*, name: str, connection: str | None = None) -> DepartmentInfo:
    """The department of this natural key (getDepartments).

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return found(DepartmentInfo, KIND, {"name": name}, connection)


def get_department_output(*, name: pulumi.Input[str], connection: str | None = None) -> pulumi.Output[DepartmentInfo]:
    """`get_department` for outputs."""
    return later(get_department, name=name, connection=connection)
