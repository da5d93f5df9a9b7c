from __future__ import annotations

import logging
from contextlib import suppress

import httpx
import pytest

from pulumi_zohodesk.errors import APIError, RateLimited, ServerError, TransportError, UncertainWrite
from pulumi_zohodesk.settings import Secret
from pulumi_zohodesk.transport import Client, Operation, _client, client_for

from .desk import ACCESS, CREATE, ID, LIST, READ, UPDATE, error, settings


@pytest.fixture(autouse=True)
def _registry_of_its_own(monkeypatch):
    monkeypatch.setattr(_client, "_clients", {})


def test_a_call_carries_token_organisation_and_agent(desk):
    desk.client().call(READ, path=ID)
    (request,) = desk.requests
    assert str(request.url) == "https://desk.zoho.eu/api/v1/departments/1"
    assert request.headers["Authorization"] == f"Zoho-oauthtoken 1000.{ACCESS}.1"
    assert request.headers["orgId"] == "4711"
    assert request.headers["User-Agent"].startswith("pulumi-zohodesk/")


def test_an_operation_without_organisation_sends_no_org_id_and_confirms_nothing(desk):
    client = desk.client()
    client.call(Operation("getOrganizations", "GET", "/organizations", needs_org=False))
    assert "orgId" not in desk.requests[0].headers
    assert not client.confirmed


def test_a_body_is_sent_as_json(desk):
    desk.client().call(CREATE, body={"name": "Bücher"})
    assert desk.requests[0].headers["Content-Type"] == "application/json"
    assert desk.requests[0].content.decode() == '{"name":"Bücher"}'


def test_a_call_without_body_and_query_sends_neither(desk):
    desk.client().call(READ, path=ID)
    assert desk.requests[0].content == b""
    assert desk.requests[0].url.query == b""


@pytest.mark.parametrize("answer", [httpx.Response(204), httpx.Response(200), httpx.Response(200, text="  ")])
def test_an_answer_without_body_is_none(desk, answer):
    desk.will(answer)
    assert desk.client().call(UPDATE, path=ID) is None


@pytest.mark.parametrize("answer", [httpx.Response(200, json={"data": []}), error(409, "CONFLICT")])
def test_an_answer_is_parsed_once(desk, answer, monkeypatch):
    parsed = []
    whole = httpx.Response.json
    monkeypatch.setattr(httpx.Response, "json", lambda self: parsed.append(self.request.url.path) or whole(self))
    desk.will(answer)
    with suppress(APIError):
        desk.client().call(READ, path=ID)
    assert parsed.count("/api/v1/departments/1") == 1


def test_large_ids_keep_their_digits(desk):
    desk.will(httpx.Response(200, text='{"id": 123456789012345678901}'))
    assert desk.client().call(READ, path=ID) == {"id": 123456789012345678901}


def test_cookies_are_not_kept(desk):
    desk.will(httpx.Response(200, json={}, headers={"Set-Cookie": "session=1; Domain=zoho.eu; Path=/"}))
    client = desk.client()
    client.call(READ, path=ID)
    client.call(READ, path=ID)
    assert "Cookie" not in desk.requests[1].headers


def test_the_organisation_is_confirmed_by_its_first_data(desk):
    client = desk.client()
    desk.will(error(404, "URL_NOT_FOUND"), httpx.Response(204))
    with pytest.raises(Exception, match="URL_NOT_FOUND"):
        client.call(READ, path=ID)
    assert not client.confirmed
    client.call(LIST)
    assert not client.confirmed
    client.call(READ, path=ID)
    assert client.confirmed


def test_calls_and_credits_are_counted(desk):
    headers = {"X-Rate-Limit-Request-Weight-v3": "5", "X-Rate-Limit-Remaining-v3": "990"}
    desk.will(httpx.Response(200, json={}, headers=headers), httpx.Response(503), httpx.Response(200, json={}))
    client = desk.client()
    assert client.credits_left is None
    client.call(READ, path=ID)
    assert (client.calls, client.credits_spent, client.credits_left) == (
        1,
        5,
        985,
    )  # the header counts the call itself not yet
    client.call(READ, path=ID)
    assert (client.calls, client.credits_spent) == (3, 6)


@pytest.mark.parametrize("header", ["", "many", "-1", "nan", "inf"])
def test_a_count_of_credits_that_is_no_number_is_ignored(desk, header):
    desk.will(httpx.Response(200, json={}, headers={"X-Rate-Limit-Remaining-v3": header}))
    client = desk.client()
    client.call(READ, path=ID)
    assert client.credits_left is None


def test_a_credit_reserve_stops_before_anything_is_sent(desk):
    desk.will(httpx.Response(200, json={}, headers={"X-Rate-Limit-Remaining-v3": "100"}))
    client = desk.client(credit_reserve=100)
    client.call(READ, path=ID)
    with pytest.raises(RateLimited) as caught:
        client.call(CREATE, body={}, about='department "Billing"')
    assert str(caught.value).startswith('Creating department "Billing" was not attempted')
    assert caught.value.code == "CREDIT_RESERVE"
    assert len(desk.requests) == 1


@pytest.mark.parametrize("lost", [httpx.ConnectError("x"), httpx.ConnectTimeout("x"), httpx.PoolTimeout("x")])
def test_a_create_that_was_never_sent_is_sent_again(desk, lost):
    desk.will(lost, lost)
    assert desk.client().call(CREATE, body={}) == {"id": "1"}
    assert desk.time.sleeps == [0.375, 0.75]


