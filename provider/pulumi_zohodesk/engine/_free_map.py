"""Maps whose keys the organisation defines."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.engine._values import ValueType, has_unknown, scalar

__all__ = ["FreeMap"]


@dataclass(frozen=True)
class FreeMap(ValueType):
    """A map whose keys the organisation defines (custom fields). Keys left out are not managed."""

    limit: int = 100
    words = "a map"

    def problems(self, value: Any, old: Any = None) -> Iterator[str]:
        if not isinstance(value, Mapping):
            yield f"must be a map, not {type(value).__name__}"
            return
        known = old if isinstance(old, Mapping) else {}
        for key, item in value.items():
            if key in known and known[key] == item:
                continue
            if isinstance(item, float) and not math.isfinite(item):
                yield f"has {item} under {key!r}, which is no number that can be sent"
            elif isinstance(item, (Mapping, list)):
                yield f"has a nested value under {key!r}; custom fields of an agent are plain values"
            elif isinstance(item, str) and len(item) > self.limit:
                yield f"has {len(item)} characters under {key!r}, Zoho Desk takes at most {self.limit}"

    def canon(self, value: Any) -> Any:
        return {key: scalar(item) for key, item in value.items()} if isinstance(value, Mapping) else {}

    def same(self, live: Any, wanted: Any) -> bool:
        if has_unknown(wanted):
            return False
        known = self.canon(live)
        return all(known.get(key, "") == item for key, item in self.canon(wanted).items())

    def respell(self, old: Any, new: Any) -> Any:
        if not isinstance(old, Mapping) or not isinstance(new, Mapping):
            return new
        return {
            key: old[key] if key in old and not has_unknown(item) and scalar(old[key]) == scalar(item) else item
            for key, item in new.items()
        }

    def shown(self, live: Any, wanted: Any) -> Any:
        live = live if isinstance(live, Mapping) else {}
        if wanted is None:
            return {key: value for key, value in live.items() if value is not None}
        return self.respell(wanted, {key: live.get(key) for key in wanted})

    def body(self, value: Any) -> Any:
        # Update takes only text (Agent.json, updateAgent), create takes scalars; text is good for both.
        return {key: scalar(item) for key, item in value.items()}
