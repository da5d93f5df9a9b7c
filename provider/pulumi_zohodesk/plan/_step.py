"""What a run would change: objects, and resource options of Pulumi that protect them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from pulumi_zohodesk.dynamic import BY_TYPE, logical_name
from pulumi_zohodesk.engine import KEPT, Diff, Kind, Marks, Removal, Row, diff, has_unknown
from pulumi_zohodesk.plan._values import object_from

Op = Literal["create", "update", "replace", "delete"]


@dataclass(frozen=True)
class Step:
    """One object that a run would change.

    Attributes:
        urn: its name in the stack.
        op: what happens to it. A replacement removes one object and creates another.
        kind: what it is.
        id: its id; empty for one that does not exist yet.
        inputs: the managed fields as they are live.
        state: everything that is known of it, as it is live; empty for one that does not exist yet.
        new: the wanted inputs, `UNKNOWN` where they wait for another object; empty on removal.
        waits: by wire name, the objects whose outputs the wanted value is made of.
        retained: the stack forgets it, and Zoho Desk is not asked.
        removed: id and last state of what an earlier run removed and did not replace. The engine removes it once more.
        hidden: wire names of what is not shown: the engine keeps it secret, or it is said of a person and hidden.
        setting: for what is always there and the stack does not have yet: the same as a change of what it is now.
    """

    urn: str
    op: Op
    kind: Kind
    id: str = ""
    inputs: Row = field(default_factory=dict)
    state: Row = field(default_factory=dict)
    new: Row = field(default_factory=dict)
    waits: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    retained: bool = False
    removed: tuple[str, Row] | None = None
    hidden: frozenset[str] = frozenset()
    setting: Step | None = None

    @property
    def shown(self) -> Step:
        """The step as people see it, and as a snapshot keeps it."""
        return self.setting or self

    @property
    def name(self) -> str:
        """The logical name."""
        return logical_name(self.urn)

    @property
    def organization(self) -> str:
        """Whose it is, as the state says; empty for one that does not exist yet."""
        return Marks.of(self.state).organization

    @property
    def connection(self) -> str | None:
        """The connection that it has for itself."""
        said = (self.state if self.op == "delete" else self.new).get("connection")
        return said if isinstance(said, str) else None

    @cached_property
    def changed(self) -> tuple[str, ...]:
        """Wire names whose value changes; on creation those that are given."""
        if self.op == "delete":
            return ()
        if self.op == "create":
            return tuple(item.wire for item in self.kind.managed if self.new.get(item.wire) is not None)
        return tuple(dict.fromkeys((*self._delta.changed, *self._delta.incomplete)))

    @cached_property
    def _delta(self) -> Diff:
        return diff(self.kind, self.state, self.new)

    @property
    def is_doubtful(self) -> bool:
        """Whether a replacement may turn out to be an update, or nothing: what asks for it is not known yet."""
        replaces = self._delta.replaces if self.op == "replace" else ()
        return bool(replaces) and all(has_unknown(self.new[wire]) for wire in replaces)

    @property
    def removes(self) -> bool:
        """Whether an object leaves service: deleted, disabled, deactivated. An update can do that as well."""
        if self.op in ("delete", "replace"):
            return not self.retained and self.removal is not KEPT
        return self.op == "update" and not self.kind.off(self.state) and self.kind.off(self.new)

    @property
    def updates(self) -> bool:
        """Whether an object is changed and stays in service."""
        return self.shown.op == "update" and not self.removes

    @property
    def removal(self) -> Removal:
        """What removing it does, as its kind declares it; what comes with Zoho Desk stays."""
        return KEPT if self.kind.given(self.state) else self.kind.removals[self.removal_name]

    @property
    def removal_name(self) -> str:
        """What removing it does, in a word: ``disable``, ``deactivate``, ``delete``, ``keep``."""
        if self.kind.given(self.state):
            return "keep"
        return str(self.state.get("onDestroy") or next(iter(self.kind.removals)))


MEANINGS: Mapping[str, tuple[str, str]] = {
    "protect": ("is protected from removal from now on", "LOSES ITS PROTECTION from removal"),
    "retainOnDelete": ("is only forgotten on removal from now on", "IS NO LONGER KEPT in Zoho Desk on removal"),
}
"""By name in the state, what it means that an option begins, and that it ends."""


@dataclass(frozen=True)
class Protection:
    """An option that a run would change.

    Attributes:
        urn: whose.
        option: its name in the state.
        begins: it begins; else it ends.
        type: the Pulumi type of the resource.
        kind: what it is; None for what is not Zoho Desk's.
        inputs: the managed fields as they are live.
    """

    urn: str
    option: str
    begins: bool
    type: str
    kind: Kind | None
    inputs: Row

    @property
    def name(self) -> str:
        """The logical name."""
        return logical_name(self.urn)

    @property
    def words(self) -> str:
        """What the change means."""
        return MEANINGS[self.option][not self.begins]


def protections(steps: Iterable[Mapping[str, Any]]) -> Iterator[Protection]:
    """What would change of the objects that stay, out of steps of a preview that shows what stays as well."""
    for step in steps:
        old, new = step.get("oldState"), step.get("newState")
        if step["op"] in ("read", "refresh") or not old or not new:
            continue
        for option in MEANINGS:
            if bool(old.get(option)) != bool(new.get(option)):
                kind = BY_TYPE.get(new["type"])
                inputs = object_from(old.get("inputs"))
                yield Protection(step["urn"], option, bool(new.get(option)), new["type"], kind, inputs)
