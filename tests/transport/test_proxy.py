"""Proxies of the environment, and the exceptions to them: any legal value is understood."""

from __future__ import annotations

import httpx
import pytest

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.transport._http import make_http, proxy_for

from .desk import settings

PROXY = "http://proxy.example:3128"
API = "https://desk.zoho.eu"


@pytest.fixture(autouse=True)
def _environment(monkeypatch):
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    monkeypatch.setenv("HTTPS_PROXY", PROXY)


@pytest.mark.parametrize(
    ("exceptions", "address"),
    [
        ("*", API),
        ("zoho.eu", API),
        (".zoho.eu", API),
        ("*.zoho.eu", API),
        ("x.example, DESK.zoho.eu:443", API),
        ("x.example desk.zoho.eu", API),
        ("https://desk.zoho.eu", API),
        ("all://desk.zoho.eu", API),
        ("10.0.0.0/8", "https://10.1.2.3:8443"),
        ("10.1.2.3", "https://10.1.2.3"),
        ("10.1.2.3:8443", "https://10.1.2.3:8443"),
        ("fd00::/8", "https://[fd00::7]"),
        ("fd00::7", "https://[fd00::7]:8443"),
        ("[fd00::7]", "https://[fd00:0::7]"),
        ("[fd00::7]:8443", "https://[fd00::7]:8443"),
        ("[fd00::]/8", "https://[fd00::7]"),
    ],
)
def test_an_exception_spares_the_proxy(monkeypatch, caplog, exceptions, address):
    monkeypatch.setenv("NO_PROXY", exceptions)
    assert proxy_for(address) is None
    make_http(settings(api_url=address)).close()
    assert not caplog.records


@pytest.mark.parametrize(
    "exceptions",
    ["", "o.eu", "notzoho.eu", "desk.zoho.eu:80", "http://desk.zoho.eu", "fd00::/8", "[::1]", "10.0.0.0/8", "accounts"],
)
def test_what_fits_no_exception_takes_the_proxy(monkeypatch, exceptions):
    monkeypatch.setenv("NO_PROXY", exceptions)
    assert proxy_for(API) == PROXY
    make_http(settings()).close()


@pytest.mark.parametrize("exceptions", ["fd00::/400", "[::1", "a:b:c", "/", "user:c4n4ry@[x", "[fd00::/x]"])
def test_an_exception_that_cannot_be_understood_is_named_and_passed_over(monkeypatch, caplog, exceptions):
    monkeypatch.setenv("NO_PROXY", f"{exceptions},zoho.eu")
    assert proxy_for(API) is None
    assert [record.getMessage() for record in caplog.records] == [
        f'NO_PROXY names "{exceptions.rpartition("@")[2]}", which is no host, address or network: passed over.'
    ]


def test_each_address_has_its_own_way(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "accounts.zoho.eu")
    with make_http(settings()) as http:
        ways = [http._transport_for_url(httpx.URL(url)) for url in (API, "https://accounts.zoho.eu/oauth/v2/token")]
    assert ways[1] is http._transport
    assert ways[0] is not http._transport


@pytest.mark.parametrize("address", ["http://localhost:80", "http://127.0.0.1:80", "http://[::1]:80"])
def test_what_stays_on_this_machine_takes_no_proxy(monkeypatch, address):
    monkeypatch.setenv("ALL_PROXY", PROXY)
    assert proxy_for(address) is None
    assert proxy_for("http://desk.example") == PROXY


@pytest.mark.parametrize("proxy", ["gopher://x", "http://x:y"])
def test_a_proxy_that_is_none_is_told(monkeypatch, proxy):
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    with pytest.raises(ConfigError, match="proxy"):
        make_http(settings())


def test_a_proxy_needs_no_scheme(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "proxy.example:3128")
    assert proxy_for(API) == PROXY
