"""Organisations: what a token reaches. Source: Organization.json."""

from __future__ import annotations

from pulumi_zohodesk.transport import Operation

__all__ = ["ORGANIZATIONS"]

ORGANIZATIONS = Operation(
    "getOrganizations",
    "GET",
    "/organizations",
    ("Desk.basic.READ", "Desk.organization.READ", "Desk.settings.READ"),
    needs_org=False,
)
