"""Putting objects back through the engine: those of a kind in the order in which they refer to each other.

Which ids they got then stands in a file beside the snapshot, so that the next run goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pulumi_zohodesk.engine import Session, create, update
from pulumi_zohodesk.errors import DeskError, Refused
from pulumi_zohodesk.plan._private import read_file, write_file
from pulumi_zohodesk.plan._restoring import Act, SessionFor, given, renamed, wanted

FILE = "zohodesk-restored"
WORDS = "record of zohodesk restore"


@dataclass(frozen=True)
class Done:
    """How putting one object back ended.

    Attributes:
        id: its id now; another one than before when it was made anew.
        error: why it failed, as a sentence; empty when it did not.
    """

    act: Act
    id: str
    error: str = ""


def restore(
    acts: Iterable[Act], session_for: SessionFor, made: Mapping[str, str] | None = None, *, before: Callable[[], bool]
) -> Iterator[Done]:
    """Put objects back, one after the other, through the engine: its guards and look-ups hold.

    One that fails does not stop the others. What was made anew has another id, which those that refer to it get.

    Args:
        made: as of `restoring`.
        before: asked before each object; false ends it.
    """
    acts = list(acts)
    ids = {**(made or {}), **{act.entry.id: act.id for act in acts if act.id}}
    failed: set[str] = set()
    for act in acts:
        if act.does not in ("update", "create"):
            continue
        if not before():
            return
        try:
            if failed & set(act.entry.key.values()):
                raise Refused("What it lies in was not put back.")
            session = session_for(act.entry.connection)
            with session.hiding(act.id, act.entry.hidden):
                id = _put_back(act, session, ids)
        except DeskError as error:
            failed.add(act.entry.id)
            yield Done(act, act.entry.id, str(error))
            continue
        ids[act.entry.id] = id
        yield Done(act, id)


def _put_back(act: Act, session: Session, ids: Mapping[str, str]) -> str:
    entry = act.entry
    if act.does == "create":
        id, _ = create(session, entry.kind, renamed(entry.kind, given(entry), ids))
        return id
    update(session, entry.kind, act.id, act.live or {}, renamed(entry.kind, wanted(entry), ids))
    return act.id


def made_file(snapshot: Path) -> Path:
    """The record that belongs to a snapshot."""
    return snapshot.with_name(f"{snapshot.name}.restored")


def load_made(path: Path) -> dict[str, str]:
    """By the id that an object had, the one that it has now; empty without a record.

    Raises InputError: the file is no record, or cannot be read.
    """

    def make(content: Mapping[str, Any]) -> dict[str, str]:
        ids = {str(old): str(new) for old, new in dict(content["ids"]).items()}
        if not all(id.isdigit() for pair in ids.items() for id in pair):
            raise ValueError("no id")
        return ids

    return read_file(path, FILE, WORDS, make) if path.exists() else {}


def save_made(path: Path, ids: Mapping[str, str]) -> None:
    """Write it (0600) in one step. Raises OSError, InputError for a file of another sort."""
    write_file(path, FILE, WORDS, {"ids": dict(ids)})
