"""Carrying an action out in one organisation, within what the connection is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pulumi_zohodesk.actions._action import Action
from pulumi_zohodesk.actions._arguments import Arguments, arguments
from pulumi_zohodesk.actions._choice import meant_by
from pulumi_zohodesk.actions._table import action_of
from pulumi_zohodesk.actions._uses import Use, operations_of
from pulumi_zohodesk.engine import Session
from pulumi_zohodesk.errors import ConfigError, DeskError, InputError, Refused
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.settings import Settings
from pulumi_zohodesk.transport import FEWEST

MASK = "[secret]"


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
    require_enabled(session.settings, action)
    found = asked_for(action, given)
    about = _about(action, found)
    if action.operation.page_size:
        query = dict(found.query)
        start, limit = query.pop("from", 0), query.pop("limit", None)
        return session.client.page(
            action.operation, start=start, limit=limit, path=found.path, query=query, about=about
        )
    with session.hiding("", _secrets(action)):
        answer = session.client.call(action.operation, path=found.path, query=found.query, body=found.body, about=about)
    return (answer or {}).get("data") or [] if action.list_credits else answer


def rows(session: Session, action: Action, given: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """All rows of a list, page by page, as they are asked for. Raises as `perform` does."""
    if not action.operation.page_size:
        raise InputError(f"{action.name} has no pages.")
    require_enabled(session.settings, action)
    if "from" in arguments(action, given).query:
        raise InputError(f"All pages of {action.name} begin at the first row; leave out from.")
    found = asked_for(action, given, everything=True)
    query = {name: value for name, value in found.query.items() if name != "from"}
    pages = session.client.pages(
        action.operation, limit=query.pop("limit", None), path=found.path, query=query, about=_about(action, found)
    )
    return (row for page in pages for row in page)


def remark(session: Session, action: Action) -> str:
    """What to know about a list that data sharing may have thinned; empty when it has not.

    Reads the token's agent, profile and data-sharing rules, each once per session, where the token may. Data sharing
    does not bind administrators.
    """
    if action.sharing.effect != "filtered":
        return ""
    module = action.group.capitalize()
    level, shares = session.layers.sharing(action.group), session.layers.shares(action.operation.permission)
    if shares or is_administrator(session):
        return ""
    how = "could not be read" if level is None else f"is {level}"
    return (
        f"{action.name} lists what the agent whose token this is may see: data sharing of {module} {how}. Records "
        f"of others need {module} at {action.sharing.needs} at least, or an agent who sees all."
    )


def is_administrator(session: Session) -> bool:
    """Whether the token's agent is one, whom data sharing does not bind; False when that cannot be told.

    Who made the portal may read Custom with the profile of an administrator (docs/api-notes.md).
    """
    try:
        named = session.me().get("rolePermissionType") == "Admin"
    except DeskError:
        return False
    return named or (session.layers.profile() or {}).get("type") == "Administrator"


def asked_for(action: Action, given: Mapping[str, Any], *, everything: bool = False) -> Arguments:
    """The request that `perform` sends for some arguments, or, for everything, `rows` first. Raises InputError."""
    found = arguments(action, given)
    query: dict[str, Any] = dict(found.query)
    if (size := action.operation.page_size) and action.operation.paged:
        query |= {"from": int(query.pop("from", 0)), "limit": int(query.pop("limit", size))}
        query["limit"] = max(query["limit"], FEWEST if everything else 1)
    # The service refuses a missing body where it knows fields of one.
    body = found.body if found.body or any(parameter.place == "body" for parameter in action.parameters) else None
    return Arguments(found.path, query, body)


def _about(action: Action, found: Arguments) -> str:
    """The object in words, for messages."""
    if not found.path:
        return ""
    noun = action.operation.path.split("/")[1].removesuffix("s")
    return f"{noun} (id {next(iter(found.path.values()))})"


def without_secrets(action: Action, body: Mapping[str, Any]) -> dict[str, Any]:
    """A body to show: with a mark in the place of what Zoho Desk tells nobody again."""
    shown = dict(body)
    for place in _secrets(action):
        first, _, rest = place.partition(".")
        if first in shown:
            inner = shown[first]
            within = isinstance(inner, Mapping)
            shown[first] = {key: MASK if key == rest else value for key, value in inner.items()} if within else MASK
    return shown


def _secrets(action: Action) -> frozenset[str]:
    """Where a body has fields that are only written: ``smtpDetails.password``."""
    kinds = (kind for kind in KINDS for operation in kind.writes if operation.name == action.operation.name)
    return frozenset(field.sent or field.wire for kind in kinds for field in kind.managed if field.write_only)
