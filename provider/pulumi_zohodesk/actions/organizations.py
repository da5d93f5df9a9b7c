"""Organisations. Source: Organization.json. Whoever may call at all may read them: only the scope counts."""

from __future__ import annotations

from pulumi_zohodesk.actions._action import Action
from pulumi_zohodesk.engine import GET_ORGANIZATION
from pulumi_zohodesk.kinds import ORGANIZATIONS
from pulumi_zohodesk.transport import Operation

__all__ = ["ACCESSIBLE", "ACTIONS"]

ACCESSIBLE = Operation(
    "getAccessibleOrganizationsForUser",
    "GET",
    "/accessibleOrganizations",
    ("Desk.basic.READ", "Desk.organization.READ", "Desk.settings.READ"),
    needs_org=False,
)

ACTIONS = (
    Action("organizations.get", GET_ORGANIZATION, "Read one organisation: name, edition, primary contact"),
    Action(
        "organizations.list",
        ORGANIZATIONS,
        "List the organisations of the person who consented",
        list_credits=True,
    ),
    Action(
        "organizations.list_accessible",
        ACCESSIBLE,
        "List the organisations that the token reaches; signing in asks it",
        connector=False,
        list_credits=True,
    ),
)
