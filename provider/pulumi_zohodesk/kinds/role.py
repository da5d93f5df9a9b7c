"""Roles: a tree, in which records of agents can be seen from above.

Source: Role.json (addRole, getRoles, getRole, updateRole, deleteRole). A removal needs a role that takes over the
roles below, and the agents, of which nothing is said. The role at the top and those that no list of the user
interface shows are given.
"""

from __future__ import annotations

from pulumi_zohodesk.engine import ID, Crud, Field, Flag, Kind, Many, Output, Reference
from pulumi_zohodesk.kinds._fields import deleted_for, name_text, successor

CALLS = Crud(
    "/roles",
    "Role",
    ("basic", "permissions", "settings"),
    "setup.permission",
    page_size=500,
    names={"create": "addRole"},
)
SUCCESSOR = "transferToRoleId"

KIND = Kind(
    "Role",
    "role",
    "A place in the tree of who sees whose records. ``destroy`` deletes it; a successor takes over what is below.",
    own_fields=(
        Field("name", name_text(50), "unique in the organisation", required=True),
        Field("description", name_text(3200), "what it is for"),
        Field("reportsTo", Reference("Role"), "the role above it"),
        Field("shareDataWithPeers", Flag(), "whether agents of this role see each other's records", required=True),
        successor("Role", SUCCESSOR, "its agents and the roles below it"),
    ),
    outputs=(
        Output("isDefault", Flag(), "whether it came with Zoho Desk", always=True),
        Output("isVisible", Flag(), "whether the user interface shows it", always=True),
        Output("immediateSubRoles", Many(ID), "the roles that report to it"),
    ),
    key=("name",),
    calls=CALLS,
    removals={"delete": deleted_for(CALLS, SUCCESSOR)},
    given=lambda row: bool(row.get("isDefault")) or row.get("isVisible") is False,
)
