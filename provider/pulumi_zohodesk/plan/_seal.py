"""What stands in a file in place of a value that is not shown: enough to tell whether a value is that one."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from hashlib import pbkdf2_hmac
from typing import Any

from pulumi_zohodesk.engine import UNKNOWN, Kind, Row, Unknown, has_unknown

ROUNDS = 10_000
"""Some milliseconds for each value: telephone numbers are few, so whoever has the file may try them all."""


def new_salt() -> str:
    return secrets.token_hex(16)


@dataclass(frozen=True)
class Seal:
    """Attributes:
    fields: wire names of what is not shown.
    salt: of the file, so that equal values have other seals elsewhere.
    """

    kind: Kind
    fields: frozenset[str]
    salt: str

    def on(self, values: Row) -> dict[str, Any]:
        """The values with a seal in place of each that is not shown; what is missing or not known yet stays so."""
        return {wire: self._sealed(wire, value) if wire in self.fields else value for wire, value in values.items()}

    def off(self, values: Row) -> dict[str, Any]:
        """The values without those that are not shown."""
        return {wire: value for wire, value in values.items() if wire not in self.fields}

    def is_on(self, values: Row) -> bool:
        """Whether what is not shown really is sealed."""
        return all(isinstance(values[wire], str | Unknown | None) for wire in self.fields & values.keys())

    def _sealed(self, wire: str, value: Any) -> Any:
        if value is None or has_unknown(value):
            return None if value is None else UNKNOWN
        field = self.kind.by_wire.get(wire)
        return _digest(json.dumps(_ordered(field.type.canon(value) if field else value)), self.salt)


def _ordered(value: Any) -> Any:
    """Equal values, equal texts: sets and maps have no order."""
    if isinstance(value, frozenset):
        return sorted(map(_ordered, value), key=json.dumps)
    if isinstance(value, Decimal):
        return str(value.normalize())  # 9.5 and 9.50
    if isinstance(value, Mapping):
        return [[key, _ordered(item)] for key, item in sorted(value.items())]
    return [_ordered(item) for item in value] if isinstance(value, list | tuple) else value


@cache
def _digest(text: str, salt: str) -> str:
    return pbkdf2_hmac("sha256", text.encode(), bytes.fromhex(salt), ROUNDS).hex()
