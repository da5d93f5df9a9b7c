"""Named connections: `zohodesk.toml` and the variables that belong to it."""

from __future__ import annotations

import dataclasses

import pytest

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings import find_file, load_connections, resolve, variable

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


def problems(*args, **more):
    with pytest.raises(ConfigError) as caught:
        resolve(*args, **more)
    return str(caught.value)


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
    assert "\n" not in message  # what else it lacks is no help


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
        (
            "[connections.prod]\norgid = '1'",
            "orgid of [connections.prod] means nothing here. Did you mean org_id? Allowed are: dc,",
        ),
        ("[connection.prod]", "connection of the file means nothing here"),
        ("refresh_token = 'c4n4ry'", "refresh_token of the file is refused"),
        ("connections = 1", "connections must be a table: [connections.prod]"),
        ("[connections]\nprod = 1", "must be a table: [connections.prod]"),
        ("[connections.prod]\ndc = 1", "dc of [connections.prod] must be a text"),
        ("[connections.prod]\norg_id = true", "org_id of [connections.prod] must be a text"),
        ("[connections.prod]\nscopes = 'a,b'", "scopes of [connections.prod] must be a list"),
        ("[connections.prod]\ndc = 'mars'", 'dc "mars" of [connections.prod] cannot be used: the data centres'),
        ("[connections.prod]\norg_id = 'x1'", 'org_id "x1" of [connections.prod] cannot be used'),
        ("[connections.prod]\napi_url = 'http://a.example'", "travel in clear"),
        ("[connections.prod]\napi_url = 'https://me:c4n4ry@a.example'", "has no user name"),
        ("[connections.prod]\nredirect_uri = 'http://localhost:port/'", "cannot be used: it is not an address"),
        ("[connections.prod]\nredirect_uri = 'localhost:80'", "a callback address looks like"),
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


def test_all_mistakes_of_the_file_are_said_at_once_with_table_and_key(tmp_path):
    (tmp_path / "zohodesk.toml").write_text(
        "# ours\n[connections.prod]\ndc = 1\nclient = 'x'\n\n"
        "[connections.'team']\ngrant = 'magic'\nscopes = 'a'\n[other]\n"
    )
    with pytest.raises(ConfigError) as caught:
        load_connections(tmp_path)
    starts = ["dc of [connections.prod]", "client of [connections.prod]", "grant of [connections.team]"]
    starts += ["scopes of [connections.team]", "other of the file"]
    said = [problem.partition("zohodesk.toml, ")[2] for problem in caught.value.problems]
    assert all(one.startswith(start) for one, start in zip(sorted(said), sorted(starts), strict=True))
    assert "Did you mean client_id? Allowed are: dc, org_id" in str(caught.value)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('a = 1\nconnections.prod = {dc = "eu", orgid = 5}', "orgid of [connections.prod]"),
        ('[connections]\nprod.dc = "mars"', 'dc "mars"'),
        ("[connections]\n\nprod = 3", "must be a table"),
        ("\nconnections = 3", "connections must be a table: [connections.prod]"),
        ("\n[[connections.prod]]\ndc = 'eu'", "must be a table"),
        ("\n\n[connection.prod]", "connection of the file"),
        ("[connections.a-b]\n[connections.a_b]", "would share"),
        ('\n[connections."\\u0070rod"]\n"d\\u0063" = "mars"', 'dc "mars"'),
        ('[connections.prod]\nclient_id = """\ndc = 1\n"""\ndc = "mars"', 'dc "mars"'),
        ("[connections.prod]\nclient_id = '''\ndc = 1\n'''\ndc = 'mars'", 'dc "mars"'),
        ('[connections.prod]\nscopes = [\n "a]", # ]\n "b",\n 5\n]', "must be a list of texts"),
        ("[connections.prod]\r\norg_id = 1.0\r\n", "org_id of [connections.prod] must be a text in quotes"),
        ("[connections.prod]\nkinds = []", "bounds nothing"),
        ('[connections.""]\ndc = "eu"', "has no name"),
        ("[limits.Agent]\nremovals = 1.5", "removals of [limits.Agent]"),
        ('[drift]\nignore = [\n  "Agent:*",\n  "x",\n]', "names no kind"),
        ("\nprotected = 1", "must be a table"),
    ],
)
def test_a_mistake_has_its_table_and_key_however_the_file_is_written(tmp_path, content, words):
    (tmp_path / "zohodesk.toml").write_bytes(content.encode())
    with pytest.raises(ConfigError) as caught:
        load_connections(tmp_path)
    assert any(f"In {tmp_path / 'zohodesk.toml'}, " in one and words in one for one in caught.value.problems)


