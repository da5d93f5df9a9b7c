"""Canaries: values that must never be seen, looked for everywhere a person or a log could see them."""

from __future__ import annotations

import logging
import pickle
import traceback
from contextlib import closing
from dataclasses import replace

import httpx
import pytest

from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.engine import MY_INFO
from pulumi_zohodesk.errors import APIError, DeskError
from pulumi_zohodesk.settings import Secret, resolve
from pulumi_zohodesk.transport import SECRET_AT_HAND, Client
from pulumi_zohodesk.transport._redact import Redactor

from .desk import ACCESS, CLIENT_SECRET, CREATE, ID, READ, REFRESH_TOKEN, error, settings
from .test_grant import THROTTLED

CANARIES = (CLIENT_SECRET, REFRESH_TOKEN, "c4n4ryrefresh", ACCESS, "c4n4rybody")
ECHO = f"You sent Zoho-oauthtoken 1000.{ACCESS}.1 and {CLIENT_SECRET}, {REFRESH_TOKEN}, 1000.c4n4ryaccess.c4n4ryaccess"
REASONS = [{"fieldName": f"/{CLIENT_SECRET}", "errorType": REFRESH_TOKEN, "errorMessage": ECHO}]

ON_CALL = [
    *[error(status, "CODE", ECHO, errors=REASONS, feature=ECHO) for status in (400, 401, 403, 404, 422, 429, 500, 418)],
    error(401, "INVALID_OAUTH", ECHO),
    error(403, f"1000.{ACCESS}.1", ECHO),
    error(429, "THRESHOLD_EXCEEDED", ECHO),
    error(403, "LICENSE_ACCESS_LIMITED", ECHO, feature=ECHO, maxAllowedEntity=REFRESH_TOKEN),
    httpx.Response(200, text=ECHO),
    httpx.Response(404, html=ECHO),
    httpx.Response(302, headers={"Location": f"https://x.example/{CLIENT_SECRET}?token=1000.{ACCESS}.1"}),
    httpx.ConnectError(ECHO),
    httpx.ReadTimeout(ECHO),
]
ON_TOKEN = [
    httpx.Response(200, json={"error": "invalid_code", "error_description": ECHO}),
    httpx.Response(200, json={"error": ECHO}),
    httpx.Response(200, json=THROTTLED | {"error_description": f"too many requests {ECHO}"}),
    httpx.Response(200, html=ECHO),
    httpx.ConnectError(ECHO),
    httpx.ReadTimeout(ECHO),
]


PERSON = "Canary Jo <JO@canary.example>, jo%40canary.example, 5550199"


@pytest.mark.parametrize("status", [400, 403, 404, 422, 429, 500, 503])
@pytest.mark.parametrize("personal", [True, False])
def test_what_the_service_says_of_people_is_not_repeated_where_they_are_hidden(desk, status, personal):
    reasons = [{"fieldName": "/emailId", "errorType": "duplicate", "errorMessage": PERSON}]
    desk.will(*[error(status, "CODE", PERSON, errors=reasons)] * 20)
    client = desk.client()
    client.hides_people = True
    with pytest.raises(DeskError) as caught:
        client.call(replace(READ, personal=personal), path=ID)
    said = visible(caught.value)
    assert "canary.example" not in said
    assert ("5550199" in said) != personal
    assert "/emailId is duplicate" in said


def assert_clean(text):
    assert not [canary for canary in CANARIES if canary in text], text


def visible(caught):
    parts = [str(caught), repr(caught), repr(caught.args), "".join(traceback.format_exception(caught))]
    if isinstance(caught, APIError):
        parts += [caught.code, repr(caught.reasons), repr(caught.details)]
    return "\n".join(parts)


@pytest.mark.parametrize("op", [READ, CREATE], ids=["read", "create"])
@pytest.mark.parametrize("answer", ON_CALL, ids=range(len(ON_CALL)))
def test_no_error_of_a_call_shows_a_secret(desk, caplog, answer, op):
    desk.will(*[answer] * 9)
    path, body = (ID, None) if op is READ else (None, {"name": "c4n4rybody"})
    with caplog.at_level(logging.DEBUG), pytest.raises(DeskError) as caught:
        desk.client().call(op, path=path, body=body)
    assert_clean(visible(caught.value))
    assert_clean(caplog.text)


@pytest.mark.parametrize("answer", ON_TOKEN, ids=range(len(ON_TOKEN)))
def test_no_error_of_a_token_request_shows_a_secret(desk, caplog, answer):
    desk.token_answers.extend([answer] * 9)
    with caplog.at_level(logging.DEBUG), pytest.raises(DeskError) as caught:
        desk.client().call(READ, path=ID)
    assert_clean(visible(caught.value))
    assert_clean(caplog.text)


