"""All actions, and finding one by name or by operation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache

from pulumi_zohodesk.actions import (
    accounts,
    agents,
    contacts,
    departments,
    organizations,
    profiles,
    roles,
    skill_types,
    skills,
    tickets,
)
from pulumi_zohodesk.actions._action import Action
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.transport import Operation

__all__ = ["ACTIONS", "GROUPS", "action_named", "action_of", "group_named", "nearest"]

ACTIONS: tuple[Action, ...] = (
    *tickets.ACTIONS,
    *contacts.ACTIONS,
    *accounts.ACTIONS,
    *organizations.ACTIONS,
    *departments.ACTIONS,
    *agents.ACTIONS,
    *skills.ACTIONS,
    *skill_types.ACTIONS,
    *roles.ACTIONS,
    *profiles.ACTIONS,
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
    folded = {_fold(one): one for one in known}
    if _fold(name) not in folded:
        raise InputError(f'There is no {what} "{name}". {nearest(name, folded.values())}')
    return folded[_fold(name)]


def _fold(name: str) -> str:
    return name.strip().casefold().replace("-", "_")


def nearest(name: str, known: Iterable[str]) -> str:
    """A sentence that names what may have been meant."""
    folded = {_fold(one): one for one in known}
    wanted = _fold(name)
    close = [folded[one] for one in get_close_matches(wanted, folded, n=3, cutoff=0.6)]
    # What was typed may be the group or the verb alone.
    parts = [folded[one] for one in folded if wanted and wanted in one.split(".")]
    found = list(dict.fromkeys([*close, *parts]))[:6]
    return f"Nearest: {', '.join(found)}." if found else f"There are: {', '.join(folded.values())}."
