"""The client: carries out operations in one organisation; one per organisation and grant in a process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Unpack

from pulumi_zohodesk.errors import Forbidden
from pulumi_zohodesk.settings import Settings
from pulumi_zohodesk.transport._clock import Clock
from pulumi_zohodesk.transport._grant import request_token
from pulumi_zohodesk.transport._http import make_http
from pulumi_zohodesk.transport._operation import SECRET_AT_HAND, Operation, page_credits
from pulumi_zohodesk.transport._paging import FEWEST, Bases, rows_of, walk
from pulumi_zohodesk.transport._request import SCHEME, Parameters, Request, build, words_for
from pulumi_zohodesk.transport._seen import Seen, seen
from pulumi_zohodesk.transport._sender import Sender
from pulumi_zohodesk.transport._throttle import Throttle
from pulumi_zohodesk.transport._token_file import TokenFile
from pulumi_zohodesk.transport._tokens import Tokens

if TYPE_CHECKING:
    import httpx


class Client:
    """One organisation over HTTP. Safe for use by many threads; use `client_for` to share one per process.

    Attributes:
        settings: where to, and as whom.
        throttle: concurrency and credits; tell it the edition with ``throttle.edition("ENTERPRISE")``.
        explain: says which layer refused an operation and what to do about it; asked after a 403 ``FORBIDDEN`` of
            an operation that needs a permission. An empty answer leaves the error as it is.
        hides_people: errors do not repeat what the service says of people.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        transport: httpx.BaseTransport | None = None,
        clock: Clock | None = None,
        cache_dir: Path | None = None,
    ) -> None:
        """Nothing is sent and no file is touched before the first call.

        Args:
            transport: in place of the network, for tests.
            clock: time and chance.
            cache_dir: where tokens are kept; `ZOHODESK_CACHE_DIR` or the user's cache folder by default.
        """
        clock = clock or Clock()
        self.settings = settings
        self.explain: Callable[[Operation], str] | None = None
        self.hides_people = False
        self.throttle = Throttle(reserve=settings.credit_reserve, clock=clock)
        self._http = http = make_http(settings, transport)
        file = TokenFile(settings, cache_dir)
        tokens = Tokens(settings, lambda: request_token(http, settings, clock), file, clock)
        self._sender = Sender(http, settings, tokens, self.throttle, clock)
        self._bases = Bases()

    def __repr__(self) -> str:
        return f"<Client of organisation {self.settings.org_id} at {self.settings.api_url}>"

    @property
    def confirmed(self) -> bool:
        """Whether this process has had data from the organisation; before that, an absence proves nothing."""
        return self._sender.counts.confirmed

    @property
    def credits_left(self) -> int | None:
        """API credits left today, as the service said last; None before that."""
        return self.throttle.credits_left

    @property
    def calls(self) -> int:
        """API requests sent so far, repeats included, token requests not."""
        return self._sender.counts.calls

    @property
    def credits_spent(self) -> int:
        """API credits these calls have cost, as far as the service said so, else by the price list."""
        return self._sender.counts.credits

    def call(self, op: Operation, *, body: Mapping[str, object] | None = None, **parameters: Unpack[Parameters]) -> Any:
        """Carry out one operation, with a body that is sent as JSON.

        Returns:
            The parsed JSON, or None for an answer without body (204).

        Raises:
            APIError: by status: InvalidRequest, Unauthorized, Forbidden, NotFound, RateLimited, ServerError. Only a
                NotFound with the code ``URL_NOT_FOUND`` speaks of the object; others mean a wrong address.
            RateLimited: also before anything is sent, when the call would eat into the credit reserve.
            TransportError: no answer; for a write that may have happened UncertainWrite.
            AuthError: no access token; TokenThrottled when too many were asked for.
            InputError: a path value is empty.
        """
        return self._send(build(op, body=body, **parameters))

    def look(
        self,
        op: Operation,
        *,
        path: Mapping[str, str] | None = None,
        query: Mapping[str, object] | None = None,
        body: Mapping[str, object] | None = None,
        scheme: str = SCHEME,
        org_id: str | None = None,
    ) -> Seen:
        """The answer as it came, a refusal too: for what asks how the service behaves.

        Args:
            query: parameters as they are sent, ``from`` and ``limit`` too.
            scheme: what stands before the token.
            org_id: sent in place of the connection's own; empty for none.

        Raises the same as `call` for what was not answered, as with too many calls at once.
        """
        request = build(op, path, query, body)
        return seen(self._sender.answer(replace(request, raw=True, scheme=scheme, org_id=org_id)), op.rows)

    def page(
        self, op: Operation, *, start: int, limit: int | None = None, **parameters: Unpack[Parameters]
    ) -> list[dict[str, Any]]:
        """One page of a list: the rows after the first `start`, up to `limit` (default: the operation's page size).

        Raises the same as `call`.
        """
        return self._page(op, self._bases.offset(op, start), _limit(op, limit), parameters)

    def pages(
        self, op: Operation, *, limit: int | None = None, known: Iterable[str] = (), **parameters: Unpack[Parameters]
    ) -> Iterator[list[dict[str, Any]]]:
        """The pages of a list, each row once, none left out though the list changes meanwhile; no empty page.

        Args:
            limit: rows of a page; 10 at least, since pages overlap.
            known: the ids of a first page that was fetched before; they do not come again.

        Raises TransportError: also when a page brings nothing new, so that the list would never end, and when the list
        changes all the time.
        """
        limit = max(_limit(op, limit), FEWEST)
        first: list[dict[str, Any]] = []

        def fetch(offset: int | None) -> list[dict[str, Any]]:
            rows = self._page(op, offset, limit, parameters)
            if offset is None:
                first[:] = rows
            else:
                self._bases.learn(op, first, rows, offset)
            return rows

        title = words_for(op, parameters.get("about", ""))
        return walk(fetch, limit, title, known=known, first_row=op.first_row, row_id=op.row_id)

    def _page(self, op: Operation, offset: int | None, limit: int, parameters: Parameters) -> list[dict[str, Any]]:
        window = {"from": offset, "limit": limit} if op.paged else {}
        asked: Parameters = {**parameters, "query": {**(parameters.get("query") or {}), **window}}
        request = build(op, credits=page_credits(offset or 0), **asked)
        return rows_of(self._send(request), request.title, op.rows)

    def _send(self, request: Request) -> Any:
        try:
            secret = bool(SECRET_AT_HAND.get())
            return self._sender.send(replace(request, hides_people=self.hides_people, secret=secret))
        except Forbidden as error:
            asked = self.explain if error.code == "FORBIDDEN" and request.op.permission else None
            if asked and (words := asked(request.op)):
                error.advise(words)
            raise

    def close(self) -> None:
        """Give the connections back."""
        self._http.close()


def _limit(op: Operation, limit: int | None) -> int:
    if not op.page_size:
        raise ValueError(f"{op.name} is not a list: its operation has no page size.")
    if limit is not None and not 0 < limit <= op.page_size:
        # The service does not clamp; a short page would be taken for the last one.
        raise ValueError(f"{op.name} takes a limit from 1 to {op.page_size}, not {limit}.")
    return limit or op.page_size


_clients: dict[tuple[str, ...], Client] = {}
_lock = Lock()


def client_for(settings: Settings) -> Client:
    """The client of these settings, the same for equal `Settings.identity`. Nothing is sent yet."""
    with _lock:
        client = _clients.get(settings.identity)
        if client is None:
            client = _clients[settings.identity] = Client(settings)
        client.throttle.reserve = settings.credit_reserve
        return client
