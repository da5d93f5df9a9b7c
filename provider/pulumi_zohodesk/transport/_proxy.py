"""Which proxy of the environment an address is reached by. `httpx` reads NO_PROXY itself, and fails on legal values."""

from __future__ import annotations

import logging
import re
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

_log = logging.getLogger("pulumi_zohodesk.transport")
_NAME = re.compile(r"(?:\*?\.)?(?P<name>[^\s:/\[\]@]+)(?::(?P<port>\d+))?\.?")
_BRACKETS = re.compile(r"\[(?P<name>[^\[\]]+)\](?P<length>/\d+)?(?::(?P<port>\d+))?")


def proxy_for(address: str) -> str | None:
    """The proxy of HTTPS_PROXY, HTTP_PROXY or ALL_PROXY; None where NO_PROXY or being on this machine spares it."""
    from urllib.request import getproxies  # here: it loads an HTTP client of its own

    parts = urlsplit(address)
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or _local(parts.hostname or "") or _is_spared(parts, proxies.get("no", "")):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def _is_spared(parts: SplitResult, exceptions: str) -> bool:
    return any(_fits(entry, parts) for entry in re.split(r"[,\s]+", exceptions) if entry)


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
            _log.warning('NO_PROXY names "%s", which is no host, address or network: passed over.', _shown(entry))
            return False
        same = host == named["name"] or host.endswith(f".{named['name']}")
        return same and named["port"] in (None, str(port))
    ip = _ip(host)
    return ip is not None and ip in network and (not bracketed or bracketed["port"] in (None, str(port)))


def _ip(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _local(host: str) -> bool:
    """A proxy is for the way out; what stays on this machine must not take it."""
    return host in ("localhost", "::1") or host.startswith("127.")


def _shown(entry: str) -> str:
    return entry.rpartition("@")[2]  # before it may stand a password
