"""Pulumi's values as the engine knows them, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pulumi

from pulumi_zohodesk import engine
from pulumi_zohodesk.engine import UNKNOWN, Unknown

__all__ = ["PROVIDER_KEY", "from_pulumi", "repeating", "to_pulumi", "without_provider"]

PROVIDER_KEY = "__provider"


def without_provider(props: Mapping[str, Any]) -> dict[str, Any]:
    return {key: from_pulumi(value) for key, value in props.items() if key != PROVIDER_KEY}


def from_pulumi(value: Any) -> Any:
    """Pulumi's values as the engine knows them: its own unknown, no floats where whole numbers were meant."""
    if isinstance(value, pulumi.output.Unknown):
        return UNKNOWN
    if isinstance(value, Mapping):
        return {key: from_pulumi(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [from_pulumi(item) for item in value]
    return engine.plain(value)


def to_pulumi(value: Any) -> Any:
    if isinstance(value, Unknown):
        return pulumi.output.UNKNOWN
    if isinstance(value, Mapping):
        return {key: to_pulumi(item) for key, item in value.items()}
    if isinstance(value, list):
        return [to_pulumi(item) for item in value]
    return value


def repeating(outputs: Mapping[str, Any], inputs: Mapping[str, Any]) -> frozenset[str]:
    """Outputs that may repeat a secret input, as an agent's name does: texts that are neither an input nor an id."""
    texts = {key: value for key, value in outputs.items() if isinstance(value, str) and not value.isdecimal()}
    return frozenset(texts.keys() - inputs.keys())
