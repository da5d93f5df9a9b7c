"""Organisations as people know them, and whether two connections lead to one."""

from __future__ import annotations

from urllib.parse import urlsplit

from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.engine import Session
from pulumi_zohodesk.errors import DeskError
from pulumi_zohodesk.settings import DATA_CENTRES, Settings

_LOOPBACK = "loopback"


def organization_words(session: Session) -> str:
    """``Example Prod (429819015)``; the id alone where the token may not read the organisation.

    Asks at most once for each session.
    """
    id = session.organization_id
    try:
        name = session.organization().get("companyName")
    except DeskError:  # a page lacks a name then, and is whole otherwise
        name = None
    return f"{printable(name)} ({id})" if name else id


def same_organization(settings: Settings, other: Settings) -> bool:
    """The ids are the same, and what says where it is does not tell them apart.

    That are the hosts where both connections have one of their own, and else the data centres: a proxy that only one
    of them goes through changes nothing.
    """
    if settings.org_id != other.org_id:
        return False
    mine, theirs = _own_host(settings), _own_host(other)
    return mine == theirs if mine and theirs else settings.dc == other.dc


def _own_host(settings: Settings) -> str:
    """Host and port that the connection names; empty when they follow from its data centre."""
    parts = urlsplit(settings.api_url)
    host = (parts.hostname or "").rstrip(".")
    if host == DATA_CENTRES[settings.dc].desk:
        return ""
    if host in ("localhost", "::1") or host.startswith("127."):
        host = _LOOPBACK
    return f"{host}:{parts.port or (443 if parts.scheme == 'https' else 80)}"
