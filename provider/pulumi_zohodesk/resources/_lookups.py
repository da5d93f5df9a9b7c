"""Reading what exists, by natural key, from a program: the four kinds, roles, profiles and organisations.

Look-ups run in the program's own process, in every preview and update; they only read. Each has a twin ending in
``_output`` that takes and gives ``Output`` values. All take ``connection``: a connection of ``zohodesk.toml`` in place
of the stack's own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeVar

import pulumi

from pulumi_zohodesk.dynamic import MockedSession, ends_the_program_plainly, expect_owners, session_from_program
from pulumi_zohodesk.engine import Row, Session, kind_named, note_owner, plain, scalar, snake
from pulumi_zohodesk.errors import AmbiguousMatch, InputError
from pulumi_zohodesk.transport import Operation

__all__ = [
    "NAMED",
    "AgentInfo",
    "DepartmentInfo",
    "OrganizationInfo",
    "ProfileInfo",
    "RoleInfo",
    "SkillInfo",
    "SkillTypeInfo",
    "get_agent",
    "get_agent_output",
    "get_department",
    "get_department_output",
    "get_organization",
    "get_organization_output",
    "get_organizations",
    "get_organizations_output",
    "get_profile",
    "get_profile_output",
    "get_role",
    "get_role_output",
    "get_skill",
    "get_skill_output",
    "get_skill_type",
    "get_skill_type_output",
]

Info = TypeVar("Info")


def _info(shape: Callable[..., Info], row: Row) -> Info:
    """A live row as an info object; what the answer leaves out is None."""
    named = {snake(wire): plain(value) for wire, value in row.items()}
    names = [item.name for item in fields(shape)]  # type: ignore[arg-type]
    return shape(**{name: named.get(name) for name in names})


def _found(shape: Callable[..., Info], kind_name: str, key: dict[str, str], connection: str | None) -> Info:
    """The object with a natural key; whose it and what it refers to are is noted for resources that take their ids."""
    session, kind = session_from_program(connection), kind_named(kind_name)
    row = session.look_up(kind, key)
    for wire in ("id", *(field.wire for field in kind.fields if field.ref)):
        value = plain(row.get(wire))
        for id in value if isinstance(value, list) else [value]:
            note_owner(scalar(id), session.organization_id)
    return _info(shape, row)


@dataclass(frozen=True)
class DepartmentInfo:
    """A department, as getDepartments answers it."""

    id: str
    name: str
    name_in_customer_portal: str | None
    description: str | None
    is_enabled: bool | None
    is_default: bool | None
    is_visible_in_customer_portal: bool | None
    is_assign_to_team_enabled: bool | None
    sanitized_name: str | None
    chat_status: str | None


@dataclass(frozen=True)
class AgentInfo:
    """An agent, as getAgent answers it."""

    id: str
    name: str | None
    first_name: str | None
    last_name: str | None
    email_id: str
    status: str | None
    role_permission_type: str | None
    role_id: str | None
    profile_id: str | None
    associated_department_ids: list[str] | None
    associated_chat_department_ids: list[str] | None
    is_confirmed: bool | None
    zuid: str | None
    time_zone: str | None


@dataclass(frozen=True)
class SkillTypeInfo:
    """A skill type, as getSkillTypes answers it."""

    id: str
    name: str
    department_id: str


@dataclass(frozen=True)
class SkillInfo:
    """A skill, as getSkills answers it."""

    id: str
    name: str
    department_id: str
    skill_type_id: str
    status: str | None
    description: str | None
    agent_ids: list[str] | None
    criteria: Mapping[str, Any] | None
    order_id: int | None


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


@dataclass(frozen=True)
class ProfileInfo:
    """A permission profile, as getProfileList answers it."""

    id: str
    name: str
    description: str | None
    default: bool | None
    is_visible: bool | None
    type: str | None


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


ROLES = Operation(
    "getRoles",
    "GET",
    "/roles",
    ("Desk.basic.READ", "Desk.permissions.READ", "Desk.settings.READ"),
    page_size=500,
    permission="setup.permission",
)
PROFILES = Operation(
    "getProfileList",
    "GET",
    "/profiles",
    ("Desk.basic.READ", "Desk.permissions.READ", "Desk.settings.READ"),
    page_size=250,
    permission="setup.permission",
)
NAMED = {"Role": ROLES, "Profile": PROFILES}
"""What fields refer to and is no kind: its lists, by the name that ``Field.ref`` has."""

ORGANIZATIONS = Operation(
    "getOrganizations",
    "GET",
    "/organizations",
    ("Desk.basic.READ", "Desk.organization.READ", "Desk.settings.READ"),
    needs_org=False,
)


def _named(session: Session, operation: Operation, words: str, name: str) -> Row:
    """The one role or profile of this name; letter case does not count."""
    if isinstance(session, MockedSession):
        return session.answer(words.capitalize(), {"name": name})
    session.require_kind(words.capitalize(), reading=True)
    rows = [row for row in session.listed(operation) if scalar(row.get("name")).casefold() == name.casefold()]
    if not rows:
        raise InputError(
            f'Organisation {session.organization_id} has no {words} named "{name}" that this token can see.'
        )
    if len(rows) > 1:
        ids = ", ".join(scalar(row.get("id")) for row in rows)
        raise AmbiguousMatch(f'{len(rows)} {words}s are named "{name}": ids {ids}. Use the id.')
    note_owner(scalar(rows[0].get("id")), session.organization_id)
    return rows[0]


@ends_the_program_plainly
def get_department(*, name: str, connection: str | None = None) -> DepartmentInfo:
    """The department of this name (getDepartments). Raises InputError when there is none, AmbiguousMatch for two."""
    return _found(DepartmentInfo, "Department", {"name": name}, connection)


@ends_the_program_plainly
def get_agent(*, email_id: str, connection: str | None = None) -> AgentInfo:
    """The agent with this address (getAgentByEmail). Raises InputError when there is none."""
    return _found(AgentInfo, "Agent", {"emailId": email_id}, connection)


@ends_the_program_plainly
def get_skill_type(*, name: str, department_id: str, connection: str | None = None) -> SkillTypeInfo:
    """The skill type of this name in a department (getSkillTypes). Raises InputError when there is none."""
    key = {"departmentId": department_id, "name": name}
    return _found(SkillTypeInfo, "SkillType", key, connection)


@ends_the_program_plainly
def get_skill(
    *, name: str, department_id: str, skill_type_id: str | None = None, connection: str | None = None
) -> SkillInfo:
    """The skill of this name in a department (getSkills).

    Raises InputError when there is none, AmbiguousMatch when several skill types have one; then name the type.
    """
    key = {"departmentId": department_id, "name": name}
    if skill_type_id is not None:
        key["skillTypeId"] = skill_type_id
    return _found(SkillInfo, "Skill", key, connection)


@ends_the_program_plainly
def get_role(*, name: str, connection: str | None = None) -> RoleInfo:
    """The role of this name (getRoles). Raises InputError when there is none, AmbiguousMatch for two."""
    return _info(RoleInfo, _named(session_from_program(connection), ROLES, "role", name))


@ends_the_program_plainly
def get_profile(*, name: str, connection: str | None = None) -> ProfileInfo:
    """The permission profile of this name (getProfileList). Raises InputError when there is none."""
    return _info(ProfileInfo, _named(session_from_program(connection), PROFILES, "profile", name))


@ends_the_program_plainly
def get_organization(*, connection: str | None = None) -> OrganizationInfo:
    """The connected organisation (getOrganization). Raises Refused when the connection is not for it."""
    session = session_from_program(connection)
    session.require_action("organizations.get")
    return _info(OrganizationInfo, session.organization())


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
    return [_info(OrganizationInfo, row) for row in answer.get("data", ())]


def _later(read: Callable[..., Info], **arguments: pulumi.Input[Any]) -> pulumi.Output[Info]:
    expect_owners()
    return pulumi.Output.all(**arguments).apply(lambda known: read(**known))


def get_department_output(*, name: pulumi.Input[str], connection: str | None = None) -> pulumi.Output[DepartmentInfo]:
    """`get_department` for outputs."""
    return _later(get_department, name=name, connection=connection)


def get_agent_output(*, email_id: pulumi.Input[str], connection: str | None = None) -> pulumi.Output[AgentInfo]:
    """`get_agent` for outputs."""
    return _later(get_agent, email_id=email_id, connection=connection)


def get_skill_type_output(
    *, name: pulumi.Input[str], department_id: pulumi.Input[str], connection: str | None = None
) -> pulumi.Output[SkillTypeInfo]:
    """`get_skill_type` for outputs."""
    return _later(get_skill_type, name=name, department_id=department_id, connection=connection)


def get_skill_output(
    *,
    name: pulumi.Input[str],
    department_id: pulumi.Input[str],
    skill_type_id: pulumi.Input[str] | None = None,
    connection: str | None = None,
) -> pulumi.Output[SkillInfo]:
    """`get_skill` for outputs."""
    return _later(get_skill, name=name, department_id=department_id, skill_type_id=skill_type_id, connection=connection)


def get_role_output(*, name: pulumi.Input[str], connection: str | None = None) -> pulumi.Output[RoleInfo]:
    """`get_role` for outputs."""
    return _later(get_role, name=name, connection=connection)


def get_profile_output(*, name: pulumi.Input[str], connection: str | None = None) -> pulumi.Output[ProfileInfo]:
    """`get_profile` for outputs."""
    return _later(get_profile, name=name, connection=connection)


def get_organization_output(*, connection: str | None = None) -> pulumi.Output[OrganizationInfo]:
    """`get_organization` for outputs."""
    return _later(get_organization, connection=connection)


def get_organizations_output(*, connection: str | None = None) -> pulumi.Output[list[OrganizationInfo]]:
    """`get_organizations` for outputs."""
    return _later(get_organizations, connection=connection)
