from __future__ import annotations

from pathlib import Path

import pytest

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings import DATA_CENTRES, Secret, resolve

BARE = {
    "ZOHODESK_CLIENT_ID": "1000.CLIENT",
    "ZOHODESK_CLIENT_SECRET": "bare-secret",
    "ZOHODESK_REFRESH_TOKEN": "bare-refresh",
    "ZOHODESK_ORG_ID": "11",
}


def problems(*args, directory=Path("/"), **more):
    with pytest.raises(ConfigError) as caught:
        resolve(*args, directory=directory, **more)
    return str(caught.value)


def test_the_bare_variables_are_enough():
    found = resolve(environ=BARE)
    assert (found.connection, found.dc, found.org_id, found.client_id) == (None, "us", "11", "1000.CLIENT")
    assert (found.client_secret.reveal(), found.refresh_token.reveal()) == ("bare-secret", "bare-refresh")
    assert (found.api_url, found.accounts_url) == ("https://desk.zoho.com", "https://accounts.zoho.com")
    assert found.api_root == "https://desk.zoho.com/api/v1"
    assert (found.allow_gone, found.credit_reserve) == (False, 0)


def test_the_process_environment_is_the_default(monkeypatch):
    for name, value in BARE.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("ZOHODESK_CONNECTION", raising=False)
    assert resolve(environ=None).org_id == "11"


def test_there_are_eleven_data_centres():
    assert " ".join(DATA_CENTRES) == "us eu in au jp ca sa uk cn sg ae"
    assert DATA_CENTRES["ca"].desk == "desk.zohocloud.ca"
    assert DATA_CENTRES["au"].accounts == "accounts.zoho.com.au"
    assert DATA_CENTRES["cn"].desk == "desk.zoho.com.cn"


@pytest.mark.parametrize("dc", [*DATA_CENTRES, "EU", " us "])
def test_a_data_centre_gives_both_hosts(dc):
    found = resolve(environ={**BARE, "ZOHODESK_DC": dc})
    assert found.dc == dc.strip().lower()
    assert found.api_url == f"https://{DATA_CENTRES[found.dc].desk}"
    assert found.accounts_url == f"https://{DATA_CENTRES[found.dc].accounts}"


def test_everything_missing_is_named_at_once():
    assert problems(environ={"ZOHODESK_ORG_ID": "  "}) == (
        "Zoho Desk cannot be reached: these environment variables are not set: ZOHODESK_ORG_ID, ZOHODESK_CLIENT_ID, "
        "ZOHODESK_CLIENT_SECRET, ZOHODESK_REFRESH_TOKEN. Set them, or use a connection: `zohodesk guide` says how to "
        "come by one."
    )


def test_what_is_not_needed_may_be_missing():
    found = resolve(environ={"ZOHODESK_CLIENT_ID": "1000.CLIENT"}, need=("client_id",))
    assert (found.org_id, bool(found.client_secret)) == ("", False)


def test_a_line_break_at_the_end_of_a_secret_does_not_count():
    assert resolve(environ={**BARE, "ZOHODESK_CLIENT_SECRET": "s\n"}).client_secret == Secret("s")


# Switches


@pytest.mark.parametrize(("value", "meaning"), [("1", True), ("0", False), ("", False), ("yes", False)])
def test_only_1_allows_objects_to_be_gone(value, meaning):
    assert resolve(environ={**BARE, "ZOHODESK_ALLOW_GONE": value}).allow_gone is meaning


def test_the_credit_reserve_comes_from_the_environment_or_the_stack():
    assert resolve({"creditReserve": "50"}, environ=BARE).credit_reserve == 50
    assert resolve({"creditReserve": "50"}, environ={**BARE, "ZOHODESK_CREDIT_RESERVE": "70"}).credit_reserve == 70
    assert 'The credit reserve "-1"' in problems(environ={**BARE, "ZOHODESK_CREDIT_RESERVE": "-1"})


# Stack configuration


def test_the_stack_supplies_what_the_environment_leaves_out():
    stack = {"orgId": "11", "dc": "in", "clientId": "1000.CLIENT", "restore": "true"}
    assert resolve(stack, environ=BARE).dc == "in"


@pytest.mark.parametrize(
    ("key", "name", "ours", "theirs"),
    [
        ("orgId", "ZOHODESK_ORG_ID", "11", "12"),
        ("dc", "ZOHODESK_DC", "us", "eu"),
        ("clientId", "ZOHODESK_CLIENT_ID", "1000.A", "1000.B"),
        ("apiUrl", "ZOHODESK_API_URL", "https://a.example", "https://b.example"),
        ("accountsUrl", "ZOHODESK_ACCOUNTS_URL", "https://a.example", "https://a.example:8443"),
    ],
)
def test_an_identity_that_disagrees_is_an_error_naming_both_places(key, name, ours, theirs):
    message = problems({key: theirs}, environ={**BARE, name: ours})
    assert name in message
    assert f"zohodesk:{key} in the stack configuration" in message
    assert "must agree" in message
    assert (ours in message and theirs in message) is (key != "clientId")


