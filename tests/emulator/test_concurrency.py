"""How many calls may be under way at once, and which of them are refused."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import httpx
import pytest

from pulumi_zohodesk.emulator import Emulator

from .conftest import Api, code

CAP, LATENCY_MS = 3, 1500


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(8) as made:
        yield made


@pytest.fixture
def arrive(
    emulator: Emulator, pool: ThreadPoolExecutor
) -> Callable[[Callable[[], httpx.Response]], Future[httpx.Response]]:
    """Sends a call and returns once the emulator has let it in or refused it."""
    emulator.seed({"prod": {"limits": {"concurrency": CAP}}})
    emulator.switch(latency_ms=LATENCY_MS)
    limits = emulator.world.portals["prod"].limits

    def send(call: Callable[[], httpx.Response]) -> Future[httpx.Response]:
        before, future = limits.in_flight, pool.submit(call)
        while limits.in_flight == before and not future.done():
            time.sleep(0.001)
        return future

    return send


def test_the_first_calls_pass_and_later_ones_are_refused_at_once(
    api: Api, arrive: Callable[..., Future[httpx.Response]]
) -> None:
    began = time.monotonic()
    calls = [
        arrive(lambda number=number: api.post("/departments", {"name": f"D{number}"})) for number in range(CAP + 2)
    ]
    refused = [call.result() for call in calls[CAP:]]
    assert time.monotonic() - began < LATENCY_MS / 1000
    assert {code(answer) for answer in refused} == {(429, "TOO_MANY_REQUESTS")}
    assert all("Retry-After" not in answer.headers for answer in refused)
    assert [call.result().status_code for call in calls[:CAP]] == [200] * CAP
    names = {row["name"] for row in api.emulator.state("prod")["departments"]}
    assert {name for name in names if name.startswith("D")} == {f"D{number}" for number in range(CAP)}


def test_refused_calls_take_no_room_and_no_credits(api: Api, arrive: Callable[..., Future[httpx.Response]]) -> None:
    used = api.emulator.state("prod")["credits_used"]
    for call in [arrive(lambda: api.get("/myinfo")) for _ in range(CAP + 4)]:
        call.result()
    assert arrive(lambda: api.get("/myinfo")).result().status_code == 200
    assert api.emulator.state("prod")["credits_used"] == used + CAP + 1


def test_organisations_have_room_of_their_own(
    api: Api, arrive: Callable[..., Future[httpx.Response]], emulator: Emulator
) -> None:
    with Api(emulator, "sandbox").client as other:
        calls = [arrive(lambda: api.get("/myinfo")) for _ in range(CAP)]
        assert other.get("/myinfo").status_code == 200
        assert {call.result().status_code for call in calls} == {200}
