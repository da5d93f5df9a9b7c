"""Differences that are known and meant: what a clone left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from pulumi_zohodesk.compare._finding import Edit, Finding, Sort
from pulumi_zohodesk.compare._side import name_fold
from pulumi_zohodesk.engine import Many, Reference
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.inventory import folded
from pulumi_zohodesk.kinds import kind_named

__all__ = ["Excuse", "Omitted", "excused", "excuses_from"]

Key = tuple[str, ...]


class Omitted(Protocol):
    """What excuses a difference; see `Excuse`."""

    @property
    def kind(self) -> str: ...
    @property
    def key(self) -> Key: ...
    @property
    def field(self) -> str: ...
    @property
    def left_out(self) -> Sequence[Key]: ...
    @property
    def put_in(self) -> Sequence[Key]: ...


@dataclass(frozen=True)
class Excuse:
    """A difference that is meant.

    Attributes:
        kind, key: the object; letter case does not count.
        field: the argument, in the API's or Python's spelling; empty when the whole object is on one side only.
        left_out, put_in: natural keys of the references that only ``a`` has there, and that only ``b`` has.
        side: where the whole object is: ``a``, or ``b`` for what a clone found and kept.
    """

    kind: str
    key: Key
    field: str = ""
    left_out: tuple[Key, ...] = ()
    put_in: tuple[Key, ...] = ()
    side: str = "a"


def excuses_from(report: Mapping[str, Any]) -> list[Excuse]:
    """What the report of a clone excuses: what it ``omitted``, and what it ``kept`` in the target.

    Raises InputError for what is no such report.
    """
    try:
        omitted = [_omitted(one) for one in report["omitted"]]
        kept = [Excuse(str(one["kind"]), tuple(one["key"]), side="b") for one in report.get("kept", ())]
    except (KeyError, TypeError, AttributeError):
        raise InputError("This is no report of `zohodesk clone`: it has no list of what was omitted.") from None
    return omitted + kept


def _omitted(entry: Mapping[str, Any]) -> Excuse:
    left, put = (tuple(tuple(map(str, key)) for key in entry.get(name, ())) for name in ("leftOut", "putIn"))
    return Excuse(str(entry["kind"]), tuple(map(str, entry["key"])), str(entry.get("field", "")), left, put)


def excused(findings: Iterable[Finding], omissions: Sequence[Omitted]) -> Iterator[Finding]:
    """The findings without what is excused. Of a set only the named elements are."""
    whole = {
        (omission.kind, folded(tuple(omission.key)), getattr(omission, "side", "a"))
        for omission in omissions
        if not omission.field
    }
    fields: dict[tuple[str, Key, str], list[Omitted]] = {}
    for omission in omissions:
        if omission.field:
            fields.setdefault((omission.kind, folded(tuple(omission.key)), _argument(omission)), []).append(omission)
    for finding in findings:
        kind, key = finding.kind, folded(finding.key)
        if finding.sort in (Sort.ONLY_IN_A, Sort.ONLY_IN_B):
            if (kind, key, finding.side) not in whole:
                yield finding
        elif finding.sort is Sort.CHANGED:
            left = tuple(edit for edit in finding.edits if not _meant(edit, fields.get((kind, key, edit.field), ())))
            if left:
                yield replace(finding, edits=left)
        else:
            yield finding


def _argument(one: Omitted) -> str:
    found = kind_named(one.kind).by_wire.get(one.field)
    return found.snake if found else one.field


def _meant(edit: Edit, omissions: Sequence[Omitted]) -> bool:
    if not (omissions and isinstance(edit.type, Many) and isinstance(edit.type.type, Reference)):
        return bool(omissions)
    old, new = ({*map(name_fold, side or ())} for side in (edit.old, edit.new))
    left = {folded(tuple(key)) for omission in omissions for key in omission.left_out}
    put = {folded(tuple(key)) for omission in omissions for key in omission.put_in}
    return old - new <= left and new - old <= put
