"""The loopback server that the browser is sent back to after a consent."""

from __future__ import annotations

import errno
import hmac
import queue
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from urllib.parse import parse_qs, urlsplit

from pulumi_zohodesk.errors import AuthError, ConfigError, DeskError
from pulumi_zohodesk.page import Page, made_now

_CLOSE = "You can close this window and go back to the terminal."
_WORKED = Page(
    "The sign-in worked", lead="Zoho accepted the consent.", then=[f"{_CLOSE} It says what was kept, and where."]
)
_OPEN = Page("The answer has arrived", lead="Whether the sign-in worked stands in the terminal.", then=[_CLOSE])
_NO_ANSWER = Page(
    "This is no answer to the sign-in",
    lead="What this page was opened with does not belong to the sign-in that waits here.",
    then=["Use the page whose address the terminal shows."],
)
PATIENCE = 60.0
"""Seconds that a browser waits at most to be told how the sign-in ended."""
_HOSTS = {"localhost": ("127.0.0.1", "::1"), "127.0.0.1": ("127.0.0.1",), "::1": ("::1",)}
_NO_SUCH_ADDRESS = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)


class CallbackServer:
    """Waits on this machine, for nothing but the registered address. Use it as a context manager."""

    def __init__(self, redirect_uri: str, state: str, say: Callable[[str], None]) -> None:
        """Nothing is answered yet, but the port is taken.

        Args:
            state: what an answer must bring; others, which any page in the browser can send, end nothing.
            say: told once about each kind of answer that is turned away.

        Raises ConfigError when the address is not one of this machine, or its port is in use.
        """
        parts = urlsplit(redirect_uri)
        hosts = _HOSTS.get(parts.hostname or "")
        if parts.scheme != "http" or hosts is None:
            raise ConfigError(
                [
                    f"The browser cannot come back to {redirect_uri} by itself: that takes an address such as "
                    "http://localhost:8791/callback. Register one, or sign in with --no-browser."
                ]
            )
        self._answers: queue.Queue[str] = queue.Queue(1)
        self._outcome: Future[Page] = Future()
        self._shown = threading.Event()
        wanted = _Wanted(parts.netloc.lower(), parts.path or "/", state)
        self._servers: list[_Server] = []
        handler = _handler(wanted, self._answers, self._outcome, self._shown, cache(say))
        try:
            for host in hosts:  # a browser may take either for localhost, and nobody else must have one of them
                self._listen((host, parts.port or 80), handler)
        except OSError as error:
            self._close()
            raise ConfigError(
                [
                    f"Nothing can listen at {redirect_uri} ({error.strerror}). End the other program, or register "
                    "another port as redirect_uri, or sign in with --no-browser."
                ]
            ) from None

    def _listen(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        try:
            self._servers.append(_Server(address, handler))
        except OSError as error:
            if not self._servers or error.errno not in _NO_SUCH_ADDRESS:
                raise  # else: a machine without IPv6

    def _close(self) -> None:
        for server in self._servers:
            server.server_close()

    def wait(self, seconds: float) -> str:
        """The query that the browser brings. Raises AuthError when none comes in time."""
        try:
            return self._answers.get(timeout=seconds)
        except queue.Empty:
            raise AuthError(
                f"Signing in was given up: the browser did not come back within {seconds:.0f} seconds. If it showed an "
                "error, check client id and redirect_uri; --no-browser works without a browser on this machine."
            ) from None

    @contextmanager
    def telling(self) -> Iterator[None]:
        """The block finishes the sign-in; the browser that waits is told whether that worked, or why not."""
        try:
            yield
        except DeskError as error:
            self._tell(Page("The sign-in did not work", [made_now()], warnings=[str(error)], then=[_CLOSE]))
            raise
        self._tell(replace(_WORKED, facts=[made_now()]))

    def _tell(self, page: Page) -> None:
        """Ends when a browser has the page: the process may end right after."""
        self._outcome.set_result(page)
        self._shown.wait(5)

    def __enter__(self) -> CallbackServer:
        for server in self._servers:
            threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for server in self._servers:
            server.shutdown()
        self._close()


@dataclass(frozen=True)
class _Wanted:
    """What the answer looks like: host with port, path, state."""

    host: str
    path: str
    state: str

    def fault(self, host: str, query: str) -> str:
        """Why a request is not the answer, as the rest of a sentence; empty when it is."""
        found = parse_qs(query)
        if not set(found) & {"code", "error"}:  # a prefetch, or another page, ends no sign-in
            return "it brings no code"
        if host.lower() != self.host.removesuffix(":80"):
            return "it was sent to another host name"
        if not hmac.compare_digest(found.get("state", [""])[0].encode(), self.state.encode()):
            return "its state is not the one that was sent"
        return ""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        super().__init__(address, handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle is nobody's business."""


def _handler(
    wanted: _Wanted,
    answers: queue.Queue[str],
    outcome: Future[Page],
    shown: threading.Event,
    say: Callable[[str], None],
) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = 10

        def do_GET(self) -> None:
            found = urlsplit(self.path)
            if found.path != wanted.path:
                self._answer(404, b"")
                return
            if fault := wanted.fault(self.headers.get("Host", ""), found.query):
                self._answer(400, _NO_ANSWER.html().encode())
                say(f"Something came back that does not belong to this sign-in: {fault}. Still waiting.")
                return
            with suppress(queue.Full):
                answers.put_nowait(found.query)
            page = _OPEN
            with suppress(TimeoutError):
                page = outcome.result(PATIENCE)
            try:
                self._answer(200, page.html().encode())
            finally:
                shown.set()

        def _answer(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.send_header("Referrer-Policy", "no-referrer")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: the address holds the code."""

    return Handler
