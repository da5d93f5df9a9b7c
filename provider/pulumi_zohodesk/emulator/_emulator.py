"""The emulator for tests: a server in a thread, and every control as a method."""

from __future__ import annotations

from types import TracebackType
from typing import Any

from pulumi_zohodesk.emulator._app import create_app
from pulumi_zohodesk.emulator._control import Control
from pulumi_zohodesk.emulator._server import HOST, ServerThread

VARIABLES = "ZOHODESK"


class Emulator(Control):
    """An emulated Zoho Desk with two organisations, ``prod`` and ``sandbox``.

    ``seed`` decides every id and token; the other options are switches (see ``Switches``) and
    ``running_clock``. Use it as a context manager, or call ``start`` and ``stop``. The three layers of permission
    are closed one by one like this::

        emulator.agent("prod", "ann@example.com", permissions=["tickets.view"])     # may do just this
        emulator.token("prod", scopes=["Desk.tickets.READ"], agent="ann@example.com")
        emulator.sharing("prod", "tickets", "public read only")
        emulator.permit("prod", "Profile of ann@example.com", "tickets.view", False)
    """

    def __init__(self, seed: int = 1, *, port: int = 0, **switches: Any) -> None:
        self.app = create_app(seed=seed, **switches)
        super().__init__(self.app.world)
        self._port = port
        self._server: ServerThread | None = None

    def start(self) -> Emulator:
        """Serves on the port, or on a free one; raises OSError when the port is in use."""
        self._server = ServerThread(self.app, self._port)
        self._server.start()
        return self

    def stop(self) -> None:
        if self._server is not None:
            self._server.stop()
            self._server = None

    def __enter__(self) -> Emulator:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """Root of both the API and the accounts server; raises RuntimeError before ``start``."""
        if self._server is None:
            raise RuntimeError("The emulator is not running.")
        return f"http://{HOST}:{self._server.port}"

    def env(self, organization: str = "prod") -> dict[str, str]:
        """The environment of a client: bare variables for one organisation, named ones for all."""
        with self.world.lock:
            found = self._variables(organization, VARIABLES)
            for name in self.world.portals:
                found.update(self._variables(name, f"{VARIABLES}_{name.upper()}"))
        return found

    def _variables(self, organization: str, prefix: str) -> dict[str, str]:
        values = {**self.world.credentials(organization), "API_URL": self.url, "ACCOUNTS_URL": self.url}
        return {f"{prefix}_{name}": value for name, value in values.items()}
