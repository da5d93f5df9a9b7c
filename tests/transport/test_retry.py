from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pulumi_zohodesk.transport import Operation
from pulumi_zohodesk.transport._retry import DEADLINE, LONGEST_WAIT, Answered, Lost, Raise, Retry, Unsent, decide

GET = Operation("getX", "GET", "/x")
PATCH = Operation("updateX", "PATCH", "/x")
POST = Operation("createX", "POST", "/x", repeatable=False)

AGAIN = Retry(0.5)
SLOWER = Retry(1.0, lower=True)
STOP = Raise()
DOUBT = Raise(uncertain=True)

TABLE = [
    # failure, GET, PATCH (repeatable), POST (a create)
    (Unsent(), AGAIN, AGAIN, AGAIN),
    (Lost(), AGAIN, AGAIN, DOUBT),
    (Answered(500), AGAIN, AGAIN, DOUBT),
    (Answered(502), AGAIN, AGAIN, DOUBT),
    (Answered(503), AGAIN, AGAIN, DOUBT),
    (Answered(504), AGAIN, AGAIN, DOUBT),
    (Answered(501), STOP, STOP, STOP),
    (Answered(505), STOP, STOP, DOUBT),
    (Answered(429, "TOO_MANY_REQUESTS"), SLOWER, SLOWER, SLOWER),
    (Answered(429), SLOWER, SLOWER, SLOWER),
    (Answered(429, "THRESHOLD_EXCEEDED", 30.0), STOP, STOP, STOP),
    (Answered(200, "INTERNAL_ERROR"), AGAIN, AGAIN, DOUBT),
    (Answered(404, cut=True), AGAIN, AGAIN, STOP),
    (Answered(302), STOP, STOP, STOP),
    (Answered(400, "BAD_REQUEST"), STOP, STOP, STOP),
    (Answered(401, "INVALID_OAUTH"), STOP, STOP, STOP),
    (Answered(403, "FORBIDDEN"), STOP, STOP, STOP),
    (Answered(404, "URL_NOT_FOUND"), STOP, STOP, STOP),
    (Answered(422, "INVALID_DATA"), STOP, STOP, STOP),
]
CASES = [
    (failure, op, decision)
    for failure, *decisions in TABLE
    for op, decision in zip((GET, PATCH, POST), decisions, strict=True)
]


def first(failure, op, **changes):
    return decide(failure, op, **{"attempt": 1, "elapsed": 0.0, "chance": 1.0, **changes})


@pytest.mark.parametrize(("failure", "op", "decision"), CASES)
def test_the_first_failure_leads_to_this_decision(failure, op, decision):
    assert first(failure, op) == decision


@pytest.mark.parametrize(
    ("failure", "op", "attempts", "end"),
    [
        (Unsent(), POST, 5, STOP),
        (Lost(), GET, 5, STOP),
        (Lost(), PATCH, 5, DOUBT),
        (Answered(500), PATCH, 3, STOP),
        (Answered(503), GET, 5, STOP),
        (Answered(429, "TOO_MANY_REQUESTS"), POST, 9, STOP),
    ],
)
def test_repeats_end_after_so_many_attempts(failure, op, attempts, end):
    decisions = [first(failure, op, attempt=attempt) for attempt in range(1, attempts + 1)]
    assert all(isinstance(decision, Retry) for decision in decisions[:-1])
    assert decisions[-1] == end


def test_waits_double_and_are_half_jitter():
    assert [first(Unsent(), GET, attempt=n, chance=1.0).delay for n in (1, 2, 3, 4)] == [0.5, 1.0, 2.0, 4.0]
    assert [first(Unsent(), GET, attempt=n, chance=0.0).delay for n in (1, 2, 3, 4)] == [0.25, 0.5, 1.0, 2.0]


def test_retry_after_is_honoured_up_to_a_cap():
    assert first(Answered(503, "", 7.0), GET).delay == 7.0
    assert first(Answered(429, "TOO_MANY_REQUESTS", 9.0), POST).delay == 9.0
    assert first(Answered(503, "", 3600.0), GET).delay == LONGEST_WAIT


def test_no_attempt_starts_after_the_deadline():
    assert first(Unsent(), GET, elapsed=DEADLINE - 0.5) == AGAIN
    assert first(Unsent(), GET, elapsed=DEADLINE - 0.4) == STOP


@given(
    failure=st.one_of(
        st.just(Lost()),
        st.builds(Answered, st.integers(300, 599), st.sampled_from(["", "X"]), st.none() | st.floats(0, 1e6)),
    ),
    attempt=st.integers(1, 10),
    elapsed=st.floats(0, 200),
    chance=st.floats(0, 1, exclude_max=True),
)
def test_a_create_is_never_sent_again_unless_the_first_did_nothing(failure, attempt, elapsed, chance):
    decision = decide(failure, POST, attempt=attempt, elapsed=elapsed, chance=chance)
    if isinstance(decision, Retry):
        assert failure.status == 429
        assert 0 < decision.delay <= LONGEST_WAIT
        assert elapsed + decision.delay <= DEADLINE
