"""Made by `make generate` from kinds/role.py: change that, not this file."""

from __future__ import annotations

from dataclasses import dataclass

import pulumi

from pulumi_zohodesk.dynamic import ends_the_program_plainly
from pulumi_zohodesk.kinds.role import KIND
from pulumi_zohodesk.resources._lookups import later, named

__all__ = ["RoleInfo", "get_role", "get_role_output"]


@dataclass(frozen=True)
class RoleInfo:
    """A role, as getRoles answers it."""

    id: str
    name: str
    description: str | None
    is_default: bool | None
    is_visible: bool | None
    reports_to: str | None
    share_data_with_peers: bool | None


@ends_the_program_plainly
def get_role(*, name: str, connection: str | None = None) -> RoleInfo:
    """The role of this name; letter case does not count (getRoles).

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return named(RoleInfo, KIND, name, connection)


def get_role_output(*, name: pulumi.Input[str], connection: str | None = None) -> pulumi.Output[RoleInfo]:
    """`get_role` for outputs."""
    return later(get_role, name=name, connection=connection)
