"""The consent page: ``GET /oauth/v2/auth`` shows it, ``POST`` is its form, and a redirect ends it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape
from urllib.parse import urlencode, urlsplit

from pulumi_zohodesk.emulator._codes import Consent, TooManyCodes, scopes_in
from pulumi_zohodesk.emulator._oauth import CONSENT as PATH
from pulumi_zohodesk.emulator._store import Record
from pulumi_zohodesk.emulator._wire import HTML, Reply, Request
from pulumi_zohodesk.emulator._world import World
from pulumi_zohodesk.page import Page, headed, made_now

KEPT = ("client_id", "redirect_uri", "scope", "response_type", "access_type", "prompt", "state")
LOCATION = "us"


def _scopes(asked: Mapping[str, str]) -> tuple[list[str], str]:
    """As of ``scopes_in``; here blanks join scopes as well, where client credentials take commas only."""
    return scopes_in(asked.get("scope", "").replace(" ", ","))


class ConsentPage:
    """Asks a person, here: whoever fills in the form, which agent of which organisation consents to what."""

    def __init__(self, world: World) -> None:
        self.world = world

    def answer(self, request: Request) -> Reply:
        """The page, the redirect, or a page with the error; an unchecked address is never redirected to."""
        asked = request.form() if request.method == "POST" else dict(request.query)
        error = self._error(asked)
        if error:
            return _refusal(400, error)
        if request.method == "GET":
            about = [("Client id", asked["client_id"]), ("Goes back to", asked["redirect_uri"]), made_now()]
            page = Page(
                "Consent", about, "An application asks to use Zoho Desk as one of its agents.", self._form(asked)
            )
            return _page(200, page)
        if asked.get("decision") != "accept":
            return _redirect(asked, {"error": "access_denied"})
        consent = self._consent(asked)
        if consent is None:
            return _refusal(400, "Choose an agent of an organisation.")
        try:
            code = self.world.accounts.codes.make(consent)
        except TooManyCodes as refusal:
            return _refusal(429, str(refusal))
        server = f"http://{request.headers.get('host', 'localhost')}"
        return _redirect(asked, {"code": code, "location": LOCATION, "accounts-server": server})

    def _error(self, asked: dict[str, str]) -> str:
        accounts = self.world.accounts
        if asked.get("client_id") != accounts.client_id:
            return "invalid_client"
        if asked.get("redirect_uri") not in accounts.redirects:
            return "invalid_redirect_uri"
        if asked.get("response_type") != "code":
            return "invalid_response_type"
        if asked.get("access_type", "online") not in ("online", "offline"):
            return "invalid_access_type"
        scopes, wrong = _scopes(asked)
        return "" if scopes and not wrong else f"invalid_scope {wrong}".strip()

    def _form(self, asked: dict[str, str]) -> str:
        kept = {name: escape(asked[name]) for name in KEPT if name in asked}
        hidden = "".join(f'<input type="hidden" name="{name}" value="{value}">' for name, value in kept.items())
        scopes = "".join(f"<li>{escape(scope)}</li>" for scope in _scopes(asked)[0])
        choices = "".join(
            f'<option value="{escape(value)}">{escape(label)}</option>' for value, label in self._choices()
        )
        return (
            f'{headed("What it asks for", f"<ul>{scopes}</ul>")}<form method="post" action="{PATH}">'
            f'{hidden}<p><label>Organisation and agent <select name="agent">{choices}</select></label></p>'
            '<button name="decision" value="accept">Accept</button> '
            '<button name="decision" value="reject">Reject</button></form>'
        )

    def _choices(self) -> Iterator[tuple[str, str]]:
        """Every active agent, administrators of the emulator first."""
        for name, portal in self.world.portals.items():
            agents = [agent for agent in portal.table("agents") if agent["status"] == "ACTIVE"]
            for agent in sorted(agents, key=lambda one, first=portal.administrator: one["id"] != first):  # type: ignore[misc]
                yield f"{name}/{agent['id']}", f"{portal.organization['companyName']}: {agent['emailId']}"

    def _consent(self, asked: dict[str, str]) -> Consent | None:
        name, _, identity = asked.get("agent", "").partition("/")
        portal = self.world.portals.get(name)
        agent: Record | None = portal.get("agents", identity) if portal else None
        if agent is None or agent["status"] != "ACTIVE":
            return None
        scopes = frozenset(_scopes(asked)[0])
        caller = replace(
            self.world.grants[name].caller, label=f"{name}:{agent['emailId']}*", agent=agent["id"], scopes=scopes
        )
        offline, forced = asked.get("access_type") == "offline", asked.get("prompt") == "consent"
        return Consent(caller, agent["emailId"].casefold(), asked["redirect_uri"], offline, forced)


def _refusal(status: int, error: str) -> Reply:
    return _page(status, Page("Error", warnings=[error]))


def _page(status: int, page: Page) -> Reply:
    note = "This is the emulator: nothing of Zoho is behind it."
    return Reply(status, replace(page, notes=[note]).html(), media=HTML, operation=PATH)


def _redirect(asked: dict[str, str], values: dict[str, str]) -> Reply:
    if "state" in asked:
        values = {"state": asked["state"], **values}
    target = asked["redirect_uri"]
    joint = "&" if urlsplit(target).query else "?"
    return Reply(302, "", {"location": f"{target}{joint}{urlencode(values)}"}, media=HTML, operation=PATH)
