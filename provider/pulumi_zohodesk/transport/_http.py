"""The one `httpx` client of an organisation, set up once."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings import Settings
from pulumi_zohodesk.transport._proxy import proxy_for
from pulumi_zohodesk.transport._throttle import MOST

if TYPE_CHECKING:
    import httpx

# It would log the headers of answers, of which a redirect may echo a token. Whoever sets a level afterwards gets it.
logging.getLogger("httpcore").setLevel(logging.WARNING)

TIMEOUT = (10.0, 60.0, 60.0, 60.0)
"""Seconds to wait for a connection, for every piece of an answer and of a request, and for a connection of the pool."""


def make_http(settings: Settings, transport: httpx.BaseTransport | None = None) -> httpx.Client:
    """A client that follows no redirect (a token would be handed on) and keeps no cookies.

    Raises ConfigError for a proxy that cannot be used.
    """
    import httpx

    try:
        return _client(settings, transport)
    except (ImportError, ValueError) as error:  # httpx: no SOCKS support installed, or no proxy it knows
        raise ConfigError(
            [f"The proxy that the environment names (HTTPS_PROXY, ALL_PROXY ...) cannot be used: {error}"]
        ) from None
    except httpx.InvalidURL:  # its text may quote a password
        raise ConfigError(["The environment names a proxy (HTTPS_PROXY, ALL_PROXY ...) that is no address."]) from None


def _client(settings: Settings, transport: httpx.BaseTransport | None) -> httpx.Client:
    from http.cookiejar import CookieJar, DefaultCookiePolicy

    import httpx

    mounts: dict[str, httpx.BaseTransport] = {}
    if transport is None:
        certificates = httpx.create_ssl_context()
        limits = httpx.Limits(max_connections=MOST, max_keepalive_connections=MOST)
        transport = httpx.HTTPTransport(verify=certificates, limits=limits)
        for place in map(urlsplit, (settings.api_url, settings.accounts_url)):
            if proxy := proxy_for(place.geturl()):
                way = httpx.HTTPTransport(verify=certificates, limits=limits, proxy=proxy)
                mounts[f"{place.scheme}://{place.netloc}"] = way
    return httpx.Client(
        transport=transport,
        mounts=mounts,
        timeout=TIMEOUT,
        follow_redirects=False,
        headers={"User-Agent": f"pulumi-zohodesk/{_version()}", "Accept": "application/json"},
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
        trust_env=False,  # what the environment says of proxies is read by `proxy_for`
    )


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("pulumi-zohodesk")
    except PackageNotFoundError:
        return "0"
