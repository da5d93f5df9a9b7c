"""Pulumi's values as the engine knows them, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pulumi

from pulumi_zohodesk.engine import UNKNOWN, Unknown, each_leaf, plain

PROVIDER_KEY = "__provider"


def without_provider(props: Mapping[str, Any]) -> dict[str, Any]:
    """Pulumi's values as the engine knows them: its own unknown, no floats where whole numbers were meant."""
    own = {key: value for key, value in props.items() if key != PROVIDER_KEY}
    return plain(each_leaf(own, lambda leaf: UNKNOWN if isinstance(leaf, pulumi.output.Unknown) else leaf))  # type: ignore[no-any-return]


def to_pulumi(value: Any) -> Any:
    return each_leaf(value, lambda leaf: pulumi.output.UNKNOWN if isinstance(leaf, Unknown) else leaf)


def repeating(outputs: Mapping[str, Any], inputs: Mapping[str, Any]) -> frozenset[str]:
    """Outputs that may repeat a secret input, as an agent's name does: texts that are neither an input nor an id."""
    texts = {key: value for key, value in outputs.items() if isinstance(value, str) and not value.isdecimal()}
    return frozenset(texts.keys() - inputs.keys())
