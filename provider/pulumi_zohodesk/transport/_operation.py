"""One operation of the Desk API, as a value that is handed to the client."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from typing import Literal

LIST_CREDITS = 3
"""Credits of one list page at offsets up to 2,000; single calls cost 1 (docs/api-notes.md, credits)."""


@dataclass(frozen=True)
class Operation:
    """Everything the client needs to know about one operation of the contract.

    Attributes:
        name: the contract's operationId, for example ``getDepartment``.
        method: HTTP method.
        path: below ``/api/v1``, with placeholders: ``/departments/{departmentId}``.
        scopes: OAuth scopes, alternatives: any one of them is enough.
        page_size: largest ``limit`` of a list; 0 when the operation is no list.
        first_row: what ``from`` is for the first row of a list, as far as that is known; 0 where it is not.
        paged: the list takes `from` and `limit`; one that does not answers all its rows, fewer than `page_size`.
        rows: the key of the envelope under which a list has its rows; a bare array has none.
        row_id: the key under which the rows of a list have their id.
        repeatable: sending it twice has the effect of sending it once. A create is not.
        needs_org: the ``orgId`` header belongs to the call.
        permission: what the profile of the token's agent must allow, as profiles name it (``tickets.view``,
            ``setup.department``); empty when any profile does.
        personal: it is about people, so what the service says of it may quote a name or an address.
    """

    name: str
    method: Literal["GET", "POST", "PATCH", "PUT", "DELETE"]
    path: str
    scopes: tuple[str, ...] = ()
    page_size: int = 0
    first_row: int = 0
    paged: bool = True
    rows: str = "data"
    row_id: str = "id"
    repeatable: bool = True
    needs_org: bool = True
    permission: str = ""
    personal: bool = False

    @property
    def credits(self) -> int:
        """Credits of one call at small offsets."""
        return LIST_CREDITS if self.page_size else 1


def page_credits(start: int) -> int:
    """Credits of one list page at an offset: 3 up to 2,000, then 5, 10, 50, 100 (docs/api-notes.md)."""
    steps = ((2_000, LIST_CREDITS), (10_000, 5), (50_000, 10), (100_000, 50))
    return next((price for limit, price in steps if start <= limit), 100)


SECRET_AT_HAND: ContextVar[frozenset[str]] = ContextVar("secret_at_hand", default=frozenset())
"""Wire names of secret fields. While there are any, errors do not repeat what the service says."""
