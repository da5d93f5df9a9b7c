"""Agents and permissions as a test wants them: one that may do just this, one permission taken away."""

from __future__ import annotations

from collections.abc import Iterable

from pulumi_zohodesk.emulator import _seed
from pulumi_zohodesk.emulator._kind import Portal, Record


def permit(portal: Portal, profile: str, permission: str, allowed: bool) -> None:
    """Gives the profile of that name the permission ``group.flag``, or takes it. Raises ValueError for unknown ones."""
    record = _seed.find(portal, "profiles", None, {"name": profile})
    group, flag = _known(record, permission)
    record["permissions"][group][flag] = allowed


def agent(
    portal: Portal,
    email: str,
    permissions: Iterable[str] | None = None,
    profile: str = "Agent",
    departments: Iterable[str] | None = None,
) -> Record:
    """The active agent with that address, made when there is none, in the departments (by name or id).

    ``permissions`` gives it a profile of its own that allows just these; otherwise it has ``profile``. Without
    ``departments`` an agent that is new is in all that are enabled.
    """
    if permissions is not None:
        profile = _own_profile(portal, _own_name(email), permissions)["name"]
    values: Record = {"profile": profile, "status": "ACTIVE", "isConfirmed": True}
    if departments is not None:
        values["departments"] = list(departments)
    record = portal.table("agents").by_key(email.casefold())
    if record is not None:
        return _seed.change(portal, "agents", record, values)
    every = [row["id"] for row in portal.table("departments") if row["isEnabled"]]
    return _seed.create(
        portal, "agents", {"emailId": email, "lastName": email.partition("@")[0], "departments": every, **values}
    )


def concerned(portal: Portal, email: str) -> list[Record]:
    """What ``agent`` may change of what is there: the agent, and the profile of its own."""
    found = (
        portal.table("agents").by_key(email.casefold()),
        portal.table("profiles").by_key(_own_name(email).casefold()),
    )
    return [record for record in found if record is not None]


def _own_name(email: str) -> str:
    return f"Profile of {email}"


def _own_profile(portal: Portal, name: str, permissions: Iterable[str]) -> Record:
    record = portal.table("profiles").by_key(name.casefold()) or portal.add("profiles", {"name": name})
    for flags in record["permissions"].values():
        flags.update(dict.fromkeys(flags, False))
    for permission in permissions:
        group, flag = _known(record, permission)
        record["permissions"][group][flag] = True
    return record


def _known(profile: Record, permission: str) -> tuple[str, str]:
    group, _, flag = permission.partition(".")
    if flag not in profile["permissions"].get(group, {}):
        raise ValueError(f"There is no permission named {permission}.")
    return group, flag
