"""All actions, and finding one by name or by operation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from pulumi_zohodesk.actions import records, set_up
from pulumi_zohodesk.actions._action import Action
from pulumi_zohodesk.actions._nearest import fold, nearest
from pulumi_zohodesk.actions.set_up import actions_of_kind
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.settings import quoted
from pulumi_zohodesk.transport import Operation

_WRITTEN: tuple[Action, ...] = (*records.ACTIONS, *set_up.ACTIONS)
_GROUPS = frozenset(action.group for action in _WRITTEN)
ACTIONS: tuple[Action, ...] = (
    *_WRITTEN,
    *(action for kind in KINDS if kind.group not in _GROUPS for action in actions_of_kind(kind)),
)
"""The forty of a Zoho Desk connector, and every operation that the provider uses besides (``connector`` is False)."""

GROUPS = tuple(dict.fromkeys(action.group for action in ACTIONS))


def action_named(name: str) -> Action:
    """The action of that name; letter case and ``-`` for ``_`` do not count. Raises InputError with the nearest."""
    known = {action.name: action for action in ACTIONS}
    return known[_found("action", name, known)]


def group_named(name: str) -> str:
    """The group of that name. Raises InputError with the nearest."""
    return _found("group", name, GROUPS)


@cache
def _by_operation() -> Mapping[tuple[str, str], Action]:
    return {(action.operation.method, action.operation.path): action for action in ACTIONS}


def action_of(operation: Operation) -> Action:
    """The action that calls an operation. Raises KeyError when there is none."""
    return _by_operation()[operation.method, operation.path]


def _found(what: str, name: str, known: Iterable[str]) -> str:
    folded = {fold(one): one for one in known}
    if fold(name) not in folded:
        raise InputError(f"There is no {what} {quoted(name)}. {nearest(name, folded.values())}")
    return folded[fold(name)]
