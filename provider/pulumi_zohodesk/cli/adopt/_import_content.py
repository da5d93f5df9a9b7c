"""The import file of an adoption: objects, and the components that they lie in and the stack does not have yet."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.cli.adopt._matching import Match
from pulumi_zohodesk.dynamic import logical_name, urn_within
from pulumi_zohodesk.errors import Refused

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
        return logical_name(self.urn)


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
            ancestor not in self._declared or self._declared[ancestor].component or ancestor in self._by_urn
            for ancestor in self._ancestors(urn)
        )

    def parts(self, had: Collection[str] = (), *, protect: bool) -> Iterator[tuple[bool, dict[str, Any]]]:
        """What is imported by one call each, in order, with whether all of it is protected; no parent comes after what
        lies in it.

        What the program protects, and with ``protect`` what its kind does, is imported by calls of its own, so that it
        is never in a stack unprotected. Components are protected by the next update only. URNs that the state ``had``
        are left out.

        Raises:
            Refused: Pulumi would give an object another URN than the program does.
        """
        new = (match for match in self.matches if match.pending.urn not in had)
        left = list(dict.fromkeys(entry for match in new for entry in self._with_components(match)))
        wanted = frozenset(left)
        done: dict[str, None] = {}
        guarded = False
        while left:
            now: dict[str, None] = {}
            for urn in left:
                above = wanted.intersection(self._ancestors(urn)) - {urn}
                if all(one in done or one in now for one in above) and self._protects(urn, protect) == guarded:
                    now[urn] = None
            if now:
                yield guarded, self._file(list(now))
            done |= now
            left = [urn for urn in left if urn not in now]
            guarded = not guarded

    def _with_components(self, match: Match) -> list[str]:
        """An object after the components that it lies in and the stack lacks, outermost first."""
        above = [urn for urn in self._ancestors(match.pending.parent or "") if self._is_component(urn)]
        return [*reversed(above), match.pending.urn]

    def _is_component(self, urn: str) -> bool:
        return urn not in self._by_urn and urn in self._declared and self._declared[urn].component

    def _protects(self, urn: str, protect: bool) -> bool:
        match = self._by_urn.get(urn)
        return match is not None and (match.pending.protected or (protect and match.pending.kind.protect))

    def _file(self, urns: Sequence[str]) -> dict[str, Any]:
        """Every entry has a name of its own, and its logical name beside it, which others may have too."""
        names = {urn: f"r{number}" for number, urn in enumerate(urns)}
        table: dict[str, str] = {}
        entries = []
        for urn in urns:
            entry, parent = self._entry(urn)
            _require_urn(urn, entry["type"], entry["name"], parent)
            entry = {**entry, "name": names[urn], "logicalName": entry["name"]}
            if parent:
                if parent not in names:
                    names[parent] = f"p{len(names)}"
                    table[names[parent]] = parent
                entry["parent"] = names[parent]
            entries.append(entry)
        return {"nameTable": table, "resources": entries}

    def _entry(self, urn: str) -> tuple[dict[str, Any], str]:
        """An entry under its logical name, and its parent's URN."""
        if match := self._by_urn.get(urn):
            return match.entry(), match.pending.parent or ""
        one = self._declared[urn]
        return {"type": one.type, "name": one.name, "component": True}, one.parent


def _require_urn(urn: str, type: str, name: str, parent: str) -> None:
    """Refuse an import that would come to lie beside what the program declares: a preview would then create that
    anew and delete the import."""
    made = urn_within(parent, type, name) if parent else urn_within(_stack_of(urn), type, name)
    if made != urn:
        raise Refused(
            f"Pulumi would import {name} as {made}, but the program declares {urn}. Nothing was imported. "
            "Leave it out with --except, and import it with `pulumi import`."
        )


def _stack_of(urn: str) -> str:
    """A URN of the stack itself, as far as its children are named after it."""
    stack, project = urn.split("::", 2)[:2]
    return f"{stack}::{project}::{STACK}::"
