"""Consent page, codes, client credentials: what a sign-in goes through."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from pulumi_zohodesk.emulator import Emulator
from tests.pages import read

CALLBACK = "http://localhost:8791/callback"


@pytest.fixture
def http(emulator: Emulator) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=emulator.url, verify=False) as client:
        yield client


def asked(emulator: Emulator, **changes: str) -> dict[str, str]:
    values = {
        "client_id": emulator.env()["ZOHODESK_CLIENT_ID"],
        "redirect_uri": CALLBACK,
        "response_type": "code",
        "scope": "Desk.basic.READ,Desk.settings.READ",
        "access_type": "offline",
        "prompt": "consent",
        "state": "s1",
        **changes,
    }
    return {name: value for name, value in values.items() if value}


class _Form(HTMLParser):
    """The fields of a page's form, and what can be chosen."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.choices: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "input":
            self.fields[found["name"]] = found["value"]
        elif tag == "option":
            self.choices.append(found["value"])


def consent(http: httpx.Client, values: dict[str, str], decision: str = "accept", place: int = 0) -> dict[str, str]:
    """Follows the page as a person does; returns what the callback gets."""
    form = _Form(http.get("/oauth/v2/auth", params=values).text)
    sent = {**form.fields, "agent": form.choices[place], "decision": decision}
    answer = http.post("/oauth/v2/auth", data=sent)
    assert answer.status_code == 302, answer.text
    target = answer.headers["location"]
    assert target.startswith(f"{CALLBACK}?")
    return {name: value[0] for name, value in parse_qs(urlsplit(target).query).items()}


def exchange(http: httpx.Client, emulator: Emulator, code: str, **changes: str) -> Any:
    env = emulator.env()
    form = {
        "grant_type": "authorization_code",
        "client_id": env["ZOHODESK_CLIENT_ID"],
        "client_secret": env["ZOHODESK_CLIENT_SECRET"],
        "redirect_uri": CALLBACK,
        "code": code,
        **changes,
    }
    answer = http.post("/oauth/v2/token", data={name: value for name, value in form.items() if value})
    assert answer.status_code == (400 if "Access Denied" in answer.text else 200)
    return answer.json()


def test_the_page_lists_scopes_and_the_agents_of_both_organisations(emulator, http):
    answer = http.get("/oauth/v2/auth", params=asked(emulator))
    assert answer.headers["content-type"].startswith("text/html")
    assert "Desk.basic.READ" in read(answer.text).text
    assert [one.split("/")[0] for one in _Form(answer.text).choices] == ["prod", "sandbox"]


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"client_id": "1000.X"}, "invalid_client"),
        ({"redirect_uri": "http://localhost:1/callback"}, "invalid_redirect_uri"),
        ({"redirect_uri": CALLBACK + "/"}, "invalid_redirect_uri"),
        ({"response_type": "token"}, "invalid_response_type"),
        ({"scope": ""}, "invalid_scope"),
        ({"scope": "Desk.basic.READ,Desk.nothing.READ"}, "invalid_scope Desk.nothing.READ"),
        ({"access_type": "never"}, "invalid_access_type"),
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_wrong_request_is_an_error_page_and_no_redirect(emulator, http, method, changes, error):
    values = asked(emulator, **changes)
    more = {"params": values} if method == "GET" else {"data": {**values, "decision": "accept"}}
    answer = http.request(method, "/oauth/v2/auth", **more)
    assert answer.status_code == 400
    assert error in answer.text
    assert "location" not in answer.headers


def test_scopes_may_be_joined_by_blanks(emulator, http):
    scopes = "Desk.basic.READ Desk.activities.calls.READ Desk.activities.events.ALL Desk.custommodule.ALL"
    code = consent(http, asked(emulator, scope=scopes))["code"]
    assert "access_token" in exchange(http, emulator, code)
    assert credentials(http, emulator, scope="Desk.basic.READ Desk.settings.READ") == {"error": "invalid_scope"}


def test_a_page_shows_foreign_words_as_words(emulator, http):
    text = http.get("/oauth/v2/auth", params=asked(emulator, state='"><script>')).text
    assert "<script>" not in text


def test_a_consent_brings_code_state_and_accounts_server(emulator, http):
    back = consent(http, asked(emulator))
    assert set(back) == {"code", "state", "location", "accounts-server"}
    assert (back["state"], back["location"], back["accounts-server"]) == ("s1", "us", emulator.url)


def test_a_refusal_is_said_in_the_redirect(emulator, http):
    assert consent(http, asked(emulator), "reject") == {"error": "access_denied", "state": "s1"}


def test_a_code_brings_tokens_of_the_chosen_organisation_with_the_scopes_asked_for(emulator, http):
    found = exchange(http, emulator, consent(http, asked(emulator), place=1)["code"])
    assert found["refresh_token"].startswith("1000.")
    headers = {"Authorization": f"Zoho-oauthtoken {found['access_token']}"}
    rows = http.get("/api/v1/accessibleOrganizations", headers=headers).json()["data"]
    assert [row["id"] for row in rows] == [emulator.state("sandbox")["id"]]
    assert http.get("/api/v1/skills", headers=headers).status_code != 401
    refused = http.post("/api/v1/departments", headers=headers, json={"name": "A"})
    assert refused.json()["errorCode"] == "SCOPE_MISMATCH"


def test_a_refresh_token_of_a_consent_works(emulator, http):
    found = exchange(http, emulator, consent(http, asked(emulator))["code"])
    again = exchange(
        http, emulator, "", grant_type="refresh_token", refresh_token=found["refresh_token"], redirect_uri=""
    )
    assert "refresh_token" not in again
    assert again["access_token"] != found["access_token"]


