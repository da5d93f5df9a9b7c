"""What holds for every test."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterator

import pytest


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


LOOP = asyncio.new_event_loop()


@pytest.fixture(autouse=True)
def _an_event_loop() -> None:
    """Pulumi's mocks want one at hand, and `asyncio.run` of an earlier test leaves none. Tasks may outlive a test."""
    asyncio.set_event_loop(LOOP)
