"""A dynamic resource over a folder of JSON files: just enough to see what the engine does."""

from __future__ import annotations

import json
import os
import time
import uuid
from pathlib import Path
from typing import Any

import pulumi
from pulumi.dynamic import (
    CreateResult,
    DiffResult,
    ReadResult,
    Resource,
    ResourceProvider,
    UpdateResult,
)

KEYS = ("name", "note", "parent", "pace")


def folder() -> Path:
    return Path(os.environ["SHELF"])


class ShelfProvider(ResourceProvider):
    """Keeps each object in a file; `parent` replaces, an update shows each field."""

    serialize_as_secret_always = False
    stamp: str

    def _log(self, call: str) -> None:
        with (folder() / "log").open("a", encoding="utf-8") as log:
            log.write(f"{call} {time.monotonic()}\n")

    def diff(self, _id: str, _olds: dict[str, Any], _news: dict[str, Any]) -> DiffResult:
        changed = [key for key in KEYS if key in _news and _olds.get(key) != _news[key]]
        if not changed:
            return DiffResult(changes=False)
        return DiffResult(
            changes=None,
            replaces=[key for key in changed if key == "parent" and isinstance(_news[key], pulumi.output.Unknown)]
            + [key for key in changed if key == "pace"],
            delete_before_replace=True,
        )

    def create(self, props: dict[str, Any]) -> CreateResult:
        self._log("start")
        time.sleep(float(props.get("pace") or 0))
        id = uuid.uuid4().hex
        values = {key: value for key, value in props.items() if key in KEYS}
        (folder() / id).write_text(json.dumps(values), encoding="utf-8")
        self._log("create")
        return CreateResult(id, {**values, "made": "yes"})

    def read(self, id_: str, props: dict[str, Any]) -> ReadResult:
        file = folder() / id_
        if not file.exists():
            return ReadResult(None, {})
        values = json.loads(file.read_text(encoding="utf-8"))
        return ReadResult(id_, {**values, "made": "yes"}, dict(values))

    def update(self, _id: str, _olds: dict[str, Any], _news: dict[str, Any]) -> UpdateResult:
        values = {key: value for key, value in _news.items() if key in KEYS}
        (folder() / _id).write_text(json.dumps(values), encoding="utf-8")
        return UpdateResult({**values, "made": "yes"})

    def delete(self, _id: str, _props: dict[str, Any]) -> None:
        self._log("delete")
        (folder() / _id).unlink(missing_ok=True)


class Shelf(Resource, module="facts", name="Shelf"):
    """An object of the folder."""

    made: pulumi.Output[str]

    def __init__(
        self, resource_name: str, args: dict[str, Any], opts: pulumi.ResourceOptions, provider: ShelfProvider
    ) -> None:
        super().__init__(provider, resource_name, {**dict.fromkeys(KEYS), "made": None, **args}, opts)
