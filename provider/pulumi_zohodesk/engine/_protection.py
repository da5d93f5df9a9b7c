"""Objects that `zohodesk.toml` protects by their natural key. They hold under bare `pulumi up` as well."""

from __future__ import annotations

from fnmatch import fnmatchcase

from pulumi_zohodesk.engine._change import Change
from pulumi_zohodesk.engine._diff import differs
from pulumi_zohodesk.engine._kind import Kind
from pulumi_zohodesk.engine._kinds import Kinds
from pulumi_zohodesk.engine._values import scalar
from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings import Protected

__all__ = ["protection"]


def protection(protected: Protected, kinds: Kinds, kind: Kind, change: Change) -> str | None:
    """Why a change of a protected object is refused: it may not leave service, nor lose its name.

    Raises:
        ConfigError: the table names a kind that there is not, so that something is not protected that should be.
    """
    _require_kinds(protected, kinds)
    name = scalar(change.old.get(kind.title)).casefold()
    patterns = [pattern for of, some in protected if of == kind.name for pattern in some]
    if not any(fnmatchcase(name, pattern.casefold()) for pattern in patterns):
        return None
    if change.action == "update" and not _renames(kind, change) and not kind.off(change.new):
        return None
    return (
        f"The {change.label} is protected by [protected] in zohodesk.toml: it is neither renamed "
        "nor taken out of service. Take it out of that table first."
    )


def _renames(kind: Kind, change: Change) -> bool:
    wanted = {wire: change.new.get(wire) for wire in kind.key}
    return any(
        value is not None and differs(kind.by_wire[wire], change.old.get(wire), value) for wire, value in wanted.items()
    )


def _require_kinds(protected: Protected, kinds: Kinds) -> None:
    strange = [name for name, _ in protected if name not in kinds]
    if strange:
        table = "[protected] of zohodesk.toml"
        raise ConfigError([f"{table} names {name}, which is no kind. {kinds.hint(name)}" for name in strange])
