"""Values of a preview as the engine of kinds knows them, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pulumi_zohodesk.dynamic import PULUMI_UNKNOWN, logical_name, opened
from pulumi_zohodesk.engine import Kind, Row, Unknown


def object_from(values: Mapping[str, Any] | None) -> dict[str, Any]:
    """Inputs or outputs of a preview (with secrets shown), without the pickle of the provider."""
    return {key: opened(value) for key, value in (values or {}).items() if key != "__provider"}


def to_json(value: Any) -> Any:
    """The way back, for files."""
    if isinstance(value, Unknown):
        return PULUMI_UNKNOWN
    if isinstance(value, Mapping):
        return {key: to_json(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [to_json(item) for item in value]
    return value


def filled(value: Any, id: Callable[[], str]) -> Any:
    """A value with every unknown in it replaced."""
    if isinstance(value, Unknown):
        return id()
    if isinstance(value, Mapping):
        return {key: filled(item, id) for key, item in value.items()}
    if isinstance(value, list):
        return [filled(item, id) for item in value]
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
