"""Carrying an action out in one organisation, within what the connection is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pulumi_zohodesk.actions._action import Action
from pulumi_zohodesk.actions._arguments import Arguments, arguments
from pulumi_zohodesk.actions._meant import meant_by
from pulumi_zohodesk.actions._table import action_of
from pulumi_zohodesk.actions._uses import Use, operations_of
from pulumi_zohodesk.engine import Session
from pulumi_zohodesk.errors import ConfigError, InputError, Refused
from pulumi_zohodesk.settings import Settings

__all__ = ["enabled", "perform", "remark", "require_enabled", "rows"]


def enabled(settings: Settings) -> frozenset[str] | None:
    """Names of the actions that the connection is for; None when it is for everything.

    Raises ConfigError for actions and kinds that do not exist, all of them at once.
    """
    if not (settings.actions or settings.kinds):
        return None
    meant = meant_by(settings)
    if meant.problems:
        raise ConfigError(meant.problems)
    names = {action.name for action in meant.actions}
    for kind in meant.kinds:
        names |= {action_of(operation).name for operation in operations_of(Use(kind).with_all_removals())}
    return frozenset(names)


def require_enabled(settings: Settings, action: Action) -> None:
    """Raise Refused, before any request, for an action that the connection is not for."""
    names = enabled(settings)
    if names is not None and action.name not in names:
        raise Refused(
            f'The connection "{settings.connection}" is not for {action.name}: neither actions nor kinds of '
            f"[connections.{settings.connection}] in zohodesk.toml name it. Nothing was sent. Add it there, or use "
            "another connection."
        )


def perform(session: Session, action: Action, given: Mapping[str, Any]) -> Any:
    """Carry an action out once: a page of a list, or one object, or nothing.

    Returns:
        The rows of a list; else the answer as the service gives it, None where it has no body.

    Raises:
        InputError: an argument is wrong, or the connection is not for it; nothing was sent.
        DeskError: the service, or the way to it, failed.
    """
    found = _ready(session, action, given)
    if action.operation.page_size:
        start, limit = found.query.pop("from", 0), found.query.pop("limit", None)
        return session.client.page(
            action.operation,
            start=int(str(start)),
            limit=int(str(limit)) if limit is not None else None,
            path=found.path,
            query=found.query,
            about=_about(action, found),
        )
    answer = session.client.call(
        action.operation,
        path=found.path,
        query=found.query,
        body=found.body or _empty_body(action),
        about=_about(action, found),
    )
    return (answer or {}).get("data") or [] if action.list_credits else answer


def rows(session: Session, action: Action, given: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """All rows of a list, page by page, as they are asked for. Raises as `perform` does."""
    if not action.operation.page_size:
        raise InputError(f"{action.name} has no pages.")
    found = _ready(session, action, given)
    if "from" in found.query:
        raise InputError(f"All pages of {action.name} begin at the first row; leave out from.")
    limit = found.query.pop("limit", None)
    pages = session.client.pages(
        action.operation,
        limit=int(str(limit)) if limit is not None else None,
        path=found.path,
        query=found.query,
        about=_about(action, found),
    )
    return (row for page in pages for row in page)


def remark(session: Session, action: Action) -> str:
    """What to know about a list that data sharing may have thinned; empty when it has not.

    Reads profile and data-sharing rules, each once per session, where the token may.
    """
    if action.sharing.effect != "filtered":
        return ""
    module = action.group.capitalize()
    level, shares = session.layers.sharing(action.group), session.layers.shares(action.operation.permission)
    if shares:
        return ""
    how = "could not be read" if level is None else f"is {level}"
    return (
        f"{action.name} lists what the agent whose token this is may see: data sharing of {module} {how}. Records "
        f"of others need {module} at {action.sharing.needs} at least, or an agent who sees all."
    )


def _ready(session: Session, action: Action, given: Mapping[str, Any]) -> Arguments:
    require_enabled(session.settings, action)
    return arguments(action, given)


def _empty_body(action: Action) -> dict[str, Any] | None:
    """The service refuses a missing body where it knows fields of one."""
    return {} if any(one.place == "body" for one in action.parameters) else None


def _about(action: Action, found: Arguments) -> str:
    """The object in words, for messages."""
    if not found.path:
        return ""
    noun = action.operation.path.split("/")[1].removesuffix("s")
    return f"{noun} (id {next(iter(found.path.values()))})"
