"""Signing in and out: consent address, what comes back, code for refresh token, revocation."""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import parse_qs, urlencode

from pulumi_zohodesk.errors import AuthError
from pulumi_zohodesk.settings import DATA_CENTRES, Secret, Settings
from pulumi_zohodesk.transport._client import Client
from pulumi_zohodesk.transport._clock import Clock
from pulumi_zohodesk.transport._grant import Grant, content_of, grant_in, request_token, send_form
from pulumi_zohodesk.transport._http import make_http
from pulumi_zohodesk.transport._operation import Operation
from pulumi_zohodesk.transport._redact import Redactor
from pulumi_zohodesk.transport._token_file import Entry, TokenFile
from pulumi_zohodesk.transport._tokens import MARGIN

REDIRECT_URI = "http://localhost:8791/callback"
"""Where the browser comes back to when a connection says nothing else."""

_EXCHANGE = Operation("exchangeCode", "POST", "/oauth/v2/token", needs_org=False, repeatable=False)
_REVOKE = Operation("revokeToken", "POST", "/oauth/v2/token/revoke", needs_org=False)
_NOTHING = "Nothing was stored."


def consent_address(settings: Settings, redirect_uri: str, scopes: Sequence[str], state: str) -> str:
    """The page on which a person consents. ``offline`` and ``consent``: a refresh token is wanted every time."""
    query = {
        "response_type": "code",
        "client_id": settings.client_id,
        "redirect_uri": redirect_uri,
        "scope": ",".join(scopes),
        "access_type": "offline",
        "prompt": "consent",
        "state": state,
    }
    return f"{settings.accounts_url}/oauth/v2/auth?{urlencode(query)}"


def code_in(answer: str, state: str, settings: Settings) -> tuple[Secret, Settings]:
    """The code that came back, and the settings for the data centre where the person's account lives.

    Args:
        answer: the address that the browser was sent to, or its query.

    Raises AuthError: the answer belongs to another sign-in, refuses, or names an accounts server that is not known.
    """
    address = re.match(r"https?://[^?]*\?(.*)", answer.strip())
    query = (address[1] if address else answer.strip()).partition("#")[0]
    found = {name: values[0] for name, values in parse_qs(query).items()}
    if not hmac.compare_digest(found.get("state", "").encode(), state.encode()):
        raise AuthError(
            "Signing in failed: what came back does not belong to this sign-in, since its state is not the one that "
            f"was sent. {_NOTHING} Start again, and use the page that opens then."
        )
    if "error" in found:
        said = Redactor(lambda: ())(found["error"])
        words = "the consent was refused" if said == "access_denied" else "the accounts server refused"
        raise AuthError(f"Signing in failed: {words} ({said}). {_NOTHING}")
    if not found.get("code"):
        raise AuthError(f"Signing in failed: no code came back. {_NOTHING} Copy the whole address of the last page.")
    server = found.get("accounts-server", settings.accounts_url).rstrip("/")
    return Secret(found["code"]), _at(settings, server)


def _at(settings: Settings, server: str) -> Settings:
    """The settings for an accounts server, which must be one of Zoho's or the connection's own."""
    if server == settings.accounts_url:
        return settings
    for name, centre in DATA_CENTRES.items():
        if server == f"https://{centre.accounts}":
            home = DATA_CENTRES[settings.dc]
            # Another Desk server than the data centre's was chosen on purpose, and stays.
            own = settings.api_url != f"https://{home.desk}"
            api = settings.api_url if own else f"https://{centre.desk}"
            return replace(settings, dc=name, accounts_url=server, api_url=api)
    raise AuthError(
        f"Signing in failed: what came back names the accounts server {Redactor(lambda: ())(server)}, which is neither "
        f"one of Zoho's nor that of the connection. The code was sent nowhere. {_NOTHING}"
    )


