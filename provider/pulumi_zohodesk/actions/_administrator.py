"""Whether a connection acts as an administrator."""

from __future__ import annotations

from pulumi_zohodesk.engine import Session
from pulumi_zohodesk.errors import DeskError

__all__ = ["is_administrator"]


def is_administrator(session: Session) -> bool:
    """Whether the token's agent is one, whom data sharing does not bind; False when that cannot be told.

    Who made the portal may read Custom with the profile of an administrator (docs/api-notes.md).
    """
    try:
        named = session.me().get("rolePermissionType") == "Admin"
    except DeskError:
        return False
    return named or (session.layers.profile() or {}).get("type") == "Administrator"
