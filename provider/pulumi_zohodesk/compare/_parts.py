"""The smallest parts of an edit that differ, so that a person sees the change and not two long values."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import zip_longest
from operator import attrgetter, itemgetter
from typing import Any

from pulumi_zohodesk.compare._finding import Edit
from pulumi_zohodesk.compare._side import with_folds
from pulumi_zohodesk.engine import ValueType, has_unknown

SNAKE = attrgetter("snake")


@dataclass(frozen=True)
class Part:
    """Attributes:
    path: ``description``, ``criteria.pattern``, ``criteria.field_conditions[0].value``, ``days[Friday]``, ``cf.cf_a``.
    old, new: its values; None stands for nothing.
    added, removed: elements, where the part is a set.
    """

    path: str
    old: Any = None
    new: Any = None
    added: tuple[Any, ...] = ()
    removed: tuple[Any, ...] = ()


@dataclass(frozen=True)
class _Value:
    """A value that equals what means the same, and its parts: by place and step, in order, or (a tuple) of a set."""

    meaning: Any
    spoken: Any = field(compare=False)
    parts: Any = field(compare=False)


def _value(type_: ValueType, value: Any) -> _Value:
    meaning = object() if has_unknown(value) else type_.canon(with_folds(type_, value))
    parts: Any = type_.parts_of(value)
    if isinstance(parts, dict):
        parts = {(0, step): _value(*part) for step, part in parts.items() if not part[0].same(None, part[1])}
    elif parts is not None:
        parts = type(parts)(_value(*part) for part in parts)
    return _Value(meaning, type_.in_words(value, SNAKE), parts)


def _aligned(old: list[_Value], new: list[_Value]) -> tuple[Any, Any]:
    """The parts of two lists: what is equal belongs together wherever it is, and between that what has one place."""
    found: tuple[dict[Any, _Value], dict[Any, _Value]] = {}, {}
    for _, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for places in zip_longest(range(start, end), range(new_start, new_end)):
            step = sum(map(len, found)), f"[{places[1] if places[0] is None else places[0]}]"
            for parts, side, place in zip(found, (old, new), places, strict=True):
                parts |= {} if place is None else {step: side[place]}
    return found


class _ByMeaning:
    """deepdiff's operator: what means the same is equal; what does not is opened where both have parts with a place."""

    def match(self, level: Any) -> bool:
        return isinstance(level.t1, _Value)

    def give_up_diffing(self, level: Any, diff_instance: Any) -> bool:
        old, new = level.t1.parts, level.t2.parts
        if level.t1 == level.t2:
            return True
        if whole := None in (old, new) or isinstance(old, tuple):
            diff_instance.custom_report_result("values_changed", level)
        else:
            level.t1, level.t2 = _aligned(old, new) if isinstance(old, list) else (old, new)
        return whole


def parts(edit: Edit) -> list[Part]:
    """The parts that differ, by path. Never empty."""
    from deepdiff import DeepDiff  # takes its time to load

    old, new = (_value(edit.type, edit.type.in_wire(side, SNAKE)) for side in (edit.old, edit.new))
    tree = DeepDiff(old, new, view="tree", custom_operators=[_ByMeaning()], threshold_to_diff_deeper=0)
    levels = ((level.path(output_format="list"), level) for group in tree.values() for level in group)
    found = [_part(edit.field, *part) for part in sorted(levels, key=itemgetter(0))]
    return found or [Part(edit.field, edit.old, edit.new)]


def _part(field: str, steps: list[tuple[int, str]], level: Any) -> Part:
    path = field + "".join(step for _, step in steps)
    old, new = (side if isinstance(side, _Value) else _Value(None, None, None) for side in (level.t1, level.t2))
    if isinstance(old.parts, tuple) and isinstance(new.parts, tuple):
        sets = ((new.parts, {*old.parts}), (old.parts, {*new.parts}))
        added, removed = (tuple(part.spoken for part in side if part not in other) for side, other in sets)
        return Part(path, None, None, added, removed)
    return Part(path, old.spoken, new.spoken)