@pytest.mark.parametrize(
    ("content", "words"),
    [("[connections.prod]\norg_id = " + "1" * 5000, "cannot be read"), ("scopes = " + "[" * 20_000, "nested too deep")],
    ids=["digits", "depth"],
)
def test_what_the_parser_cannot_bear_is_one_sentence(tmp_path, content, words):
    (tmp_path / "zohodesk.toml").write_text(content)
    with pytest.raises(ConfigError, match=words) as caught:
        load_connections(tmp_path)
    assert len(str(caught.value)) < 500


def test_the_mark_that_some_editors_put_before_a_file_is_nothing(tmp_path):
    (tmp_path / "zohodesk.toml").write_text('[connections.prod]\ndc = "eu"\n', encoding="utf-8-sig")
    assert list(load_connections(tmp_path)) == ["prod"]


def test_of_thousands_of_mistakes_the_first_are_listed_and_the_rest_counted(tmp_path):
    lines = "".join(f"k{number} = 1\n" for number in range(3000))
    (tmp_path / "zohodesk.toml").write_text(f"[connections.prod]\n{lines}")
    with pytest.raises(ConfigError) as caught:
        load_connections(tmp_path)
    assert len(caught.value.problems) == 21
    assert ", k19 of [connections.prod]" in caught.value.problems[19]
    assert "2980 more mistakes" in caught.value.problems[20]


def test_what_others_wrote_is_shown_in_one_line_and_never_a_secret(tmp_path):
    (tmp_path / "zohodesk.toml").write_text(
        '[connections.prod]\n"1000.abcdef0123456789" = 1\n"\\u001b[31m" = 2\nclient_id = "\\u001b]0;pwned\\u0007"\n'
    )
    with pytest.raises(ConfigError) as caught:
        load_connections(tmp_path)
    words = str(caught.value)
    assert len(caught.value.problems) == 3
    assert "abcdef0123456789" not in words
    assert "\x1b" not in words


FAR = '[connections.prod]\norg_id = "1"\nclient_id = "1000.A"\n{} = "https://desk.evil.example"\n'


@pytest.mark.parametrize("field", ["api_url", "accounts_url"])
def test_a_file_alone_does_not_choose_a_foreign_host_for_the_secrets_of_the_environment(tmp_path, field):
    (tmp_path / "zohodesk.toml").write_text(FAR.format(field))
    message = problems(connection="prod", environ=PROD, directory=tmp_path)
    assert "neither Zoho nor this machine" in message
    assert f"set ZOHODESK_PROD_{field.upper()}" in message
    said = {**PROD, f"ZOHODESK_PROD_{field.upper()}": "https://desk.evil.example"}
    assert getattr(resolve(connection="prod", environ=said, directory=tmp_path), field) == "https://desk.evil.example"


def test_nor_does_the_stack(tmp_path):
    message = problems({"apiUrl": "https://zoho.com.evil.example"}, environ=BARE, directory=tmp_path)
    assert "set ZOHODESK_API_URL" in message
    assert resolve({"apiUrl": "https://desk.zoho.com"}, environ=BARE, directory=tmp_path).org_id == "11"


def test_without_secrets_in_the_environment_any_host_can_be_named(tmp_path):
    (tmp_path / "zohodesk.toml").write_text(FAR.format("api_url"))
    assert resolve(connection="prod", environ={}, directory=tmp_path, need=()).org_id == "1"
