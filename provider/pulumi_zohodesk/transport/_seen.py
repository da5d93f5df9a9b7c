"""An answer as it came, refusals included: for whoever asks how the service behaves, not for what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx

from pulumi_zohodesk.transport._check import code_of, number_in, parsed

__all__ = ["Seen", "seen"]


@dataclass(frozen=True)
class Seen:
    """What came back.

    Attributes:
        status: HTTP status.
        code: `errorCode`, or an empty string.
        content: the parsed JSON; None where there is none.
        weight: credits that the service says the call cost; None where it does not say.
        left: credits of the day that it says are left.
    """

    status: int
    code: str
    content: Any
    weight: float | None
    left: float | None

    @property
    def good(self) -> bool:
        return self.status < 300

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The objects of a list; none where it is empty or no list."""
        found = self.content.get("data") if isinstance(self.content, dict) else self.content
        return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []

    @property
    def words(self) -> str:
        """The service's own words. They may quote names: never shown."""
        found = self.content.get("message") if isinstance(self.content, dict) else ""
        return found if isinstance(found, str) else ""


def seen(answer: httpx.Response) -> Seen:
    """The facts of an answer."""
    content = parsed(answer)
    return Seen(
        answer.status_code,
        code_of(content if isinstance(content, dict) else {}),
        content,
        number_in(answer, "X-Rate-Limit-Request-Weight-v3"),
        number_in(answer, "X-Rate-Limit-Remaining-v3"),
    )
