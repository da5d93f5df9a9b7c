"""All state of one emulator: organisations, accounts, clock, faults, log, switches."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pulumi_zohodesk.emulator._access import ALL_SCOPES, Caller
from pulumi_zohodesk.emulator._clock import Clock
from pulumi_zohodesk.emulator._faults import Faults
from pulumi_zohodesk.emulator._kind import Kind
from pulumi_zohodesk.emulator._log import Log
from pulumi_zohodesk.emulator._oauth import Accounts, Grant
from pulumi_zohodesk.emulator._portal import Portal
from pulumi_zohodesk.emulator._switches import Switches
from pulumi_zohodesk.emulator.kinds import KINDS

ORGANIZATIONS = ("prod", "sandbox")


class World:
    """The state, and one lock around it: the server's thread and a test may both reach for it."""

    def __init__(
        self, seed: int = 1, *, running_clock: bool = False, switches: Mapping[str, Any] | None = None
    ) -> None:
        self.lock = threading.RLock()
        self.seed = seed
        self._running = running_clock
        self._given = dict(switches or {})
        self.kinds: dict[str, Kind] = {kind.name: kind for kind in KINDS}
        self.reset()

    def reset(self) -> None:
        """Back to the beginning: the same ids, the same refresh tokens, nothing else."""
        self.switches = Switches()
        self.switches.change(self._given)
        self.clock = Clock(running=self._running)
        self.faults = Faults()
        self.log = Log(self.clock)
        self.accounts = Accounts(f"accounts {self.seed}", self.clock, self.switches)
        self.portals: dict[str, Portal] = {}
        self.grants: dict[str, Grant] = {}
        for name in ORGANIZATIONS:
            self.found(name)

    def found(self, name: str) -> Portal:
        """Founds an organisation with the token of its administrator."""
        portal = Portal(name, f"{name} {self.seed}", self.kinds, self.clock, self.switches)
        self.portals[name] = portal
        caller = Caller(f"{name}:administrator", name, portal.administrator, ALL_SCOPES)
        self.grants[name] = self.accounts.grant(caller)
        self.accounts.organizations[portal.id] = caller
        return portal

    def portal(self, name: str) -> Portal:
        """The organisation of that name; raises ValueError when there is none."""
        if name not in self.portals:
            raise ValueError(f"There is no organisation named {name}.")
        return self.portals[name]

    def grant(
        self,
        organization: str,
        scopes: list[str] | None = None,
        agent: str | None = None,
        departments: list[str] | None = None,
    ) -> Grant:
        """A token for an agent (by e-mail) that may do less, or sees only some departments (by name or id)."""
        return self.accounts.grant(self.caller(organization, scopes, agent, departments))

    def caller(
        self,
        organization: str,
        scopes: list[str] | None = None,
        agent: str | None = None,
        departments: list[str] | None = None,
    ) -> Caller:
        """What such a token stands for. Raises ValueError for an agent or department that is none."""
        portal = self.portal(organization)
        caller = self.grants[organization].caller
        if scopes is not None:
            caller = replace(caller, scopes=frozenset(scopes))
        if agent is not None:
            record = portal.table("agents").by_key(agent.casefold())
            if record is None:
                raise ValueError(f"There is no agent with the address {agent}.")
            caller = replace(caller, agent=record["id"])
        if departments is not None:
            ids = frozenset(_department(portal, one) for one in departments)
            caller = replace(caller, departments=ids)
        return replace(caller, label=f"{organization}:{agent or 'administrator'}*")

    def credentials(self, organization: str) -> dict[str, str]:
        """What a client of the organisation needs beside the address."""
        return {
            "CLIENT_ID": self.accounts.client_id,
            "CLIENT_SECRET": self.accounts.client_secret,
            "REFRESH_TOKEN": self.grants[organization].refresh_token,
            "ORG_ID": self.portal(organization).id,
        }


def _department(portal: Portal, named: str) -> str:
    record = portal.get("departments", named) or portal.table("departments").by_key(named.casefold())
    if record is None:
        raise ValueError(f"There is no department {named}.")
    return str(record["id"])
