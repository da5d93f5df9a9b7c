"""What holds for every test."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import httpx
import pytest
from hypothesis import HealthCheck, settings

from pulumi_zohodesk.dynamic import _configuration
from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.engine import _seen
from pulumi_zohodesk.transport import _client


@pytest.fixture(scope="session", autouse=True)
def _signals_as_a_user_has_them() -> Iterator[None]:
    """What started the tests may ignore signals (`nohup`, `&` of a script), and every process would inherit that."""
    usual = {signal.SIGINT: signal.default_int_handler, signal.SIGTERM: signal.SIG_DFL, signal.SIGHUP: signal.SIG_DFL}
    ignored = [number for number in usual if signal.getsignal(number) is signal.SIG_IGN]
    for number in ignored:
        signal.signal(number, usual[number])
    yield
    for number in ignored:
        signal.signal(number, signal.SIG_IGN)


httpx.create_ssl_context = cache(httpx.create_ssl_context)  # each client would read all certificates again: 30 ms

settings.register_profile("any machine", suppress_health_check=[HealthCheck.too_slow])  # several may share it
settings.load_profile("any machine")
LOOP = asyncio.new_event_loop()


@pytest.fixture(autouse=True)
def _an_event_loop() -> None:
    """Pulumi's mocks want one at hand, and `asyncio.run` of an earlier test leaves none. Tasks may outlive a test."""
    asyncio.set_event_loop(LOOP)


@pytest.fixture(autouse=True)
def _nothing_is_remembered_of_other_tests() -> None:
    """What a process knows of objects, and its clients: a later emulator may have the port of an earlier."""
    _configuration._PROGRAM.clear()
    _seen._SCOPES.clear()
    _seen._OWNERS.clear()
    _seen._HOMES.clear()
    while _client._clients:
        _client._clients.popitem()[1].close()


@pytest.fixture(scope="session")
def _running() -> Iterator[Emulator]:
    with Emulator() as running:
        yield running


@pytest.fixture
def emulator(_running: Emulator) -> Emulator:
    """An emulator as it begins. Tests that start processes which may outlive them have one of their own."""
    _running.reset()
    return _running


@pytest.fixture
def connected(_running: Emulator, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Emulator:
    """The same, named by the variables of this process, which stands in a folder of its own."""
    _running.reset()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ZOHODESK_CACHE_DIR", str(tmp_path / "cache"))
    for name, value in _running.env().items():
        monkeypatch.setenv(name, value)
    return _running
