"""Tables of records, each with an index by natural key."""

from __future__ import annotations

import random
from collections.abc import Callable, Hashable, Iterator
from typing import Any, TypeVar, cast

T = TypeVar("T")
Record = dict[str, Any]
Kept = tuple[dict[str, Record], dict[Hashable, str], dict[str, Hashable]]
NaturalKey = Callable[[Record], Hashable | None]


def copied(value: T) -> T:
    """A copy of what JSON holds, at every depth, with lists for tuples.

    Every call makes some; `copy.deepcopy` takes five times as long.
    """
    made: object = value
    if isinstance(value, dict):
        made = {name: copied(one) for name, one in value.items()}
    elif isinstance(value, (list, tuple)):
        made = [copied(one) for one in value]
    return cast(T, made)


class Table:
    """Records of one kind in order of creation, by id and by natural key; ``gone`` are those that were removed."""

    def __init__(self, natural_key: NaturalKey) -> None:
        self._natural_key = natural_key
        self._rows: dict[str, Record] = {}
        self._ids: dict[Hashable, str] = {}
        self._keys: dict[str, Hashable] = {}
        self.gone: dict[str, Record] = {}

    def __iter__(self) -> Iterator[Record]:
        return iter(self._rows.values())

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, key: str) -> Record:
        return self._rows[key]

    def get(self, key: str) -> Record | None:
        return self._rows.get(key)

    def put(self, record: Record) -> None:
        """Adds the record, or notes that its natural key may have changed."""
        identity = record["id"]
        self._unindex(identity)
        self._rows[identity] = record
        key = self._natural_key(record)
        if key is not None:
            self._ids[key] = identity
            self._keys[identity] = key

    def remove(self, identity: str) -> None:
        self._unindex(identity)
        self.gone[identity] = self._rows.pop(identity)

    def holder(self, candidate: Record) -> Record | None:
        """The record that has the candidate's natural key, the candidate itself left aside."""
        key = self._natural_key(candidate)
        found = self._ids.get(key) if key is not None else None
        return None if found is None or found == candidate.get("id") else self._rows[found]

    def by_key(self, key: Hashable) -> Record | None:
        found = self._ids.get(key)
        return None if found is None else self._rows[found]

    def kept(self) -> Kept:
        """Which records there are, for ``restore``; what stands in them is not copied."""
        return dict(self._rows), dict(self._ids), dict(self._keys)

    def restore(self, kept: Kept) -> None:
        self._rows, self._ids, self._keys = kept

    def _unindex(self, identity: str) -> None:
        key = self._keys.pop(identity, None)
        if key is not None and self._ids.get(key) == identity:
            del self._ids[key]


class Ids:
    """Ids as the service gives them: 18 digits, rising, and in another range in every organisation."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)
        self._prefix = str(self._random.randrange(10**8, 10**9))
        self._last = self._random.randrange(10**5, 10**6)

    def next(self) -> str:
        self._last += self._random.randrange(1, 40)
        return f"{self._prefix}{self._last:09d}"

    def organization(self) -> str:
        return str(self._random.randrange(10**8, 10**9))

    def zuid(self) -> str:
        return str(self._random.randrange(10**9, 10**10))