@pytest.mark.parametrize("cut", [0, 5, 5 + len(ACCESS) + 5], ids=["whole", "without prefix", "last part"])
def test_pieces_of_known_tokens_are_hidden(cut):
    token = f"1000.{ACCESS}0123.{ACCESS[::-1]}0123"
    assert Redactor(lambda: [Secret(token)])(f"you sent {token[cut:]}!") == "you sent [hidden]!"
    assert Redactor(lambda: [Secret("1000.a.b"), Secret("")])("the year 1000. a.b") == "the year 1000. a.b"


def test_headers_of_answers_are_not_logged(caplog, tmp_path):
    """By real HTTP: a mock has no layer that would log them."""
    with (
        Emulator() as emulator,
        caplog.at_level(1),
        closing(Client(resolve(environ=emulator.env()), cache_dir=tmp_path)) as client,
    ):
        client.call(MY_INFO)
    names = {record.name.partition(".")[0] for record in caplog.records}
    assert "pulumi_zohodesk" in names
    assert "httpcore" not in names


def test_settings_client_and_everything_in_it_show_no_secret(desk):
    client = desk.client()
    client.call(READ, path=ID)
    tokens = client._sender._tokens
    held = [client, client.settings, client._sender, tokens, tokens._entry, tokens.get(), client.throttle]
    for thing in held:
        assert_clean(f"{thing} {thing!r} {thing!s}")
    assert_clean(repr(vars(tokens)) + repr(vars(client)) + repr(vars(client._sender)) + repr(client.settings.identity))


def test_a_log_at_the_deepest_level_shows_no_secret(desk, caplog):
    with caplog.at_level(logging.DEBUG):
        for _ in range(2):
            desk.client().call(READ, path=ID)
        desk.will(error(401, "INVALID_OAUTH", ECHO))
        desk.client().call(READ, path=ID)
    assert any(record.name == "httpx" for record in caplog.records)
    assert_clean(caplog.text + repr([record.args for record in caplog.records]))


def test_a_local_variable_in_a_traceback_shows_no_secret(desk):
    desk.will(error(422, "INVALID_DATA"))
    with pytest.raises(DeskError) as caught:
        desk.client().call(READ, path=ID)
    lines = traceback.TracebackException.from_exception(caught.value, capture_locals=True).format()
    assert_clean("".join(line for line in lines if "desk.py" not in line))


@pytest.mark.parametrize("thing", [Secret(CLIENT_SECRET), settings()], ids=["secret", "settings"])
def test_secrets_cannot_be_pickled_into_a_state(thing):
    with pytest.raises(TypeError, match="not picklable"):
        pickle.dumps(thing)


@pytest.mark.parametrize("template", ["{0}", "{0!s}", "{0!r}", "{0:>50}"])
def test_a_secret_is_not_shown_by_formatting(template):
    assert_clean(template.format(Secret(CLIENT_SECRET)))
    assert_clean("%s %r" % (Secret(CLIENT_SECRET), Secret(CLIENT_SECRET)))  # noqa: UP031


def test_an_access_token_of_another_shape_is_taken_out_too(desk):
    desk.token_answers.append(httpx.Response(200, json={"access_token": "c4n4ryaccess-of-tomorrow"}))
    desk.will(error(422, "INVALID_DATA", "Not with c4n4ryaccess-of-tomorrow."))
    with pytest.raises(DeskError, match=r"Not with \[hidden\]") as caught:
        desk.client().call(READ, path=ID)
    assert_clean(visible(caught.value))


def test_the_redactor_leaves_ordinary_words_alone():
    redact = Redactor(lambda: (Secret(""),))
    assert redact("Department 1000.50 costs 1.5, see /a/b.c") == "Department 1000.50 costs 1.5, see /a/b.c"


def test_the_redactor_takes_out_what_it_never_saw():
    redact = Redactor(lambda: ())
    for text in ("1000.8cb99dxxxx.9be93xxxx", "Bearer abc.def", "zoho-oauthtoken 12345"):
        assert redact(f"a {text} b") == "a [hidden] b"


@pytest.mark.parametrize("status", [400, 403, 404, 422, 429, 500, 503])
def test_what_the_service_says_is_not_repeated_while_something_secret_is_at_hand(desk, status):
    reasons = [{"fieldName": "/name", "errorType": "duplicate", "errorMessage": PERSON}]
    desk.will(*[error(status, "CODE", PERSON, errors=reasons)] * 20)
    token = SECRET_AT_HAND.set(frozenset(["name"]))
    try:
        with pytest.raises(DeskError) as caught:
            desk.client().call(READ, path=ID)
    finally:
        SECRET_AT_HAND.reset(token)
    assert "Canary" not in str(caught.value)
    assert "5550199" not in str(caught.value)
    assert str(status) in str(caught.value)
