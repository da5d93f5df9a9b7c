"""Entries of Pulumi's import file: objects that exist, as state would hold them."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

from pulumi.runtime import rpc

from pulumi_zohodesk.dynamic._pickle import provider_string
from pulumi_zohodesk.engine import UNKNOWN, Kind, plain
from pulumi_zohodesk.kinds import KINDS

PULUMI_UNKNOWN = rpc.UNKNOWN

TYPE_PREFIX = "pulumi-python:dynamic/zohodesk:"
"""What type tokens begin with; the kind's name follows."""

BY_TYPE: Mapping[str, Kind] = {TYPE_PREFIX + kind.name: kind for kind in KINDS}
"""By type token, in the order of the kinds."""

SECRET_MARK = "4dabf18193072939515e22adb298388d"
SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270"


def marks_in(value: Any) -> bool:
    """Whether a value holds, anywhere, what Pulumi takes for a mark of its own: no file can say it as text."""
    if isinstance(value, Mapping):
        return SECRET_MARK in value or any(marks_in(item) for item in value.values())
    if isinstance(value, (list, tuple)):
        return any(marks_in(item) for item in value)
    return bool(value == PULUMI_UNKNOWN)


def opened(value: Any) -> Any:
    """A value of a state or a preview without the marks in it: secrets can be read, what is not known is `UNKNOWN`.

    So is a secret that the engine did not decrypt.
    """
    if value == PULUMI_UNKNOWN:
        return UNKNOWN
    if isinstance(value, Mapping):
        if SECRET_MARK in value:
            return opened(json.loads(value["plaintext"])) if "plaintext" in value else UNKNOWN
        return {key: opened(item) for key, item in value.items()}
    if isinstance(value, list):
        return [opened(item) for item in value]
    return plain(value)


def import_entry(
    kind_name: str,
    name: str,
    id: str,
    inputs: Mapping[str, Any],
    outputs: Mapping[str, Any],
    *,
    secret: Collection[str] = (),
    unsaid: Collection[str] = (),
) -> dict[str, Any]:
    """One object of `pulumi import --file`, with inputs and outputs, so that no read is needed.

    Args:
        name: the logical name in the program.
        secret: wire names that state shall keep encrypted.
        unsaid: those of them that no message of the plugin may say.
    """

    def shown(values: Mapping[str, Any]) -> dict[str, Any]:
        return {key: _as_secret(value) if key in secret else value for key, value in values.items()}

    stamp = {"__provider": provider_string(kind_name, unsaid)}
    return {
        "type": TYPE_PREFIX + kind_name,
        "name": name,
        "id": id,
        "inputs": {**shown(inputs), **stamp},
        "outputs": {**shown(outputs), **stamp},
    }


def _as_secret(value: Any) -> dict[str, str]:
    return {SECRET_MARK: SECRET_SIGNATURE, "plaintext": json.dumps(value)}
