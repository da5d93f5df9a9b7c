"""Look-ups of organisations."""

from __future__ import annotations

from dataclasses import dataclass

import pulumi

from pulumi_zohodesk.dynamic import MockedSession, ends_the_program_plainly, session_from_program
from pulumi_zohodesk.kinds import ORGANIZATIONS
from pulumi_zohodesk.resources._lookups import info, later


@dataclass(frozen=True)
class OrganizationInfo:
    """An organisation, as getOrganization answers it."""

    id: str
    company_name: str | None
    portal_name: str | None
    edition: str | None
    time_zone: str | None
    primary_contact: str | None
    is_default: bool | None
    is_admin_in_org: bool | None


@ends_the_program_plainly
def get_organization(*, connection: str | None = None) -> OrganizationInfo:
    """The connected organisation (getOrganization). Raises Refused when the connection is not for it."""
    session = session_from_program(connection)
    session.require_action("organizations.get")
    return info(OrganizationInfo, session.organization())


@ends_the_program_plainly
def get_organizations(*, connection: str | None = None) -> list[OrganizationInfo]:
    """Every organisation the token's user belongs to (getOrganizations). Raises Refused when the connection is not
    for ``organizations.list``."""
    session = session_from_program(connection)
    session.require_action("organizations.list")
    if isinstance(session, MockedSession):
        answer = session.ask("Organizations", {}) or {}
    else:
        answer = session.client.call(ORGANIZATIONS, about="the organisations") or {}
    return [info(OrganizationInfo, row) for row in answer.get("data", ())]


def get_organization_output(*, connection: str | None = None) -> pulumi.Output[OrganizationInfo]:
    """`get_organization` for outputs."""
    return later(get_organization, connection=connection)


def get_organizations_output(*, connection: str | None = None) -> pulumi.Output[list[OrganizationInfo]]:
    """`get_organizations` for outputs."""
    return later(get_organizations, connection=connection)
