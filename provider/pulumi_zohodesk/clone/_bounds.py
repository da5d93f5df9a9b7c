"""Whether the connections of a clone are for what it calls, told before anything is read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from pulumi_zohodesk.actions import action_of, enabled
from pulumi_zohodesk.actions.set_up import CRITERIA_FIELDS
from pulumi_zohodesk.engine import Session
from pulumi_zohodesk.errors import Refused
from pulumi_zohodesk.kinds import FEATURE_COUNT, KINDS
from pulumi_zohodesk.settings import quoted, shown

_CHECKS = {"SkillType": (FEATURE_COUNT,), "Skill": (FEATURE_COUNT, CRITERIA_FIELDS)}
"""What is asked of the target before objects of a kind are written there."""


def bound_problems(source: Session, target: Session) -> Iterator[str]:
    """What the connection of the target lacks for all that the source's is for. Sends nothing.

    Raises ConfigError when actions or kinds of the target's connection do not exist.
    """
    names = enabled(target.settings)
    if names is None:
        return
    wanted = [kind.name for kind in KINDS if not kind.dear and _is_for(source, kind.name, reading=True)]
    lacks = [name for name in wanted if not _is_for(target, name)]
    checks = dict.fromkeys(action_of(operation).name for name in wanted for operation in _CHECKS.get(name, ()))
    if lacks:
        yield _sentence(target, lacks, "kinds")
    if missing := [name for name in checks if name not in names]:
        yield _sentence(target, missing, "actions")


def _is_for(session: Session, name: str, *, reading: bool = False) -> bool:
    with suppress(Refused):
        session.require_kind(name, reading=reading)
        return True
    return False


def _sentence(target: Session, names: list[str], key: str) -> str:
    name = target.settings.connection or ""
    return (
        f"The connection {quoted(name)} of the target is not for {', '.join(names)}, which the clone needs: add them "
        f"to {key} of [connections.{shown(name)}] in zohodesk.toml."
    )
