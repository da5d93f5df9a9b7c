"""A scripted Zoho Desk and a clock that does not wait, for the tests of the client."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path
from threading import Lock

import httpx

from pulumi_zohodesk.settings import Secret, Settings
from pulumi_zohodesk.transport import Client, Clock, Operation

CLIENT_SECRET = "c4n4ry-client-secret"
REFRESH_TOKEN = "1000.c4n4ryrefresh.aaaaaaaaaaaaaaaa"
ACCESS = "c4n4ryaccess"

READ = Operation("getDepartment", "GET", "/departments/{departmentId}", ("Desk.basic.READ", "Desk.settings.READ"))
LIST = Operation("getDepartments", "GET", "/departments", page_size=200)
CREATE = Operation("createDepartment", "POST", "/departments", repeatable=False)
UPDATE = Operation("updateDepartment", "PATCH", "/departments/{departmentId}", ("Desk.settings.UPDATE",))
ID = {"departmentId": "1"}

Answer = httpx.Response | Exception | Callable[[httpx.Request], httpx.Response]


def settings(**changes: object) -> Settings:
    values = {
        "connection": None,
        "dc": "eu",
        "org_id": "4711",
        "client_id": "1000.CLIENT",
        "client_secret": Secret(CLIENT_SECRET),
        "refresh_token": Secret(REFRESH_TOKEN),
        "api_url": "https://desk.zoho.eu",
        "accounts_url": "https://accounts.zoho.eu",
    }
    return Settings(**{**values, **changes})  # type: ignore[arg-type]


def error(status: int, code: str, message: str = "It failed.", **more: object) -> httpx.Response:
    return httpx.Response(status, json={"errorCode": code, "message": message, **more})


class Time:
    """A clock that moves only when somebody sleeps or the test says so."""

    def __init__(self) -> None:
        self.now = 1_000_000.0
        self.sleeps: list[float] = []
        self._lock = Lock()

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self.sleeps.append(seconds)
            self.now += seconds

    def clock(self) -> Clock:
        return Clock(lambda: self.now, lambda: self.now, self.sleep, lambda: 0.5)


class Desk:
    """Answers what the test queued, else 200; hands out a new token for every token request."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.time = Time()
        self.requests: list[httpx.Request] = []
        self.token_requests: list[httpx.Request] = []
        self.answers: deque[Answer] = deque()
        self.token_answers: deque[Answer] = deque()

    def client(self, **changes: object) -> Client:
        transport = httpx.MockTransport(self._answer)
        return Client(settings(**changes), transport=transport, clock=self.time.clock(), cache_dir=self.folder)

    def will(self, *answers: Answer) -> None:
        self.answers.extend(answers)

    @property
    def tokens(self) -> list[str]:
        """The number of the token that each request carried."""
        return [request.headers["Authorization"].rpartition(".")[2] for request in self.requests]

    def _answer(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/oauth/v2/token":
            self.token_requests.append(request)
            body = {"access_token": f"1000.{ACCESS}.{len(self.token_requests)}", "expires_in": 3600}
            return _play(self.token_answers, request, httpx.Response(200, json=body))
        self.requests.append(request)
        return _play(self.answers, request, httpx.Response(200, json={"id": "1"}))


def _play(queue: deque[Answer], request: httpx.Request, default: httpx.Response) -> httpx.Response:
    answer = queue.popleft() if queue else default
    if isinstance(answer, Exception):
        raise answer
    return answer if isinstance(answer, httpx.Response) else answer(request)
