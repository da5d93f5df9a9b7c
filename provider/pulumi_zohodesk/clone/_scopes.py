"""Whether the connection and the token of the target are for what a clone calls there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from pulumi_zohodesk.actions import Use, action_of, enabled, holds, operations_of, smallest
from pulumi_zohodesk.actions.set_up import CRITERIA_FIELDS
from pulumi_zohodesk.engine import Session
from pulumi_zohodesk.errors import Refused
from pulumi_zohodesk.kinds import FEATURE_COUNT, KINDS
from pulumi_zohodesk.settings import quoted, shown


def scope_problems(writes: Iterable[str], asked: Sequence[str], connection: str) -> Iterator[str]:
    """What a token lacks for some operations that write: one sentence, or none.

    Args:
        writes: names of operations, as a rehearsal called them.
        asked: the scopes that the token was asked for with. Empty when that is not known: only a write would tell.
        connection: of the target, by name.
    """
    known = {op.name: op for kind in KINDS for op in operations_of(Use(kind.name).with_all_removals())}
    lacking = [op for name in sorted(writes) if (op := known.get(name)) and op.scopes]
    lacking = [op for op in lacking if not any(holds(asked, scope) for scope in op.scopes)]
    if asked and lacking:
        needed = smallest([op.scopes for op in lacking])
        yield (
            f'The token of "{connection}" lacks the scopes for {", ".join(op.name for op in lacking)}: add '
            f"{', '.join(needed)} to scopes of [connections.{connection}] in zohodesk.toml, then: "
            f"zohodesk login -c {connection}"
        )


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
