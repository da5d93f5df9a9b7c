"""Two emulated organisations, read as a clone reads them; nothing is driven."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pulumi_zohodesk.clone import People, TargetState, Work, asked_problems, known_problems, target_state, work
from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.engine import Session
from pulumi_zohodesk.inventory import Inventory, take
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.settings import resolve
from pulumi_zohodesk.transport import Client

NOBODY: Mapping[str, Mapping[str, str]] = {}


def when(value: str, field: str = "Subject") -> dict[str, Any]:
    condition = {"fieldModule": "tickets", "fieldName": field, "condition": "is", "value": [value]}
    return {"fieldConditions": [condition], "pattern": "1"}


@dataclass
class Two:
    """``prod`` is the source, ``sandbox`` the target."""

    emulator: Emulator
    folder: Path

    def add(self, organization: str, table: str, **values: Any) -> str:
        return str(self.emulator.edit(organization, table, "create", values=values)["id"])

    def change(self, organization: str, table: str, id: str, **values: Any) -> None:
        self.emulator.edit(organization, table, "update", id=id, values=values)

    def session(self, organization: str) -> Session:
        settings = resolve(environ=self.emulator.env(organization), directory=self.folder)
        return Session(Client(settings, cache_dir=self.folder), settings, KINDS)

    def read(self, organization: str) -> Inventory:
        session = self.session(organization)
        with closing(session.client):
            return take(session)

    def planned(
        self,
        people: People | None = None,
        *,
        prune: bool = False,
        known: Mapping[str, Mapping[str, str]] = NOBODY,
        spared: Mapping[tuple[str, str], str] | None = None,
    ) -> tuple[Inventory, Inventory, TargetState, Work]:
        source, target = self.read("prod"), self.read("sandbox")
        found = target_state(source, target, people or People(), known)
        return source, target, found, work(found, source, target, prune=prune, spared=spared or {})

    def problems(self, people: People | None = None, *, known: Mapping[str, Mapping[str, str]] = NOBODY) -> list[str]:
        source, target, found, todo = self.planned(people, known=known)
        session = self.session("sandbox")
        with closing(session.client):
            return [*known_problems(source, target, found, todo), *asked_problems(session, todo)]
