"""What objects were before a run touched them: a file from which they can be put back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pulumi_zohodesk.dynamic import logical_name
from pulumi_zohodesk.engine import Kind, Row
from pulumi_zohodesk.kinds import kind_named
from pulumi_zohodesk.plan._plan import Plan
from pulumi_zohodesk.plan._private import add_file, read_file
from pulumi_zohodesk.plan._step import Step
from pulumi_zohodesk.plan._values import is_shaped, urn_from

FILE = "zohodesk-snapshot"
WORDS = "snapshot of zohodesk"
OPS = ("update", "replace", "delete")


@dataclass(frozen=True)
class Entry:
    """One object as it was.

    Attributes:
        urn: its name in the stack.
        op: what the run was to do: ``update``, ``replace`` or ``delete``.
        kind, id: which object of the organisation.
        organization: whose it is.
        connection: name of the connection that it has for itself, or empty.
        key: its natural key.
        values: the writable fields that were known, by wire name; None is a field that was empty.
        fields: those of them that the run was to change, or on removal those that the stack manages.
        hidden: those that are not shown; the file has them all the same, since only a value can be put back.
    """

    urn: str
    op: str
    kind: Kind
    id: str
    organization: str
    connection: str
    key: Mapping[str, str]
    values: Mapping[str, Any]
    fields: tuple[str, ...]
    hidden: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        return logical_name(self.urn)


@dataclass(frozen=True)
class Snapshot:
    """Attributes:
    stack, project: which stack was run.
    time: when, in ISO form and UTC.
    entries: what it was to touch.
    """

    stack: str
    project: str
    time: str
    entries: tuple[Entry, ...]


def snapshot_of(plan: Plan, time: datetime | None = None) -> Snapshot:
    """What a plan would update or remove, as it is now. What it would create was not there before."""
    entries = tuple(_entry(step.shown) for step in plan.steps if step.shown.op != "create")
    return Snapshot(plan.stack, plan.project, (time or datetime.now(UTC)).isoformat(timespec="seconds"), entries)


def _entry(step: Step) -> Entry:
    kind, values = step.kind, prior_values(step)
    switch = (kind.switch.wire,) if kind.switch else ()
    own = step.changed if step.op == "update" else (*step.inputs, *switch)
    fields = tuple(wire for wire in dict.fromkeys(own) if wire in values)
    key = kind.natural_key({**step.state, **step.inputs})
    connection = step.state.get("connection") or ""
    hidden = step.hidden & {*kind.by_wire}
    return Entry(step.urn, step.op, kind, step.id, step.organization, connection, key, values, fields, hidden)


def prior_values(step: Step) -> dict[str, Any]:
    """The fields of an object that answers have, as they are live; None for one that the step gives a first value."""
    known = {item.wire: step.state.get(item.wire, step.inputs.get(item.wire)) for item in step.kind.answered}
    known |= {wire: value for wire, value in step.inputs.items() if wire in known}
    return {wire: value for wire, value in known.items() if value is not None or step.new.get(wire) is not None}


def default_place(directory: Path, snapshot: Snapshot) -> Path:
    """Where a snapshot is kept unless said otherwise; makes the folder (0700), out of sight of git. Raises OSError."""
    top = directory / ".zohodesk"
    folder = top / "snapshots" / (snapshot.stack or "stack")
    for place in (top, top / "snapshots", folder):
        place.mkdir(mode=0o700, exist_ok=True)
    ignore = top / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
    stem = datetime.fromisoformat(snapshot.time).strftime("%Y%m%dT%H%M%SZ")
    names = (f"{stem}{f'-{number}' if number else ''}.json" for number in range(10_000))
    return next(folder / name for name in names if not (folder / name).exists())


def save_snapshot(snapshot: Snapshot, path: Path) -> None:
    """Write it (0600) in one step. Raises OSError, also when there is a file already: it may be the only way back."""
    rows = [{**vars(entry), "kind": entry.kind.name, "secret": sorted(entry.hidden)} for entry in snapshot.entries]
    objects = [{name: value for name, value in row.items() if name != "hidden"} for row in rows]
    add_file(
        path, FILE, {"stack": snapshot.stack, "project": snapshot.project, "time": snapshot.time, "objects": objects}
    )


def load_snapshot(path: Path) -> Snapshot:
    """Raises InputError: it is no snapshot, of another version, or not whole."""

    def make(content: Mapping[str, Any]) -> Snapshot:
        entries = tuple(_loaded(row) for row in content["objects"])
        return Snapshot(str(content["stack"]), str(content["project"]), str(content["time"]), entries)

    return read_file(path, FILE, WORDS, make)


def _loaded(row: Mapping[str, Any]) -> Entry:
    kind = kind_named(row["kind"])
    values: Row = dict(row["values"])
    fields: Sequence[str] = row["fields"]
    hidden = frozenset(row["secret"])
    if not set(fields) <= set(values) <= set(kind.by_wire) >= hidden or not is_shaped(kind, values):
        raise ValueError("a field that the kind does not have, or not so")
    urn, key = row["urn"], dict(row["key"])
    if not urn_from(urn) or not str(row["id"]).isdigit() or set(key) != set(kind.key) or row["op"] not in OPS:
        raise ValueError("an object that there cannot be")
    texts = (urn, row["op"], kind, str(row["id"]), str(row["organization"]), str(row["connection"]))
    return Entry(*texts, {wire: str(value) for wire, value in key.items()}, values, tuple(fields), hidden)