@pytest.mark.parametrize(
    "lost",
    [
        httpx.ReadTimeout("x"),
        httpx.WriteTimeout("x"),
        httpx.ReadError("x"),
        httpx.WriteError("x"),
        httpx.RemoteProtocolError("x"),
        httpx.Response(500, json={"errorCode": "INTERNAL_SERVER_ERROR", "message": "x"}),
        httpx.Response(502, html="<html></html>"),
        httpx.Response(503),
        httpx.Response(504),
    ],
)
def test_a_create_without_a_usable_answer_is_sent_once_and_leaves_doubt(desk, lost):
    desk.will(lost)
    with pytest.raises(UncertainWrite) as caught:
        desk.client().call(CREATE, body={}, about='department "Billing"')
    assert len(desk.requests) == 1
    named = f"HTTP {lost.status_code}" if isinstance(lost, httpx.Response) else type(lost).__name__
    assert named in str(caught.value)
    assert str(caught.value).startswith('Creating department "Billing" got no usable answer')


@pytest.mark.parametrize("op", [READ, UPDATE])
@pytest.mark.parametrize("lost", [httpx.ReadTimeout("x"), httpx.Response(500), httpx.Response(503)])
def test_what_may_be_repeated_is_repeated(desk, op, lost):
    desk.will(lost, lost)
    assert desk.client().call(op, path=ID) == {"id": "1"}
    assert len(desk.requests) == 3


def test_a_service_that_stays_away_is_named(desk):
    desk.will(*[httpx.ConnectError("x")] * 5)
    with pytest.raises(TransportError, match=r"Reading department failed: no connection, ConnectError\."):
        desk.client().call(READ, path=ID)


def test_an_update_whose_answers_stay_lost_leaves_doubt(desk):
    desk.will(*[httpx.ReadTimeout("x")] * 5)
    with pytest.raises(UncertainWrite):
        desk.client().call(UPDATE, path=ID)


def test_an_update_that_keeps_failing_names_the_status(desk):
    desk.will(*[error(500, "INTERNAL_SERVER_ERROR")] * 3)
    with pytest.raises(ServerError, match="try again later"):
        desk.client().call(UPDATE, path=ID)


def test_too_many_calls_at_once_lower_the_cap_and_even_a_create_waits_and_repeats(desk):
    desk.will(error(429, "TOO_MANY_REQUESTS"), error(429, "TOO_MANY_REQUESTS"))
    client = desk.client()
    client.call(CREATE, body={})
    assert client.throttle.cap == 1
    assert desk.time.sleeps == [0.75, 1.5]


def test_endless_throttling_ends_within_the_deadline(desk):
    desk.will(*[error(429, "TOO_MANY_REQUESTS")] * 20)
    with pytest.raises(RateLimited, match="Too many calls ran at once"):
        desk.client().call(READ, path=ID)
    assert sum(desk.time.sleeps) < 120


def test_the_log_names_the_operation_and_no_address_or_value(desk, caplog):
    by_email = Operation("getAgentByEmail", "GET", "/agents/email/{emailId}")
    with caplog.at_level(logging.DEBUG, logger="pulumi_zohodesk.transport"):
        desk.client().call(by_email, path={"emailId": "jane@example.com"}, query={"include": "private"})
    told = [record.getMessage() for record in caplog.records if record.name == "pulumi_zohodesk.transport"]
    assert told == [
        "POST /oauth/v2/token: HTTP 200, 0 credits, 0 ms",
        "GET /agents/email/{emailId}: HTTP 200, 1 credits, 0 ms",
    ]


def test_one_client_serves_a_grant_in_an_organisation(desk):
    first = client_for(settings())
    assert client_for(settings(credit_reserve=7)) is first
    assert first.throttle.reserve == 7
    others = [
        {"org_id": "1"},
        {"refresh_token": Secret("other")},
        {"client_secret": Secret("rotated")},
        {"api_url": "https://desk.zoho.com"},
    ]
    assert len({first, *(client_for(settings(**other)) for other in others)}) == 5


def test_a_client_sends_nothing_and_touches_no_file_before_the_first_call(desk):
    client = desk.client()
    assert isinstance(client, Client)
    assert not desk.token_requests
    assert not desk.folder.exists()
    client.close()


def test_without_an_organisation_no_empty_header_is_sent(desk):
    desk.client(org_id="").call(READ, path=ID)
    assert "orgId" not in desk.requests[0].headers


def test_used_up_credits_are_remembered_until_the_reset(desk):
    gone = error(429, "THRESHOLD_EXCEEDED")
    gone.headers["Retry-After"] = "7260"
    desk.will(gone)
    client = desk.client()
    words = []
    for passed in (0, 60, 7100):
        desk.time.now += passed
        with pytest.raises(RateLimited) as caught:
            client.call(READ, path={"departmentId": "1"}, about=f"department {passed}")
        words.append(str(caught.value))
    assert client.calls == 1
    assert words[1] == words[0].replace("department 0", "department 60").replace("2 h 1 min", "2 h 0 min")
    assert "(in 2 min, says the service)" in words[2]
    desk.time.now += 101
    assert client.call(READ, path={"departmentId": "1"}) == {"id": "1"}
