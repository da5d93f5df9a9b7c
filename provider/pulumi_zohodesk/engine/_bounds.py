"""What a connection is for: the kinds and actions that its table in `zohodesk.toml` names, or everything."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pulumi_zohodesk.engine._kinds import Kinds
from pulumi_zohodesk.engine._words import plural
from pulumi_zohodesk.engine.types import snake
from pulumi_zohodesk.errors import Refused
from pulumi_zohodesk.settings import Settings, quoted, shown


def require_kind(settings: Settings, kinds: Kinds, name: str, *, reading: bool) -> None:
    """Raises Refused for a kind that the connection is not for; ``reading``: nor for the actions that look it up."""
    group = plural(snake(name))
    looks = reading and _names(settings.actions, f"{group}.list", f"{group}.get")
    if _bounded(settings) and not looks and not _names(settings.kinds, name):
        known = {_folded(kind.name) for kind in kinds}
        strange = [quoted(kind) for kind in settings.kinds if _folded(kind) not in known]
        more = f" There is no kind {', '.join(strange)}, which kinds names." if strange else ""
        raise _outside(settings, name, "neither kinds nor actions", more)


def require_action(settings: Settings, kinds: Kinds, name: str) -> None:
    """Raises Refused for an action that the connection is not for."""
    part = name == "organizations.get" and bool(settings.kinds)
    part |= any(name == f"{kind.group}.list" and _names(settings.kinds, kind.name) for kind in kinds)
    if _bounded(settings) and not part and not _names(settings.actions, name):
        raise _outside(settings, name, "neither actions nor kinds")


def _bounded(settings: Settings) -> bool:
    return bool(settings.kinds or settings.actions)


def _names(said: Iterable[str], *wanted: str) -> bool:
    return not {*map(_folded, said)}.isdisjoint(map(_folded, wanted))


def _outside(settings: Settings, name: str, keys: str, more: str = "") -> Refused:
    connection = settings.connection or ""
    return Refused(
        f"The connection {quoted(connection)} is not for {name}: {keys} of [connections.{shown(connection)}] in "
        f"zohodesk.toml name it.{more} Nothing was sent. Add it there, or use another connection."
    )


def _folded(name: str) -> str:
    """A name of a kind or an action as it is compared: letter case, ``-`` and ``_`` do not count."""
    return re.sub(r"[-_\s]", "", name).casefold()
