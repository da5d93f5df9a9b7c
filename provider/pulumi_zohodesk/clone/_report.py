"""What a clone did, as data: the same for the same organisations, however often it was interrupted. Nothing secret."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pulumi_zohodesk.clone._match import Ids
from pulumi_zohodesk.clone._people import People
from pulumi_zohodesk.clone._target import Omission, TargetState
from pulumi_zohodesk.clone._work import Work
from pulumi_zohodesk.compare import json_text
from pulumi_zohodesk.inventory import Inventory, Item, Key, Place, folded
from pulumi_zohodesk.kinds import KINDS

REPORT = "clone-report.json"
VERSION = 1


@dataclass(frozen=True)
class Earlier:
    """What the report of an earlier run says: who made what stays true. Objects are known by their id in the target.

    Attributes:
        created: kind and id of what a clone made.
        begun: kind and folded key of what a clone was about to make, and has no id for.
        updated: kind and id of what it changed, with the fields.
        removed: entries of what it removed, or was about to remove.
        ids: the id map.
    """

    created: frozenset[Place] = frozenset()
    begun: frozenset[tuple[str, Key]] = frozenset()
    updated: Mapping[Place, tuple[str, ...]] = field(default_factory=dict)
    removed: Sequence[dict[str, Any]] = ()
    ids: Ids = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> Earlier:
        """Raises ValueError, KeyError or TypeError for what is no report."""
        found = json.loads(text)
        return cls(
            frozenset(_place(entry) for entry in found["created"] if entry["id"]),
            frozenset((str(entry["kind"]), folded(entry["key"])) for entry in found["created"] if not entry["id"]),
            {_place(entry): tuple(entry["fields"]) for entry in found["updated"]},
            (*found["removed"], *found["removing"]),
            {kind: dict(ids) for kind, ids in found["ids"].items()},
        )

    def made(self, item: Item) -> bool:
        """Whether a clone made an object of the target."""
        return item.place in self.created or (item.kind.name, folded(item.key)) in self.begun


def _place(entry: Mapping[str, Any]) -> Place:
    return str(entry["kind"]), str(entry["id"])


def report_of(
    source: Inventory,
    target: Inventory,
    target_state: TargetState,
    work: Work,
    people: People,
    earlier: Earlier,
    *,
    trouble: str = "",
    done: bool = False,
) -> dict[str, Any]:
    """The report. Called with the target as it is before the writes and, to finish, as it is after them.

    Args:
        done: everything was written, and the proof holds.
        trouble: why the run ended before its end, as a sentence.
    """
    return {
        "version": VERSION,
        "from": {"organization": source.organization_id},
        "to": {"organization": target.organization_id},
        "status": "done" if done else "unfinished",
        **({"trouble": trouble} if trouble else {}),
        "agents": people.choice,
        **_written(work, earlier),
        "removed": _sorted(entry for entry in earlier.removed if _gone(target, entry)),
        "removing": _sorted(map(_entry, work.removals)),
        "kept": _sorted({**_entry(left.item), "reason": left.reason} for left in work.excess if left.reason),
        "omitted": _sorted(map(_omitted, target_state.omissions)),
        "ids": _ids(target_state),
    }


def _written(work: Work, earlier: Earlier) -> dict[str, Any]:
    """What was taken over, made and changed; what is still to be made has no id."""
    updated = _updated(work, earlier)
    here = [shall.item for shall in work.objects if shall.live]
    made = [item for item in here if earlier.made(item)]
    found = [item for item in here if not earlier.made(item)]
    missing = [{**_entry(shall.item), "id": None} for shall in work.creates]
    changed = [{**_entry(item), "fields": list(updated[item.place])} for item in found if item.place in updated]
    return {
        "adopted": _sorted(map(_entry, found)),
        "created": _sorted(map(_entry, made)) + _sorted(missing),
        "updated": _sorted(changed),
    }


def _ids(target_state: TargetState) -> dict[str, dict[str, str]]:
    """The id map in the order of the kinds, each by id as a number."""
    return {
        kind.name: dict(sorted(target_state.ids[kind.name].items(), key=lambda pair: (len(pair[0]), pair[0])))
        for kind in KINDS
        if kind.name in target_state.ids
    }


def _updated(work: Work, earlier: Earlier) -> dict[Place, tuple[str, ...]]:
    """The fields that runs so far changed of what they found; what a clone made is its own."""
    updated = {**earlier.updated}
    for shall in work.updates:
        if not earlier.made(shall.item):
            updated[shall.place] = tuple(sorted({*updated.get(shall.place, ()), *shall.changed}))
    return updated


def _omitted(omission: Omission) -> dict[str, Any]:
    return {
        "kind": omission.kind,
        "key": list(omission.key),
        **({"field": omission.field} if omission.field else {}),
        **({"leftOut": [list(key) for key in sorted(omission.left_out)]} if omission.left_out else {}),
        **({"putIn": [list(key) for key in sorted(omission.put_in)]} if omission.put_in else {}),
        "reason": omission.reason,
    }


def report_text(report: Mapping[str, Any]) -> str:
    """The report as its file holds it."""
    return json_text(report, indent=1) + "\n"


def _entry(item: Item) -> dict[str, Any]:
    return {"kind": item.kind.name, "key": list(item.key), "id": item.id}


def _gone(target: Inventory, entry: Mapping[str, Any]) -> bool:
    """Whether the target lacks an object, or has it out of service: what is planned is not done yet."""
    item = target.item(str(entry["kind"]), str(entry["id"]))
    return item is None or item.kind.off(item.row)


def _sorted(entries: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """By kind, what is referred to first, then by key; each once."""
    unique = {json.dumps(entry, sort_keys=True): entry for entry in entries}
    return sorted(
        unique.values(), key=lambda entry: (KINDS.place(entry["kind"]), folded(entry["key"]), entry.get("field", ""))
    )
