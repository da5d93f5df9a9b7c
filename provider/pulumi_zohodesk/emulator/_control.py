"""The control path: what a test or a person may do to the emulator, as functions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from pulumi_zohodesk.emulator import _seed, _sharing, _staff
from pulumi_zohodesk.emulator._clock import iso
from pulumi_zohodesk.emulator._codes import Consent
from pulumi_zohodesk.emulator._oauth import LIFETIME
from pulumi_zohodesk.emulator._store import copied
from pulumi_zohodesk.emulator._values import flag, must_be, number, one_of, optional, text, texts
from pulumi_zohodesk.emulator._world import Seed, World


class Control:
    """Every control, each under the world's lock. Raises ValueError for what cannot be done."""

    def __init__(self, world: World) -> None:
        self.world = world

    def reset(self) -> None:
        with self.world.lock:
            self.world.reset()

    def seed(self, data: Seed) -> dict[str, dict[str, list[str]]]:
        """Adds objects per organisation, all or none: ``{"prod": {"departments": [...], "limits": {...}}}``."""
        with self.world.lock:
            return self.world.add(data)

    def begin_with(self, data: Seed) -> None:
        """Adds objects as ``seed`` does, now and after every reset."""
        with self.world.lock:
            self.world.begin_with(data)

    def edit(
        self,
        organization: str,
        kind: str,
        action: str,
        *,
        id: str | None = None,
        key: Mapping[str, Any] | None = None,
        values: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Creates, updates or deletes one object past the API's rules and returns it."""
        must_be("The action of an edit", action, one_of("create", "update", "delete"))
        with self.world.lock:
            portal = self.world.portal(organization)
            if action == "create":
                with self.world.whole():
                    return copied(_seed.create(portal, kind, values or {}))
            record = _seed.find(portal, kind, id, key)
            with self.world.whole(record):
                if action == "update":
                    _seed.change(portal, kind, record, values or {})
                else:
                    _seed.remove(portal, kind, record)
            return copied(record)

    def permit(self, organization: str, profile: str, permission: str, allowed: bool = True) -> None:
        """Gives a profile (by name) one permission such as ``tickets.view``, or takes it from it."""
        must_be("What a permission is set to", allowed, flag)
        with self.world.lock:
            _staff.permit(self.world.portal(organization), profile, permission, allowed)

    def sharing(self, organization: str, module: str, level: str) -> dict[str, str]:
        """Shares a module: ``private``, ``public read only`` or ``public``. Returns the level of every module."""
        must_be("The module of data sharing", module, text)
        with self.world.lock:
            return _sharing.share(self.world.portal(organization), {module: level})

    def agent(
        self,
        organization: str,
        email: str,
        permissions: Iterable[str] | None = None,
        profile: str = "Agent",
        departments: Iterable[str] | None = None,
    ) -> dict[str, Any]:
        """An active agent, new or changed; given ``permissions``, its own profile allows just these."""
        must_be("The address of an agent", email, text)
        must_be("The permissions of an agent", permissions, optional(texts))
        must_be("The departments of an agent", departments, optional(texts))
        with self.world.lock:
            portal = self.world.portal(organization)
            with self.world.whole(*_staff.concerned(portal, email)):
                return copied(_staff.agent(portal, email, permissions, profile, departments))

    def fault(self, **values: Any) -> None:
        """Sets a fault; see ``Fault``."""
        self.faults([values])

    def faults(self, values: Sequence[Mapping[str, Any]]) -> None:
        """Sets several faults, all or none."""
        with self.world.lock:
            self.world.faults.add(*values)

    def clear_faults(self) -> None:
        with self.world.lock:
            self.world.faults.clear()

    def advance(self, seconds: float) -> str:
        """Moves the clock and returns the time."""
        with self.world.lock:
            return iso(round(self.world.clock.advance(seconds) * 1000))

    def log(self, since: int = 0) -> list[dict[str, Any]]:
        with self.world.lock:
            return self.world.log.entries(since)

    def clear_log(self) -> None:
        with self.world.lock:
            self.world.log.clear()

    def token(
        self,
        organization: str,
        scopes: list[str] | str | None = None,
        agent: str | None = None,
        departments: list[str] | None = None,
    ) -> dict[str, str]:
        """A refresh token and an access token, with the client of both. ``scopes``: a list, or joined by commas."""
        with self.world.lock:
            grant = self.world.accounts.grant(self.world.caller(organization, scopes, agent, departments))
            return {
                **{name.lower(): text for name, text in self.world.credentials(organization).items()},
                "refresh_token": grant.refresh_token,
                "access_token": self.world.accounts.issue(grant),
            }

    def code(
        self, organization: str, scopes: list[str] | str | None = None, agent: str | None = None, lifetime: float = 180
    ) -> str:
        """A code as the console makes it for a self client, good for that many seconds."""
        must_be("The lifetime of a code", lifetime, number(LIFETIME))
        with self.world.lock:
            caller = self.world.caller(organization, scopes, agent)
            mail = self.world.portal(organization).get("agents", caller.agent)
            user = mail["emailId"].casefold() if mail else ""
            return self.world.accounts.codes.make(Consent(caller, user), lifetime)

    def redirect(self, uri: str) -> list[str]:
        """Registers one more address for callbacks and returns all of them."""
        must_be("The address of a callback", uri, _address)
        with self.world.lock:
            self.world.accounts.redirects.add(uri)
            return sorted(self.world.accounts.redirects)

    def state(self, organization: str) -> dict[str, Any]:
        """A copy of everything an organisation holds, by kind."""
        with self.world.lock:
            portal = self.world.portal(organization)
            tables = {name: copied(list(table)) for name, table in portal.tables.items()}
            return {**tables, "id": portal.id, "credits_used": portal.limits.used}

    def switch(self, **values: Any) -> dict[str, Any]:
        """Sets switches and returns all of them."""
        with self.world.lock:
            self.world.switches.change(values)
            for portal in self.world.portals.values():  # whose creator's type may follow from a switch
                if creator := portal.get("agents", portal.administrator):
                    portal.save("agents", creator)
            return asdict(self.world.switches)


def _address(value: Any) -> str:
    right = isinstance(value, str) and value.startswith(("http://", "https://"))
    return "" if right else "an address that begins with http:// or https://"
