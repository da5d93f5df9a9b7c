"""Made by `make generate` from kinds/role.py: change that, not this file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pulumi

from pulumi_zohodesk.dynamic import DeskResource, ends_the_program_plainly
from pulumi_zohodesk.kinds.role import KIND
from pulumi_zohodesk.resources._lookups import found, later

__all__ = ["Role", "RoleInfo", "get_role", "get_role_output"]


class Role(DeskResource):
    """A place in the tree of who sees whose records. ``destroy`` deletes it; a successor takes over what is below."""

    KIND = KIND

    if TYPE_CHECKING:  # the SDK would evaluate them for every object: 2 ms each
        name: pulumi.Output[str]
        description: pulumi.Output[str | None]
        reports_to: pulumi.Output[str | None]
        share_data_with_peers: pulumi.Output[bool]
        is_default: pulumi.Output[bool]
        is_visible: pulumi.Output[bool]
        immediate_sub_roles: pulumi.Output[Sequence[str] | None]

    def __init__(
        self,
        resource_name: str,
        *,
        name: pulumi.Input[str],
        share_data_with_peers: pulumi.Input[bool],
        description: pulumi.Input[str] | None = None,
        reports_to: pulumi.Input[str] | Role | None = None,
        transfer_to_role_id: pulumi.Input[str] | Role | None = None,
        connection: pulumi.Input[str] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare a role (addRole, updateRole).

        Args:
            resource_name: the logical name in the program.
            name: unique in the organisation; at most 50 characters.
            share_data_with_peers: whether agents of this role see each other's records.
            description: what it is for; at most 3200 characters.
            reports_to: the role above it; the resource or its id.
            transfer_to_role_id: takes over its agents and the roles below it when it is deleted, which needs
                it; the resource or its id.
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
    ) -> Role:
        """Read a role that exists, without managing it (getRole)."""
        return cls._existing(resource_name, id, opts, connection)


@dataclass(frozen=True)
class RoleInfo:
    """A role, as getRoles answers it."""

    id: str
    name: str
    description: str | None
    reports_to: str | None
    share_data_with_peers: bool | None
    is_default: bool | None
    is_visible: bool | None
    immediate_sub_roles: Sequence[str] | None


@ends_the_program_plainly
def get_role(*, name: str, connection: str | None = None) -> RoleInfo:
    """The role of this natural key (getRoles).

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return found(RoleInfo, KIND, {"name": name}, connection)


def get_role_output(*, name: pulumi.Input[str], connection: str | None = None) -> pulumi.Output[RoleInfo]:
    """`get_role` for outputs."""
    return later(get_role, name=name, connection=connection)
