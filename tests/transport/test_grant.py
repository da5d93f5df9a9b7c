from __future__ import annotations

import httpx
import pytest

from pulumi_zohodesk.errors import AuthError, TokenThrottled, TransportError
from pulumi_zohodesk.settings import Secret

from .desk import CLIENT_SECRET, ID, READ, REFRESH_TOKEN

THROTTLED = {
    "error": "Access Denied",
    "error_description": "You have made too many requests continuously. Please try again after some time.",
}


def fails_with(desk, answer, kind):
    desk.token_answers.append(answer)
    with pytest.raises(kind) as caught:
        desk.client().call(READ, path=ID)
    assert type(caught.value) is kind
    assert not desk.requests
    return str(caught.value)


def test_the_credentials_travel_in_the_body_of_the_request_only(desk):
    desk.client().call(READ, path=ID)
    (request,) = desk.token_requests
    assert str(request.url) == "https://accounts.zoho.eu/oauth/v2/token"
    form = dict(httpx.QueryParams(request.content.decode()))
    assert form == {
        "grant_type": "refresh_token",
        "client_id": "1000.CLIENT",
        "client_secret": CLIENT_SECRET,
        "refresh_token": REFRESH_TOKEN,
    }


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("invalid_code", ["revoked", "ZOHODESK_REFRESH_TOKEN", "ZOHODESK_DC"]),
        ("invalid_client", ['wrong data centre: the client is not known in "eu"', "ZOHODESK_DC"]),
        ("invalid_client_secret", ["ZOHODESK_CLIENT_SECRET does not belong to ZOHODESK_CLIENT_ID"]),
        ("general_error", ["Check ZOHODESK_CLIENT_ID, ZOHODESK_CLIENT_SECRET"]),
    ],
)
@pytest.mark.parametrize("status", [200, 400, 500])
def test_a_token_error_is_understood_whatever_the_status(desk, error, words, status):
    message = fails_with(desk, httpx.Response(status, json={"error": error}), AuthError)
    assert message.startswith(f"Getting an access token from https://accounts.zoho.eu was refused ({error})")
    assert all(word in message for word in words)


def test_a_token_answer_that_is_cut_off_is_asked_for_again(desk):
    cut = httpx.Response(200, content=b'{"access_token":"1000.x', headers={"Content-Type": "application/json"})
    desk.token_answers.append(cut)
    desk.client().call(READ, path=ID)
    assert len(desk.token_requests) == 2
    desk.token_answers.extend([cut] * 9)
    with pytest.raises(TransportError, match="cut off") as caught:
        desk.client(refresh_token=Secret("1000.other")).call(READ, path=ID)
    assert not caught.value.misdirected


def test_a_named_connection_is_told_its_own_variables(desk):
    desk.token_answers.append(httpx.Response(200, json={"error": "invalid_client_secret"}))
    with pytest.raises(AuthError, match="ZOHODESK_EU_PROD_CLIENT_SECRET"):
        desk.client(connection="eu-prod").call(READ, path=ID)


@pytest.mark.parametrize("status", [200, 400])
def test_throttling_is_not_taken_for_wrong_credentials(desk, status):
    message = fails_with(desk, httpx.Response(status, json=THROTTLED), TokenThrottled)
    assert "credentials may well be right" in message
    assert "up to 10 minutes" in message


def test_a_bare_429_is_throttling_too(desk):
    fails_with(desk, httpx.Response(429, text="slow down"), TokenThrottled)


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(200, html="<html>Sign in</html>"),
        httpx.Response(404, html="<html>Not found</html>"),
        httpx.Response(302, headers={"Location": "https://elsewhere.example/"}),
        httpx.Response(200, json={}),
        httpx.Response(200, json=["access_token"]),
        httpx.Response(200, json={"access_token": ""}),
    ],
)
def test_an_answer_without_a_token_points_at_the_address(desk, answer):
    message = fails_with(desk, answer, AuthError)
    assert f"HTTP {answer.status_code} without a token" in message
    assert "check ZOHODESK_DC" in message
    assert "html" not in message


def test_a_lost_connection_is_tried_three_times(desk):
    desk.token_answers.extend([httpx.ConnectError("no"), httpx.ReadTimeout("no")])
    desk.client().call(READ, path=ID)
    assert len(desk.token_requests) == 3
    assert desk.time.sleeps == [0.375, 0.75]


@pytest.mark.parametrize(
    ("answer", "words"),
    [(httpx.ConnectError("x"), "no connection (ConnectError)"), (httpx.ReadTimeout("x"), "no answer (ReadTimeout)")],
)
def test_no_connection_is_said_in_our_own_words(desk, answer, words):
    desk.token_answers.extend([answer, answer])
    assert words in fails_with(desk, answer, TransportError)
    assert len(desk.token_requests) == 3


def test_a_failing_accounts_server_is_no_fault_of_the_credentials(desk):
    answer = httpx.Response(503, html="<html>busy</html>")
    desk.token_answers.extend([answer, answer])
    assert "HTTP 503" in fails_with(desk, answer, TransportError)


@pytest.mark.parametrize(
    ("expires_in", "good_for"),
    [(3600, 3540), ("3600", 3540), (None, 3540), (3_600_000, 3540), (30, 27), (0, 3540)],
)
def test_a_token_is_used_until_shortly_before_its_end(desk, expires_in, good_for):
    desk.token_answers.append(httpx.Response(200, json={"access_token": "1000.a.b", "expires_in": expires_in}))
    client = desk.client()
    client.call(READ, path=ID)
    desk.time.now += good_for - 1
    client.call(READ, path=ID)
    assert len(desk.token_requests) == 1
    desk.time.now += 1
    client.call(READ, path=ID)
    assert len(desk.token_requests) == 2
