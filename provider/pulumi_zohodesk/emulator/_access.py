"""Who is calling: scopes, the agent behind the token, the departments it sees, its profile's permissions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pulumi_zohodesk.emulator._errors import BAD_TOKEN, NO_ACCESS, Refusal, forbidden
from pulumi_zohodesk.emulator._kind import Portal, Record

VERBS = ("READ", "CREATE", "UPDATE", "DELETE")
AREAS = ("basic", "settings", "automations", "tickets", "contacts")
ALL_SCOPES = frozenset(f"Desk.{area}.{verb}" for area in AREAS for verb in VERBS)
"""What the default tokens may do."""


@dataclass(frozen=True)
class Caller:
    """What a token stands for. ``departments`` narrows what it sees below what its agent sees."""

    label: str
    organization: str
    agent: str
    scopes: frozenset[str]
    departments: frozenset[str] | None = None

    def holds(self, alternatives: Iterable[str]) -> bool:
        """Whether one of the scopes is held, by itself or through ``ALL``."""
        return any(scope in self.scopes or f"{scope.rpartition('.')[0]}.ALL" in self.scopes for scope in alternatives)

    def person(self, portal: Portal) -> Record:
        return portal.table("agents")[self.agent]

    def sees(self, portal: Portal, department: str) -> bool:
        """Whether the caller sees the department: administrators see all, others their own."""
        if self.departments is not None:
            return department in self.departments
        return self.administers(portal) or department in self.person(portal)["associatedDepartmentIds"]

    def administers(self, portal: Portal) -> bool:
        """Whether the agent is an administrator: data sharing leaves it alone."""
        return administers(portal, self.person(portal))

    def must_hold(self, alternatives: tuple[str, ...]) -> None:
        if not self.holds(alternatives):
            raise Refusal(
                403, "SCOPE_MISMATCH", "The OAuth Token does not contain the scope to perform this operation."
            )

    def must_be_active(self, portal: Portal) -> None:
        """Refuses the token of an agent that is no longer active."""
        if self.person(portal)["status"] != "ACTIVE":
            raise Refusal(401, "INVALID_OAUTH", BAD_TOKEN)

    def must_be_permitted(self, portal: Portal, permission: str) -> None:
        if not self.is_permitted(portal, permission):
            raise forbidden()

    def is_permitted(self, portal: Portal, permission: str) -> bool:
        profile = portal.get("profiles", self.person(portal)["profileId"])
        group, _, flag = permission.partition(".")
        return profile is not None and bool(profile["permissions"].get(group, {}).get(flag))

    def must_have_access(self, portal: Portal) -> None:
        """Refuses an agent all of whose departments are disabled; administrators see every department."""
        rows = portal.those("departments", self.person(portal)["associatedDepartmentIds"])
        if rows and not any(row["isEnabled"] for row in rows) and not self.administers(portal):
            raise forbidden(NO_ACCESS)


def administers(portal: Portal, agent: Record) -> bool:
    """Whether the agent is an administrator: by its type, or by its profile as who made the portal is."""
    profile = portal.get("profiles", agent["profileId"])
    return agent["rolePermissionType"] == "Admin" or bool(profile and profile["type"] == "Administrator")
