"""Exported programs, run without an engine: what they declare is recorded, what they look up is answered."""

from __future__ import annotations

import importlib
import json
import os
import runpy
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

import pulumi

from pulumi_zohodesk.engine import Kind, Session
from pulumi_zohodesk.inventory import Inventory
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.resources import _load, _lookups
from tests.engine.service import Service, session_on

Declared = dict[tuple[str, str], dict[str, Any]]
"""Inputs in wire names, by kind and logical name."""


def run(folder: Path, inventory: Inventory) -> Declared:
    """Run the program of a folder; ids are those of its import file, as after the import."""
    entries = json.loads((folder / "import.json").read_text(encoding="utf-8"))["resources"]
    ids = {(entry["type"], entry["name"]): entry["id"] for entry in entries}
    declared: Declared = {}

    def record(self: Any, type_: str, name: str, props: Mapping[str, Any], opts: Any = None) -> None:
        self.__dict__["id"] = ids[type_, name]
        wired = {key: value for key, value in props.items() if value is not None and key not in self.KIND.write_only}
        del wired["__provider"]
        place = self.KIND.name, name
        assert place not in declared
        declared[place] = wired

    session = _Session(inventory)
    with (
        mock.patch.object(pulumi.CustomResource, "__init__", record),
        mock.patch("pulumi.config.get_project", return_value="desk"),
        mock.patch.object(pulumi.Config, "require_secret", lambda _config, name: name),
        mock.patch.object(_lookups, "session_from_program", return_value=session),
        mock.patch.object(_load, "session_from_program", return_value=session),
        _program_in(folder),
    ):
        runpy.run_path(str(folder / "__main__.py"))
    return declared


@contextmanager
def _program_in(folder: Path) -> Iterator[None]:
    """The folder as working directory and first place for modules; they are forgotten afterwards."""
    before, there = set(sys.modules), Path.cwd()
    os.chdir(folder)
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path.remove(str(folder))
        os.chdir(there)
        for name in set(sys.modules) - before:
            if str(folder) in str(getattr(sys.modules[name], "__file__", "")):
                del sys.modules[name]


class _Session(Session):
    """Look-ups as the service would answer them."""

    def __init__(self, inventory: Inventory) -> None:
        super().__init__(SimpleNamespace(), session_on(Service()).settings, KINDS)  # type: ignore[arg-type]
        self.inventory = inventory

    def look_up(self, kind: Kind, key: Mapping[str, str]) -> Mapping[str, Any]:
        rows = [item.row for item in self.inventory.items(kind.name) if kind.matches(item.row, key)]
        assert len(rows) == 1, (kind.name, key)
        return rows[0]
