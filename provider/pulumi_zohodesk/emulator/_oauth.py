"""The accounts server: codes, refresh tokens, access tokens, their limits and their errors."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pulumi_zohodesk.emulator._access import Caller
from pulumi_zohodesk.emulator._clock import Clock
from pulumi_zohodesk.emulator._codes import Codes, scopes_in
from pulumi_zohodesk.emulator._switches import Switches

CONSENT, TOKEN, REVOKE, REVOKE_BASIC, SERVERS = PATHS = (
    "/oauth/v2/auth",
    "/oauth/v2/token",
    "/oauth/v2/token/revoke",
    "/oauth/v2/revoke/token",
    "/oauth/serverinfo",
)
"""What the accounts server answers; the log and faults use the paths as names of operations."""

LIFETIME = 3600
WINDOW = 600
REFRESH_TOKENS = 20
"""Live at once for one person; one more ends the first."""

NEW_A_MINUTE = 5
"""Refresh tokens that one person can have made in a minute."""

REDIRECTS = ("http://localhost:8791/callback",)
"""Addresses of callbacks that are registered from the beginning."""

GATEWAY = "https://www.zohoapis.com"
"""What the service calls api_domain: a shared gateway that serves no Desk path."""

THROTTLED = {
    "error": "Access Denied",
    "error_description": "You have made too many requests continuously. Please try again after some time.",
}

Answer = tuple[int, dict[str, Any]]


@dataclass
class Grant:
    """A refresh token (empty: none was wanted): whom it stands for, its live access tokens, its requests of late.

    ``user`` is the person whose tokens are counted together; empty for those made through the control path.
    """

    refresh_token: str
    caller: Caller
    user: str = ""
    made: float = 0.0
    live: deque[str] = field(default_factory=deque)
    window: float = float("-inf")
    requests: int = 0
    latest: list[float] = field(default_factory=list)


class Accounts:
    """One client, its refresh tokens, and the access tokens made from them."""

    def __init__(self, seed: str, clock: Clock, switches: Switches) -> None:
        self._random = random.Random(seed)
        self._clock = clock
        self._switches = switches
        self.client_id = f"1000.{self._hex(15).upper()}"
        self.client_secret = self._hex(21)
        self.codes = Codes(clock.now, self._fresh, lambda: switches.code_seconds)
        self.redirects = set(REDIRECTS)
        self.organizations: dict[str, Caller] = {}
        self._grants: dict[str, Grant] = {}
        self._credentials: dict[str, Grant] = {}
        self._access: dict[str, tuple[Grant, float]] = {}
        self._kinds: Mapping[str, Callable[[dict[str, str]], Answer]] = {
            "authorization_code": self._exchange,
            "client_credentials": self._client_credentials,
            "refresh_token": self._refresh,
        }

    def _hex(self, size: int) -> str:
        return self._random.randbytes(size).hex()

    def _fresh(self) -> str:
        return f"1000.{self._hex(16)}.{self._hex(16)}"

    def grant(self, caller: Caller) -> Grant:
        made = Grant(self._fresh(), caller)
        self._grants[made.refresh_token] = made
        return made

    def issue(self, grant: Grant) -> str:
        """A new access token; the oldest live one dies when there are too many."""
        token = self._fresh()
        self._access[token] = (grant, self._clock.now() + LIFETIME)
        grant.live.append(token)
        while len(grant.live) > self._switches.live_tokens:
            self._access.pop(grant.live.popleft(), None)
        return token

    def caller(self, token: str) -> Caller | None:
        """Whom a live access token stands for."""
        grant, end = self._access.get(token, (None, 0.0))
        return grant.caller if grant is not None and self._clock.now() < end else None

    def organization(self, form: dict[str, str]) -> str | None:
        """The organisation that a form is about, by its refresh token, code, token or ``soid``."""
        grant = self._grants.get(form.get("refresh_token", "")) or self._grants.get(form.get("token", ""))
        consent = self.codes.look(form.get("code", ""))
        found = (
            (grant and grant.caller)
            or (consent and consent.caller)
            or self.caller(form.get("token", ""))
            or self.organizations.get(form.get("soid", "").partition(".")[2])
        )
        return found.organization if found else None

    def token(self, form: dict[str, str]) -> Answer:
        """``POST /oauth/v2/token``. Errors come with status 200, as the service does it."""
        kind = self._kinds.get(form.get("grant_type", ""))
        return kind(form) if kind is not None else (200, {"error": "unsupported_grant_type"})

    def _refresh(self, form: dict[str, str]) -> Answer:
        grant = self._grants.get(form.get("refresh_token", ""))
        if grant is not None and self._throttled(grant):
            return self._switches.throttle_status, THROTTLED
        error = self._client_error(form) or ("" if grant else "invalid_code")
        if error or grant is None:
            return 200, {"error": error}
        return 200, self._issued(grant)

    def _issued(self, grant: Grant) -> dict[str, Any]:
        return {
            "access_token": self.issue(grant),
            "api_domain": GATEWAY,
            "token_type": "Bearer",
            "expires_in": LIFETIME,
        }

    def _exchange(self, form: dict[str, str]) -> Answer:
        """A code for tokens. A refused request leaves the code good; that it does is unconfirmed."""
        code = form.get("code", "")
        consent = self.codes.look(code)
        error = self._client_error(form) or ("" if consent else "invalid_code")
        if error or consent is None:
            return 200, {"error": error}
        if form.get("redirect_uri", "") != consent.redirect_uri:
            return 200, {"error": "invalid_redirect_uri"}
        theirs = [one for one in self._grants.values() if one.user == consent.user]
        if sum(self._clock.now() - token.made < 60 for token in theirs) >= NEW_A_MINUTE:
            return self._switches.throttle_status, THROTTLED
        self.codes.use(code)
        lasting = consent.offline and (consent.forced or not theirs)
        made = Grant(self._fresh() if lasting else "", consent.caller, consent.user, self._clock.now())
        self._throttled(made)
        if not lasting:
            return 200, self._issued(made)
        if len(theirs) >= REFRESH_TOKENS:
            self.revoke({"token": theirs[0].refresh_token})
        self._grants[made.refresh_token] = made
        return 200, {**self._issued(made), "refresh_token": made.refresh_token}

    def _client_credentials(self, form: dict[str, str]) -> Answer:
        """A token of the organisation that ``soid`` names. It acts as the administrator, which is unconfirmed."""
        error = self._client_error(form)
        scopes, wrong = scopes_in(form.get("scope", ""))
        service, _, organization = form.get("soid", "").partition(".")
        caller = self.organizations.get(organization)
        if not error and not organization:
            error = "missing_org_info"
        elif not error and (service != "ZohoDesk" or caller is None):
            error = "general_error"
        elif not error and (wrong or not scopes):
            error = "invalid_scope"
        if error or caller is None:
            return 200, {"error": error}
        grant = self._credentials.setdefault(organization, Grant("", caller))
        if self._throttled(grant):
            return self._switches.throttle_status, THROTTLED
        grant = Grant("", replace(caller, label=f"{caller.label}*", scopes=frozenset(scopes)))
        return 200, self._issued(grant)

    def _client_error(self, form: dict[str, str]) -> str:
        if form.get("client_id") != self.client_id:
            return "invalid_client"
        return "" if form.get("client_secret") == self.client_secret else "invalid_client_secret"

    def _throttled(self, grant: Grant) -> bool:
        """Counts the request; true for those beyond the allowance of the window."""
        now = self._clock.now()
        if now - grant.window >= WINDOW:
            grant.window, grant.requests = now, 0
        grant.requests += 1
        grant.latest = [one for one in grant.latest if now - one < 60] + [now]
        most = self._switches.token_requests_a_minute
        return grant.requests > self._switches.token_requests or 0 < most < len(grant.latest)

    def revoke(self, form: dict[str, str]) -> Answer:
        """Ends an access token, or a refresh token together with its access tokens."""
        token = form.get("token", "")
        grant = self._grants.pop(token, None)
        if grant is not None:
            for one in grant.live:
                self._access.pop(one, None)
            return 200, {"status": "success"}
        if self._access.pop(token, None) is not None:
            return 200, {"status": "success"}
        return 400, {"error": "invalid_token"}

    def revoke_basic(self, form: dict[str, str], user: str, password: str) -> Answer:
        """The newer form, whose client signs with HTTP Basic. Its errors are unconfirmed."""
        error = self._client_error({"client_id": user, "client_secret": password})
        return (200, {"error": error}) if error else self.revoke(form)
