"""Which of the three layers refused a call: the scope says so itself, the other two are read to tell them apart.

Source: Profile.json (getMyProfile), SharingRule.json (getDataSharingRules).
"""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock
from typing import TYPE_CHECKING, Any

from pulumi_zohodesk.engine._fields import Row
from pulumi_zohodesk.engine._own_operations import MY_PROFILE, SHARING_RULES
from pulumi_zohodesk.errors import DeskError, Forbidden

if TYPE_CHECKING:
    from pulumi_zohodesk.transport import Client, Operation

LEVELS: Mapping[str, str] = {
    "private": "Private",
    "public read only": "Public Read Only",
    "public": "Public Read/Write/Delete",
}
"""Levels of data sharing, strictest first: what the API says, and what the Desk UI says."""

_ORDER = tuple(LEVELS)
_ADMINISTRATIVE: Mapping[str, str] = {
    "setup.department": "Departments",
    "setup.manageAgents": "Manage Agents",
    "setup.automation": "Automation",
    "setup.permission": "Permissions",
    "setup.teams": "Teams",
    "setup.templates": "Templates",
    "setup.webhooks": "Webhooks",
    "setup.email": "Email",
}


def permission_words(permission: str) -> str:
    """A permission as the Desk UI calls it: ``Tickets: View``, ``Departments``."""
    if permission in _ADMINISTRATIVE:
        return _ADMINISTRATIVE[permission]
    module, _, verb = permission.partition(".")
    return f"{module.capitalize()}: {verb.capitalize()}"


def level_for(permission: str) -> str:
    """The least level of data sharing at which records of others are in reach; empty where sharing does not count."""
    module, _, verb = permission.partition(".")
    if module in ("", "setup"):
        return ""
    return "public read only" if verb == "view" else "public"


class Layers:
    """What the profile of the token's agent and data sharing allow. Each is read once, when it is first asked for."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._known: dict[str, Row | None] = {}
        self._lock = Lock()

    def profile(self) -> Row | None:
        """The profile of the token's agent; None when the token may not read it."""
        return self._read(MY_PROFILE)

    def sharing(self, module: str) -> str | None:
        """The level of data sharing of a module (``tickets``); None when it cannot be read."""
        level = (self._read(SHARING_RULES) or {}).get(module)
        return level if level in LEVELS else None

    def allows(self, permission: str) -> bool | None:
        """Whether the profile allows something; None when that cannot be told."""
        group, _, name = permission.partition(".")
        found: Any = (self.profile() or {}).get("permissions")
        found = found.get(group) if isinstance(found, Mapping) else None
        found = found.get(name) if isinstance(found, Mapping) else None
        return found if isinstance(found, bool) else None

    def shares(self, permission: str) -> bool | None:
        """Whether data sharing gives reach to records of others; None when that cannot be told."""
        needed = level_for(permission)
        if not needed:
            return True
        level = self.sharing(permission.partition(".")[0])
        return None if level is None else _ORDER.index(level) >= _ORDER.index(needed)

    def explain(self, op: Operation) -> str:
        """Why the service said FORBIDDEN, as far as it can be told, and what to change."""
        allowed = self.allows(op.permission)
        if allowed is False:
            return self._profile_refuses(op)
        if allowed is None:
            return self._undecided(op)
        return self._out_of_reach(op)

    def _profile_refuses(self, op: Operation) -> str:
        name = (self.profile() or {}).get("name")
        named = f' "{name}"' if name else ""
        return (
            f"Layer 2 of 3 refuses, the permission profile: the profile{named} of the agent whose token this is lacks "
            f"{permission_words(op.permission)}. Allow it in Zoho Desk under Setup > Permissions > Profiles, or sign "
            "in as an agent whose profile has it; Support Administrator has everything."
        )

    def _out_of_reach(self, op: Operation) -> str:
        module = op.permission.partition(".")[0]
        shared, level = self.shares(op.permission), self.sharing(module)
        has = f"The profile of the agent whose token this is has {permission_words(op.permission)}"
        if module == "setup":
            return (
                f"{has}, so the object itself is out of reach for that agent: connect as an administrator who sees "
                "all departments."
            )
        if shared is None:
            return (
                f"{has}, so layer 3 of 3 refuses, data sharing of {module.capitalize()} or the department of the "
                "record; the level of data sharing could not be read. See Setup > Permissions > Data Sharing, or sign "
                "in as an administrator."
            )
        if not shared:
            creates = op.method == "POST" and "{" not in op.path
            why = "which does not let that agent add any" if creates else "and the record belongs to somebody else"
            return (
                f"Layer 3 of 3 refuses, data sharing: {module.capitalize()} are {LEVELS[level or 'private']}, {why}. "
                f"Set them to {LEVELS[level_for(op.permission)]} under Setup > "
                "Permissions > Data Sharing, or sign in as its owner or as an administrator."
            )
        return (
            f"{has}, and data sharing of {module.capitalize()} is {LEVELS[level or 'public']}, so the record most "
            "likely lies in a department that this agent does not belong to."
        )

    def _undecided(self, op: Operation) -> str:
        module = op.permission.partition(".")[0]
        other = "" if module == "setup" else f", or data sharing hides the record (layer 3, module {module})"
        return (
            f"The scope is not the reason. Either the permission profile of the agent whose token this is lacks "
            f"{permission_words(op.permission)} (layer 2){other}; which of the two could not be told, because the "
            f"profile could not be read: that needs one of {' or '.join(MY_PROFILE.scopes)}."
            if other
            else f"Layer 2 of 3 refuses, the permission profile: it most likely lacks "
            f"{permission_words(op.permission)}. The profile itself could not be read; that needs one of "
            f"{' or '.join(MY_PROFILE.scopes)}. Support Administrator has everything."
        )

    def _read(self, op: Operation) -> Row | None:
        with self._lock:
            if op.name not in self._known:
                try:
                    self._known[op.name] = self._client.call(op, about="the connection") or None
                except DeskError as error:
                    if not isinstance(error, Forbidden):  # a failure that may pass is not remembered
                        return None
                    self._known[op.name] = None
            return self._known[op.name]