def exchange(settings: Settings, code: Secret, redirect_uri: str = "") -> tuple[Settings, Grant]:
    """The settings with a refresh token for the code, and a first access token.

    Args:
        redirect_uri: as in the consent address; empty for a code of a self client.

    Raises:
        AuthError: the code or the client is refused; TokenThrottled after too many requests.
        TransportError: no answer.
    """
    form = {
        "grant_type": "authorization_code",
        "client_id": settings.client_id,
        "client_secret": settings.client_secret.reveal(),
        "code": code.reveal(),
    }
    if redirect_uri:
        form["redirect_uri"] = redirect_uri
    with make_http(settings) as http:
        answer = send_form(http, settings, Clock(), _EXCHANGE, form)
    content = content_of(answer)
    if isinstance(content.get("error"), str):
        redact = Redactor(lambda: (settings.client_secret, code))
        raise AuthError(
            f"Signing in at {settings.accounts_url} was refused ({redact(content['error'])}). "
            f"{_advice(content['error'], settings)} {_NOTHING}"
        )
    grant = grant_in(answer, settings)
    token = content.get("refresh_token")
    if not isinstance(token, str) or not token:
        raise AuthError(f"Signing in at {settings.accounts_url} brought no refresh token. {_NOTHING} Sign in again.")
    return replace(settings, refresh_token=Secret(token)), grant


def own_grant(settings: Settings) -> Grant:
    """An access token by the client's own credentials, for the organisation and scopes of the settings.

    Raises what `exchange` raises.
    """
    with make_http(settings) as http:
        return request_token(http, settings, Clock())


def _advice(error: str, settings: Settings) -> str:
    return {
        "invalid_code": "The code is wrong, was used already, or is too old: it lives for two minutes, that of a self "
        "client as long as the console says. Sign in again.",
        "invalid_client": f'The client id is not known in the data centre "{settings.dc}": check client_id and dc of '
        "the connection; Zoho's API console opens a client to further data centres.",
        "invalid_client_secret": "The client secret does not belong to the client id (it may differ from one data "
        "centre to another).",
        "invalid_redirect_uri": "The redirect_uri of the connection must be the very one that is registered in Zoho's "
        "API console.",
    }.get(error, "Check client_id, client secret, redirect_uri and dc of the connection.")


@contextmanager
def client_holding(settings: Settings, grant: Grant) -> Iterator[Client]:
    """A client that begins with this access token and leaves nothing behind."""
    with TemporaryDirectory(prefix="zohodesk-") as folder:
        TokenFile(settings, Path(folder)).write(_entry(grant))
        client = Client(settings, cache_dir=Path(folder))
        try:
            yield client
        finally:
            client.close()


def keep(settings: Settings, grant: Grant) -> None:
    """Let the next process use this access token, of which few are handed out."""
    with suppress(OSError):
        TokenFile(settings).write(_entry(grant))


def _entry(grant: Grant) -> Entry:
    return Entry(grant.token, Clock().wall() + grant.lifetime - MARGIN)


def revoke(settings: Settings) -> bool:
    """End the refresh token and its access tokens; False when the accounts server knows no such token (any more).

    Raises:
        AuthError: another refusal; TokenThrottled after too many requests.
        TransportError: no answer.
    """
    with make_http(settings) as http:
        # In the body: an address would be logged. The service's guide shows the address (docs/api-notes.md).
        form = {"token": settings.refresh_token.reveal()}
        answer = send_form(http, settings, Clock(), _REVOKE, form)
    if answer.status_code == 200 and content_of(answer).get("status") == "success":
        return True
    said = content_of(answer).get("error")
    if answer.status_code in (200, 400) and said in ("invalid_token", "invalid_code"):
        return False
    words = f" {Redactor(lambda: (settings.refresh_token,))(said)}" if isinstance(said, str) else ""
    raise AuthError(f"Revoking the token at {settings.accounts_url} failed: HTTP {answer.status_code}{words}.")


def forget(settings: Settings) -> None:
    """Delete the access token on disk."""
    with suppress(OSError):
        TokenFile(settings).remove()
