"""The kinds that a session knows."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from pulumi_zohodesk.engine._kind import Kind


class Kinds:
    """Kinds by name, in the order in which they can be created: what must be referred to comes first."""

    def __init__(self, *kinds: Kind) -> None:
        """Raises ValueError for two kinds of one name."""
        known = {kind.name: kind for kind in kinds}
        if len(known) < len(kinds):
            raise ValueError("Two kinds have one name.")
        self._kinds: dict[str, Kind] = {}

        def place(kind: Kind, above: frozenset[str]) -> None:
            for name in sorted(kind.refers_to & known.keys() - above, key=list(known).index):
                place(known[name], above | {name})
            self._kinds.setdefault(kind.name, kind)

        for kind in kinds:
            place(kind, frozenset({kind.name}))

    def __iter__(self) -> Iterator[Kind]:
        return iter(self._kinds.values())

    def __len__(self) -> int:
        return len(self._kinds)

    def __contains__(self, name: object) -> bool:
        return name in self._kinds

    def hint(self, name: str) -> str:
        """A sentence for a name that no kind has."""
        near = get_close_matches(name, self._kinds, 1)
        return f"Did you mean {near[0]}?" if near else f"There are {', '.join(self._kinds)}."

    def place(self, name: str) -> int:
        """How many kinds come before this one, to sort by. Raises KeyError, as `named` does."""
        return list(self._kinds).index(self.named(name).name)

    def named(self, name: str) -> Kind:
        """The kind with this name. Raises KeyError, naming the kinds there are."""
        if name not in self._kinds:
            raise KeyError(f"There is no kind {name}; known are {', '.join(self._kinds)}.")
        return self._kinds[name]
