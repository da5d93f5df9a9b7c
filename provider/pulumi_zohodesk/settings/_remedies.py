"""What a person writes to mend a connection: a line of `zohodesk.toml`, a variable."""

from __future__ import annotations

import json
from collections.abc import Sequence

from pulumi_zohodesk.settings._settings import Settings
from pulumi_zohodesk.settings._stack_keys import variable

USUAL_SCOPES = tuple(
    f"Desk.{area}.{verb}" for area in ("basic", "settings") for verb in ("READ", "CREATE", "UPDATE", "DELETE")
)
"""What `zohodesk login` asks for when nothing else is said."""


def set_by(settings: Settings, field: str) -> str:
    """Where a field of a connection is set: ``dc of [connections.prod] or ZOHODESK_PROD_DC``, else ``ZOHODESK_DC``."""
    own = variable(settings.connection, field)
    return f"{field} of [connections.{settings.connection}] or {own}" if settings.connection else own


def way_to_scope(settings: Settings, alternatives: Sequence[str]) -> str:
    """How the token gets a scope and keeps those it has, as sentences.

    The line holds every scope, since `scopes` of a connection is all that is asked for: with the missing one alone, the
    next login would lose the others.

    Args:
        alternatives: of which any one is enough; those that are usual come first, then the first one.
    """
    if not settings.connection:
        return "`zohodesk guide` shows how; `zohodesk scopes` prints all that a program or an action needs."
    held = settings.scopes or settings.asked or USUAL_SCOPES
    missing = [one for one in alternatives if one in USUAL_SCOPES] or list(alternatives)
    line = json.dumps([*held, *([] if set(alternatives) & set(held) else missing[:1])])
    return (
        f"Let [connections.{settings.connection}] in zohodesk.toml have the line `scopes = {line}`, in place of one "
        f"that it has, then: zohodesk login -c {settings.connection}"
    )
