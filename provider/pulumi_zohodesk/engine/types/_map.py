"""A map: a value whose keys are the organisation's own, or known ones of which a program names some."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pulumi_zohodesk.engine._values import UNKNOWN, has_unknown, near
from pulumi_zohodesk.engine.types._value import Parts, Problem, ValueType


@dataclass(frozen=True)
class Map(ValueType):
    """A map whose keys the organisation, or the user, defines. Keys left out are not managed.

    Attributes:
        type: of the values.
        entries: the keys that there are, each with the type of its value, where that is known; what else the service
            has is not managed.
    """

    type: ValueType
    entries: Mapping[str, ValueType] = field(default_factory=dict, hash=False)
    words = "a map"

    @property
    def empty(self) -> Any:
        return {}

    def faults(self, value: Any, old: Any) -> Iterator[Problem]:
        if not isinstance(value, Mapping):
            yield "", f"must be a map, not {type(value).__name__}"
            return
        known = old if isinstance(old, Mapping) else {}
        for key, item in value.items():
            if self.entries and key not in {**self.entries, **known}:
                yield f"[{key!r}]", f"does not exist; {near(key, self.entries)}"
            elif key not in known or known[key] != item:
                problems = self.of(key).problems(item, known.get(key))
                yield from ((f"[{key!r}]{path}", clause) for path, clause in problems)

    def of(self, key: str) -> ValueType:
        """The type of the value of a key."""
        return self.entries.get(key, self.type)

    def canon(self, value: Any) -> Any:
        if has_unknown(value):
            return UNKNOWN
        return (
            frozenset((key, self.of(key).canon(item)) for key, item in value.items())
            if isinstance(value, Mapping)
            else frozenset()
        )

    def same(self, live: Any, wanted: Any) -> bool:
        if has_unknown(wanted):
            return False
        known = live if isinstance(live, Mapping) else {}
        return all(self.of(key).same(known.get(key), item) for key, item in (wanted or {}).items())

    def respell(self, old: Any, new: Any) -> Any:
        if not isinstance(old, Mapping) or not isinstance(new, Mapping):
            return new
        return {key: self.of(key).respell(old.get(key), item) for key, item in new.items()}

    def shown(self, live: Any, wanted: Any) -> Any:
        live = live if isinstance(live, Mapping) else {}
        keys = [key for key in live if not self.entries or key in self.entries] if wanted is None else wanted
        before = wanted or {}
        shown = {key: self._shown(key, live.get(key), before.get(key)) for key in keys}
        return {key: value for key, value in shown.items() if value is not None or wanted is not None}

    def _shown(self, key: str, live: Any, wanted: Any) -> Any:
        return None if live is None else self.of(key).shown(live, wanted)

    def body(self, value: Any) -> Any:
        return {key: self.of(key).body(item) for key, item in value.items()}

    def parts_of(self, value: Any) -> Parts | None:
        return {f".{key}": (self.of(key), item) for key, item in value.items()} if isinstance(value, Mapping) else None

    def fits(self, value: Any) -> bool:
        return isinstance(value, dict)

    def fitting(self, value: Any) -> Any:
        known = ((self.of(key), key, item) for key, item in value.items()) if isinstance(value, dict) else ()
        return {key: of.fitting(item) for of, key, item in known if isinstance(item, dict | list) or of.fits(item)}

    def references(self, value: Any) -> Iterator[tuple[str, str]]:
        for item in value.values() if isinstance(value, Mapping) else ():
            yield from self.type.references(item)

    def each(self, value: Any, change: Callable[[ValueType, Any], Any]) -> Any:
        if not isinstance(value, Mapping):
            return value
        return {key: change(self.of(key), item) for key, item in value.items()}
