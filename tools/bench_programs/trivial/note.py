"""The floor: a dynamic resource that does nothing at all."""

from __future__ import annotations

import uuid
from typing import Any

from pulumi.dynamic import CreateResult, DiffResult, ReadResult, Resource, ResourceProvider, UpdateResult


class NoteProvider(ResourceProvider):
    """Keeps its inputs in state."""

    serialize_as_secret_always = False

    def diff(self, _id: str, _olds: dict[str, Any], _news: dict[str, Any]) -> DiffResult:
        return DiffResult(changes=_olds.get("text") != _news.get("text"))

    def create(self, props: dict[str, Any]) -> CreateResult:
        return CreateResult(uuid.uuid4().hex, {"text": props["text"]})

    def read(self, id_: str, props: dict[str, Any]) -> ReadResult:
        return ReadResult(id_, {"text": props["text"]}, {"text": props["text"]})

    def update(self, _id: str, _olds: dict[str, Any], _news: dict[str, Any]) -> UpdateResult:
        return UpdateResult({"text": _news["text"]})


class Note(Resource, module="bench", name="Note"):
    """One note."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(NoteProvider(), name, {"text": text})
