"""What the three layers say of a choice, found out with reads alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pulumi_zohodesk.actions._action import Action
from pulumi_zohodesk.actions._choice import SIGN_IN, Choice
from pulumi_zohodesk.actions._perform import enabled, is_administrator
from pulumi_zohodesk.actions._scopes import holds
from pulumi_zohodesk.actions._table import ACTIONS, action_named
from pulumi_zohodesk.engine import LEVELS, Session, level_for, permission_words, scalar
from pulumi_zohodesk.errors import APIError, DeskError
from pulumi_zohodesk.settings import shown, way_to_scope

_PAST_SCOPES = ("FORBIDDEN", "LICENSE_ACCESS_LIMITED", "UNPROCESSABLE_ENTITY", "INVALID_DATA")
"""Refusals of what comes after the scope. Any other failure, as of too many calls, says nothing of the token."""

State = Literal["passed", "failed", "unknown"]


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        name: in a few words.
        state: ``unknown``: it could not be told.
        words: what was found.
        remedy: for a failure, what to change and where.
    """

    name: str
    state: State
    words: str
    remedy: str = ""


def diagnose(session: Session, choice: Choice, asked: Sequence[str] = ()) -> Iterator[Finding]:
    """Scopes, permissions, data sharing and departments for a choice. Writes nothing.

    Args:
        asked: scopes that the token was asked for with, as far as that is known.
    """
    names = enabled(session.settings)
    if names is not None:
        names |= set(SIGN_IN)
        yield from _outside(session, choice, names)
        choice = replace(choice, only=names)
    yield from _scopes(session, choice, asked)
    yield from _permissions(session, choice)
    yield from _sharing(session, choice)
    yield from _departments(session, choice)


def _outside(session: Session, choice: Choice, names: frozenset[str]) -> Iterator[Finding]:
    """What the connection is not for: it would be refused before any request, so it is not tried here either."""
    lacks = [action.name for action in choice.needed if action.name not in names]
    if lacks:
        yield Finding(
            "what the connection is for",
            "failed",
            f"outside this connection: {', '.join(lacks)}",
            f"Add them to actions or kinds of [connections.{shown(session.settings.connection or '')}] in "
            "zohodesk.toml, or use another connection.",
        )


# --- Layer 1: scopes ------------------------------------------------------------------------------------------------


def _scopes(session: Session, choice: Choice, asked: Sequence[str]) -> Iterator[Finding]:
    """One finding for each set of alternatives; several actions share one."""
    needs: dict[tuple[str, ...], list[Action]] = {}
    for action in choice.needed:
        needs.setdefault(tuple(sorted(action.operation.scopes)), []).append(action)
    for scopes, actions in needs.items():
        yield _scope(session, scopes, actions, asked, choice.only)


def _scope(
    session: Session,
    scopes: tuple[str, ...],
    actions: Sequence[Action],
    asked: Sequence[str],
    only: frozenset[str] | None,
) -> Finding:
    name = f"scope {' or '.join(scopes)}"
    remedy = way_to_scope(session.settings, scopes)
    title = ", ".join(action.name for action in actions[:3]) + (" ..." if len(actions) > 3 else "")
    probe = _probe(scopes, only)
    if probe is not None:
        error = _tried(session, probe)
        if error is None or (isinstance(error, APIError) and error.code in _PAST_SCOPES):
            return Finding(name, "passed", f"{probe.name} got through; for {title}")
        if isinstance(error, APIError) and error.code == "SCOPE_MISMATCH":
            return Finding(name, "failed", f"the token lacks it; for {title}", remedy)
        return Finding(name, "unknown", f"{probe.name} failed: {error}")
    if any(holds(asked, scope) for scope in scopes):
        return Finding(name, "passed", f"asked for when signing in; for {title}")
    if asked:
        return Finding(
            name, "failed", f"not asked for when signing in; for {title}", way_to_scope(session.settings, scopes)
        )
    return Finding(name, "unknown", f"only a write would tell, and nothing is written here; for {title}")