def test_without_offline_there_is_no_refresh_token(emulator, http):
    back = consent(http, asked(emulator, access_type=""))
    assert "refresh_token" not in exchange(http, emulator, back["code"])


def test_a_second_consent_that_is_not_forced_brings_no_refresh_token(emulator, http):
    found = [exchange(http, emulator, consent(http, asked(emulator, prompt=""))["code"]) for _ in range(2)]
    assert ["refresh_token" in one for one in found] == [True, False]


def test_a_code_is_good_once(emulator, http):
    code = consent(http, asked(emulator))["code"]
    assert "access_token" in exchange(http, emulator, code)
    assert exchange(http, emulator, code) == {"error": "invalid_code"}


def test_a_code_is_good_for_two_minutes(emulator, http):
    codes = [consent(http, asked(emulator))["code"] for _ in range(2)]
    emulator.advance(119)
    assert "access_token" in exchange(http, emulator, codes[0])
    emulator.advance(1)
    assert exchange(http, emulator, codes[1]) == {"error": "invalid_code"}


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"redirect_uri": ""}, "invalid_redirect_uri"),
        ({"redirect_uri": "http://localhost:1/x"}, "invalid_redirect_uri"),
        ({"client_secret": "x"}, "invalid_client_secret"),
        ({"client_id": "x"}, "invalid_client"),
    ],
)
def test_a_code_is_exchanged_only_by_whom_it_was_made_for(emulator, http, changes, error):
    code = consent(http, asked(emulator))["code"]
    assert exchange(http, emulator, code, **changes) == {"error": error}
    assert "access_token" in exchange(http, emulator, code)


def test_ten_codes_in_ten_minutes(emulator, http):
    for _ in range(10):
        consent(http, asked(emulator))
    form = _Form(http.get("/oauth/v2/auth", params=asked(emulator)).text)
    sent = {**form.fields, "agent": form.choices[0], "decision": "accept"}
    assert http.post("/oauth/v2/auth", data=sent).status_code == 429
    emulator.advance(600)
    assert http.post("/oauth/v2/auth", data=sent).status_code == 302


def test_the_sixth_refresh_token_in_a_minute_is_denied(emulator, http):
    found = [exchange(http, emulator, consent(http, asked(emulator))["code"]) for _ in range(6)]
    assert ["refresh_token" in one for one in found] == [True] * 5 + [False]
    assert found[5]["error"] == "Access Denied"


def test_the_twenty_first_refresh_token_ends_the_first(emulator, http):
    found = []
    for _ in range(21):
        found.append(exchange(http, emulator, consent(http, asked(emulator))["code"]))
        emulator.advance(60)
    refreshed = [
        exchange(http, emulator, "", grant_type="refresh_token", refresh_token=one["refresh_token"], redirect_uri="")
        for one in found[:2]
    ]
    assert refreshed[0] == {"error": "invalid_code"}
    assert "access_token" in refreshed[1]


def test_a_self_client_code_is_exchanged_without_an_address(emulator, http):
    code = http.post("/_emulator/codes", json={"organization": "prod", "scopes": ["Desk.basic.READ"]}).json()["code"]
    assert exchange(http, emulator, code) == {"error": "invalid_redirect_uri"}
    assert "refresh_token" in exchange(http, emulator, code, redirect_uri="")


def test_a_self_client_code_has_the_life_it_was_made_with(emulator, http):
    code = emulator.code("prod", lifetime=600)
    emulator.advance(599)
    assert "refresh_token" in exchange(http, emulator, code, redirect_uri="")


def test_further_callbacks_can_be_registered(emulator, http):
    assert http.post("/_emulator/redirects", json={"uri": "http://127.0.0.1:5/cb"}).json() == [
        "http://127.0.0.1:5/cb",
        CALLBACK,
    ]
    values = asked(emulator, redirect_uri="http://127.0.0.1:5/cb")
    assert http.get("/oauth/v2/auth", params=values).status_code == 200


def credentials(http: httpx.Client, emulator: Emulator, **changes: str) -> Any:
    values = {
        "grant_type": "client_credentials",
        "scope": "Desk.basic.READ",
        "soid": f"ZohoDesk.{emulator.state('prod')['id']}",
        "redirect_uri": "",
        **changes,
    }
    return exchange(http, emulator, "", **values)


def test_client_credentials_bring_an_access_token_only(emulator, http):
    found = credentials(http, emulator)
    assert "refresh_token" not in found
    headers = {"Authorization": f"Zoho-oauthtoken {found['access_token']}"}
    assert http.get("/api/v1/myinfo", headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"soid": ""}, "missing_org_info"),
        ({"soid": "ZohoDesk.1"}, "general_error"),
        ({"soid": "ZohoCRM.1"}, "general_error"),
        ({"scope": ""}, "invalid_scope"),
        ({"scope": "Desk.x.READ"}, "invalid_scope"),
        ({"client_secret": "x"}, "invalid_client_secret"),
    ],
)
def test_client_credentials_refused(emulator, http, changes, error):
    assert credentials(http, emulator, **changes) == {"error": error}


def test_client_credentials_are_throttled_too(emulator, http):
    assert ["access_token" in credentials(http, emulator) for _ in range(11)] == [True] * 10 + [False]


def test_the_log_holds_no_code(emulator, http):
    code = consent(http, asked(emulator))["code"]
    exchange(http, emulator, code)
    assert emulator.log()
    assert code not in str(emulator.log())
