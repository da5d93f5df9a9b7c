"""Injected faults: which calls they hit, and what happens to those."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from pulumi_zohodesk.emulator._clock import FAR
from pulumi_zohodesk.emulator._values import Rule, flag, must_keep, number, one_of, optional, text, whole
from pulumi_zohodesk.emulator._wire import HTML, JSON, Reply

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
LONGEST_DELAY = 600_000


@dataclass
class Fault:
    """Hits the ``nth`` matching call and the ``count - 1`` after it (``count`` None: all after it).

    ``path`` is a regular expression searched in the path. What happens: ``delay_ms`` waits really, before the call
    takes effect or, with ``after``, between its effect and its answer; ``clock`` moves the clock, ``drop`` cuts the
    connection ``before`` or ``after`` the call takes effect, ``status`` with ``body`` or ``html`` replaces the answer
    (``after`` true: the call has taken effect), ``drop_row`` takes the row with that number out of a list page, ``cut``
    ends the answer after so many bytes, as a proxy does that gives up (0: nothing is left but the status).
    """

    method: str | None = None
    path: str | None = None
    operation: str | None = None
    organization: str | None = None
    nth: int = 1
    count: int | None = 1
    delay_ms: int = 0
    clock: float = 0
    drop: str | None = None
    status: int | None = None
    body: Any = None
    html: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    after: bool = False
    drop_row: int | None = None
    cut: int | None = None
    seen: int = 0

    def matches(self, method: str, path: str, operation: str | None, organization: str | None) -> bool:
        return (
            self.method in (None, method)
            and self.operation in (None, operation)
            and self.organization in (None, organization)
            and (self.path is None or re.search(self.path, path) is not None)
        )

    def strikes(self) -> bool:
        """Counts a matching call; true when this one is hit."""
        self.seen += 1
        return self.seen >= self.nth and (self.count is None or self.seen < self.nth + self.count)

    @property
    def delays(self) -> tuple[int, int]:
        """Milliseconds before and after the call takes effect."""
        return (0, self.delay_ms) if self.after else (self.delay_ms, 0)

    @property
    def replaces(self) -> bool:
        return self.status is not None or self.html is not None

    def replaced(self, reply: Reply) -> Reply:
        """The answer in place of the given one; what the log keeps of the call stays."""
        reply.status = self.status or 200
        reply.content = self.html if self.html is not None else self.body
        reply.media = HTML if self.html is not None else JSON
        reply.headers = {**reply.headers, **self.headers}
        return reply

    def bent(self, reply: Reply) -> Reply:
        """The answer as this fault lets it through."""
        reply = self.replaced(reply) if self.replaces else self.without_row(reply)
        reply.dropped, reply.cut = self.drop is not None, self.cut
        return reply

    def without_row(self, reply: Reply) -> Reply:
        """The answer without one row of its list."""
        rows = reply.content.get("data") if isinstance(reply.content, dict) else None
        if self.drop_row is not None and rows and self.drop_row < len(rows):
            reply.content = {**reply.content, "data": [*rows[: self.drop_row], *rows[self.drop_row + 1 :]]}
        return reply


def _pattern(value: Any) -> str:
    try:
        re.compile(value)
    except (re.error, TypeError, RecursionError):
        return "a regular expression"
    return ""


def _headers(value: Any) -> str:
    right = isinstance(value, Mapping) and all(_plain(one) for pair in value.items() for one in pair)
    return "" if right else "an object of header names and plain texts"


def _plain(value: Any) -> bool:
    return isinstance(value, str) and value.isascii() and value.isprintable()


def _json(value: Any) -> str:
    try:
        json.dumps(value, allow_nan=False)
    except (TypeError, ValueError, RecursionError):
        return "what JSON can say"
    return ""


class Faults:
    """The faults that are set; the first that strikes a call decides about it.

    ``operations`` and ``organizations`` are the names that a fault may give.
    """

    def __init__(self, operations: Collection[str], organizations: Collection[str]) -> None:
        self._faults: list[Fault] = []
        self._operations = operations
        self._rules: Mapping[str, Rule] = {
            "method": optional(one_of(*METHODS)),
            "path": optional(_pattern),
            "operation": optional(self._operation),
            "organization": optional(one_of(*organizations)),
            "nth": whole(1),
            "count": optional(whole(1)),
            "delay_ms": whole(0, LONGEST_DELAY),
            "clock": number(FAR),
            "drop": optional(one_of("before", "after")),
            "status": optional(whole(200, 599)),
            "body": _json,
            "html": optional(lambda value: "" if isinstance(value, str) else "a text"),
            "headers": _headers,
            "after": flag,
            "drop_row": optional(whole(0)),
            "cut": optional(whole(0)),
        }

    def _operation(self, value: Any) -> str:
        wanted = text(value)
        return wanted or (
            "" if value in self._operations else "an operation of the API or a path of the accounts server"
        )

    def add(self, *faults: Mapping[str, Any]) -> None:
        """Sets faults, all or none; raises ValueError for a key or a value that faults do not have."""
        for values in faults:
            must_keep("A fault", values, self._rules)
        self._faults += [Fault(**values) for values in faults]

    def clear(self) -> None:
        self._faults.clear()

    def take(self, method: str, path: str, operation: str | None, organization: str | None) -> Fault | None:
        """The fault that hits this call. Every matching fault counts the call."""
        struck = [
            fault for fault in self._faults if fault.matches(method, path, operation, organization) and fault.strikes()
        ]
        return struck[0] if struck else None