def _probe(scopes: tuple[str, ...], only: frozenset[str] | None) -> Action | None:
    """The cheapest read that just these scopes open, that needs no id and that the connection is for."""
    fitting = [
        action
        for action in ACTIONS
        if action.reads
        and (only is None or action.name in only)
        and tuple(sorted(action.operation.scopes)) == scopes
        and not any(parameter.required for parameter in action.parameters if parameter.name != "organizationId")
    ]
    return min(fitting, key=lambda action: action.credits, default=None)


def _tried(session: Session, action: Action) -> DeskError | None:
    operation = action.operation
    try:
        if operation.page_size:
            session.client.page(operation, start=0, limit=1)
        else:
            named = {"organizationId": session.organization_id} if "{organizationId}" in operation.path else None
            session.client.call(operation, path=named)
    except DeskError as error:
        return error
    return None


# --- Layer 2: profile -----------------------------------------------------------------------------------------------


def _permissions(session: Session, choice: Choice) -> Iterator[Finding]:
    if not choice.permissions:
        return
    profile = session.layers.profile()
    title = f' "{profile.get("name")}"' if profile else ""
    for permission in choice.permissions:
        words = permission_words(permission)
        allowed = session.layers.allows(permission)
        if allowed is None:
            yield Finding(f"permission {words}", "unknown", "the profile of the token's agent could not be read")
        elif allowed:
            yield Finding(f"permission {words}", "passed", f"the profile{title} has it")
        else:
            yield Finding(
                f"permission {words}",
                "failed",
                f"the profile{title} of the token's agent lacks it",
                f"In Zoho Desk: Setup > Permissions > Profiles, allow {words}; or sign in as another agent.",
            )


# --- Layer 3: data sharing, departments -----------------------------------------------------------------------------


def _sharing(session: Session, choice: Choice) -> Iterator[Finding]:
    admin = is_administrator(session)
    for module, needed in choice.levels.items():
        name = f"data sharing of {module.capitalize()}"
        level = session.layers.sharing(module)
        if level is None:
            yield Finding(name, "unknown", "the level could not be read")
        elif session.layers.shares(f"{module}.{'view' if needed == level_for('x.view') else 'edit'}"):
            yield Finding(name, "passed", f"{LEVELS[level]}; needed is {LEVELS[needed]}")
        elif admin:
            yield Finding(name, "passed", f"{LEVELS[level]}, which does not bind an administrator")
        else:
            yield Finding(
                name,
                "failed",
                f"{LEVELS[level]}: records of others are left out of lists, or refused",
                f"In Zoho Desk: Setup > Permissions > Data Sharing, set {module.capitalize()} to {LEVELS[needed]}.",
            )


def _departments(session: Session, choice: Choice) -> Iterator[Finding]:
    """An administrator sees all departments; another agent may miss some, and agents then belong to unknown ones."""
    if not choice.needed:
        return
    name = "departments in sight"
    if is_administrator(session):
        yield Finding(name, "passed", "the token's agent is an administrator, who sees all of them")
        return
    asked = {"departments.list", "agents.list"}
    if choice.only is not None and not asked <= choice.only:
        yield Finding(name, "unknown", "departments and agents are not listed, since the connection is not for that")
        return
    try:
        departments, agents = (action_named(name).operation for name in ("departments.list", "agents.list"))
        seen = {scalar(row["id"]) for page in session.client.pages(departments) for row in page}
        rows = session.client.page(agents, start=0)
        used = {scalar(id) for row in rows for id in row.get("associatedDepartmentIds") or ()}
    except DeskError as error:
        yield Finding(name, "unknown", f"departments or agents could not be listed: {error}")
        return
    if hidden := sorted(used - seen):
        yield Finding(
            name,
            "failed",
            f"{len(seen)} are; agents also belong to {', '.join(hidden[:5])}, which the token's agent cannot see",
            "What it cannot see looks as if it were not there. Add the agent to all departments, or sign in as an "
            "administrator.",
        )
    else:
        yield Finding(name, "unknown", f"{len(seen)} are; whether there are others, only an administrator can tell")
