"""One client per organisation and grant in a process, so that tokens, limits and connections are shared."""

from __future__ import annotations

from threading import Lock

from pulumi_zohodesk.settings import Settings
from pulumi_zohodesk.transport._client import Client

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
