"""An emulated organisation, and what reading it costs."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.engine import Session
from pulumi_zohodesk.inventory import Inventory, take
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.settings import resolve
from pulumi_zohodesk.transport import Client


def is_when(value: str) -> dict[str, Any]:
    """Criteria for tickets whose language is a value."""
    condition = {"fieldModule": "tickets", "fieldName": "Language", "condition": "is", "value": [value]}
    return {"fieldConditions": [condition], "pattern": "1"}


class Organisation:
    """The organisation ``prod`` of an emulator."""

    def __init__(self, emulator: Emulator, folder: Path) -> None:
        self.emulator, self.folder = emulator, folder

    def add(self, table: str, **values: Any) -> str:
        """An object, made as somebody in the UI would."""
        return str(self.emulator.edit("prod", table, "create", values=values)["id"])

    def row(self, table: str, id: str) -> dict[str, Any]:
        return next(row for row in self.emulator.state("prod")[table] if row["id"] == id)

    def environ(self, **token: Any) -> dict[str, str]:
        environ = self.emulator.env()
        if token:
            environ["ZOHODESK_REFRESH_TOKEN"] = self.emulator.token("prod", **token)["refresh_token"]
        return environ

    def take(self, kinds: Iterable[str] | None = None, progress: Any = None, **token: Any) -> Inventory:
        """Read it as a new process would; ``token`` says as whom."""
        settings = resolve(environ=self.environ(**token), directory=self.folder)
        with closing(Client(settings, cache_dir=self.folder)) as client:
            return take(Session(client, settings, KINDS), kinds=kinds, progress=progress)

    def calls(self) -> list[str]:
        """Operations since the log was cleared; requests for tokens go to another server."""
        return [entry["operation"] for entry in self.emulator.log() if "/oauth/" not in entry["path"]]
