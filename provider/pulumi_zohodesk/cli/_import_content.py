"""The import file of an adoption: objects, and the components that they lie in and the stack does not have yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.cli._matching import Match

__all__ = ["Declared", "ImportContent", "declared_in"]

STACK = "pulumi:pulumi:Stack"


@dataclass(frozen=True)
class Declared:
    """Anything that a preview would create.

    Attributes:
        component: it is made of others, and has no id.
        parent: its parent's URN; empty for the stack itself.
    """

    urn: str
    type: str
    component: bool
    parent: str

    @property
    def name(self) -> str:
        return self.urn.rsplit("::", 1)[1]


def declared_in(preview: Mapping[str, Any]) -> dict[str, Declared]:
    """Everything that a preview would create, by URN, the stack itself left out."""
    states = [step.get("newState") or {} for step in preview.get("steps") or () if step.get("op") == "create"]
    return {
        state["urn"]: Declared(state["urn"], state["type"], not state.get("custom", True), _parent(state))
        for state in states
        if state.get("type") != STACK
    }


def _parent(state: Mapping[str, Any]) -> str:
    parent = str(state.get("parent") or "")
    return "" if f"::{STACK}::" in parent else parent


class ImportContent:
    """What `pulumi import --file` is given.

    Attributes:
        matches: what is imported, parents first.
        waiting: what cannot be imported before its parent exists.
    """

    def __init__(self, matches: Sequence[Match], declared: Mapping[str, Declared]) -> None:
        self._declared = declared
        self._by_urn = {match.pending.urn: match for match in matches}
        whole = [match for match in matches if self._reaches_stack(match.pending.parent or "")]
        self.matches = sorted(whole, key=lambda match: len(list(self._ancestors(match.pending.parent or ""))))
        self.waiting = [match for match in matches if match not in whole]

    def _ancestors(self, urn: str) -> Iterator[str]:
        """The parents that the stack lacks, nearest first, and then the first one that it has."""
        while urn:
            yield urn
            match = self._by_urn.get(urn)
            one = self._declared.get(urn)
            urn = one.parent if one else (match.pending.parent or "") if match else ""

    def _reaches_stack(self, urn: str) -> bool:
        """Whether every parent is there, is imported as well, or is a component."""
        return all(
            one not in self._declared or self._declared[one].component or one in self._by_urn
            for one in self._ancestors(urn)
        )

    def as_file(self) -> dict[str, Any]:
        """The content: every entry has a name of its own, and its logical name beside it, which others may have too."""
        names: dict[str, str] = {}
        table: dict[str, str] = {}
        entries: list[dict[str, Any]] = []

        def name_of(urn: str) -> str:
            if urn not in names:
                names[urn] = f"r{len(names)}"
                one = self._declared.get(urn)
                if urn not in self._by_urn and one is None:
                    table[names[urn]] = urn
                elif one is not None and one.component:
                    component = {"type": one.type, "name": names[urn], "logicalName": one.name, "component": True}
                    entries.append(within(component, one.parent))
            return names[urn]

        def within(entry: dict[str, Any], parent: str) -> dict[str, Any]:
            return {**entry, "parent": name_of(parent)} if parent else entry

        for match in self.matches:
            entry = match.entry(None)
            own = name_of(match.pending.urn)
            entries.append(within({**entry, "name": own, "logicalName": entry["name"]}, match.pending.parent or ""))
        return {"nameTable": table, "resources": entries}
