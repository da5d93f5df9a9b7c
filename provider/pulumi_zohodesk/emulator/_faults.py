"""Injected faults: which calls they hit, and what happens to those."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import field
from typing import Annotated, Any, Literal

from annotated_types import Ge, Interval
from pydantic.dataclasses import dataclass

from pulumi_zohodesk.emulator._clock import FAR
from pulumi_zohodesk.emulator._values import STRICT, Rule, made, must_be, one_of, optional, rule, text
from pulumi_zohodesk.emulator._wire import HTML, JSON, Reply


@dataclass(config=STRICT)
class Fault:
    """Hits the ``nth`` matching call and the ``count - 1`` after it (``count`` None: all after it).

    ``path`` is a regular expression searched in the path. What happens: ``delay_ms`` waits really, before the call
    takes effect or, with ``after``, between its effect and its answer; ``clock`` moves the clock, ``drop`` cuts the
    connection ``before`` or ``after`` the call takes effect, ``status`` with ``body`` or ``html`` replaces the answer
    (``after`` true: the call has taken effect), ``drop_row`` takes the row with that number out of a list page, ``cut``
    ends the answer after so many bytes, as a proxy does that gives up (0: nothing is left but the status).
    """

    method: Literal["GET", "POST", "PUT", "PATCH", "DELETE"] | None = None
    path: re.Pattern[str] | None = None
    operation: str | None = None
    organization: str | None = None
    nth: Annotated[int, Ge(1)] = 1
    count: Annotated[int, Ge(1)] | None = 1
    delay_ms: Annotated[int, Interval(ge=0, le=600_000)] = 0
    clock: Annotated[float, Interval(ge=-FAR, le=FAR)] = 0
    drop: Literal["before", "after"] | None = None
    status: Annotated[int, Interval(ge=200, le=599)] | None = None
    body: Any = None
    html: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    after: bool = False
    drop_row: Annotated[int, Ge(0)] | None = None
    cut: Annotated[int, Ge(0)] | None = None
    seen: int = field(default=0, init=False)

    def matches(self, method: str, path: str, operation: str | None, organization: str | None) -> bool:
        return (
            self.method in (None, method)
            and self.operation in (None, operation)
            and self.organization in (None, organization)
            and (self.path is None or self.path.search(path) is not None)
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
        reply = self.replaced(reply) if self.replaces else self.without_row(reply)
        reply.dropped, reply.cut = self.drop is not None, self.cut
        return reply

    def without_row(self, reply: Reply) -> Reply:
        rows = reply.content.get("data") if isinstance(reply.content, dict) else None
        if self.drop_row is not None and rows and self.drop_row < len(rows):
            reply.content = {**reply.content, "data": [*rows[: self.drop_row], *rows[self.drop_row + 1 :]]}
        return reply


def _plain(value: Any) -> bool:
    return isinstance(value, str) and value.isascii() and value.isprintable()


_headers = rule(
    "an object of header names and plain texts",
    lambda value: isinstance(value, Mapping) and all(_plain(text) for pair in value.items() for text in pair),
)


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
            "operation": optional(self._operation),
            "organization": optional(one_of(*organizations)),
            "body": _json,
            "headers": _headers,
        }

    def _operation(self, value: Any) -> str:
        wanted = text(value)
        return wanted or (
            "" if value in self._operations else "an operation of the API or a path of the accounts server"
        )

    def add(self, *faults: Mapping[str, Any]) -> None:
        """Sets faults, all or none; raises ValueError for a key or a value that faults do not have."""
        more = [made("A fault", Fault, values) for values in faults]
        for one in more:
            for name, right in self._rules.items():
                must_be(f"A fault: {name}", getattr(one, name), right)
        self._faults += more

    def clear(self) -> None:
        self._faults.clear()

    def take(self, method: str, path: str, operation: str | None, organization: str | None) -> Fault | None:
        """The fault that hits this call. Every matching fault counts the call."""
        struck = [
            fault for fault in self._faults if fault.matches(method, path, operation, organization) and fault.strikes()
        ]
        return struck[0] if struck else None
