"""The server in a thread: a loopback port that is free, and a quiet end."""

from __future__ import annotations

import socket
import threading
import time

import uvicorn

from pulumi_zohodesk.emulator._wire import Application

HOST = "127.0.0.1"
PATIENCE = 20.0


class ServerThread:
    """Serves an application from another thread until stopped."""

    def __init__(self, app: Application, port: int = 0) -> None:
        self._socket = bound(port)
        self.port: int = self._socket.getsockname()[1]
        self._server = uvicorn.Server(settings(app))
        self._thread = threading.Thread(target=self._run, name="zohodesk-emulator", daemon=True)

    def _run(self) -> None:
        self._server.run(sockets=[self._socket])

    def start(self) -> None:
        """Returns once the server answers; raises RuntimeError if it does not come up."""
        self._thread.start()
        deadline = time.monotonic() + PATIENCE
        while not self._server.started:
            if not self._thread.is_alive() or time.monotonic() > deadline:
                raise RuntimeError("The emulator did not start.")
            time.sleep(0.002)

    def stop(self) -> None:
        self._server.should_exit = True
        self._server.force_exit = True
        self._thread.join(PATIENCE)
        self._socket.close()


def bound(port: int) -> socket.socket:
    """A listening loopback socket; raises OSError when the port is in use.

    The protocol is named because only then does the event loop switch off Nagle's algorithm, which
    would hold back every answer for 40 ms.
    """
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((HOST, port))
        made.listen(512)
    except OSError:
        made.close()
        raise
    return made


def settings(app: Application) -> uvicorn.Config:
    """The server without any output of its own, and without the parts that are not needed."""
    return uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=1,
        server_header=False,
    )
