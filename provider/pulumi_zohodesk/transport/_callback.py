"""The loopback server that the browser is sent back to after a consent."""

from __future__ import annotations

import queue
import socket
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from urllib.parse import parse_qs, urlsplit

from pulumi_zohodesk.errors import AuthError, ConfigError

__all__ = ["CallbackServer"]

_PAGE = (
    b"<!DOCTYPE html><html><head><title>zohodesk</title></head><body><p>The answer has arrived. "
    b"You can close this window and go back to the terminal.</p></body></html>"
)
_NO_ANSWER = b"<!DOCTYPE html><html><body><p>This is no answer to a sign-in: it brings no code.</p></body></html>"
_HOSTS = {"localhost": "127.0.0.1", "127.0.0.1": "127.0.0.1", "::1": "::1"}


class CallbackServer:
    """Waits on this machine, for nothing but the registered address. Use it as a context manager."""

    def __init__(self, redirect_uri: str) -> None:
        """Raises ConfigError when the address is not one of this machine, or its port is in use."""
        parts = urlsplit(redirect_uri)
        host = _HOSTS.get(parts.hostname or "")
        if parts.scheme != "http" or host is None:
            raise ConfigError(
                [
                    f"The browser cannot come back to {redirect_uri} by itself: that takes an address such as "
                    "http://localhost:8791/callback. Register one, or sign in with --no-browser."
                ]
            )
        self._answers: queue.Queue[str] = queue.Queue(1)
        try:
            self._server = _Server((host, parts.port or 80), _handler(parts.path or "/", self._answers))
        except OSError as error:
            raise ConfigError(
                [
                    f"Nothing can listen at {redirect_uri} ({error.strerror}). End the other program, or register "
                    "another port as redirect_uri, or sign in with --no-browser."
                ]
            ) from None

    def wait(self, seconds: float) -> str:
        """The query that the browser brings. Raises AuthError when none comes in time."""
        try:
            return self._answers.get(timeout=seconds)
        except queue.Empty:
            raise AuthError(
                f"Signing in was given up: the browser did not come back within {seconds:.0f} seconds. If it showed an "
                "error, check client id and redirect_uri; --no-browser works without a browser on this machine."
            ) from None

    def __enter__(self) -> CallbackServer:
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        super().__init__(address, handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle is nobody's business."""


def _handler(path: str, answers: queue.Queue[str]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = 10

        def do_GET(self) -> None:
            found = urlsplit(self.path)
            if found.path != path:
                self._answer(404, b"")
                return
            if not set(parse_qs(found.query)) & {"code", "error"}:  # a prefetch, or another page, ends no sign-in
                self._answer(400, _NO_ANSWER)
                return
            self._answer(200, _PAGE)
            with suppress(queue.Full):
                answers.put_nowait(found.query)

        def _answer(self, status: int, body: bytes) -> None:
            self.send_response(status)
            headers = {
                "Content-Type": "text/html; charset=utf-8",
                "Content-Length": str(len(body)),
                "Cache-Control": "no-store",
                "Referrer-Policy": "no-referrer",
            }
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: the address holds the code."""

    return Handler
