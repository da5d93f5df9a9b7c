"""Asking the accounts server for an access token.

The server answers many errors with HTTP 200, so the key `error` is looked at before the status.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pulumi_zohodesk.errors import AuthError, TokenThrottled, TransportError
from pulumi_zohodesk.settings import Secret, Settings, set_by, variable
from pulumi_zohodesk.transport._check import cut_off
from pulumi_zohodesk.transport._clock import Clock
from pulumi_zohodesk.transport._log import note_answer, note_silence
from pulumi_zohodesk.transport._operation import Operation
from pulumi_zohodesk.transport._redact import Redactor
from pulumi_zohodesk.transport._retry import Answered, Failure, Lost, Retry, Unsent, decide

if TYPE_CHECKING:
    import httpx

_TOKEN = Operation("getToken", "POST", "/oauth/v2/token", needs_org=False)
_ATTEMPTED = {"exchangeCode": "Exchanging the code at", "revokeToken": "Revoking the token at"}
_ATTEMPTS = 3
"""Fewer than for calls: every request that arrives counts towards ten in ten minutes."""

_TIMEOUT = (10.0, 20.0, 20.0, 20.0)
"""As of `make_http`. Shorter than for calls: other processes wait meanwhile, for `LOCK_TIMEOUT` at most."""

_HOUR = 3600.0


@dataclass(frozen=True)
class Grant:
    """An access token.

    Attributes:
        lifetime: seconds from now.
    """

    token: Secret
    lifetime: float


def request_token(http: httpx.Client, settings: Settings, clock: Clock) -> Grant:
    """One access token for the grant of the settings: a refresh token, or the client's own credentials.

    Raises:
        TokenThrottled: too many token requests of late.
        AuthError: the credentials are refused, or the answer is not that of an accounts server.
        TransportError: no answer, or an answer of 5xx, even after repeats.
    """
    # In the body, never in the address: addresses end up in logs of proxies and of httpx.
    form = {
        "grant_type": settings.grant,
        "client_id": settings.client_id,
        "client_secret": settings.client_secret.reveal(),
    }
    if settings.grant == "client_credentials":
        # The service's own text for Desk's part of `soid` is unconfirmed (docs/api-notes.md).
        form |= {"scope": ",".join(settings.scopes), "soid": f"ZohoDesk.{settings.org_id}"}
    else:
        form["refresh_token"] = settings.refresh_token.reveal()
    answer = send_form(http, settings, clock, _TOKEN, form)
    content = content_of(answer)
    if isinstance(content.get("error"), str):
        raise _refusal(content, settings)
    return grant_in(answer, settings)


def grant_in(answer: httpx.Response, settings: Settings) -> Grant:
    """The access token of an answer. Raises AuthError when there is none."""
    content = content_of(answer)
    token = content.get("access_token")
    if answer.status_code >= 300 or not isinstance(token, str) or not token:
        error = AuthError(
            f"{_attempt(settings)} failed: HTTP {answer.status_code} without a token, which is not how an accounts "
            f'server answers. The data centre "{settings.dc}" or the address is most likely wrong: check '
            f"{set_by(settings, 'dc')}, or {set_by(settings, 'accounts_url')} where another server is meant."
        )
        error.misdirected = True
        raise error
    return Grant(Secret(token), _lifetime(content.get("expires_in")))


def throttled(settings: Settings) -> TokenThrottled:
    """The error for "too many token requests", answered now or remembered."""
    return TokenThrottled(
        f"{_attempt(settings)} was refused because of too many token requests within ten minutes. The credentials "
        "may well be right: try again in up to 10 minutes, and let fewer processes or machines share the refresh "
        "token."
    )


def send_form(
    http: httpx.Client, settings: Settings, clock: Clock, op: Operation, form: dict[str, str]
) -> httpx.Response:
    """The accounts server's answer, be it a refusal. Raises TransportError; TokenThrottled for too many requests."""
    began, attempt = clock.monotonic(), 0
    while True:
        attempt += 1
        sent = clock.monotonic()
        answer, failure, words = _once(http, settings, op, form)
        if answer is None:
            note_silence(op.method, op.path, words)
        else:
            note_answer(op.method, op.path, answer.status_code, 0, clock.monotonic() - sent)
        if answer is not None and failure is None:
            if _is_throttled(answer):
                raise throttled(settings)
            return answer
        assert failure is not None
        elapsed = clock.monotonic() - began
        decision = decide(failure, op, attempt=attempt, elapsed=elapsed, chance=clock.chance())
        if not isinstance(decision, Retry) or attempt >= _ATTEMPTS:
            raise TransportError(
                f"{_attempt(settings, op)} failed: {words}. Check the network and the proxy, and try again later."
            )
        clock.sleep(decision.delay)


