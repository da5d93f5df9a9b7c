"""Differences that are known and meant: what a clone left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pulumi_zohodesk.compare._finding import Edit, Finding, Sort
from pulumi_zohodesk.compare._side import name_fold
from pulumi_zohodesk.engine import Many, Reference
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.inventory import Key, folded
from pulumi_zohodesk.kinds import kind_named


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
        omitted = list(map(_omitted, report["omitted"]))
        kept = [Excuse(str(entry["kind"]), tuple(entry["key"]), side="b") for entry in report.get("kept", ())]
    except (KeyError, TypeError, AttributeError):
        raise InputError("This is no report of `zohodesk clone`: it has no list of what was omitted.") from None
    return omitted + kept


def _omitted(entry: Mapping[str, Any]) -> Excuse:
    left, put = (tuple(tuple(map(str, key)) for key in entry.get(name, ())) for name in ("leftOut", "putIn"))
    return Excuse(str(entry["kind"]), tuple(map(str, entry["key"])), str(entry.get("field", "")), left, put)


def excused(findings: Iterable[Finding], excuses: Sequence[Excuse]) -> Iterator[Finding]:
    """The findings without what is excused. Of a set only the named elements are."""
    whole = {(excuse.kind, folded(excuse.key), excuse.side) for excuse in excuses if not excuse.field}
    fields: dict[tuple[str, Key, str], list[Excuse]] = {}
    for excuse in excuses:
        if excuse.field:
            fields.setdefault((excuse.kind, folded(excuse.key), _argument(excuse)), []).append(excuse)
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


def _argument(excuse: Excuse) -> str:
    found = kind_named(excuse.kind).by_wire.get(excuse.field)
    return found.snake if found else excuse.field


def _meant(edit: Edit, excuses: Sequence[Excuse]) -> bool:
    if not (excuses and isinstance(edit.type, Many) and isinstance(edit.type.type, Reference)):
        return bool(excuses)
    old, new = ({*map(name_fold, side or ())} for side in (edit.old, edit.new))
    left = {folded(key) for excuse in excuses for key in excuse.left_out}
    put = {folded(key) for excuse in excuses for key in excuse.put_in}
    return old - new <= left and new - old <= put
