"""Values of a preview as the engine of kinds knows them, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pulumi_zohodesk.dynamic import SECRET_MARK, logical_name
from pulumi_zohodesk.engine import UNKNOWN, Kind, Row, Unknown, plain

__all__ = ["PULUMI_UNKNOWN", "from_json", "is_shaped", "object_from", "to_json", "urn_from"]

PULUMI_UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9"
"""How the engine writes a string it does not know yet."""


def object_from(values: Mapping[str, Any] | None) -> dict[str, Any]:
    """Inputs or outputs of a preview (with secrets shown), without the pickle of the provider."""
    return {key: from_json(value) for key, value in (values or {}).items() if key != "__provider"}


def from_json(value: Any) -> Any:
    """One value: unknowns become `UNKNOWN`, secrets lose their wrapping."""
    if value == PULUMI_UNKNOWN:
        return UNKNOWN
    if isinstance(value, Mapping):
        if SECRET_MARK in value:
            return from_json(json.loads(value["plaintext"])) if "plaintext" in value else UNKNOWN
        return {key: from_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [from_json(item) for item in value]
    return plain(value)


def to_json(value: Any) -> Any:
    """The way back, for files."""
    if isinstance(value, Unknown):
        return PULUMI_UNKNOWN
    if isinstance(value, Mapping):
        return {key: to_json(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [to_json(item) for item in value]
    return value


def is_shaped(kind: Kind, values: Row) -> bool:
    """Whether fields read from a file have values of their sort: text is no list, a list no map. Others may not."""
    return all(
        value is None or isinstance(value, Unknown) or kind.by_wire[wire].type.fits(value)
        for wire, value in values.items()
        if wire in kind.by_wire
    )


def urn_from(value: Any) -> str:
    """A URN that was read from a file. Raises ValueError for what is none."""
    if not isinstance(value, str) or not value.startswith("urn:") or not logical_name(value):
        raise ValueError("no URN")
    return value
