"""Whether the token of the target may do what the work needs, as far as its scopes are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pulumi_zohodesk.actions import Use, holds, operations_of, smallest
from pulumi_zohodesk.kinds import KINDS


def scope_problems(writes: Iterable[str], asked: Sequence[str], connection: str) -> Iterator[str]:
    """What a token lacks for some operations that write: one sentence, or none.

    Args:
        writes: names of operations, as a rehearsal called them.
        asked: the scopes that the token was asked for with. Empty when that is not known: only a write would tell.
        connection: of the target, by name.
    """
    known = {op.name: op for kind in KINDS for op in operations_of(Use(kind.name).with_all_removals())}
    lacking = [op for name in sorted(writes) if (op := known.get(name)) and not _held(op.scopes, asked)]
    if asked and lacking:
        needed = smallest([op.scopes for op in lacking])
        yield (
            f'The token of "{connection}" lacks the scopes for {", ".join(op.name for op in lacking)}: add '
            f"{', '.join(needed)} to scopes of [connections.{connection}] in zohodesk.toml, then: "
            f"zohodesk login -c {connection}"
        )


def _held(scopes: Sequence[str], asked: Sequence[str]) -> bool:
    return not scopes or any(holds(asked, scope) for scope in scopes)
