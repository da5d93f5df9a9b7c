"""What a probe asks through: calls whose refusals are answers, and what of an organisation they need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Unpack

from pulumi_zohodesk.actions import action_named
from pulumi_zohodesk.errors import APIError, DeskError
from pulumi_zohodesk.transport import Client, Operation, Parameters, Seen

Row = dict[str, Any]
MOST = 100
"""Rows that a probe looks at: no list is read whole for a question. Also the largest page that it asks for."""


class Open(Exception):
    """A question stays open; the message says why, without a word of the service."""


class Ended(Exception):
    """No further call will get through; the message says why, and the cause in full."""

    def __init__(self, cause: DeskError) -> None:
        super().__init__(_silence(cause))
        self.cause = cause


@contextmanager
def known_form() -> Iterator[None]:
    """Raises Open for an answer that lacks what is read of it, or has something else there."""
    try:
        yield
    except (LookupError, TypeError, ValueError, AttributeError):
        raise Open("it was answered in a form that is not known") from None


@dataclass(frozen=True)
class Probe:
    """The calls that tell which answer holds.

    Attributes:
        ask: makes them and gives the name of the answer; raises Open where it cannot be told.
        uses: every call that it may make: names of actions, or operations that no action has.
        far: credits that pages far behind in a list cost more.
        writes: it makes objects.
        departments: it makes a department, which stays for ever.
    """

    ask: Callable[[Asking], str]
    uses: tuple[str | Operation, ...]
    far: int = 0
    writes: bool = False
    departments: bool = False


def operation_of(use: str | Operation) -> Operation:
    return use if isinstance(use, Operation) else action_named(use).operation


class Asking:
    """One organisation, asked how it behaves.

    Attributes:
        only: the operations that the connection is for; None for all.
        removable: sorts of objects that can be removed again, as far as anybody asked.
        made: what was made and not yet removed, by sort: id to name. Lists may show it later.
    """

    def __init__(self, client: Client, actions: frozenset[str] | None = None) -> None:
        self.client = client
        self.only = None if actions is None else {action_named(action).operation.name for action in actions}
        self.removable: set[str] = set()
        self.made: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._rows: dict[str, list[Row]] = {}

    def look(self, use: str | Operation, path: Mapping[str, str] | None = None, **query: object) -> Seen:
        """One GET, answered or refused.

        Raises Open without a scope or for what the connection is not for, Ended when nothing gets through.
        """
        return self.send(use, path=path, query=query)

    def send(self, use: str | Operation, **request: Any) -> Seen:
        """One call with everything that `Client.look` takes. Raises as `look` does."""
        operation = self._allowed(use)
        try:
            seen = self.client.look(operation, **request)
        except DeskError as error:
            raise Ended(error) from error
        if seen.code == "SCOPE_MISMATCH":
            raise Open(f"the token lacks the scope {' or '.join(operation.scopes)}")
        return seen

    def pages(self, use: str | Operation, **parameters: Unpack[Parameters]) -> Iterator[list[Row]]:
        """All of a list, fresh, in pages that no reading refuses. Raises Open, DeskError."""
        operation = self._allowed(use)
        return self.client.pages(replace(operation, page_size=min(MOST, operation.page_size)), **parameters)

    def forget(self) -> None:
        """What `rows` gave is no longer so."""
        self._rows.clear()

    def _allowed(self, use: str | Operation) -> Operation:
        operation = operation_of(use)
        if self.only is not None and operation.name not in self.only:
            raise Open(f"the connection is not for {operation.name}")
        return operation

    def rows(self, use: str | Operation, path: Mapping[str, str] | None = None, **query: object) -> list[Row]:
        """The first rows of a list, asked for once; one at least. Raises Open."""
        operation = operation_of(use)
        key = repr((operation.name, path, query))
        if key not in self._rows:
            window = {"limit": min(MOST, operation.page_size)} if operation.page_size and operation.paged else {}
            seen = self.look(operation, path, **{**window, **query})
            self._rows[key] = good(seen, f"{operation.method} {operation.path}").rows
        if not self._rows[key]:
            raise Open(f"the list {operation.path} is empty, or shows the token's agent nothing")
        return self._rows[key]

    def row(self, use: str | Operation, **path: str) -> Row:
        """One object. Raises Open."""
        operation = operation_of(use)
        content = good(self.look(operation, path or None), f"{operation.method} {operation.path}").content
        return content if isinstance(content, dict) else {}

    @property
    def department(self) -> str:
        """The id of the department that everything is tried in. Raises Open."""
        rows = [row for row in self.rows("departments.list") if row.get("isEnabled") is not False]
        if not rows:
            raise Open("the token's agent sees no department that is enabled")
        return str(next((row for row in rows if row.get("isDefault")), rows[0])["id"])

    @property
    def organization(self) -> Row:
        return self.row("organizations.get", organizationId=self.client.settings.org_id)


def good(seen: Seen, doing: str) -> Seen:
    """The answer; raises Open for one that refuses."""
    if not seen.good:
        raise Open(f"{doing} was refused: {seen.refusal}")
    return seen


def status(seen: Seen, **names: str) -> str:
    """The answer that a status stands for, as in ``status(seen, s200="accepted")``; 201 and 204 are as 200.

    Others are themselves. Raises Open for another 403, which may be that of the profile, and for what failed.
    """
    code = 200 if seen.good and f"s{seen.status}" not in names else seen.status
    if f"s{code}" not in names and (code == 403 or code >= 500):
        raise Open(f"it was refused: {seen.refusal}")
    return names.get(f"s{code}", seen.refusal)


def answered(use: str, request: Mapping[str, Any], *, far: int = 0, **names: str) -> Probe:
    """The probe of one call whose status tells; see `status`."""
    return Probe(lambda asking: status(asking.send(use, **request), **names), (use,), far=far)


def _silence(error: DeskError) -> str:
    """Why nothing gets through; what the service said is left out."""
    if isinstance(error, APIError):
        return f"the service answered HTTP {error.status} {error.code}".strip()
    return f"no answer ({type(error).__name__})"
