"""`zohodesk login`, `whoami` and `logout`, end to end against the emulator's consent page."""

from __future__ import annotations

import io
import json
import logging
import re
import socket
import threading
import time
from contextlib import closing
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.cli.login import command as _login
from pulumi_zohodesk.cli.login._keeping import agree_on_servers
from pulumi_zohodesk.dynamic import session_from
from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.settings import load_connections, resolve, set_in_connection
from pulumi_zohodesk.transport import Client, _client
from tests.pages import read

from .browser import Browser, answer_of


@pytest.fixture(scope="module")
def server():
    with Emulator(seed=11) as emulator:
        yield emulator


@pytest.fixture
def redirect(server):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server.reset()
    uri = f"http://localhost:{port}/callback"
    server.redirect(uri)
    return uri


@pytest.fixture
def browser(monkeypatch):
    made = Browser()
    monkeypatch.setattr(_login.webbrowser, "open", made.open)
    return made


@pytest.fixture
def place(tmp_path, monkeypatch, server, redirect):
    """A folder with one connection, and an environment that holds its client secret only."""
    monkeypatch.chdir(tmp_path)
    clients = {}
    monkeypatch.setattr(_client, "_clients", clients)  # the emulator makes the same tokens after each reset
    monkeypatch.setenv("ZOHODESK_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("ZOHODESK_CACHE_DIR", str(tmp_path / "cache"))
    for name in server.env():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ZOHODESK_PROD_CLIENT_SECRET", server.env()["ZOHODESK_CLIENT_SECRET"])
    client = ["--client-id", server.env()["ZOHODESK_CLIENT_ID"], "--redirect-uri", redirect]
    assert run(["connection", "add", "prod", *client, "--api-url", server.url, "--accounts-url", server.url]) == 0
    yield tmp_path
    for client in clients.values():
        client.close()


class _Heard:
    """pytest's capsys, which also remembers all that was read from it."""

    def __init__(self, capsys) -> None:
        self._capsys = capsys
        self.all: list[str] = []

    def readouterr(self):
        found = self._capsys.readouterr()
        self.all += [found.out, found.err]
        return found


@pytest.fixture
def capsys(capsys):
    return _Heard(capsys)


@pytest.fixture(autouse=True)
def _no_secret_anywhere(server, place, capsys, caplog):
    """Whatever a test does: no secret is printed, logged or written outside the two folders made for them."""
    issued: set[str] = {server.env()["ZOHODESK_CLIENT_SECRET"]}
    accounts = server.app.world.accounts
    fresh = accounts._fresh
    accounts._fresh = accounts.codes._fresh = lambda: _noted(issued, fresh())
    with caplog.at_level(logging.DEBUG):
        yield
    capsys.readouterr()
    texts = [*capsys.all, caplog.text, *_files(place)]
    assert [one for one in issued for text in texts if one in text] == []


def _noted(issued, token):
    issued.add(token)
    return token


def _files(place):
    kept = ("config", "cache")
    for path in place.rglob("*"):
        if path.is_file() and path.relative_to(place).parts[0] not in kept:
            yield path.read_text()


def error_of(capsys, arguments, code=1):
    capsys.readouterr()
    assert run(arguments) == code
    said = capsys.readouterr().err.splitlines()
    errors = [line for line in said if line.startswith("error: ")]
    assert len(errors) == 1
    assert said[-1] == errors[0]
    return errors[0]


def stored(place):
    folder = place / "config" / "secrets"
    return list(folder.glob("*.json")) if folder.exists() else []


def grants(server):
    return [one for one in server.app.world.accounts._grants.values() if one.user]


def test_login_with_a_browser_then_work_with_nothing_but_the_connection(place, server, browser, capsys, monkeypatch):
    assert run(["login", "prod"]) == 0
    out = capsys.readouterr().out
    organization = server.state("prod")["id"]
    assert f"Signed in to Example Prod (organisation {organization})." in out
    assert load_connections()["prod"].org_id == organization
    assert len(stored(place)) == 1
    monkeypatch.delenv("ZOHODESK_PROD_CLIENT_SECRET")
    session = session_from({"connection": "prod"})
    assert session.organization()["id"] == organization
    (page,) = map(read, browser.seen())
    assert "The sign-in worked" in page.text
    assert "go back to the terminal" in page.text


def test_the_scopes_are_the_usual_eight_and_a_refresh_token_is_asked_for(place, browser):
    assert run(["login"]) == 0
    (address,) = browser.addresses
    assert address.count("Desk.basic.") == address.count("Desk.settings.") == 4
    assert "access_type=offline" in address
    assert "prompt=consent" in address


def test_other_scopes_can_be_asked_for(place, server, browser):
    assert run(["login", "--scope", "Desk.basic.READ", "--scope", "Desk.tickets.READ,Desk.settings.READ"]) == 0
    (grant,) = grants(server)
    assert grant.caller.scopes == {"Desk.basic.READ", "Desk.tickets.READ", "Desk.settings.READ"}


@pytest.mark.parametrize("scopes", [None, ["Desk.departments.READ"]], ids=["the usual", "own"])
def test_the_remedy_for_a_missing_scope_is_a_line_that_keeps_the_others(place, browser, capsys, scopes):
    if scopes:
        set_in_connection("prod", {"scopes": scopes})
    assert run(["login"]) == 0
    before = ["call", "departments.list"]
    assert run(before) == 0
    said = error_of(capsys, ["call", "contacts.list"])
    (line,) = re.findall(r"`scopes = (\[.*?\])`", said)
    set_in_connection("prod", {"scopes": json.loads(line)})
    (command,) = re.findall(r"zohodesk (login -c prod)$", said)
    assert run(command.split()) == 0
    assert run(before) == run(["call", "contacts.list"]) == 0
    assert scopes or run(["call", "departments.add", "--name", "New"]) == 0


def test_scopes_of_one_login_alone_are_kept_by_the_remedy_as_well(place, server, browser, capsys):
    assert run(["login", "--scope", "Desk.basic.READ,Desk.tickets.READ"]) == 0
    server.clear_log()
    said = error_of(capsys, ["call", "contacts.list"])
    assert '`scopes = ["Desk.basic.READ", "Desk.tickets.READ", "Desk.contacts.READ"]`' in said


def test_signing_in_asks_for_what_it_needs_itself(place, server, browser, capsys):
    assert run(["login", "--scope", "Desk.contacts.READ"]) == 0
    assert "Desk.basic.READ is asked for as well" in capsys.readouterr().err
    (grant,) = grants(server)
    assert grant.caller.scopes == {"Desk.basic.READ", "Desk.contacts.READ"}


def test_login_and_the_next_commands_ask_for_one_token(place, server, browser):
    run(["login"])
    for _ in range(2):
        with closing(Client(resolve(connection="prod"))) as client:
            client.call(_login.ALL)
    assert [row["path"] for row in server.log()].count("/oauth/v2/token") == 1


class _Pasting(io.StringIO):
    """Standard input of a person who opens the printed address elsewhere and pastes where it ended."""

    def __init__(self, capsys) -> None:
        super().__init__()
        self._capsys = capsys

    def readline(self, *_args):
        said = self._capsys.readouterr().err
        return answer_of(re.search(r"http\S+/oauth/v2/auth\S+", said)[0]) + "\n"


def test_login_without_a_browser_on_this_machine(place, server, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", _Pasting(capsys))
    assert run(["login", "prod", "--no-browser"]) == 0
    monkeypatch.delenv("ZOHODESK_PROD_CLIENT_SECRET")
    assert session_from({"connection": "prod"}).me()["emailId"]


def test_login_with_a_code_of_a_self_client(place, server, monkeypatch):
    code = server.code("sandbox", ["Desk.basic.READ"])
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{code}\n"))
    assert run(["login", "prod", "--self-client", "-"]) == 0
    assert load_connections()["prod"].org_id == server.state("sandbox")["id"]
    assert run(["login", "prod", "--self-client", server.code("sandbox")]) == 0


def test_a_missing_client_secret_is_asked_for(place, server, browser, monkeypatch):
    monkeypatch.delenv("ZOHODESK_PROD_CLIENT_SECRET")
    monkeypatch.setattr("sys.stdin", io.StringIO(server.env()["ZOHODESK_CLIENT_SECRET"] + "\n"))
    assert run(["login"]) == 0
    assert run(["login"]) == 0  # the second time it is known


WHOAMI = [
    *("connection", "data_center", "account", "organization", "org_id", "edition", "agent", "agent_id", "profile"),
    *("role_permission_type", "token", "token_age_days"),
]
"""The keys of `whoami --json`: programs rely on them."""


def test_whoami(place, server, browser, capsys):
    run(["login"])
    capsys.readouterr()
    assert run(["whoami", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == WHOAMI
    assert (found["organization"], found["org_id"]) == ("Example Prod", str(server.state("prod")["id"]))
    assert (found["edition"], found["connection"], found["data_center"]) == ("ENTERPRISE", "prod", "us")
    assert found["agent_id"].isdigit()
    assert all(found[key] for key in ("agent", "account", "profile", "role_permission_type"))
    assert found["token"] == str(stored(place)[0])
    assert found["token_age_days"] == 0.0
    assert run(["whoami"]) == 0
    told = capsys.readouterr().out
    assert f"organisation: Example Prod ({found['org_id']})\nedition: ENTERPRISE\n" in told
    assert f"agent: {found['agent']} ({found['agent_id']})\n" in told
    assert "token age in days: 0.0\n" in told


def test_whoami_with_bare_variables(place, server, capsys, monkeypatch):
    for name, value in server.env().items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("ZOHODESK_CONNECTION", raising=False)
    capsys.readouterr()
    assert run(["whoami", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["connection"], found["token"], found["token_age_days"]) == (None, "environment", None)


def test_logout_revokes_and_deletes(place, server, browser, capsys):
    run(["login"])
    assert run(["logout"]) == 0
    assert "revoked" in capsys.readouterr().out
    assert stored(place) == []
    assert list((place / "cache" / "tokens").glob("*.json")) == []
    assert grants(server) == []
    assert "is not signed in" in error_of(capsys, ["logout"])
    assert run(["connection", "remove", "prod"]) == 0


def test_logout_of_a_token_that_was_revoked_elsewhere(place, server, browser, capsys):
    run(["login"])
    server.app.world.accounts.revoke({"token": grants(server)[0].refresh_token})
    assert run(["logout"]) == 0
    assert "not known to the accounts server any more" in capsys.readouterr().out


def test_logout_without_an_answer_keeps_the_secrets_unless_told(place, server, browser, capsys, monkeypatch):
    run(["login"])
    server.fault(path="/oauth/v2/token/revoke", status=500, html="oops", count=None)
    monkeypatch.setattr("pulumi_zohodesk.transport._clock.time.sleep", lambda _seconds: None)
    assert "failed" in error_of(capsys, ["logout"])
    assert len(stored(place)) == 1
    assert run(["logout", "--forget"]) == 0
    assert stored(place) == []


@pytest.mark.parametrize("other", ["", "state=other&"], ids=["none", "another"])
def test_a_wrong_state_is_turned_away(place, browser, capsys, monkeypatch, other):
    monkeypatch.setattr(_login, "PATIENCE", 1.0)
    browser.change = lambda address: re.sub(r"state=[^&]+&?", other, address)
    capsys.readouterr()
    assert run(["login"]) == 1
    said = capsys.readouterr().err
    assert said.count("its state is not the one that was sent. Still waiting.") == 1
    assert "did not come back" in said.splitlines()[-1]
    assert stored(place) == []


def test_a_wrong_state_that_was_pasted_is_refused(place, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("http://localhost/callback?state=other&code=1000.a.b\n"))
    assert "its state is not the one that was sent" in error_of(capsys, ["login", "--no-browser"])
    assert stored(place) == []


@pytest.mark.parametrize("host", ["evil.example", None])
def test_what_others_send_to_the_callback_ends_no_sign_in(place, browser, redirect, capsys, host):
    """An image in some page can reach this machine; it knows no state, and by another name it comes with its own."""

    def first(address):
        query = address.partition("?")[2] if host else "error=access_denied&state=x"
        request = Request(f"{redirect}?{query}", headers={"Host": host} if host else {})
        with pytest.raises(HTTPError) as refused:
            urlopen(request)
        refused.value.close()
        assert refused.value.code == 400
        return address

    browser.change = first
    assert run(["login"]) == 0
    assert ("to another host name" if host else "its state") in capsys.readouterr().err


def test_localhost_is_taken_by_both_names(place, redirect, capsys):
    port = int(redirect.split(":")[2].split("/")[0])
    try:
        other = socket.create_server(("::1", port), family=socket.AF_INET6)
    except OSError:  # a machine without IPv6 has one name only
        return
    with other:
        assert "Nothing can listen at" in error_of(capsys, ["login"])


def test_no_browser_comes_back_to_port_0(place, redirect, capsys):
    file = place / "zohodesk.toml"
    file.write_text(file.read_text().replace(redirect, "http://localhost:0/cb"))
    assert "0 is no port" in error_of(capsys, ["login"])


def test_a_denied_consent_is_said(place, browser, capsys):
    browser.decision = "reject"
    assert "the consent was refused (access_denied)" in error_of(capsys, ["login"])
    assert stored(place) == []
    (page,) = map(read, browser.seen())
    assert "The sign-in did not work" in page.text
    assert "the consent was refused (access_denied)" in page.text


def test_an_expired_code_is_said(place, server, capsys):
    code = server.code("prod", lifetime=60)
    server.advance(61)
    said = error_of(capsys, ["login", "--self-client", code])
    assert "too old" in said
    assert "Sign in again" in said


def test_a_revoked_token_is_said(place, server, browser, capsys):
    run(["login"])
    server.app.world.accounts.revoke({"token": grants(server)[0].refresh_token})
    assert "`zohodesk login -c prod`" in error_of(capsys, ["whoami"])


def test_a_code_never_goes_to_a_foreign_accounts_server(place, server, browser, capsys):
    foreign = "http%3A%2F%2F127.0.0.1%3A9"
    browser.change = lambda address: re.sub(r"accounts-server=[^&]+", f"accounts-server={foreign}", address)
    assert "The code was sent nowhere" in error_of(capsys, ["login"])
    assert "/oauth/v2/token" not in [row["path"] for row in server.log()]


@pytest.mark.parametrize("where", ["option", "file"])
def test_another_organisation_than_agreed_is_refused_and_its_token_revoked(place, server, browser, capsys, where):
    browser.place = 1
    wanted = server.state("prod")["id"]
    if where == "file":
        text = (place / "zohodesk.toml").read_text()
        (place / "zohodesk.toml").write_text(f'{text}org_id = "{wanted}"\n')
    more = ["--org-id", wanted] if where == "option" else []
    said = error_of(capsys, ["login", *more])
    assert f"is for organisation {wanted}" in said
    assert stored(place) == []
    assert grants(server) == []


def test_an_organisation_that_another_connection_has_is_said(place, server, browser, capsys):
    with (place / "zohodesk.toml").open("a") as file:
        file.write(f'[connections.older]\nclient_id = "1000.B"\norg_id = "{server.env()["ZOHODESK_ORG_ID"]}"\n')
    assert run(["login", "-c", "prod"]) == 0
    said = capsys.readouterr().err
    assert "is that of older as well. If prod shall be another one: take the line org_id out of" in said
    assert said.rstrip().endswith("then: zohodesk login -c prod")


def test_several_organisations_need_a_choice(monkeypatch):
    rows = [{"id": "1", "companyName": "A"}, {"id": "2"}]
    bare = {"ZOHODESK_CLIENT_ID": "c"}
    settings = resolve(environ=bare, need=())
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with pytest.raises(_login.ConfigError, match=r"1 \(A\), 2 \(no name\)\. Name one with --org-id"):
        _login._organization(rows, settings)
    with pytest.raises(_login.ConfigError, match="no organisation"):
        _login._organization([], settings)
    named = resolve(environ={**bare, "ZOHODESK_ORG_ID": "2"}, need=())
    assert _login._organization(rows, named) == {"id": "2"}


class _Terminal(io.StringIO):
    """Standard input of a person who types these lines at a terminal."""

    def isatty(self) -> bool:
        return True


def two_organisations(server, name="Second"):
    """The service says that the token reaches two: its own, and another with this name."""
    rows = [{"id": server.state("prod")["id"], "companyName": "Example Prod"}, {"id": "77", "companyName": name}]
    server.fault(path="/api/v1/accessibleOrganizations", status=200, body={"data": rows}, count=None)


def test_several_organisations_offer_a_choice(place, server, browser, capsys, monkeypatch):
    two_organisations(server)
    monkeypatch.setattr("sys.stdin", _Terminal("3\nx\n1\n"))
    assert run(["login"]) == 0
    said = capsys.readouterr()
    organization = server.state("prod")["id"]
    assert f"1. {organization} (Example Prod)\n2. 77 (Second)\n" in said.err
    assert said.err.count("A number from 1 to 2.") == 2
    assert load_connections()["prod"].org_id == organization


def test_without_a_choice_nothing_is_kept(place, server, browser, capsys, monkeypatch):
    two_organisations(server)
    assert "Name one with --org-id" in error_of(capsys, ["login"])
    monkeypatch.setattr("sys.stdin", _Terminal(""))
    assert run(["login"]) == 130
    assert "Stopped." in capsys.readouterr().err
    assert stored(place) == grants(server) == []


FORGED = "A\x1b[2Jb\nedition: ULTIMATE"


def test_names_of_the_service_cannot_forge_lines(place, server, browser, capsys, monkeypatch):
    two_organisations(server, FORGED)
    said = error_of(capsys, ["login"])
    monkeypatch.setattr("sys.stdin", _Terminal("1\n"))
    assert run(["login"]) == 0
    said += capsys.readouterr().err
    server.fault(path="/organizations/", status=200, body={"companyName": FORGED, "edition": FORGED}, count=None)
    assert run(["whoami"]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in said + out
    assert "\nedition: ULTIMATE" not in said + out
    assert len(out.splitlines()) == 10


@pytest.mark.parametrize("field", ["accounts_url", "api_url"])
def test_a_foreign_server_of_the_file_needs_a_yes(place, server, capsys, monkeypatch, field):
    file, address = place / "zohodesk.toml", "https://accounts.evil.example"
    file.write_text(re.sub(f"(?m)^{field} = .*", f'{field} = "{address}"', file.read_text()))
    secret = server.env()["ZOHODESK_CLIENT_SECRET"]
    monkeypatch.delenv("ZOHODESK_PROD_CLIENT_SECRET")
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{secret}\n"))
    refused = error_of(capsys, ["login", "--self-client", "1000.a.b"])
    assert f'{field} of the connection "prod" is {address}' in refused
    assert f"set ZOHODESK_PROD_{field.upper()} to the same address" in refused
    monkeypatch.setattr("sys.stdin", _Terminal("n\n"))
    assert run(["login", "--self-client", "1000.a.b"]) == 1
    assert "the answer was no" in capsys.readouterr().err
    assert "oauth" not in str(server.log())


def test_the_environment_may_name_a_foreign_server(monkeypatch):
    monkeypatch.setenv("ZOHODESK_ACCOUNTS_URL", "https://Accounts.corp.example/")
    agree_on_servers(resolve(need=()))


def test_a_port_in_use_is_said(place, redirect, capsys):
    with socket.socket() as other:
        other.bind(("127.0.0.1", int(redirect.split(":")[2].split("/")[0])))
        other.listen()
        assert "Nothing can listen at" in error_of(capsys, ["login"])


def test_an_address_elsewhere_needs_no_browser_option(place, capsys):
    path = place / "zohodesk.toml"
    path.write_text(re.sub(r"http://localhost:\d+/", "https://desk.example/", path.read_text()))
    assert "--no-browser" in error_of(capsys, ["login"])


def test_a_browser_that_never_comes_back_ends_the_wait(place, monkeypatch, capsys):
    monkeypatch.setattr(_login, "PATIENCE", 0.1)
    monkeypatch.setattr(_login.webbrowser, "open", lambda _address: False)
    began = time.monotonic()
    assert "did not come back" in error_of(capsys, ["login"])
    assert time.monotonic() - began < 5
    assert threading.active_count() < 20


def test_a_browser_that_is_open_until_it_is_closed_is_not_waited_for(place, server, browser, monkeypatch, capsys):
    closed = threading.Event()

    def until_closed(address):
        browser.open(address)
        return closed.wait(60)

    monkeypatch.setattr(_login.webbrowser, "open", until_closed)
    assert run(["login"]) == 0
    assert not closed.is_set()
    closed.set()
    assert "Signed in to" in capsys.readouterr().out


def test_secrets_that_cannot_be_kept_leave_no_token_behind(place, server, browser, capsys):
    (place / "config").write_text("in the way")
    assert "Set ZOHODESK_CONFIG_DIR" in error_of(capsys, ["login"])
    assert grants(server) == []


def test_without_a_connection_the_way_to_one_is_named(place, capsys):
    (place / "zohodesk.toml").unlink()
    for command in ("login", "logout"):
        assert "zohodesk connection add" in error_of(capsys, [command])
        assert "zohodesk connection add other" in error_of(capsys, [command, "other"])


def test_nothing_entered_is_said(place, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    assert "Nothing was entered" in error_of(capsys, ["login", "--no-browser"])


def test_a_sign_in_that_leads_elsewhere_leaves_the_file_as_it_was(place, server, browser, capsys, monkeypatch):
    before = (place / "zohodesk.toml").read_bytes()
    monkeypatch.setenv("ZOHODESK_PROD_API_URL", server.url + "/other")
    error_of(capsys, ["login"])
    assert (place / "zohodesk.toml").read_bytes() == before
    assert stored(place) == []
    assert grants(server) == []


def test_login_with_client_credentials(place, server, capsys):
    organization = server.env()["ZOHODESK_ORG_ID"]
    assert "name it with --org-id" in error_of(capsys, ["login", "--client-credentials"])
    arguments = ["login", "--client-credentials", "--org-id", organization, "--scope", "Desk.basic.READ"]
    assert run(arguments) == 0
    entry = load_connections()["prod"]
    assert (entry.grant, entry.org_id, entry.scopes) == ("client_credentials", organization, ("Desk.basic.READ",))
    assert session_from({"connection": "prod"}).me()["emailId"]
    assert run(["whoami", "prod", "--json"]) == 0
    assert run(["login"]) == 0  # the file says how
    assert run(["logout"]) == 0
    assert "client credentials have no such thing" in capsys.readouterr().out
    assert stored(place) == []


def test_client_credentials_of_another_organisation_are_refused(place, capsys):
    error = error_of(capsys, ["login", "--client-credentials", "--org-id", "1"])
    assert "general_error" in error
    assert stored(place) == []


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--no-browser", "--self-client", "x"], "contradict each other"),
        (["--client-credentials", "--self-client", "x"], "contradict each other"),
        (["--no-browser", "--client-credentials"], "contradict each other"),
        (["--self-client", "x", "--scope", "Desk.basic.READ"], "--scope means nothing"),
    ],
)
def test_options_that_contradict_each_other_are_refused(place, capsys, options, words):
    assert run(["login", *options]) == 64
    assert words in " ".join(capsys.readouterr().err.split())


def test_a_failed_sign_in_does_not_touch_a_file_that_it_did_not_change(place, server, capsys, monkeypatch):
    run(["login", "--self-client", server.code("prod")])
    before = (place / "zohodesk.toml").stat()
    monkeypatch.setenv("ZOHODESK_CONFIG_DIR", str(place / "zohodesk.toml"))
    assert "Set ZOHODESK_CONFIG_DIR" in error_of(capsys, ["login", "--self-client", server.code("prod")])
    after = (place / "zohodesk.toml").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize(("status", "code"), [(400, "invalid_client"), (200, "general_error")])
def test_logout_that_is_refused_for_another_reason_keeps_the_secrets(place, server, browser, capsys, status, code):
    run(["login"])
    server.fault(path="/oauth/v2/token/revoke", status=status, body={"error": code}, count=None)
    assert code in error_of(capsys, ["logout"])
    assert len(stored(place)) == 1


def test_logout_tells_of_a_token_that_stays_in_the_environment(place, browser, capsys, monkeypatch):
    run(["login"])
    monkeypatch.setenv("ZOHODESK_PROD_REFRESH_TOKEN", "1000.other")
    assert run(["logout"]) == 0
    printed = capsys.readouterr()
    assert "ZOHODESK_PROD_REFRESH_TOKEN is set and still signs in" in printed.err
    assert "1000.other" not in printed.out + printed.err


def test_what_is_no_scope_never_reaches_the_consent_page(place, capsys):
    assert run(["login", "--scope", "Desk.basic.REED,Desk.tickets.read"]) == 64
    said = " ".join(capsys.readouterr().err.split())
    assert "Desk.basic.READ" in said
    assert "Desk.tickets.READ" in said


def test_what_failed_is_called_by_its_name(place, server, browser, capsys, monkeypatch):
    run(["login"])
    monkeypatch.setattr("pulumi_zohodesk.transport._clock.time.sleep", lambda _seconds: None)
    server.fault(path="/oauth/v2/token", status=502, html="oops", count=None)
    assert "Revoking the token at" in error_of(capsys, ["logout"])
    assert "Exchanging the code at" in error_of(capsys, ["login", "--self-client", server.code("prod")])
