"""The one `httpx` client of an organisation, set up once, and which proxy of the environment it takes."""

from __future__ import annotations

import logging
import re
import time
from contextlib import closing
from datetime import datetime
from ipaddress import ip_address, ip_network
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from pulumi_zohodesk.errors import ConfigError, TransportError
from pulumi_zohodesk.settings import Settings
from pulumi_zohodesk.transport._log import note_answer, note_silence
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


_log = logging.getLogger("pulumi_zohodesk.transport")
_NAME = re.compile(r"(?:\*?\.)?(?P<name>[^\s:/\[\]@]+)(?::(?P<port>\d+))?\.?")
_BRACKETS = re.compile(r"\[(?P<name>[^\[\]]+)\](?P<length>/\d+)?(?::(?P<port>\d+))?")


def proxy_for(address: str) -> str | None:
    """The proxy of HTTPS_PROXY, HTTP_PROXY or ALL_PROXY; None where NO_PROXY or being on this machine spares it."""
    from urllib.request import getproxies  # here: it loads an HTTP client of its own

    parts = urlsplit(address)
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    exceptions = filter(None, re.split(r"[,\s]+", proxies.get("no", "")))
    if not proxy or _local(parts.hostname or "") or any(_fits(entry, parts) for entry in exceptions):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def _fits(entry: str, parts: SplitResult) -> bool:
    """Whether an entry of NO_PROXY means an address: a host and what lies below it, an IP address, a network, or *."""
    scheme, _, rest = entry.lower().rpartition("://")
    if entry == "*":
        return True
    if scheme not in ("", "all", parts.scheme):
        return False
    host, port = parts.hostname or "", parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    bracketed = _BRACKETS.fullmatch(rest)
    try:
        network = ip_network(bracketed["name"] + (bracketed["length"] or "") if bracketed else rest, strict=False)
    except ValueError:
        named = None if bracketed else _NAME.fullmatch(rest)
        if named is None:
            shown = entry.rpartition("@")[2]  # before it may stand a password
            _log.warning('NO_PROXY names "%s", which is no host, address or network: passed over.', shown)
            return False
        same = host == named["name"] or host.endswith(f".{named['name']}")
        return same and named["port"] in (None, str(port))
    try:
        return ip_address(host) in network and (not bracketed or bracketed["port"] in (None, str(port)))
    except ValueError:  # a name
        return False


def _local(host: str) -> bool:
    """A proxy is for the way out; what stays on this machine must not take it."""
    return host in ("localhost", "::1") or host.startswith("127.")


_PATH = "/oauth/serverinfo"


def server_time(settings: Settings) -> datetime | None:
    """The clock of the accounts server, from an answer to ``/oauth/serverinfo``, which needs no token.

    Returns None when the answer does not tell. Raises TransportError when there is no answer, or not one of such a
    server.
    """
    import httpx

    with closing(make_http(settings)) as http:
        began = time.monotonic()
        try:
            answer = http.get(f"{settings.accounts_url}{_PATH}")
        except httpx.RequestError as error:
            note_silence("GET", _PATH, f"no answer ({type(error).__name__})")
            raise TransportError(
                f"{settings.accounts_url} does not answer ({type(error).__name__}). Check the network, a proxy, and "
                f'the data centre "{settings.dc}".'
            ) from None
        note_answer("GET", _PATH, answer.status_code, 0, time.monotonic() - began)
    if answer.status_code != 200 or "locations" not in answer.text:
        strange = TransportError(
            f"{settings.accounts_url} answers HTTP {answer.status_code}, and not as an accounts server does. Check the "
            f'data centre "{settings.dc}" and accounts_url.'
        )
        strange.misdirected = True
        raise strange
    from email.utils import parsedate_to_datetime  # here: only who asks for the time waits for it

    try:
        return parsedate_to_datetime(answer.headers.get("Date", ""))
    except (TypeError, ValueError):
        return None
