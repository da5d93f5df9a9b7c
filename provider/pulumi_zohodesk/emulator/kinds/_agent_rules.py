"""The rules of agents: which role and profile go with which type, who must stay, how many seats there are."""

from __future__ import annotations

from typing import Any

from pulumi_zohodesk.emulator._access import administers
from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import refuse, texts, unknown_ids
from pulumi_zohodesk.emulator._errors import NOT_USABLE, FieldError, invalid, invalid_data, missing, unprocessable
from pulumi_zohodesk.emulator._kind import Portal, Record
from pulumi_zohodesk.emulator._limits import seats_exceeded
from pulumi_zohodesk.emulator.kinds._membership import usable_agent

CANONICAL = {
    "Admin": ("support administrator", "ceo"),
    "AgentPublic": ("agent", "ceo"),
    "AgentPersonal": ("agent", "personal"),
    "AgentTeamPersonal": ("agent", "team personal"),
    "Light": ("light agent", "lightagent"),
}
"""Profile and role of each type, by natural key. The pairs are unconfirmed; that a type is a pair is not."""


def pair(portal: Portal, kind: str) -> dict[str, str]:
    """The profile and role ids of a type that is not Custom."""
    keys = zip(("profile", "role"), CANONICAL[kind], strict=True)
    return {f"{name}Id": row["id"] for name, key in keys if (row := portal.table(f"{name}s").by_key(key))}


def derived_type(portal: Portal, agent: Record) -> str:
    """The type that an agent's profile and role amount to: Custom when the pair is none of the known ones.

    Who made the portal reads Custom all the same, with the pair of an administrator (recorded).
    """
    if agent.get("id") == portal.administrator and portal.switches.creator_type == "Custom":
        return "Custom"
    profile, role = portal.get("profiles", agent["profileId"]), portal.get("roles", agent["roleId"])
    if profile is None or role is None:
        return "Custom"
    names = (profile["name"].casefold(), role["name"].casefold())
    return next((kind for kind, known in CANONICAL.items() if known == names), "Custom")


def access_values(portal: Portal, body: Record, current: Record | None = None) -> dict[str, str]:
    """The profileId and roleId that a body asks for; refuses what the type does not allow."""
    given: dict[str, str] = {name: str(body[name]) for name in ("profileId", "roleId") if name in body}
    kind = body.get("rolePermissionType")
    if kind not in (None, "Custom") and len(given) > 1:
        raise invalid_data(invalid("/rolePermissionType", "Only Custom may carry both roleId and profileId."))
    if kind == "Custom" and current is None:
        refuse([missing(f"/{name}") for name in ("profileId", "roleId") if name not in given])
    unknown = [name for name in given if portal.get(f"{name.removesuffix('Id')}s", given[name]) is None]
    refuse([invalid(f"/{name}", NOT_USABLE) for name in unknown])
    return given if kind in (None, "Custom") else {**pair(portal, str(kind)), **given}


def department_errors(portal: Portal, body: Record) -> list[FieldError]:
    """Errors for departments that do not exist or are disabled, and for having none at all."""
    errors: list[FieldError] = []
    for name in ("associatedDepartmentIds", "associatedChatDepartmentIds"):
        if name in body:
            errors += unknown_ids(
                portal, "departments", texts(body[name]), f"/{name}", lambda row: bool(row["isEnabled"])
            )
    if "associatedDepartmentIds" in body and not body["associatedDepartmentIds"]:
        errors.append(invalid("/associatedDepartmentIds", "An agent needs at least one department."))
    return errors


def must_have_seat(portal: Portal, *, light: bool, more: int = 1) -> None:
    seats = portal.limits.most("light_seats" if light else "seats", portal.edition)
    if seats is not None and portal.active_agents(light=light) + more > seats:
        raise seats_exceeded(portal.edition, light=light, seats=seats)


def archived(portal: Portal, email: str) -> bool:
    rows = portal.table("agents")
    return any(row["status"] == "DELETED" and row["emailId"].casefold() == email.casefold() for row in rows)


def must_be_dispensable(portal: Portal, agent: Record) -> None:
    """Refuses to let go the primary contact or the last active administrator."""
    if agent["emailId"].casefold() == portal.organization["primaryContact"].casefold():
        raise unprocessable("The primary contact cannot be deactivated or deleted.")
    others = [row for row in portal.table("agents") if row is not agent and row["status"] == "ACTIVE"]
    if administers(portal, agent) and not any(administers(portal, row) for row in others):
        raise unprocessable("The last active administrator cannot be deactivated or deleted.")


def custom_values(values: dict[str, Any] | None) -> dict[str, str | None]:
    """Custom fields as the service answers them: text, or nothing."""
    return {
        name: str(value).lower() if isinstance(value, bool) else None if value is None else str(value)
        for name, value in (values or {}).items()
    }


def alive(call: Call) -> Record:
    """The agent of the path; refuses one that is archived."""
    agent = call.fetch("agents", "agentId")
    if not usable_agent(agent):
        raise unprocessable("The agent is deleted.")
    return agent


def change(portal: Portal, agent: Record, **values: Any) -> None:
    agent.update(values)
    portal.save("agents", agent)


def chosen(call: Call, usable: Any) -> list[Record]:
    """The agents of a body's agentIds, each of which must be usable."""
    ids = texts(call.body["agentIds"])
    refuse(unknown_ids(call.portal, "agents", ids, "/agentIds", usable))
    return call.portal.those("agents", ids)


def archive(portal: Portal, agent: Record) -> None:
    """Deletes the agent as the service does: it stays, but only to be looked at."""
    change(portal, agent, status="DELETED")
    portal.forget("agents", agent)
