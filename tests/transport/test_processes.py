"""Several real processes, one accounts server on this machine."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Lock, Thread

import pytest

PROGRAM = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pulumi_zohodesk.transport import Operation, client_for
from pulumi_zohodesk.settings import resolve

read = Operation("getDepartment", "GET", "/departments/{departmentId}")
print("ready", flush=True)
sys.stdin.readline()
with ThreadPoolExecutor(4) as pool:
    calls = [pool.submit(lambda: client_for(resolve()).call(read, path={"departmentId": "1"})) for _ in range(4)]
    print([call.result() for call in calls])
"""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.lock = Lock()
        self.second = Event()
        self.tokens: dict[str, int] = {}
        self.seen: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        form = self.rfile.read(int(self.headers["Content-Length"])).decode()
        grant = form.partition("refresh_token=")[2].rpartition("refresh_token=")[2]
        with self.server.lock:
            self.server.tokens[grant] = self.server.tokens.get(grant, 0) + 1
            if self.server.tokens[grant] > 1:
                self.server.second.set()
        # Give a second request for the same grant the time to show itself.
        self.server.second.wait(0.3)
        self._answer({"access_token": f"1000.for.{grant}", "expires_in": 3600})

    def do_GET(self) -> None:
        with self.server.lock:
            self.server.seen.append(self.headers["Authorization"])
        self._answer({"id": "1"})

    def _answer(self, content: object) -> None:
        body = json.dumps(content).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def start(server: Server, cache: Path, refresh_token: str) -> subprocess.Popen[str]:
    environ = {
        "ZOHODESK_CLIENT_ID": "1000.CLIENT",
        "ZOHODESK_CLIENT_SECRET": "secret",
        "ZOHODESK_REFRESH_TOKEN": refresh_token,
        "ZOHODESK_ORG_ID": "4711",
        "ZOHODESK_API_URL": server.address,
        "ZOHODESK_ACCOUNTS_URL": server.address,
        "ZOHODESK_CACHE_DIR": str(cache),
        # A proxy for the way out must not see what stays on this machine.
        "HTTP_PROXY": "http://127.0.0.1:9",
    }
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", PROGRAM],
        env=environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(server: Server, cache: Path, refresh_tokens: list[str]) -> None:
    processes = [start(server, cache, token) for token in refresh_tokens]
    for process in processes:  # all of them have loaded everything before the first may begin
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
        assert out.count("'id': '1'") == 4


def test_eight_processes_with_four_threads_each_cause_one_token_request(server, tmp_path):
    run(server, tmp_path, ["mine"] * 8)
    assert server.tokens == {"mine": 1}
    assert server.seen == ["Zoho-oauthtoken 1000.for.mine"] * 32


def test_processes_with_two_refresh_tokens_do_not_share_a_token(server, tmp_path):
    run(server, tmp_path, ["reader", "writer"] * 4)
    assert server.tokens == {"reader": 1, "writer": 1}
    assert sorted(server.seen) == ["Zoho-oauthtoken 1000.for.reader"] * 16 + ["Zoho-oauthtoken 1000.for.writer"] * 16
