from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Lock

import pytest

from pulumi_zohodesk.errors import RateLimited
from pulumi_zohodesk.transport._throttle import Throttle

from .desk import Time


@pytest.fixture
def throttle():
    return Throttle(clock=Time().clock())


def test_the_cap_is_five_until_the_edition_is_known(throttle):
    assert throttle.cap == 5


@pytest.mark.parametrize(
    ("edition", "cap"),
    [
        ("FREE", 5),
        ("NEW_FREE", 5),
        ("EXPRESS", 10),
        ("STANDARD", 10),
        ("PROFESSIONAL", 15),
        ("ENTERPRISE", 25),
        ("enterprise", 25),
        ("ZOHOONE", 25),
        ("ULTIMATE", 25),
        ("SOMETHING_NEW", 5),
    ],
)
def test_the_edition_sets_the_cap(throttle, edition, cap):
    throttle.edition(edition)
    assert throttle.cap == cap


def test_never_more_calls_run_at_once_than_the_cap_allows(throttle):
    running, most, lock, together = 0, 0, Lock(), Barrier(5)

    def work(_):
        nonlocal running, most
        with throttle.slot(1, "Working"):
            with lock:
                running += 1
                most = max(most, running)
            together.wait(timeout=10)  # all five places are taken, or this fails
            with lock:
                running -= 1

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(work, range(20)))
    assert most == 5


def test_too_many_requests_halve_the_cap_once_per_burst(throttle):
    throttle.edition("ENTERPRISE")
    with throttle.slot(1, "A") as a, throttle.slot(1, "B") as b:
        throttle.too_many(a)
        throttle.too_many(b)
    assert throttle.cap == 12
    for cap in (6, 3, 1, 1):
        with throttle.slot(1, "C") as era:
            throttle.too_many(era)
        assert throttle.cap == cap


def test_the_cap_recovers_slowly_and_not_beyond_the_edition(throttle):
    with throttle.slot(1, "A") as era:
        throttle.too_many(era)
    assert throttle.cap == 2
    for _ in range(19):
        throttle.went_well(None)
    assert throttle.cap == 2
    throttle.went_well(None)
    assert throttle.cap == 3
    for _ in range(1000):
        throttle.went_well(None)
    assert throttle.cap == 5


def test_learning_the_edition_does_not_lift_a_lowered_cap(throttle):
    with throttle.slot(1, "A") as era:
        throttle.too_many(era)
    throttle.edition("ENTERPRISE")
    assert throttle.cap == 2


def test_a_call_that_would_eat_into_the_reserve_is_refused():
    throttle = Throttle(reserve=100, clock=Time().clock())
    throttle.went_well(104)
    with throttle.slot(3, "Listing agents"):
        pass
    with pytest.raises(RateLimited, match=r"Listing agents was not attempted: 101 .* 100 of them"):
        throttle.slot(3, "Listing agents").__enter__()
    with throttle.slot(1, "Reading agent"):
        pass
    assert throttle.credits_left == 100


def test_without_a_reserve_no_call_is_refused(throttle):
    throttle.went_well(1)
    for _ in range(3):
        with throttle.slot(3, "Listing agents"):
            pass
    assert throttle.credits_left == 0


def test_an_old_count_of_credits_is_not_believed():
    time = Time()
    throttle = Throttle(reserve=100, clock=time.clock())
    throttle.went_well(100)
    time.now += 901
    with throttle.slot(1, "Reading agent"):
        pass


def test_a_refused_call_gives_its_place_to_the_next():
    throttle = Throttle(reserve=10, clock=Time().clock())
    throttle.went_well(10)
    for _ in range(10):
        with pytest.raises(RateLimited):
            throttle.slot(1, "Reading agent").__enter__()
    throttle.went_well(50)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: throttle.slot(1, "Reading agent").__enter__(), range(5)))
