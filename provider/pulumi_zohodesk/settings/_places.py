"""The hosts of the data centres, and what makes an address acceptable."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlsplit


@dataclass(frozen=True)
class DataCentre:
    """One of Zoho's data centres.

    Attributes:
        accounts: host of the accounts (OAuth) server.
        desk: host of Zoho Desk. The `api_domain` of a token answer is a gateway that does not serve Desk.
    """

    accounts: str
    desk: str


_DOMAINS = {
    "us": "zoho.com",
    "eu": "zoho.eu",
    "in": "zoho.in",
    "au": "zoho.com.au",
    "jp": "zoho.jp",
    "ca": "zohocloud.ca",
    "sa": "zoho.sa",
    "uk": "zoho.uk",
    "cn": "zoho.com.cn",
    "sg": "zoho.sg",
    "ae": "zoho.ae",
}
DATA_CENTRES: Mapping[str, DataCentre] = MappingProxyType(
    {name: DataCentre(f"accounts.{domain}", f"desk.{domain}") for name, domain in _DOMAINS.items()}
)
"""Data centre name to hosts; an account lives in exactly one of them."""


def tidy(field: str, value: str) -> str:
    """The spelling in which two mentions of one place compare equal."""
    value = value.strip()
    if field == "dc":
        return value.lower()
    if field in ("api_url", "accounts_url"):
        scheme, mark, rest = value.rstrip("/").partition("://")
        host, slash, path = rest.partition("/")
        return f"{scheme.lower()}{mark}{host.lower()}{slash}{path}"
    return value


def foreign(address: str) -> bool:
    """Whether a usable address leads neither to Zoho nor to this machine."""
    host = urlsplit(address).hostname or ""
    ours = any(host == domain or host.endswith(f".{domain}") for domain in _DOMAINS.values())
    return not _loopback(host) and not ours


def fault(field: str, value: str) -> str:
    """Why a tidy value cannot be used, as the rest of a sentence; empty when it can."""
    if field == "org_id" and not (value.isascii() and value.isdigit()):
        return "an organisation id consists of digits only (Setup > Developer Space > API shows it)"
    if field == "client_id" and not re.fullmatch(r"[!-~]+", value):
        return "a client id has no blanks and no special signs; the API console shows it, as 1000.ABC"
    if field == "dc" and value not in DATA_CENTRES:
        return f"the data centres are {', '.join(DATA_CENTRES)}"
    if field in ("api_url", "accounts_url", "redirect_uri"):
        if re.search(r"\s", value) or not value.isprintable():  # urlsplit would pass over some of them
            return "an address has no blanks and no control characters"
        return _address_fault(field, value)
    return ""


def _address_fault(field: str, value: str) -> str:
    try:
        parts = urlsplit(value)
        host, port = parts.hostname, parts.port
    except ValueError:
        return "it is not an address"
    web = parts.scheme in ("http", "https") and bool(host)
    if field == "redirect_uri":
        if port == 0:
            return "0 is no port that a browser could come back to"
        fits = web and "@" not in parts.netloc and not parts.fragment
        return "" if fits else "a callback address looks like http://localhost:8791/callback"
    if not web:
        return "an address looks like https://desk.example.com"
    if "@" in parts.netloc or parts.query or parts.fragment:
        return "an address here has no user name, query or fragment"
    if parts.path.rstrip("/").endswith("/api/v1"):
        return "it is the root of the host; /api/v1 is added to it"
    if parts.scheme == "http" and not _loopback(host or ""):
        return "credentials would travel in clear; use https (plain http is for this machine only)"
    return ""


def _loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
