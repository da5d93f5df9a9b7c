"""A value that is never shown."""

from __future__ import annotations

import hashlib
import hmac
from typing import NoReturn


class Secret:
    """A client secret or token: `repr` and `str` never show it, and it cannot be pickled into a state."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The value itself. Hand it to the request that needs it and keep it nowhere."""
        return self._value

    def fingerprint(self) -> str:
        """SHA-256 in hexadecimal: tells two secrets apart without holding either."""
        return hashlib.sha256(self._value.encode()).hexdigest()

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        return hmac.compare_digest(self._value.encode(), other._value.encode())

    def __hash__(self) -> int:
        return hash(self.fingerprint())

    def __repr__(self) -> str:
        return "Secret(hidden)"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return repr(self)

    def __reduce__(self) -> NoReturn:
        raise TypeError("A Secret is not picklable: it would end up readable in a file, such as a state.")
