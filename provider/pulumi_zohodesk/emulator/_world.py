"""All state of one emulator: organisations, accounts, clock, faults, log, switches."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from pulumi_zohodesk.emulator import _seed, _sharing
from pulumi_zohodesk.emulator._access import ALL_SCOPES, Caller
from pulumi_zohodesk.emulator._clock import Clock
from pulumi_zohodesk.emulator._codes import SCOPES
from pulumi_zohodesk.emulator._contract import table
from pulumi_zohodesk.emulator._faults import Faults
from pulumi_zohodesk.emulator._kind import Kind, Portal
from pulumi_zohodesk.emulator._log import Log
from pulumi_zohodesk.emulator._oauth import PATHS, Accounts, Grant
from pulumi_zohodesk.emulator._store import Record, copied
from pulumi_zohodesk.emulator._switches import Switches
from pulumi_zohodesk.emulator._values import mapping, must_be, optional, text, texts
from pulumi_zohodesk.emulator.kinds import KINDS

ORGANIZATIONS = ("prod", "sandbox")
Seed = Mapping[str, Mapping[str, Any]]
"""Organisation to kind to objects, and to its limits, edition, sharing and the like; see ``_seed``."""


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
        rows = {name: row for kind in self.kinds.values() for name, row in table(kind.contract).items()}
        self._operations = frozenset((*rows, *PATHS))
        self._scopes = SCOPES | {scope for row in rows.values() for scope in row["scopes"]}
        self.seeds: list[Seed] = []
        self.reset()

    def reset(self) -> None:
        """Back to the beginning: the same ids, the same refresh tokens, what ``begin_with`` gave, nothing else."""
        self.switches = Switches()
        self.switches.change(self._given)
        self.clock = Clock(running=self._running)
        self.faults = Faults(self._operations, ORGANIZATIONS)
        self.log = Log(self.clock)
        self.accounts = Accounts(f"accounts {self.seed}", self.clock, self.switches)
        self.portals: dict[str, Portal] = {}
        self.grants: dict[str, Grant] = {}
        for name in ORGANIZATIONS:
            self.found(name)
        for one in self.seeds:
            self.add(one)

    def begin_with(self, data: Seed) -> None:
        """Adds objects now and after every reset. Raises ValueError."""
        self.add(data)
        self.seeds.append(copied(data))

    def add(self, data: Seed) -> dict[str, dict[str, list[str]]]:
        """Adds objects per organisation, all or none, and returns the new ids. Raises ValueError."""
        must_be("A seed", data, mapping)
        single = [one for portal in self.portals.values() for one in (portal.organization, _sharing.rules(portal))]
        with self.whole(*single):
            return {name: _seed.seed(self.portal(name), one) for name, one in data.items()}

    @contextmanager
    def whole(self, *changed: Record) -> Iterator[None]:
        """What is done to organisations within is done whole or not at all; every failure is a ValueError.

        New records are taken away again. Records that were there before and may change must be given.
        """
        before = copied([*changed])
        kept = {name: portal.kept() for name, portal in self.portals.items()}
        try:
            yield
        except Exception as error:
            for name, portal in self.portals.items():
                portal.restore(kept[name])
            for record, old in zip(changed, before, strict=True):
                record.clear()
                record.update(old)
            if isinstance(error, ValueError):
                raise
            raise ValueError(f"The values do not fit together ({type(error).__name__}: {error}).") from error

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
        if not isinstance(name, str) or name not in self.portals:
            raise ValueError(f"There is no organisation named {name}.")
        return self.portals[name]

    def caller(
        self,
        organization: str,
        scopes: list[str] | str | None = None,
        agent: str | None = None,
        departments: list[str] | None = None,
    ) -> Caller:
        """What such a token stands for. Raises ValueError for an agent or department that is none."""
        scopes = scopes.replace(",", " ").split() if isinstance(scopes, str) else scopes  # as consent pages take them
        must_be("The scopes of a token", scopes, optional(texts))
        must_be("The agent of a token", agent, optional(text))
        must_be("The departments of a token", departments, optional(texts))
        wrong = sorted(set(scopes or ()) - self._scopes)
        if wrong:
            raise ValueError(f"There is no scope named {', '.join(wrong)}.")
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
            ids = frozenset(_department(portal, department) for department in departments)
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
