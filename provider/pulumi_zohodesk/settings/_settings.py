"""The outcome: one frozen value that says where to connect and as whom."""

from __future__ import annotations

from dataclasses import dataclass

from pulumi_zohodesk.settings._secret import Secret
from pulumi_zohodesk.settings._tables import Protected


@dataclass(frozen=True)
class Settings:
    """Everything a connection to one organisation needs.

    Attributes:
        connection: name in `zohodesk.toml`; None when the bare environment variables were used.
        dc: name of the data centre, a key of `DATA_CENTRES`.
        org_id: organisation id, digits.
        client_id: OAuth client id.
        client_secret: OAuth client secret.
        refresh_token: OAuth refresh token; it decides which agent acts, where, and with which scopes.
        api_url: root of the Desk host, without `/api/v1` and without a slash at the end.
        accounts_url: root of the accounts host, without a slash at the end.
        allow_gone: accept that many objects at once look deleted (`ZOHODESK_ALLOW_GONE=1`).
        credit_reserve: API credits of the day that are left to others (`ZOHODESK_CREDIT_RESERVE`).
        grant: ``refresh_token``; or ``client_credentials``, which has none and acts for the organisation.
        scopes: OAuth scopes of `zohodesk.toml`; a token by client credentials is asked for with them.
        asked: scopes that the stored refresh token was asked for with; empty for one of the environment.
        actions, kinds: what the connection is for; when both are empty, everything.
        protected: kinds with patterns of natural keys that keep their name and stay in service.
    """

    connection: str | None
    dc: str
    org_id: str
    client_id: str
    client_secret: Secret
    refresh_token: Secret
    api_url: str
    accounts_url: str
    allow_gone: bool = False
    credit_reserve: int = 0
    grant: str = "refresh_token"
    scopes: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    protected: Protected = ()

    @property
    def api_root(self) -> str:
        """Address below which the paths of operations lie."""
        return f"{self.api_url}/api/v1"

    @property
    def identity(self) -> tuple[str, ...]:
        """Same value, same organisation seen by the same grant: the key of registries within a process."""
        return (
            self.api_url,
            self.accounts_url,
            self.client_id,
            self.org_id,
            self.client_secret.fingerprint(),
            self.grant_mark,
        )

    @property
    def grant_mark(self) -> str:
        """What tells one grant from another: the refresh token, or the scopes where there is none."""
        if self.grant == "client_credentials":
            return f"{self.grant} {' '.join(sorted(self.scopes))}"
        return self.refresh_token.fingerprint()
