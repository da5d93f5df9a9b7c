"""An answer as it came, refusals included: for whoever asks how the service behaves, not for what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pulumi_zohodesk.transport._check import code_of, number_in, parsed

if TYPE_CHECKING:
    import httpx


@dataclass(frozen=True)
class Seen:
    """What came back.

    Attributes:
        status: HTTP status.
        code: `errorCode`, or an empty string.
        content: the parsed JSON; None where there is none.
        weight: credits that the service says the call cost; None where it does not say.
        left: credits of the day that it says are left.
        rows: the objects of a list; none where it is empty or no list.
    """

    status: int
    code: str
    content: Any
    weight: float | None
    left: float | None
    rows: list[dict[str, Any]]

    @property
    def good(self) -> bool:
        return self.status < 300

    @property
    def refusal(self) -> str:
        """``HTTP 422 INVALID_DATA``."""
        return f"HTTP {self.status} {self.code}".strip()

    @property
    def words(self) -> str:
        """The service's own words. They may quote names: never shown."""
        found = self.content.get("message") if isinstance(self.content, dict) else ""
        return found if isinstance(found, str) else ""


def seen(answer: httpx.Response, key: str) -> Seen:
    """The facts of an answer; ``key`` is that under which a list has its rows."""
    content = parsed(answer)
    rows = content.get(key) if isinstance(content, dict) else content
    return Seen(
        answer.status_code,
        code_of(content),
        content,
        number_in(answer, "X-Rate-Limit-Request-Weight-v3"),
        number_in(answer, "X-Rate-Limit-Remaining-v3"),
        [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else [],
    )
