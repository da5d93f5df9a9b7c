"""One thing that differs, in names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from pulumi_zohodesk.dynamic import logical_name
from pulumi_zohodesk.engine import ValueType
from pulumi_zohodesk.inventory import Key, folded
from pulumi_zohodesk.kinds import KINDS


class Sort(StrEnum):
    """In which way something differs."""

    CHANGED = "changed"
    DISABLED = "disabled"
    ONLY_IN_A = "only in a"
    ONLY_IN_B = "only in b"
    DUPLICATES = "duplicates"
    DISAPPEARED = "disappeared"
    APPEARED = "appeared"
    UNMANAGED = "unmanaged"


@dataclass(frozen=True)
class Edit:
    """A field with two values.

    Attributes:
        field: the argument as Python calls it: ``agent_ids``.
        old, new: JSON values as an export writes them: references are natural keys, a text or a list of texts from
            the outermost scope in; criteria have Python's names; None stands for empty.
        type: what they are.
        secret: state keeps it encrypted; it must not be shown.
        by_id: the two values with people by id, where only these may be shown.
    """

    field: str
    old: Any
    new: Any
    type: ValueType
    secret: bool = False
    by_id: tuple[Any, Any] | None = None

    @property
    def shown(self) -> Edit:
        """The edit as people may see it; ``secret`` is still to be minded."""
        return replace(self, old=self.by_id[0], new=self.by_id[1], by_id=None) if self.by_id else self


@dataclass(frozen=True)
class Finding:
    """An object that differs in one way.

    Attributes:
        sort: which way.
        kind: name of its kind.
        key: its natural key in names, outermost scope first.
        edits: the fields; for a disabled object the switch.
        ids: its ids, of the first and of the second organisation; several where they share one key.
        side: ``a`` or ``b``: where it is disabled, where one key means several.
        urn: its name in the stack, for drift.
        secret: its key is personal data; it must not be shown.
        declared: by kind and natural key, the logical names of what the new values refer to, for drift.
        heir: natural key of the object that has now what only one can have, and this one had.
        who, when: who changed it last and when (ISO 8601, UTC), as far as the service tells.
    """

    sort: Sort
    kind: str
    key: Key
    edits: tuple[Edit, ...] = ()
    ids: tuple[str, ...] = ()
    side: str = ""
    urn: str = ""
    secret: bool = False
    declared: Mapping[tuple[str, Key], str] = field(default_factory=dict)
    heir: Key = ()
    who: str = ""
    when: str = ""

    @property
    def name(self) -> str:
        """The logical name in the program, for drift."""
        return logical_name(self.urn)


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By sort, then by kind with what is referred to first, then by key."""
    sorts = list(Sort)
    return tuple(sorted(findings, key=lambda one: (sorts.index(one.sort), KINDS.place(one.kind), folded(one.key))))
