"""The smallest parts of an edit that differ, so that a person sees the change and not two long values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.compare._finding import Edit
from pulumi_zohodesk.compare._side import name_fold

__all__ = ["Part", "parts"]


@dataclass(frozen=True)
class Part:
    """Attributes:
    path: ``description``, ``criteria.pattern``, ``criteria.field_conditions[0].value``, ``cf.cf_floor``.
    old, new: its values; None stands for nothing.
    added, removed: elements, where the part is a set.
    """

    path: str
    old: Any = None
    new: Any = None
    added: tuple[Any, ...] = ()
    removed: tuple[Any, ...] = ()


def parts(edit: Edit) -> list[Part]:
    """The parts that differ, in the order of the old value. Never empty."""
    if edit.elements:
        return [_of_sets(edit)]
    return list(_of_values(edit.field, edit.old, edit.new)) or [Part(edit.field, edit.old, edit.new)]


def _of_sets(edit: Edit) -> Part:
    fold = name_fold if edit.elements == "names" else repr
    old, new = ({fold(one): one for one in side or ()} for side in (edit.old, edit.new))
    added = tuple(one for mark, one in new.items() if mark not in old)
    removed = tuple(one for mark, one in old.items() if mark not in new)
    return Part(edit.field, edit.old, edit.new, added, removed)


def _of_values(path: str, old: Any, new: Any) -> Iterator[Part]:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys((*old, *new)):
            yield from _of_values(f"{path}.{key}", old.get(key), new.get(key))
    elif _of_maps(old) and _of_maps(new):
        for place in range(max(len(old), len(new))):
            one, other = (side[place] if place < len(side) else None for side in (old, new))
            yield from _of_values(f"{path}[{place}]", one, other)
    elif old != new:
        yield Part(path, old, new)


def _of_maps(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, Mapping) for one in value)
