"""Organisations as people know them."""

from __future__ import annotations

from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.engine import Session
from pulumi_zohodesk.errors import DeskError

__all__ = ["organization_words"]


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
