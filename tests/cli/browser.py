"""A scripted browser: follows the consent page with nothing but the standard library."""

from __future__ import annotations

import threading
from html.parser import HTMLParser
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener


class _Form(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.choices: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "input":
            self.fields[found["name"]] = found["value"]
        elif tag == "option":
            self.choices.append(found["value"])


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


def answer_of(address: str, decision: str = "accept", place: int = 0) -> str:
    """Fills in the form of the page; returns the address that the browser would go to."""
    opener = build_opener(_Stay)
    with opener.open(address) as page:
        form = _Form(page.read().decode())
    root = address.partition("/oauth/")[0]
    body = urlencode({**form.fields, "agent": form.choices[place], "decision": decision}).encode()
    try:
        opener.open(Request(f"{root}/oauth/v2/auth", body))
    except HTTPError as redirect:
        with redirect:
            return str(redirect.headers["location"])
    raise AssertionError("The page did not redirect.")


class Browser:
    """Stands in for ``webbrowser.open``: consents in a thread and visits the callback."""

    def __init__(self) -> None:
        self.decision, self.place = "accept", 0
        self.change = lambda address: address
        self.pages: list[str] = []
        self._visits: list[threading.Thread] = []
        self.addresses: list[str] = []

    def open(self, address: str) -> bool:
        self.addresses.append(address)
        self._visits.append(threading.Thread(target=self._visit, args=(address,), daemon=True))
        self._visits[-1].start()
        return True

    def seen(self) -> list[str]:
        """The pages that it has shown, once it has them."""
        for visit in self._visits:
            visit.join(20)
        return self.pages

    def _visit(self, address: str) -> None:
        opener = build_opener()
        target = self.change(answer_of(address, self.decision, self.place))
        root = "/".join(target.split("/")[:3])
        try:  # as browsers do; it must not count as the answer
            opener.open(f"{root}/favicon.ico")
        except HTTPError as error:
            error.close()
        try:
            with opener.open(target) as page:
                self.pages.append(page.read().decode())
        except HTTPError as refused:
            with refused:
                self.pages.append(refused.read().decode())