def _once(
    http: httpx.Client, settings: Settings, op: Operation, form: dict[str, str]
) -> tuple[httpx.Response | None, Failure | None, str]:
    import httpx

    try:
        answer = http.post(f"{settings.accounts_url}{op.path}", data=form, timeout=_TIMEOUT)
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
        return None, Unsent(), f"no connection ({type(error).__name__})"
    except httpx.RequestError as error:  # decoding errors included
        return None, Lost(), f"no answer ({type(error).__name__})"
    if cut_off(answer):
        return None, Lost(), f"HTTP {answer.status_code} with JSON that is cut off"
    if answer.status_code >= 500 and "error" not in content_of(answer):
        return answer, Answered(answer.status_code), f"HTTP {answer.status_code}"
    return answer, None, ""


def _is_throttled(answer: httpx.Response) -> bool:
    """Whether the answer means "too many requests", whatever its status."""
    content = content_of(answer)
    error, description = content.get("error"), str(content.get("error_description") or "").lower()
    if not isinstance(error, str):
        return answer.status_code == 429
    return error.lower().replace("_", " ") == "access denied" or "too many requests" in description


def _refusal(content: dict[str, Any], settings: Settings) -> AuthError:
    error, description = content["error"], str(content.get("error_description") or "")
    redact = Redactor(lambda: (settings.client_secret, settings.refresh_token))
    said = redact(error) + (f", {redact(description)}" if description else "")
    return AuthError(f"{_attempt(settings)} was refused ({said}). {_advice(error, settings)}")


def _advice(error: str, settings: Settings) -> str:
    def name(field: str) -> str:
        return variable(settings.connection, field)

    if error == "invalid_code":
        again = f"Make a new one and set {name('refresh_token')}"
        if settings.connection is not None:
            login = f"Sign in again with `zohodesk login -c {settings.connection}`"
            again = f"{login}, or set {name('refresh_token')} if it comes from there"
        return (
            "The refresh token is wrong, was revoked, or was pushed out by newer ones (20 per user and client). "
            f"{again}; if it was made in another data centre, set {name('dc')}."
        )
    if error == "invalid_client":
        return (
            f'The usual cause is a wrong data centre: the client is not known in "{settings.dc}". Check {name("dc")}, '
            f"then {name('client_id')}; a client can be opened to further data centres in Zoho's API console."
        )
    if error == "invalid_client_secret":
        return (
            f"{name('client_secret')} does not belong to {name('client_id')}; a client that is open to several data "
            "centres may have another secret in each."
        )
    if settings.grant == "client_credentials":
        return (
            f"Check {name('client_id')}, {name('client_secret')} and {name('dc')}, and org_id and scopes of the "
            "connection: a self client's own credentials are for these."
        )
    return f"Check {name('client_id')}, {name('client_secret')}, {name('refresh_token')} and {name('dc')}."


def _attempt(settings: Settings, op: Operation = _TOKEN) -> str:
    return f"{_ATTEMPTED.get(op.name, 'Getting an access token from')} {settings.accounts_url}"


def content_of(answer: httpx.Response) -> dict[str, Any]:
    """The JSON object of an answer; empty when it is something else."""
    try:
        content = answer.json()
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


def _lifetime(value: object) -> float:
    try:
        seconds = float(str(value))
    except ValueError:
        return _HOUR
    # Some answers of Zoho give milliseconds; no access token lives longer than a day.
    return seconds if 0 < seconds <= 24 * _HOUR else _HOUR
