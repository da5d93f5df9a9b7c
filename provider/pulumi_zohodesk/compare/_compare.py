"""Two organisations, or an organisation and an export, by natural key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pulumi_zohodesk.compare._excuses import Excuse, excused
from pulumi_zohodesk.compare._finding import Finding, Sort, ordered
from pulumi_zohodesk.compare._side import Named, Side, edited, same, side_of, with_names
from pulumi_zohodesk.inventory import Gap, Inventory, Key, folded

Pair = tuple[list[Named], list[Named]]
"""The objects of one key, of both sides."""


@dataclass(frozen=True)
class Comparison:
    """What differs between ``a`` and ``b``.

    Attributes:
        findings: ordered by sort, kind and key. An object that is disabled in one only and differs otherwise as well
            has two.
        compared: by kind, how many objects both have.
        gaps: per side, ``a`` or ``b``, what could not be listed; nothing is said of what lies there.
    """

    findings: tuple[Finding, ...]
    compared: Mapping[str, int]
    gaps: tuple[tuple[str, Gap], ...] = ()

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.findings)

    def without(self, excuses: Sequence[Excuse]) -> Comparison:
        """What is left when known differences are excused: exactly what they name, nothing more."""
        return replace(self, findings=tuple(excused(self.findings, excuses)))


def compare(a: Inventory | Side, b: Inventory | Side, *, kinds: Iterable[str] | None = None) -> Comparison:
    """Compare by natural key, letter case aside; ids, times and what the service sets never count.

    References are the same when what they mean has the same natural key. What only follows from other fields is not
    compared. Sets have no order, and empty is as good as missing.

    Args:
        kinds: names of kinds; by default those that both sides tell all about.
    """
    one, other = _side(a, b), _side(b, a)
    names = [name for name in one.kinds if name in other.kinds and (kinds is None or name in set(kinds))]
    pairs = {name: list(_pairs(one, other, name)) for name in names}
    findings = [finding for found in pairs.values() for pair in found for finding in _differences(pair, (one, other))]
    compared = {name: sum(len(mine) == len(theirs) == 1 for mine, theirs in found) for name, found in pairs.items()}
    gaps = tuple((place, gap) for place, side in (("a", one), ("b", other)) for gap in side.gaps)
    return Comparison(ordered(findings), compared, gaps)


def _side(mine: Inventory | Side, theirs: Inventory | Side) -> Side:
    if isinstance(mine, Inventory):
        return side_of(mine)
    return with_names(mine, theirs if isinstance(theirs, Inventory) else None)


def _pairs(one: Side, other: Side, kind: str) -> Iterable[Pair]:
    found: dict[Key, Pair] = {}
    for place, side in enumerate((one, other)):
        for thing in side.objects.get(kind, ()):
            found.setdefault(folded(thing.key), ([], []))[place].append(thing)
    return found.values()


def _differences(pair: Pair, sides: tuple[Side, Side]) -> Iterator[Finding]:
    several = max(map(len, pair)) > 1
    if not several and all(pair):
        yield from _of_both(pair[0][0], pair[1][0])
        return
    for side, alone, group, elsewhere in zip("ab", (Sort.ONLY_IN_A, Sort.ONLY_IN_B), pair, sides[::-1], strict=True):
        if several and len(group) > 1:
            yield _finding(Sort.DUPLICATES, group[0], ids=tuple(thing.id for thing in group), side=side)
        if not several and group and not group[0].given and elsewhere.sees(group[0].kind.name, group[0].key):
            yield _finding(alone, group[0], ids=(group[0].id,), side=side)


def _of_both(mine: Named, theirs: Named) -> Iterator[Finding]:
    ids = (mine.id, theirs.id)
    switch = mine.kind.switch
    implied = mine.implied | theirs.implied
    edits = {
        field.wire: edited(field, mine.values.get(field.wire), theirs.values.get(field.wire))
        for field in mine.kind.answered
        if field.wire not in implied and not same(field, mine.values.get(field.wire), theirs.values.get(field.wire))
    }
    if switch and mine.off != theirs.off and switch.wire in edits:
        edit = edits.pop(switch.wire)
        yield _finding(Sort.DISABLED, mine, edits=(edit,), ids=ids, side="a" if mine.off else "b")
    if edits:
        yield _finding(Sort.CHANGED, mine, edits=tuple(edits.values()), ids=ids)


def _finding(sort: Sort, thing: Named, **more: object) -> Finding:
    return Finding(sort, thing.kind.name, thing.key, **more)  # type: ignore[arg-type]
