"""The accounts server over HTTP: its paths, and which organisation a request to it is about."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from pulumi_zohodesk.emulator._consent import ConsentPage
from pulumi_zohodesk.emulator._oauth import CONSENT, PATHS
from pulumi_zohodesk.emulator._wire import Reply, Request, page_of_html
from pulumi_zohodesk.emulator._world import World


class AccountsServer:
    """Answers what is sent to the accounts server."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.consent = ConsentPage(world)

    def operation(self, request: Request) -> str | None:
        """The path, when it is one of the accounts server."""
        return request.path if request.path in PATHS else None

    def organization(self, request: Request) -> str | None:
        """The organisation that a request is about, by its token, code, ``soid`` or chosen agent."""
        if self.operation(request) is None:
            return None
        form = request.form()
        chosen = form.get("agent", "").partition("/")[0]
        return self.world.accounts.organization(form) or (chosen if chosen in self.world.portals else None)

    def answer(self, request: Request) -> Reply:
        """The answer to one call; another path is a page, as a gateway gives it."""
        accounts = self.world.accounts
        if request.path == CONSENT and request.method in ("GET", "POST"):
            return self.consent.answer(request)
        organization = self.organization(request)
        content: dict[str, Any]
        match (request.method, request.path):
            case ("POST", "/oauth/v2/token") if self.world.switches.wrong_dc == "invalid_client":
                status, content = 200, {"error": "invalid_client"}
            case ("POST", "/oauth/v2/token"):
                status, content = accounts.token(request.form())
            case ("POST", "/oauth/v2/token/revoke"):
                status, content = accounts.revoke(request.form())
            case ("POST", "/oauth/v2/revoke/token"):
                status, content = accounts.revoke_basic(request.form(), *_basic(request))
            case ("GET", "/oauth/serverinfo"):
                host = f"http://{request.headers.get('host', 'localhost')}"
                status, content = 200, {"result": "success", "locations": {"us": host}}
            case _:
                return page_of_html(404, "Not Found")
        return Reply(status, content, operation=request.path, organization=organization)


def _basic(request: Request) -> tuple[str, str]:
    """User and password of HTTP Basic; empty when there are none."""
    kind, _, text = request.headers.get("authorization", "").partition(" ")
    try:
        user, _, password = base64.b64decode(text if kind == "Basic" else "", validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        return "", ""
    return user, password
