from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings import DATA_CENTRES, Secret, find_file, load_connections, resolve, variable

BARE = {
    "ZOHODESK_CLIENT_ID": "1000.CLIENT",
    "ZOHODESK_CLIENT_SECRET": "bare-secret",
    "ZOHODESK_REFRESH_TOKEN": "bare-refresh",
    "ZOHODESK_ORG_ID": "11",
}
PROD = {"ZOHODESK_PROD_CLIENT_SECRET": "prod-secret", "ZOHODESK_PROD_REFRESH_TOKEN": "prod-refresh"}
TOML = """
[connections.prod]
dc = "eu"
org_id = "4711"
client_id = "1000.PROD"
redirect_uri = "http://localhost:8123/callback"
scopes = ["Desk.basic.READ", "Desk.settings.ALL"]
actions = ["read"]
kinds = ["Department"]

[connections.local]
org_id = 12
api_url = "http://localhost:8080/"
accounts_url = "http://127.0.0.1:8080"
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "zohodesk.toml").write_text(TOML)
    return tmp_path


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
        "ZOHODESK_CLIENT_SECRET, ZOHODESK_REFRESH_TOKEN."
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


# Named connections


def test_a_named_connection_is_complete_by_itself(folder):
    found = resolve(connection="prod", environ={**BARE, **PROD, "ZOHODESK_DC": "in"}, directory=folder)
    assert (found.connection, found.dc, found.org_id, found.client_id) == ("prod", "eu", "4711", "1000.PROD")
    assert (found.client_secret.reveal(), found.refresh_token.reveal()) == ("prod-secret", "prod-refresh")
    assert found.api_url == "https://desk.zoho.eu"


def test_bare_secrets_do_not_serve_a_named_connection(folder):
    message = problems(connection="prod", environ=BARE, directory=folder)
    assert "ZOHODESK_PROD_CLIENT_SECRET, ZOHODESK_PROD_REFRESH_TOKEN." in message
    assert "count only when no connection is named" in message


def test_connections_count_only_when_one_is_named(folder):
    assert resolve(environ=BARE, directory=folder).org_id == "11"


@pytest.mark.parametrize("way", ["argument", "environment", "stack"])
def test_a_connection_is_named_in_three_ways(folder, way):
    found = resolve(
        {"connection": "prod"} if way == "stack" else {},
        connection="prod" if way == "argument" else None,
        environ={**PROD, **({"ZOHODESK_CONNECTION": "prod"} if way == "environment" else {})},
        directory=folder,
    )
    assert found.connection == "prod"


def test_environment_and_stack_must_name_the_same_connection(folder):
    message = problems({"connection": "local"}, environ={**PROD, "ZOHODESK_CONNECTION": "prod"}, directory=folder)
    assert 'ZOHODESK_CONNECTION names the connection "prod"' in message
    assert 'names "local"' in message


def test_an_argument_wins_over_both(folder):
    environ = {**PROD, "ZOHODESK_CONNECTION": "local"}
    assert resolve({"connection": "other"}, connection="prod", environ=environ, directory=folder).org_id == "4711"


def test_the_stack_must_agree_with_the_named_connection(folder):
    message = problems({"orgId": "11"}, connection="prod", environ={**BARE, **PROD}, directory=folder)
    assert f'org_id of [connections.prod] in {folder / "zohodesk.toml"} says "4711"' in message
    assert 'zohodesk:orgId in the stack configuration says "11"' in message


def test_the_variables_of_a_connection_must_agree_with_the_file(folder):
    message = problems(connection="prod", environ={**PROD, "ZOHODESK_PROD_ORG_ID": "1"}, directory=folder)
    assert 'ZOHODESK_PROD_ORG_ID says "1"' in message


def test_variables_supply_what_the_file_leaves_out(folder):
    environ = {
        "ZOHODESK_LOCAL_CLIENT_ID": "1000.L",
        "ZOHODESK_LOCAL_CLIENT_SECRET": "s",
        "ZOHODESK_LOCAL_REFRESH_TOKEN": "r",
    }
    found = resolve(connection="local", environ=environ, directory=folder)
    assert (found.org_id, found.client_id, found.api_url) == ("12", "1000.L", "http://localhost:8080")


def test_a_connection_can_live_in_variables_alone(tmp_path):
    environ = {**PROD, "ZOHODESK_PROD_ORG_ID": "5", "ZOHODESK_PROD_CLIENT_ID": "c", "ZOHODESK_PROD_DC": "jp"}
    assert resolve(connection="prod", environ=environ, directory=tmp_path).api_url == "https://desk.zoho.jp"


def test_an_unknown_connection_is_answered_with_the_known_ones(folder):
    message = problems(connection="prdo", environ={**BARE, **PROD}, directory=folder)
    assert f'There is no connection "prdo" in {folder / "zohodesk.toml"} (found: local, prod)' in message


@pytest.mark.parametrize(
    ("name", "expected"),
    [("prod", "ZOHODESK_PROD_ORG_ID"), ("eu-prod.2", "ZOHODESK_EU_PROD_2_ORG_ID"), (None, "ZOHODESK_ORG_ID")],
)
def test_the_name_of_a_variable_follows_from_the_connection(name, expected):
    assert variable(name, "org_id") == expected


# zohodesk.toml


def test_the_file_is_found_upward(folder):
    deep = folder / "a" / "b"
    deep.mkdir(parents=True)
    assert find_file(deep) == folder / "zohodesk.toml"
    (folder / "a" / "zohodesk.toml").write_text("[connections.near]\n")
    assert list(load_connections(deep)) == ["near"]


def test_the_file_gives_everything_it_says(folder):
    prod = load_connections(folder)["prod"]
    assert prod.redirect_uri == "http://localhost:8123/callback"
    assert prod.scopes == ("Desk.basic.READ", "Desk.settings.ALL")
    assert (prod.actions, prod.kinds) == (("read",), ("Department",))
    assert dataclasses.replace(prod, name="x").file == folder / "zohodesk.toml"


def test_no_file_means_no_connections(tmp_path):
    assert load_connections(tmp_path) == {}


@pytest.mark.parametrize("key", ["client_secret", "refresh_token", "access_token", "password", "ClientSecret"])
def test_a_secret_in_the_file_is_refused_with_reason_and_alternative(tmp_path, key):
    (tmp_path / "zohodesk.toml").write_text(f'[connections.prod]\n{key} = "c4n4ry"\n')
    with pytest.raises(ConfigError) as caught:
        load_connections(tmp_path)
    message = str(caught.value)
    assert f"{key} of [connections.prod] is refused" in message
    assert f"ZOHODESK_PROD_{key.upper()}" in message
    assert "c4n4ry" not in message


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[connections.prod]\norgid = '1'", "orgid of [connections.prod] means nothing here. Allowed are: dc, org_id,"),
        ("[connection.prod]", "connection of the file means nothing here"),
        ("refresh_token = 'c4n4ry'", "refresh_token of the file is refused"),
        ("connections = 1", "connections must be tables"),
        ("[connections]\nprod = 1", "[connections.prod] must be a table"),
        ("[connections.prod]\ndc = 1", "dc of [connections.prod] must be a text"),
        ("[connections.prod]\norg_id = true", "org_id of [connections.prod] must be a text"),
        ("[connections.prod]\nscopes = 'a,b'", "scopes of [connections.prod] must be a list"),
        ("[connections.a-b]\n[connections.a_b]", 'the connections "a-b" and "a_b" would share'),
        ("[connections.prod", "cannot be read"),
        ("token = 'c4n4ry", "cannot be read"),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path, content, words):
    (tmp_path / "zohodesk.toml").write_text(content)
    with pytest.raises(ConfigError) as caught:
        load_connections(tmp_path)
    assert words.replace("the connections", "") in str(caught.value)
    assert str(tmp_path) in str(caught.value)
    assert "c4n4ry" not in str(caught.value)


def test_a_mistake_in_the_file_is_listed_with_the_other_problems(tmp_path):
    (tmp_path / "zohodesk.toml").write_text("[connections.prod]\norgid = '1'")
    message = problems({"orgId": "x"}, connection="prod", environ={}, directory=tmp_path)
    assert len(message.splitlines()) == 3


# Identity


def test_the_identity_tells_organisations_and_grants_apart_and_shows_no_secret():
    found = resolve(environ=BARE)
    assert found.identity == resolve(environ={**BARE, "ZOHODESK_CREDIT_RESERVE": "5"}).identity
    for name in ("ZOHODESK_REFRESH_TOKEN", "ZOHODESK_CLIENT_SECRET", "ZOHODESK_CLIENT_ID"):
        assert found.identity != resolve(environ={**BARE, name: "other"}).identity
    assert found.identity != resolve(environ={**BARE, "ZOHODESK_ORG_ID": "12"}).identity
    assert "bare" not in repr(found.identity) + repr(found) + str(found)
    assert hash(found) == hash(resolve(environ=BARE))
