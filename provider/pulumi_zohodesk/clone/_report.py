"""What a clone did, as data: the same for the same organisations, however often it was interrupted. Nothing secret."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pulumi_zohodesk.clone._aim import Aims
from pulumi_zohodesk.clone._match import Ids
from pulumi_zohodesk.clone._people import People
from pulumi_zohodesk.clone._work import Work
from pulumi_zohodesk.engine import kinds
from pulumi_zohodesk.inventory import Inventory, Item, folded

__all__ = ["REPORT", "Earlier", "report_of", "report_text"]

REPORT = "clone-report.json"
VERSION = 1


@dataclass(frozen=True)
class Earlier:
    """What the report of an earlier run says: who made what stays true.

    Attributes:
        created: kind and folded key of what a clone made.
        updated: the same of what it changed, with the fields.
        removed: entries of what it removed.
        ids: the id map.
    """

    created: frozenset[tuple[str, tuple[str, ...]]] = frozenset()
    updated: Mapping[tuple[str, tuple[str, ...]], tuple[str, ...]] = field(default_factory=dict)
    removed: Sequence[dict[str, Any]] = ()
    ids: Ids = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> Earlier:
        """Raises ValueError, KeyError or TypeError for what is no report."""
        found = json.loads(text)
        return cls(
            frozenset(_place(one) for one in found["created"]),
            {_place(one): tuple(one["fields"]) for one in found["updated"]},
            tuple(found["removed"]),
            {kind: dict(ids) for kind, ids in found["ids"].items()},
        )


def _place(entry: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    return str(entry["kind"]), folded(tuple(entry["key"]))


def report_of(
    source: Inventory,
    target: Inventory,
    aims: Aims,
    work: Work,
    people: People,
    earlier: Earlier,
    *,
    trouble: str = "",
    done: bool = False,
    planned: bool = False,
) -> dict[str, Any]:
    """The report. Called with the target as it is before the writes and, to finish, as it is after them.

    Args:
        done: everything was written, and the proof holds.
        trouble: why the run ended before its end, as a sentence.
        planned: called before the writes: what will be removed is listed as removed.
    """
    created = earlier.created | {(aim.item.kind.name, folded(aim.item.key)) for aim in work.creates}
    updated = {**earlier.updated}
    for aim in work.updates:
        place = aim.item.kind.name, folded(aim.item.key)
        if place not in created:
            updated[place] = tuple(sorted({*updated.get(place, ()), *aim.changed}))
    doomed = [{**_named(one), "id": one.id} for one in work.removals]
    removed = [*earlier.removed, *doomed] if planned else [one for one in earlier.removed if one not in doomed]
    here = [aim for aim in work.aims if aim.live]
    return {
        "version": VERSION,
        "from": {"organization": source.organization_id},
        "to": {"organization": target.organization_id},
        "status": "done" if done else "unfinished",
        **({"trouble": trouble} if trouble else {}),
        "agents": people.choice,
        "adopted": _sorted({**_named(a.item), "id": a.item.id} for a in here if _place(_named(a.item)) not in created),
        "created": _sorted({**_named(a.item), "id": a.item.id} for a in here if _place(_named(a.item)) in created)
        + _sorted({**_named(a.item), "id": None} for a in work.creates),
        "updated": _sorted(
            {**_named(a.item), "fields": list(updated[place])}
            for a in here
            if (place := _place(_named(a.item))) in updated
        ),
        "removed": _sorted(removed),
        "kept": _sorted(
            {**_named(one.item), "id": one.item.id, "reason": one.reason} for one in work.excess if one.reason
        ),
        "omitted": _sorted(
            {
                "kind": one.kind,
                "key": list(one.key),
                **({"field": one.field} if one.field else {}),
                **({"leftOut": [list(key) for key in sorted(one.left_out)]} if one.left_out else {}),
                **({"putIn": [list(key) for key in sorted(one.put_in)]} if one.put_in else {}),
                "reason": one.reason,
            }
            for one in aims.omissions
        ),
        "ids": {
            kind.name: dict(sorted(aims.ids[kind.name].items(), key=lambda pair: (len(pair[0]), pair[0])))
            for kind in kinds()
            if kind.name in aims.ids
        },
    }


def report_text(report: Mapping[str, Any]) -> str:
    """The report as its file holds it."""
    return json.dumps(report, indent=1, ensure_ascii=False) + "\n"


def _named(item: Item) -> dict[str, Any]:
    return {"kind": item.kind.name, "key": list(item.key)}


def _sorted(entries: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """By kind, what is referred to first, then by key; each once."""
    order = {kind.name: number for number, kind in enumerate(kinds())}
    unique = {json.dumps(one, sort_keys=True): one for one in entries}
    return sorted(
        unique.values(), key=lambda one: (order[one["kind"]], folded(tuple(one["key"])), str(one.get("field", "")))
    )
