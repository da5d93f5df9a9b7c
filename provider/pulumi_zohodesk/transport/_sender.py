"""Sends one call until it is answered or given up: token, throttle, repeats."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any

from pulumi_zohodesk.errors import DeskError, TransportError
from pulumi_zohodesk.settings import Secret, Settings
from pulumi_zohodesk.transport._check import data_of, error_of, facts_of, flaw_of, number_in, uncertain
from pulumi_zohodesk.transport._clock import Clock
from pulumi_zohodesk.transport._log import note, note_answer, note_silence
from pulumi_zohodesk.transport._redact import Redactor
from pulumi_zohodesk.transport._request import SCHEME, Request
from pulumi_zohodesk.transport._retry import GATEWAY, THRESHOLD, Answered, Failure, Lost, Retry, Unsent, decide
from pulumi_zohodesk.transport._throttle import Throttle
from pulumi_zohodesk.transport._tokens import Tokens

if TYPE_CHECKING:
    import httpx


@dataclass
class Counts:
    """What was sent so far, repeats included, and what the service charged for it."""

    calls: int = 0
    credits: int = 0
    confirmed: bool = False


@dataclass(frozen=True)
class _Spent:
    """The answer that the credits of the day are used up, and until when on the monotonic clock."""

    answer: httpx.Response
    until: float

    def after(self, now: float) -> httpx.Response:
        """What the service would answer now."""
        import httpx

        headers = {"Content-Type": "application/json", "Retry-After": str(round(self.until - now))}
        return httpx.Response(self.answer.status_code, headers=headers, content=self.answer.content)


@dataclass(frozen=True)
class _Attempt:
    """How one attempt ended: with an answer, or without one."""

    era: int
    answer: httpx.Response | None = None
    failure: Failure | None = None
    words: str = ""


class Sender:
    """Carries requests out. Safe for use by many threads."""

    def __init__(
        self, http: httpx.Client, settings: Settings, tokens: Tokens, throttle: Throttle, clock: Clock
    ) -> None:
        self._http = http
        self._settings = settings
        self._tokens = tokens
        self._throttle = throttle
        self._clock = clock
        self._lock = Lock()
        self._redact = Redactor(lambda: (settings.client_secret, settings.refresh_token, *tokens.held()))
        self._spent: _Spent | None = None
        self.counts = Counts()

    def send(self, request: Request) -> Any:
        """The data of the answer. Raises what `Client.call` documents."""
        data = data_of(self.answer(request), request, self._settings)
        if request.op.needs_org and data is not None:
            self.counts.confirmed = True
        return data

    def answer(self, request: Request) -> httpx.Response:
        """The answer; one that refuses only where the request is ``raw``. Raises what `Client.call` documents."""
        began, attempt, renewed = self._clock.monotonic(), 0, False
        token = self._tokens.get()
        while True:
            attempt += 1
            outcome = self._attempt(request, token)
            if outcome.answer is not None and (outcome.failure is None or _settled(request, outcome.failure)):
                return outcome.answer
            if not renewed and request.scheme == SCHEME and _token_refused(outcome):
                renewed = True
                if another := self._tokens.renew(token):
                    token = another
                    continue
            assert outcome.failure is not None
            elapsed, chance = self._clock.monotonic() - began, self._clock.chance()
            decision = decide(outcome.failure, request.op, attempt=attempt, elapsed=elapsed, chance=chance)
            if not isinstance(decision, Retry):
                raise self._error(request, outcome, decision.uncertain)
            if decision.lower:
                self._throttle.too_many(outcome.era)
            self._clock.sleep(decision.delay)
            token = self._tokens.get()

    def _attempt(self, request: Request, token: Secret) -> _Attempt:
        import httpx

        with self._throttle.slot(request.credits, request.title) as era:
            if (spent := self._spent) is not None and (now := self._clock.monotonic()) < spent.until:
                answer = spent.after(now)  # each further request would be answered with it
                return _Attempt(era, answer, facts_of(answer))
            began = self._clock.monotonic()
            with self._lock:
                self.counts.calls += 1
            try:
                answer = self._http.send(self._build(request, token))
            except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
                return self._unanswered(request, era, Unsent(), f"no connection, {type(error).__name__}")
            except httpx.RequestError as error:  # decoding errors included
                return self._unanswered(request, era, Lost(), f"connection lost, {type(error).__name__}")
            self._note(request, answer, self._clock.monotonic() - began)
        if answer.status_code < 300 and (flaw := flaw_of(answer, request.op)):
            return _Attempt(era, None, Lost(), flaw)
        failure = facts_of(answer)
        if failure and failure.code == THRESHOLD and failure.retry_after is not None:
            self._spent = _Spent(answer, self._clock.monotonic() + failure.retry_after)
        return _Attempt(era, answer, failure)

    def _build(self, request: Request, token: Secret) -> httpx.Request:
        headers = {"Authorization": f"{request.scheme} {token.reveal()}"}
        # Signing in knows no organisation yet; an empty header would be answered with an opaque 500.
        org_id = self._settings.org_id if request.org_id is None else request.org_id
        if request.op.needs_org and org_id:
            headers["orgId"] = org_id
        return self._http.build_request(
            request.op.method,
            self._settings.api_root + request.path,
            params=list(request.query) or None,
            json=request.body,
            headers=headers,
        )

    def _unanswered(self, request: Request, era: int, failure: Failure, words: str) -> _Attempt:
        note_silence(request.op.method, request.op.path, words)
        return _Attempt(era, None, failure, words)

    def _note(self, request: Request, answer: httpx.Response, seconds: float) -> None:
        weight = number_in(answer, "X-Rate-Limit-Request-Weight-v3")
        left = number_in(answer, "X-Rate-Limit-Remaining-v3")
        good = answer.status_code < 300
        credits = int(weight) if weight is not None else request.credits if good else 0
        with self._lock:
            self.counts.credits += credits
        note(credits)
        if answer.status_code != 429:
            # The header was seen to count the call itself not yet (docs/api-notes.md).
            self._throttle.went_well(None if left is None else max(0, int(left - (weight or 0))))
        note_answer(request.op.method, request.op.path, answer.status_code, credits, seconds)

    def _error(self, request: Request, outcome: _Attempt, doubt: bool) -> DeskError:
        if outcome.answer is not None:
            error = error_of(outcome.answer, request, self._settings, self._redact)
            return (
                uncertain(request, f"HTTP {error.status}{f' {error.code}' if error.code else ''}") if doubt else error
            )
        if doubt:
            return uncertain(request, outcome.words)
        return TransportError(
            f"{request.title} failed: {outcome.words}. {self._settings.api_url} gave no answer that can be used. "
            "Check the network and the proxy, and try again later."
        )


def _settled(request: Request, failure: Failure) -> bool:
    """Whether a refusal is what was asked for: not that of too many calls or of the token, nor half of an answer."""
    if not request.raw or not isinstance(failure, Answered) or failure.cut:
        return False
    return failure.status not in (429, *GATEWAY) and (failure.status != 401 or request.scheme != SCHEME)


def _token_refused(outcome: _Attempt) -> bool:
    failure = outcome.failure
    return isinstance(failure, Answered) and failure.status == 401 and failure.code == "INVALID_OAUTH"