@pytest.mark.parametrize(
    ("key", "name", "ours", "theirs"),
    [
        ("dc", "ZOHODESK_DC", "EU", "eu"),
        ("orgId", "ZOHODESK_ORG_ID", "11 ", "11"),
        ("apiUrl", "ZOHODESK_API_URL", "https://A.example/", "HTTPS://a.example"),
    ],
)
def test_two_spellings_of_one_place_agree(key, name, ours, theirs):
    resolve({key: theirs}, environ={**BARE, name: ours})


@pytest.mark.parametrize(
    "key", ["clientSecret", "refreshToken", "accessToken", "password", "client_secret", "MyTokenFile"]
)
def test_a_secret_in_the_stack_configuration_is_refused_with_reason_and_alternative(key):
    message = problems({key: "c4n4ry"}, environ=BARE)
    assert f"zohodesk:{key} in the stack configuration is refused" in message
    assert "stale copy on refresh and destroy" in message
    assert "ZOHODESK_REFRESH_TOKEN" in message
    assert "c4n4ry" not in message


@pytest.mark.parametrize(
    ("key", "right"), [("org_id", "orgId"), ("orgid", "orgId"), ("api-url", "apiUrl"), ("DC", "dc")]
)
def test_a_misspelt_key_of_the_identity_is_not_passed_over(key, right):
    assert f"write zohodesk:{right}" in problems({key: "1"}, environ=BARE)


# Values


@pytest.mark.parametrize("value", ["abc", "12a", "-1", "1.5", "١٢"])
def test_an_organisation_id_is_digits(value):
    assert "consists of digits only" in problems(environ={**BARE, "ZOHODESK_ORG_ID": value})


def test_an_unknown_data_centre_is_answered_with_the_list():
    assert 'ZOHODESK_DC "mars" cannot be used: the data centres are us, eu, in,' in problems(
        environ={**BARE, "ZOHODESK_DC": "mars"}
    )


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("desk.zoho.com", "looks like"),
        ("ftp://desk.zoho.com", "looks like"),
        ("https://", "looks like"),
        ("https://[::1", "not an address"),
        ("https://x.example:port", "not an address"),
        ("https://x.example/api/v1/", "root of the host"),
        ("https://x.example?a=b", "no user name, query"),
        ("http://desk.example.com", "travel in clear"),
        ("http://127.0.0.1.example.com", "travel in clear"),
        ("http://localhost.example.com", "travel in clear"),
        ("http://10.0.0.1:8080", "travel in clear"),
    ],
)
@pytest.mark.parametrize("name", ["ZOHODESK_API_URL", "ZOHODESK_ACCOUNTS_URL"])
def test_an_address_that_cannot_be_used_is_refused_with_the_reason(url, reason, name):
    message = problems(environ={**BARE, name: url})
    assert message.startswith(name)
    assert reason in message


def test_credentials_in_an_address_are_refused_and_not_shown():
    message = problems(environ={**BARE, "ZOHODESK_API_URL": "https://me:c4n4ry@x.example"})
    assert "no user name" in message
    assert "c4n4ry" not in message


@pytest.mark.parametrize(
    "url", ["http://localhost:8080", "http://127.0.0.1:1", "http://[::1]:8080", "https://proxy.example/desk"]
)
def test_another_server_can_be_meant(url):
    found = resolve(environ={**BARE, "ZOHODESK_API_URL": url + "/", "ZOHODESK_ACCOUNTS_URL": url})
    assert (found.api_url, found.accounts_url) == (url, url)


# Identity


def test_the_identity_tells_organisations_and_grants_apart_and_shows_no_secret():
    found = resolve(environ=BARE)
    assert found.identity == resolve(environ={**BARE, "ZOHODESK_CREDIT_RESERVE": "5"}).identity
    for name in ("ZOHODESK_REFRESH_TOKEN", "ZOHODESK_CLIENT_SECRET", "ZOHODESK_CLIENT_ID"):
        assert found.identity != resolve(environ={**BARE, name: "other"}).identity
    assert found.identity != resolve(environ={**BARE, "ZOHODESK_ORG_ID": "12"}).identity
    assert "bare" not in repr(found.identity) + repr(found) + str(found)
    assert hash(found) == hash(resolve(environ=BARE))


@pytest.mark.parametrize("key", ["hidePersonalData", "restore"])
@pytest.mark.parametrize("value", ["ture", "maybe", "2"])
def test_a_switch_that_is_neither_on_nor_off_is_not_taken_for_off(key, value):
    said = problems({key: value}, environ=BARE)
    assert f'zohodesk:{key} in the stack configuration is "{value}"; it is either true or false.' in said


@pytest.mark.parametrize("value", ["true", "False", " yes ", "off", "1", "0", ""])
def test_switches_have_some_words(value):
    assert resolve({"hidePersonalData": value}, environ=BARE, directory=Path("/")).org_id == "11"


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("hidePersonnalData", "Did you mean zohodesk:hidePersonalData?"),
        ("hidepersonaldata", "misspelt: write zohodesk:hidePersonalData"),
        ("restor", "Did you mean zohodesk:restore?"),
        ("bogus", "There are connection, orgId, dc"),
    ],
)
def test_a_key_that_means_nothing_is_not_passed_over(key, words):
    assert words in problems({key: "true"}, environ=BARE)
